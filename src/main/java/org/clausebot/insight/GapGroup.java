package org.clausebot.insight;

import java.util.List;

/**
 * A matter that several asked about and that the policies did not answer.
 *
 * @param id stands for it in addresses; the same for as long as its name is
 * @param name its most central question, in words that at least {@link Groups#FEWEST} questions of it share; where no
 *     question is in such words alone, those words
 * @param wordings questions of it, the most central first, each in shared words only; may be empty
 * @param about people-weeks, about and in fives: at most five questions a week of a school are counted
 * @param centre where it lies among the meanings of sentences
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a whole; copied on its way in and out
public record GapGroup(String id, String name, List<String> wordings, int about, float[] centre) {
    public GapGroup {
        wordings = List.copyOf(wordings);
        centre = centre.clone();
        if (id.isBlank() || name.isBlank() || about < Groups.FEWEST) {
            throw new IllegalArgumentException("A group has a name, and five stand behind it");
        }
    }

    @Override
    public float[] centre() {
        return centre.clone();
    }
}
