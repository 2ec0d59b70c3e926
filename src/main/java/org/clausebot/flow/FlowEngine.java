package org.clausebot.flow;

import java.util.List;
import java.util.Map;

/**
 * Moves a conversation through its flow. Pure: the same flow, conversation, message and context give the same turn. It
 * stores nothing and sends nothing; no message makes it throw.
 *
 * <p>An answer that depends on one that is changed is asked again; answers of a branch that is left are left behind.
 */
public final class FlowEngine {
    private FlowEngine() {}

    /**
     * The first step; or the end, in a flow that asks nothing.
     *
     * @param conversationId random; the conversation's name from now on
     */
    public static Turn begin(Flow flow, String conversationId, Context context) {
        Conversation fresh = new Conversation(
                conversationId,
                flow.id(),
                flow.version(),
                "",
                Map.of(),
                List.of(),
                "",
                0,
                context.now(),
                context.now());
        return new Progress(flow, fresh, context).settle(Map.of(), "");
    }

    /**
     * The step that is asked now, once more, with what was said before it: for a person who comes back. Changes nothing.
     *
     * @throws IllegalArgumentException when the conversation belongs to another flow or version
     */
    public static Turn.Prompt resume(Flow flow, Conversation conversation, Context context) {
        return progress(flow, conversation, context).resume();
    }

    /**
     * What comes of {@code message}.
     *
     * @param flow the version that the conversation began with
     * @throws IllegalArgumentException when the conversation belongs to another flow or version
     */
    public static Turn advance(Flow flow, Conversation conversation, String message, Context context) {
        return new Hearing(progress(flow, conversation, context)).hear(message);
    }

    /** The addresses of the clauses that were shown on the way with these answers, in order, each once. */
    public static List<String> shownClauses(Flow flow, Map<String, Given> answers) {
        return PathTaken.cites(flow, answers);
    }

    /** Whether {@code message} reads as a question to the policy rather than as an answer. */
    public static boolean looksLikeQuestion(String message) {
        return QuestionLike.test(message);
    }

    private static Progress progress(Flow flow, Conversation conversation, Context context) {
        if (!conversation.flow().equals(flow.id())
                || !conversation.flowVersion().equals(flow.version())
                || flow.step(conversation.at()).isEmpty()) {
            throw new IllegalArgumentException("The conversation belongs to another flow, or to another version of it");
        }
        return new Progress(flow, conversation, context);
    }
}
