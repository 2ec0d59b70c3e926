package org.clausebot.chat.teams;

import java.util.List;
import org.clausebot.chat.teams.card.TeamsMessage;

/** What Teams is answered while it waits. */
public sealed interface Response {
    /** A card in the place of the one that was pressed. */
    record Instead(TeamsMessage card) implements Response {}

    /** A short word beside what was pressed; the card stays as it is. */
    record Word(String words) implements Response {}

    /** A dialog, opened or shown again with what is wrong in it. */
    record Dialog(String title, TeamsMessage card) implements Response {}

    /** The dialog closes, with or without a last word. */
    record Close(String words) implements Response {}

    /** What the message extension found. */
    record Results(List<Result> results) implements Response {
        public Results {
            results = List.copyOf(results);
        }
    }

    /**
     * One of them.
     *
     * @param title such as {@code 2.1.5 Social contact with pupils}
     * @param preview one line of it
     * @param card what is put into the message
     */
    record Result(String title, String preview, TeamsMessage card) {}
}
