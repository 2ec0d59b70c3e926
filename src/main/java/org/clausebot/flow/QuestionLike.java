package org.clausebot.flow;

import java.util.regex.Pattern;

/** Tells a question to the policy from an answer. */
final class QuestionLike {
    private static final Pattern OPENING = Pattern.compile(
            "^(?:but |and |so |sorry |hang on |wait |ok |okay )*(?:can|could|may|should|must|shall|am|do|did|would) "
                    + "(?:i|we|teachers|staff|a teacher|governors|tas|parents) .*|"
                    + "^(?:but |and |so |sorry |wait )*(?:is it|is that|is this|are we|are teachers|are staff|are you allowed) .*|"
                    + "^(?:but |and |so |sorry |wait )*what (?:does|do|if|is|are|should|can|must) (?:the policy|the rules?|the school|i|we|it|happens) .*|"
                    + "^(?:but |and |so |sorry |wait )*(?:what happens|what if|how do i|how should i|who do i|whom do i|where do i|when do i|what about|which clause) ?.*");

    private QuestionLike() {}

    static boolean test(String message) {
        String typed = message.strip();
        if (typed.length() < 8 || typed.length() > 300 || typed.contains("\n")) {
            return false;
        }
        boolean oneSentence = typed.replaceAll("[?!.\\s]+$", "").indexOf('.') < 0;
        return oneSentence
                && OPENING.matcher(Plain.of(typed)).matches()
                && (typed.endsWith("?") || (typed.length() < 120 && !typed.endsWith(".")));
    }
}
