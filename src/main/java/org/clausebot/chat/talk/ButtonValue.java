package org.clausebot.chat.talk;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clausebot.chat.Asking.Input;
import org.clausebot.chat.Feedback.Verdict;

/**
 * What a button carries. It comes back proved, but as anybody could have sent it earlier, so it is only ever a
 * wish: it names things and proves nothing. Never in it: what a person typed.
 */
public sealed interface ButtonValue {
    /** The most characters that a button carries; Slack takes no more. */
    int MOST = 2_000;

    /**
     * Says something, as if it had been typed.
     *
     * @param token of the step that it answers; empty for words that begin something, such as a report's title
     */
    record Say(String token, String message) implements ButtonValue {}

    /** The words typed last were the answer to this step; whoever receives this has kept them in memory. */
    record Literal(String token) implements ButtonValue {}

    /** Answers a step with what is picked on the same message; {@link Fields#words} makes words of it. */
    record Fill(String token, Input input) implements ButtonValue {}

    /** Opens a window in which the step is answered. */
    record OpenWindow(String token) implements ButtonValue {}

    /** Whether a clause helped. */
    record Vote(Shown shown, Verdict verdict) implements ButtonValue {}

    /**
     * Shows the clauses of an answer to everybody in the thread.
     *
     * @param direct whether they answer; false where they are only the nearest
     * @param shown those that answer, then those to read with them
     */
    record Share(boolean direct, List<Shown> shown) implements ButtonValue {
        public Share {
            shown = List.copyOf(shown);
        }
    }

    /**
     * A clause of a certain version of a policy.
     *
     * @param clause its address
     */
    record Shown(String policy, String version, String clause) {}

    /** Asks the policy what is written beside it. */
    record Ask() implements ButtonValue {}

    /** Shows the reports that can be made. */
    record BeginReport() implements ButtonValue {}

    /** Goes on with the report that waits. */
    record GoOn() implements ButtonValue {}

    /** Asks to throw away the report that waits. */
    record ThrowAway() implements ButtonValue {}

    /**
     * Asks to be told when a question is answered.
     *
     * @param mark of the question, as {@link org.clausebot.chat.awaited.Waiting#mark(String)} gives it
     */
    record TellMe(String mark) implements ButtonValue {}

    /** Takes that back. */
    record DontTell(String mark) implements ButtonValue {}

    /** Asks for the code of a report that was sent or saved, to look it up. */
    record LookUp() implements ButtonValue {}

    /** A web page was opened by the browser; nothing is to be done. */
    record Opened() implements ButtonValue {}

    /**
     * The id of the control.
     *
     * @param number another for each control of a message
     */
    default String actionId(int number) {
        return kind() + ":" + number;
    }

    /** What kind of button it is, in one word. */
    default String kind() {
        return switch (this) {
            case Say v -> "say";
            case Literal v -> "literal";
            case Fill v -> "fill";
            case OpenWindow v -> "window";
            case Vote v -> "vote";
            case Share v -> "share";
            case Ask v -> "ask";
            case BeginReport v -> "report";
            case GoOn v -> "go-on";
            case ThrowAway v -> "throw-away";
            case TellMe v -> "tell-me";
            case DontTell v -> "dont-tell";
            case LookUp v -> "look-up";
            case Opened v -> "opened";
        };
    }

    /** What goes into the control; letters, digits and signs that no markup takes for its own. */
    default String value() {
        return switch (this) {
            case Say(String token, String message) -> joined(List.of(token, message));
            case Literal(String token) -> joined(List.of(token));
            case Fill(String token, Input input) -> joined(List.of(token, input.name()));
            case OpenWindow(String token) -> joined(List.of(token));
            case Vote(Shown s, Verdict verdict) -> joined(List.of(verdict.code(), s.policy, s.version, s.clause));
            case Share(boolean direct, List<Shown> shown) ->
                joined(Stream.concat(
                                Stream.of(Boolean.toString(direct)),
                                shown.stream().flatMap(s -> Stream.of(s.policy, s.version, s.clause)))
                        .toList());
            case Ask v -> kind();
            case BeginReport v -> kind();
            case GoOn v -> kind();
            case ThrowAway v -> kind();
            case TellMe(String mark) -> joined(List.of(mark));
            case DontTell(String mark) -> joined(List.of(mark));
            case LookUp v -> kind();
            case Opened v -> kind();
        };
    }

    /** Whether a button can carry it. */
    default boolean fits() {
        return value().length() <= MOST;
    }

    /** What {@link #actionId} and {@link #value} came from; empty for anything else. */
    static Optional<ButtonValue> read(String actionId, String value) {
        int colon = actionId.indexOf(':');
        return colon < 0 ? Optional.empty() : ofKind(actionId.substring(0, colon), value);
    }

    /** What {@link #kind} and {@link #value} came from; empty for anything else. */
    static Optional<ButtonValue> ofKind(String kind, String value) {
        return value.length() > MOST ? Optional.empty() : parts(value).flatMap(parts -> read(kind, parts));
    }

    private static Optional<ButtonValue> read(String kind, List<String> parts) {
        String first = parts.getFirst();
        Optional<ButtonValue> read = switch (kind) {
            case "say" -> parts.size() == 2 ? Optional.of(new Say(first, parts.get(1))) : Optional.empty();
            case "literal" -> parts.size() == 1 ? Optional.of(new Literal(first)) : Optional.empty();
            case "fill" -> parts.size() == 2 ? fill(first, parts.get(1)) : Optional.empty();
            case "window" -> parts.size() == 1 ? Optional.of(new OpenWindow(first)) : Optional.empty();
            case "vote" -> vote(parts);
            case "share" -> share(parts);
            case "ask" -> Optional.of(new Ask());
            case "report" -> Optional.of(new BeginReport());
            case "go-on" -> Optional.of(new GoOn());
            case "throw-away" -> Optional.of(new ThrowAway());
            case "tell-me" -> parts.size() == 1 ? Optional.of(new TellMe(first)) : Optional.empty();
            case "dont-tell" -> parts.size() == 1 ? Optional.of(new DontTell(first)) : Optional.empty();
            case "look-up" -> Optional.of(new LookUp());
            case "opened" -> Optional.of(new Opened());
            default -> Optional.empty();
        };
        return read;
    }

    private static Optional<ButtonValue> fill(String token, String input) {
        return Arrays.stream(Input.values())
                .filter(i -> i.name().equals(input))
                .findFirst()
                .map(i -> new Fill(token, i));
    }

    private static Optional<ButtonValue> vote(List<String> parts) {
        return parts.size() == 4
                ? Verdict.of(parts.getFirst()).map(v -> new Vote(shown(parts, 1), v))
                : Optional.empty();
    }

    private static Optional<ButtonValue> share(List<String> parts) {
        boolean known = List.of("true", "false").contains(parts.getFirst());
        if (!known || parts.size() < 4 || parts.size() % 3 != 1) {
            return Optional.empty();
        }
        List<Shown> shown = new ArrayList<>();
        for (int at = 1; at < parts.size(); at += 3) {
            shown.add(shown(parts, at));
        }
        return Optional.of(new Share(Boolean.parseBoolean(parts.getFirst()), shown));
    }

    private static Shown shown(List<String> parts, int at) {
        return new Shown(parts.get(at), parts.get(at + 1), parts.get(at + 2));
    }

    private static String joined(List<String> parts) {
        return parts.stream()
                .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static Optional<List<String>> parts(String value) {
        try {
            return Optional.of(Arrays.stream(value.split("&", -1))
                    .map(part -> URLDecoder.decode(part, StandardCharsets.UTF_8))
                    .toList());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
