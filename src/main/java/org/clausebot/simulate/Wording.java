package org.clausebot.simulate;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes sentences from patterns: {@code {a|b}} is one of the two, {@code [a]} is there half the time. */
final class Wording {
    private static final Pattern CHOICE = Pattern.compile("\\{([^{}]*)\\}");
    private static final Pattern PERHAPS = Pattern.compile("\\[([^\\[\\]]*)\\] ?");
    private static final double TYPO = 0.12;
    private static final int LONG_WORD = 5;

    private final Matters matters;
    private final Random random;

    Wording(Matters matters, Random random) {
        this.matters = matters;
        this.random = random;
    }

    /** As somebody types it: with a word before or after it, or a slip, now and then. */
    String of(Matter matter) {
        String words = pick(matters.openers()) + plain(matter) + pick(matters.closers());
        String typed = random.nextDouble() < TYPO ? slip(words) : words;
        return switch (random.nextInt(4)) {
            case 0 -> typed.substring(0, 1).toUpperCase(Locale.ROOT) + typed.substring(1) + "?";
            case 1 -> typed + "?";
            default -> typed;
        };
    }

    /** As the one person asks whose way of writing is their own. */
    String inStyle(Matter matter) {
        return matters.styleOpener() + plain(matter) + matters.styleCloser();
    }

    private String plain(Matter matter) {
        Matcher choice = CHOICE.matcher(pick(matter.asks()));
        String chosen = choice.replaceAll(
                found -> Matcher.quoteReplacement(pick(List.of(found.group(1).split("\\|", -1)))));
        return PERHAPS.matcher(chosen)
                .replaceAll(found -> random.nextBoolean() ? Matcher.quoteReplacement(found.group(1) + " ") : "")
                .strip();
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** Two letters of a long word change places. */
    private String slip(String words) {
        String[] parts = words.split(" ", -1);
        int at = random.nextInt(parts.length);
        String word = parts[at];
        if (word.length() >= LONG_WORD) {
            int from = 1 + random.nextInt(word.length() - 3);
            parts[at] = word.substring(0, from) + word.charAt(from + 1) + word.charAt(from) + word.substring(from + 2);
        }
        return String.join(" ", parts);
    }
}
