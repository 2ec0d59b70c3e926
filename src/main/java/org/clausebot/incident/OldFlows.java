package org.clausebot.incident;

import org.clausebot.flow.Flow;

/** Gives a flow back from the file's content that a conversation began with. */
@FunctionalInterface
public interface OldFlows {
    Flow parse(String id, String source);
}
