package org.clausebot.chat.talk;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clausebot.chat.Asking.Input;

/** The fields of steps, in messages and in windows. */
public final class Fields {
    /** Words that are typed. */
    public static final String ANSWER = "answer";

    /** More words, where one field is too small. */
    public static final String MORE = "answer:more";

    /** {@code yyyy-MM-dd}. */
    public static final String DAY = "day";

    /** {@code HH:mm}. */
    public static final String TIME = "time";

    /** Followed by a number: ids of what was ticked or chosen, with commas or line breaks between. */
    public static final String TICKS = "ticks:";

    private Fields() {}

    /**
     * What was filled in, as words that a flow understands; empty when nothing was.
     *
     * @param fields what came, by name
     */
    public static Optional<String> words(Input input, Map<String, String> fields) {
        String words = switch (input) {
            case DAY -> field(fields, DAY);
            case DAY_AND_TIME -> dayAndTime(field(fields, DAY), field(fields, TIME));
            case CHOICES, SURE, CONFIRM, SEND -> ticked(fields);
            case LINE, LONG, PERSON, NUMBER, WEB_ADDRESS, FILES -> typed(fields);
        };
        return Optional.of(words).filter(w -> !w.isBlank());
    }

    /** What was written, in as many fields as there were. */
    public static String typed(Map<String, String> fields) {
        return Stream.of(field(fields, ANSWER), field(fields, MORE))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static String dayAndTime(String day, String time) {
        return day.isEmpty() || time.isEmpty() ? day : day + " at " + time;
    }

    private static String ticked(Map<String, String> fields) {
        return fields.keySet().stream()
                .filter(name -> name.startsWith(TICKS))
                .sorted((a, b) -> Integer.compare(number(a), number(b)))
                .flatMap(name -> Arrays.stream(field(fields, name).split("[,\\n]", -1)))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static int number(String name) {
        String digits = name.substring(TICKS.length());
        return digits.matches("\\d{1,4}") ? Integer.parseInt(digits) : Integer.MAX_VALUE;
    }

    private static String field(Map<String, String> fields, String name) {
        return fields.getOrDefault(name, "").strip();
    }
}
