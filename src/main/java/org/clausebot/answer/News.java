package org.clausebot.answer;

import java.util.Locale;
import java.util.regex.Pattern;

/** Tells a few words that say what somebody does or did from a few words that only name something. */
final class News {
    /** From so many words on, more was typed than the name of a person or a place. */
    private static final int MANY = 10;

    private static final Pattern NOT_KNOWN =
            Pattern.compile("\\b(?:i|we) (?:do not|don't|dont|can't|cannot|can not) (?:know|remember|tell|say)\\b.*");

    /** Somebody who does something, a helping verb, or somebody to whom it is done: "her dad hits her". */
    private static final Pattern DOING = Pattern.compile(
            "\\b(?:i|he|she|they|we|it|there|someone|somebody|nobody|everyone)(?:'(?:s|re|ve|m|ll|d))? \\w.*"
                    + "|.*\\b(?:is|are|was|were|am|has|have|had|will|won't|wont|says|said|wants|threatens|threatened|sent"
                    + "|keeps|hes|shes|theyre|ive|im) \\w.*"
                    + "|.*\\w \\w+(?<!\\b(?:to|with|of|by|from|at|for|and|near|about|like|behind)) (?:me|him|her|them|us|it|himself|herself)$");

    private News() {}

    static boolean isLong(String message) {
        return message.strip().split("\\s+").length >= MANY;
    }

    static boolean tells(String message) {
        String plain = message.toLowerCase(Locale.UK)
                .replace('’', '\'')
                .replaceAll("[^\\p{L}\\p{N}' ]", " ")
                .replaceAll("\\s+", " ")
                .strip();
        return DOING.matcher(NOT_KNOWN.matcher(plain).replaceFirst("").strip()).find();
    }
}
