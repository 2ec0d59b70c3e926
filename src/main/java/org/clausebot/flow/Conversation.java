package org.clausebot.flow;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How far somebody has come in a flow. Everything the engine needs to go on, and nothing of who the person is.
 *
 * @param id random; names the conversation and, once sent, makes sending it again harmless
 * @param flow the flow's id
 * @param flowVersion the hash of the flow's file when the conversation began; it is kept to the end
 * @param at the id of the step that was asked and is not yet answered
 * @param answers by step id, in the order of the flow; a skipped step has an empty value. An id that begins with {@code ?}
 *     is the engine's own note of what it asked back, gone after the next message and never part of a report
 * @param trail the steps that were asked, oldest first, without {@code at}: the way back
 * @param returnTo the step to go on with after a changed answer; empty when none was changed
 * @param misreads how often the current step was not understood
 */
public record Conversation(
        String id,
        String flow,
        String flowVersion,
        String at,
        Map<String, Given> answers,
        List<String> trail,
        String returnTo,
        int misreads,
        Instant startedAt,
        Instant touchedAt) {
    public Conversation {
        answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
        trail = List.copyOf(trail);
    }

    /** The same, gone on with at {@code now}. */
    public Conversation touched(Instant now) {
        return new Conversation(
                id, flow, flowVersion, at, answers, trail, returnTo, misreads, startedAt, now);
    }
}
