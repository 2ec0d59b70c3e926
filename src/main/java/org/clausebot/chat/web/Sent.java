package org.clausebot.chat.web;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What a form of the chat page sent, as one message.
 *
 * @param message for the assistant
 * @param shown for the person
 * @param token of the step that it answers; may be empty
 * @param remove the file to be removed; may be empty
 * @param file whether it is the form for a file, with or without one
 */
record Sent(String message, String shown, String token, String remove, boolean file) {
    private static final String TICKED = "pick-";

    /** @param labels what the button says that sends a message */
    static Sent of(Map<String, String> form, UnaryOperator<String> labels) {
        String token = form.getOrDefault("step", "");
        String remove = form.getOrDefault("file-id", "");
        boolean file = form.containsKey("upload");
        Map<String, String> ticked = new TreeMap<>();
        form.forEach((name, value) -> {
            if (name.startsWith(TICKED)) {
                ticked.put(name.substring(TICKED.length()), value);
            }
        });
        if (!ticked.isEmpty()) {
            return new Sent(
                    String.join(", ", ticked.keySet()),
                    ticked.values().stream().collect(Collectors.joining(", ")),
                    token,
                    remove,
                    file);
        }
        String pressed = form.getOrDefault("pressed", "");
        if (!pressed.isBlank()) {
            return new Sent(pressed, labels.apply(pressed), token, remove, file);
        }
        String typed = form.getOrDefault("question", "");
        if (typed.isBlank()) {
            typed = (form.getOrDefault("day", "") + " " + form.getOrDefault("time", "")).strip();
        }
        return new Sent(typed, typed.strip(), token, remove, file);
    }
}
