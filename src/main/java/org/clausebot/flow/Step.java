package org.clausebot.flow;

/** One step of a flow. Switched over without a default. */
public sealed interface Step {
    /** Unique within its flow. */
    String id();

    /** Words to read; goes on by itself. */
    record Say(String id, String words) implements Step {}
}
