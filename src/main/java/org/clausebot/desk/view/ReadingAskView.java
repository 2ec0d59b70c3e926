package org.clausebot.desk.view;

import java.util.List;
import org.clausebot.acknowledgement.Checks;

/**
 * Where the owner chooses the questions of a request, and sees them before anything is sent.
 *
 * @param policy its id
 * @param hash of the version that is shown
 * @param people how many will be asked
 * @param questions to choose from
 * @param asked how many of the first are about the most asked clauses
 * @param problem why nothing was sent; empty for none
 */
public record ReadingAskView(
        OwnerFrame frame,
        String policy,
        String title,
        String version,
        String hash,
        int people,
        boolean mail,
        List<Checks.Put> questions,
        int asked,
        int most,
        String problem) {
    public ReadingAskView {
        questions = List.copyOf(questions);
    }
}
