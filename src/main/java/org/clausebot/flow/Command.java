package org.clausebot.flow;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a person may say at any step. Only whole messages count, so that the same word in a sentence stays an answer. */
enum Command {
    SKIP("skip", "skip this", "skip it", "skip this one", "skip this question", "pass", "leave it blank"),
    BACK("back", "go back", "previous", "undo", "one back", "back one", "go back one"),
    CANCEL(
            "cancel",
            "cancel it",
            "cancel this",
            "cancel the report",
            "stop",
            "quit",
            "exit",
            "abort",
            "forget it",
            "delete it"),
    HELP(
            "help",
            "help me",
            "what do you mean",
            "what does that mean",
            "explain",
            "i do not understand",
            "i don't understand"),
    WHY(
            "why",
            "why do you ask",
            "why do you need that",
            "why do you need to know",
            "why do you want to know",
            "why do you ask that"),
    WHO(
            "who will see this",
            "who sees this",
            "who will see it",
            "who can see this",
            "who sees it",
            "who gets this",
            "who will get this",
            "who will read this",
            "who reads this",
            "who will know",
            "who is told",
            "who gets it"),
    SAVE(
            "save for later",
            "save",
            "save it",
            "save it for later",
            "later",
            "pause",
            "i will finish this later",
            "finish later",
            "save and exit",
            "continue later"),
    AGAIN("start again", "start over", "restart", "begin again", "from the beginning"),
    CAN_DO("what can i do", "what can i say", "what can i type", "commands", "options", "menu");

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list
    private final List<String> phrases;

    Command(String... phrases) {
        this.phrases = List.of(phrases);
    }

    private static final Map<String, Command> BY_PHRASE = byPhrase();

    static Optional<Command> of(String message) {
        return Optional.ofNullable(
                BY_PHRASE.get(Plain.of(message).replaceFirst("^please ", "").replaceFirst(" please$", "")));
    }

    private static Map<String, Command> byPhrase() {
        Map<String, Command> all = new java.util.HashMap<>();
        for (Command command : values()) {
            command.phrases.forEach(phrase -> all.put(phrase, command));
        }
        return Map.copyOf(all);
    }
}
