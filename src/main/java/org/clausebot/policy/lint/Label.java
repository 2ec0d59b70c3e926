package org.clausebot.policy.lint;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The last step of a printed number, and what comes before it: {@code 2.4.} and {@code 6}, {@code 3(} and {@code d}.
 *
 * @param parent all before the last step, its punctuation included; empty at the outermost level
 * @param step digits or letters
 * @param close what is printed after the step
 */
record Label(String parent, String step, String close) {
    private static final Pattern AGAIN = Pattern.compile(" \\(\\d+(?:st|nd|rd|th)\\)");
    private static final Pattern LAST = Pattern.compile("(.*?[^\\p{L}\\p{N}]|[A-Z](?=\\d)|)(\\d+|[A-Za-z]{1,5})(\\)?)");
    private static final Pattern HEADING = Pattern.compile(
            "(?i:(section|part|chapter|appendix|annex|schedule)\\s+)?((?:\\d+|[A-Z]|[IVX]+)(?:\\.\\d+)*)(?:[.):]+|\\s*[–—-]|\\s|$).*");
    private static final int[] ROMAN_VALUES = {1, 4, 5, 9, 10, 40, 50};
    private static final List<String> ROMANS = List.of("i", "iv", "v", "ix", "x", "xl", "l");

    /** The label of a clause, or empty where the document prints no number. */
    static Optional<Label> ofClause(String number) {
        if (number.contains("¶")) {
            return Optional.empty();
        }
        Matcher last = LAST.matcher(AGAIN.matcher(number).replaceAll("").strip());
        return last.matches() ? Optional.of(new Label(last.group(1), last.group(2), last.group(3))) : Optional.empty();
    }

    /** Whether the number stood in the document before, as its {@code (2nd)} says. */
    static boolean isRepeat(String number) {
        Matcher again = AGAIN.matcher(number);
        return again.find() && again.end() == number.length() && !again.find();
    }

    static String bare(String number) {
        return AGAIN.matcher(number).replaceAll("");
    }

    /** The label of a heading: of {@code 2.4 Protection}, {@code Section 3: Links}, {@code Appendix B}. */
    static Optional<Label> ofHeading(String heading) {
        Matcher found = HEADING.matcher(heading.strip());
        if (!found.matches()) {
            return Optional.empty();
        }
        boolean named = found.group(1) != null;
        String number = found.group(2);
        if (!named && !Character.isDigit(number.charAt(0)) && !heading.strip().startsWith(number + ".")) {
            return Optional.empty();
        }
        String kind = named ? found.group(1).toLowerCase(Locale.ROOT) : "";
        String outer = kind.matches("appendix|annex|schedule") ? kind + " " : "";
        return ofClause(number).map(label -> new Label(outer + label.parent, label.step, ""));
    }

    boolean isNumber() {
        return Character.isDigit(step.charAt(0));
    }

    /** Labels with one key are counted together. */
    String key() {
        return parent + "_" + (isNumber() ? "1" : Character.isUpperCase(step.charAt(0)) ? "A" : "a") + close;
    }

    /** Its value as a number, as a letter, or as a Roman numeral; 0 when it is none. */
    int value(boolean roman) {
        if (isNumber()) {
            return step.length() > 6 ? 0 : Integer.parseInt(step);
        }
        String small = step.toLowerCase(Locale.ROOT);
        return roman ? roman(small) : small.length() == 1 ? small.charAt(0) - 'a' + 1 : 0;
    }

    /** The same label with another value, as it would be printed. */
    String printed(int value, boolean roman) {
        String next =
                isNumber() ? String.valueOf(value) : roman ? toRoman(value) : String.valueOf((char) ('a' + value - 1));
        return parent + (Character.isUpperCase(step.charAt(0)) ? next.toUpperCase(Locale.ROOT) : next) + close;
    }

    private static int roman(String letters) {
        for (int value = 1; value < 60; value++) {
            if (toRoman(value).equals(letters)) {
                return value;
            }
        }
        return 0;
    }

    private static String toRoman(int value) {
        StringBuilder letters = new StringBuilder();
        int rest = value;
        for (int i = ROMAN_VALUES.length - 1; i >= 0; i--) {
            while (rest >= ROMAN_VALUES[i]) {
                letters.append(ROMANS.get(i));
                rest -= ROMAN_VALUES[i];
            }
        }
        return letters.toString();
    }
}
