package org.clausebot.chat.read;

import java.util.List;
import java.util.Optional;

/**
 * What a button of a {@link Card} carries. It names a request and proves nothing of who presses it; nothing in it opens
 * the page of anybody.
 */
public sealed interface ReadPress {
    /** Begins the questions of a request; with none, asks for {@link Understood}. */
    record Questions(String reading) implements ReadPress {}

    /**
     * Answers a question.
     *
     * @param question its place, from 0
     * @param choice the place of the answer, from 0
     * @param mark what the question came with
     */
    record Answer(String reading, int question, int choice, String mark) implements ReadPress {}

    /** "I have read and understood it." */
    record Understood(String reading, String mark) implements ReadPress {}

    /** What kind of button it is, in one word that no other button of the bot has. */
    default String kind() {
        return switch (this) {
            case Questions v -> "read-questions";
            case Answer v -> "read-answer";
            case Understood v -> "read-understood";
        };
    }

    /** What goes into the button. */
    default String value() {
        return switch (this) {
            case Questions(String reading) -> reading;
            case Answer(String reading, int question, int choice, String mark) ->
                reading + "." + question + "." + choice + "." + mark;
            case Understood(String reading, String mark) -> reading + "." + mark;
        };
    }

    /** What {@link #kind} and {@link #value} came from; empty for anything else. */
    static Optional<ReadPress> of(String kind, String value) {
        List<String> parts = List.of(value.split("\\.", -1));
        boolean wellFormed = parts.stream().allMatch(part -> part.matches("[A-Za-z0-9_-]{1,64}"));
        return switch (kind) {
            case "read-questions" ->
                wellFormed && parts.size() == 1 ? Optional.of(new Questions(parts.getFirst())) : Optional.empty();
            case "read-answer" ->
                wellFormed
                                && parts.size() == 4
                                && parts.get(1).matches("[0-9]")
                                && parts.get(2).matches("[0-9]")
                        ? Optional.of(new Answer(
                                parts.get(0),
                                Integer.parseInt(parts.get(1)),
                                Integer.parseInt(parts.get(2)),
                                parts.get(3)))
                        : Optional.empty();
            case "read-understood" ->
                wellFormed && parts.size() == 2
                        ? Optional.of(new Understood(parts.get(0), parts.get(1)))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }
}
