package org.clausebot.insight;

import java.util.List;
import java.util.Optional;
import org.clausebot.policy.ClauseRef;
import org.clausebot.policy.IsoWeek;
import org.clausebot.policy.SchoolId;

/**
 * What the policies' owner decided of a gap.
 *
 * @param group the id of the gap
 * @param name of the gap when it was decided
 * @param clause that it was tied to; empty for other kinds
 * @param words what the bot says, or the note for the next revision; empty for what was tied
 * @param taught the rows of the school's phrasings that were added; empty for other kinds
 * @param wordings how it is asked: those that were taught, or by which such questions are known
 * @param centre where the gap lay among the meanings of sentences, by which it is known again
 * @param week when
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a whole; copied on its way in and out
public record GapDecision(
        SchoolId school,
        String group,
        Kind kind,
        String name,
        Optional<ClauseRef> clause,
        String words,
        List<String> taught,
        List<String> wordings,
        float[] centre,
        IsoWeek week) {
    /** What can be decided. */
    public enum Kind {
        /** Staff ask so for a clause. */
        TIED,
        /** Another policy answers it; the bot says so, in the school's own words. */
        ELSEWHERE,
        /** It waits for the next revision. */
        REVISION
    }

    public GapDecision {
        taught = List.copyOf(taught);
        wordings = List.copyOf(wordings);
        centre = centre.clone();
        if ((kind == Kind.TIED) != clause.isPresent() || (kind == Kind.ELSEWHERE && words.isBlank())) {
            throw new IllegalArgumentException("A gap is tied to a clause, or told of in words");
        }
    }

    @Override
    public float[] centre() {
        return centre.clone();
    }

    GapDecision of(String other) {
        return new GapDecision(school, other, kind, name, clause, words, taught, wordings, centre, week);
    }
}
