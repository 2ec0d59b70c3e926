package org.clausebot.flow;

/**
 * Moves a conversation through its flow. Pure: the same flow, conversation, message and context give the same turn. It
 * stores nothing and sends nothing; no message makes it throw.
 */
public final class FlowEngine {
    private FlowEngine() {}

    /**
     * The first step.
     *
     * @param conversationId random; the conversation's name from now on
     */
    public static Turn begin(Flow flow, String conversationId, Context context) {
        throw new UnsupportedOperationException();
    }

    /** The step that is asked now, once more: for a person who comes back. Changes nothing. */
    public static Turn.Prompt resume(Flow flow, Conversation conversation, Context context) {
        throw new UnsupportedOperationException();
    }

    /**
     * What comes of {@code message}.
     *
     * @param flow the version that the conversation began with
     * @throws IllegalArgumentException when the conversation belongs to another flow
     */
    public static Turn advance(Flow flow, Conversation conversation, String message, Context context) {
        throw new UnsupportedOperationException();
    }

    /** Whether {@code message} reads as a question to the policy rather than as an answer. */
    public static boolean looksLikeQuestion(String message) {
        throw new UnsupportedOperationException();
    }
}
