package org.clausebot.desk;

import java.util.List;
import org.clausebot.incident.Cases.Viewer;

/** What the desk says of the mail server, such as that it has not taken anything since this morning. */
@FunctionalInterface
public interface DeskNotices {
    /**
     * Sentences to show above the list of cases; usually none. They are the same whatever cases there are, so that nobody
     * can infer one from them.
     */
    List<String> lines(Viewer viewer);
}
