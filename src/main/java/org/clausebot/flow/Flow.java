package org.clausebot.flow;

import java.util.List;

/**
 * A guided flow as it stands in its file.
 *
 * @param id the file's name without its ending
 * @param version the hash of the file's content
 * @param source the file's content, so that a conversation can keep the version it began with
 * @param title names the report, such as {@code Report contact from a pupil}
 * @param steps in order; ids are unique
 */
public record Flow(String id, String version, String source, String title, List<Step> steps) {
    public Flow {
        steps = List.copyOf(steps);
    }
}
