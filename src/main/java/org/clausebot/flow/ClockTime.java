package org.clausebot.flow;

import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time of day as it was typed.
 *
 * @param hour 0 to 23
 * @param minute 0 to 59
 * @param half whether the half of the day is known; where it is not, {@code hour} is 1 to 12
 */
record ClockTime(int hour, int minute, boolean half) {
    private static final List<String> WORDS = List.of(
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");
    private static final Map<String, Integer> MINUTES =
            Map.of("five", 5, "ten", 10, "quarter", 15, "twenty", 20, "twenty five", 25, "twenty-five", 25, "half", 30);
    private static final String HOUR = "(\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)";
    private static final String HALF = "\\s*(a\\.?m\\.?|p\\.?m\\.?)?(?![a-z0-9])";

    private static final Pattern PAST = Pattern.compile(
            "\\b(?:a )?(half|quarter|twenty[ -]five|twenty|ten|five|\\d{1,2})(?: minutes?| mins?)? (past|to) " + HOUR
                    + HALF);
    private static final Pattern HALF_HOUR = Pattern.compile("\\bhalf " + HOUR + HALF);
    private static final Pattern DIGITS = Pattern.compile("(?<![\\d/.-])(\\d{1,2})[:.](\\d{2})(?![\\d/.-]\\d)" + HALF);
    private static final Pattern WITH_HALF = Pattern.compile("\\b" + HOUR + "\\s*(a\\.?m\\.?|p\\.?m\\.?)(?![a-z0-9])");
    private static final Pattern O_CLOCK = Pattern.compile("\\b" + HOUR + " ?o'?clock()\\b");
    private static final Pattern AT =
            Pattern.compile("\\b(?:at|about|around|roughly|approximately|approx|by|circa|just after|just before) "
                    + HOUR + "(?:ish)?(?![a-z0-9/:-])()");
    private static final Pattern ISH = Pattern.compile("\\b" + HOUR + "-?ish\\b()");

    /** What was found, and the message without it. */
    record Found(Optional<ClockTime> time, String rest) {}

    /** The first time of day in {@code plain}; found but impossible, such as 25:00, it stays in the rest. */
    static Found in(String plain) {
        Matcher m = PAST.matcher(plain);
        if (m.find()) {
            return past(plain, m);
        }
        m = HALF_HOUR.matcher(plain);
        if (m.find()) {
            return found(plain, m, number(m.group(1)), 30, m.group(2));
        }
        m = DIGITS.matcher(plain);
        if (m.find()) {
            return found(plain, m, number(m.group(1)), Integer.parseInt(m.group(2)), m.group(3));
        }
        for (Pattern pattern : List.of(WITH_HALF, O_CLOCK, AT, ISH)) {
            m = pattern.matcher(plain);
            if (m.find()) {
                return found(plain, m, number(m.group(1)), 0, m.group(2));
            }
        }
        return new Found(Optional.empty(), plain);
    }

    /** A number by itself at the end, as in "yesterday 4". */
    static Found bare(String rest) {
        Matcher m = Pattern.compile("^" + HOUR + "()$").matcher(rest.strip());
        return m.find() ? found(rest.strip(), m, number(m.group(1)), 0, "") : new Found(Optional.empty(), rest);
    }

    LocalTime inMorning() {
        return LocalTime.of(half ? hour : hour % 12, minute);
    }

    LocalTime inAfternoon() {
        return LocalTime.of(half ? hour : hour % 12 + 12, minute);
    }

    private static Found past(String plain, Matcher m) {
        int hour = number(m.group(3));
        Integer known = MINUTES.get(m.group(1));
        int minutes = known != null ? known : Integer.parseInt(m.group(1));
        if (minutes > 59 || hour > 23) {
            return new Found(Optional.empty(), plain);
        }
        if (m.group(2).equals("past") || minutes == 0) {
            return found(plain, m, hour, minutes, m.group(4));
        }
        return found(plain, m, hour == 1 ? 12 : Math.floorMod(hour - 1, 24), 60 - minutes, m.group(4));
    }

    private static Found found(String plain, Matcher m, int hour, int minute, String half) {
        boolean am = half != null && half.startsWith("a");
        boolean pm = half != null && half.startsWith("p");
        if (hour > 23 || minute > 59 || ((am || pm) && (hour > 12 || hour == 0))) {
            return new Found(Optional.empty(), plain);
        }
        String rest = plain.substring(0, m.start()) + " " + plain.substring(m.end());
        int of24 = am || pm ? hour % 12 + (pm ? 12 : 0) : hour;
        boolean known = am || pm || hour > 12 || hour == 0;
        return new Found(Optional.of(new ClockTime(of24, minute, known)), rest);
    }

    private static int number(String hour) {
        int word = WORDS.indexOf(hour);
        return word >= 0 ? word : Integer.parseInt(hour);
    }
}
