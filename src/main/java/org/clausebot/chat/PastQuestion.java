package org.clausebot.chat;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A question about what a policy said at an earlier time, such as "what did the policy say about phones in June 2018?".
 *
 * @param first the first day that is meant
 * @param last the last
 * @param question without the time
 */
record PastQuestion(LocalDate first, LocalDate last, String question) {
    private static final Pattern ASKS = Pattern.compile(
            "(?i)\\b(?:policy|policies|rules?|guidance|version|handbook|code)\\b.{0,80}\\b(?:say|said|states?|stated|allow(?:ed)?"
                    + "|forbid|forbade|require[d]?|read)\\b|\\b(?:what|which|how)\\b.{0,30}\\b(?:did|was|were)\\b.{0,80}"
                    + "\\b(?:policy|policies|rules?|guidance|version|handbook|code)\\b");
    private static final Pattern WHEN =
            Pattern.compile("(?i)[,;]?\\s*\\b(?:back\\s+)?(?:in|on|at|during|as\\s+of|as\\s+at)\\s+(?:the\\s+)?(?:"
                    + "(?<iso>\\d{4}-\\d{2}-\\d{2})"
                    + "|(?<day>\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?(?<dayMonth>[a-z]{3,9})\\.?,?\\s+(?<dayYear>\\d{4})"
                    + "|(?<month>[a-z]{3,9})\\.?,?\\s+(?<monthYear>\\d{4})"
                    + "|(?<year>(?:19|20)\\d{2}))\\b");

    /** The question, if {@code text} asks of a time that has begun; empty for anything else. */
    static Optional<PastQuestion> read(String text, LocalDate today) {
        Matcher when = WHEN.matcher(text);
        if (!ASKS.matcher(text).find() || !when.find()) {
            return Optional.empty();
        }
        String rest = (text.substring(0, when.start()) + text.substring(when.end())).strip();
        try {
            return period(when)
                    .map(days -> new PastQuestion(days[0], days[1], rest))
                    .filter(past -> !past.first().isAfter(today));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate[]> period(Matcher when) {
        if (when.group("iso") != null) {
            LocalDate day = LocalDate.parse(when.group("iso"));
            return Optional.of(new LocalDate[] {day, day});
        }
        if (when.group("day") != null) {
            return month(when.group("dayMonth")).map(month -> {
                LocalDate day = LocalDate.of(
                        Integer.parseInt(when.group("dayYear")), month, Integer.parseInt(when.group("day")));
                return new LocalDate[] {day, day};
            });
        }
        if (when.group("month") != null) {
            return month(when.group("month")).map(month -> {
                YearMonth whole = YearMonth.of(Integer.parseInt(when.group("monthYear")), month);
                return new LocalDate[] {whole.atDay(1), whole.atEndOfMonth()};
            });
        }
        int year = Integer.parseInt(when.group("year"));
        return Optional.of(new LocalDate[] {LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)});
    }

    private static Optional<Integer> month(String name) {
        String typed = name.toLowerCase(Locale.UK);
        return Arrays.stream(Month.values())
                .filter(month -> typed.equals(
                                month.getDisplayName(TextStyle.FULL, Locale.UK).toLowerCase(Locale.UK))
                        || typed.equals(
                                month.getDisplayName(TextStyle.SHORT, Locale.UK).toLowerCase(Locale.UK)))
                .map(Month::getValue)
                .findFirst();
    }
}
