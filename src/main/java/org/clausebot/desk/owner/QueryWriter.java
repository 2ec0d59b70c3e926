package org.clausebot.desk.owner;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes a query from what somebody put into a form, so that whatever they put there, it can be read. */
final class QueryWriter {
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern BRACKETED =
            Pattern.compile("[\\p{L}\\p{N}.]*(\\([\\p{L}\\p{N}]{1,8}\\)[\\p{L}\\p{N}.]*)+");
    private static final Pattern NO_NUMBER = Pattern.compile("[^\\p{L}\\p{N}.()]");

    /**
     * @param all words that must be there
     * @param phrase words that must follow each other
     * @param any words of which one must be there
     * @param none words that must not be there
     * @param in the field to look in; empty for all of them
     * @param number what the clause's number begins with; empty for any
     * @param policy its id; empty for all
     */
    record Parts(String all, String phrase, String any, String none, String in, String number, String policy) {}

    private QueryWriter() {}

    /** The query, or nothing when there is nothing to look for: what must not be there finds nothing by itself. */
    static String write(Parts parts) {
        String field = parts.in().isEmpty() ? "" : parts.in() + ":";
        List<String> must = new ArrayList<>();
        words(parts.all()).forEach(word -> must.add(field + word));
        String phrase = words(NO_WORD.matcher(parts.phrase()).replaceAll(" ")).stream()
                .collect(Collectors.joining(" "));
        if (!phrase.isEmpty()) {
            must.add(field + "\"" + phrase + "\"");
        }
        List<String> any = words(parts.any()).stream().map(word -> field + word).toList();
        if (!any.isEmpty()) {
            must.add(any.size() == 1 ? any.getFirst() : "(" + String.join(" OR ", any) + ")");
        }
        String number = number(parts.number().toLowerCase(Locale.UK));
        if (!number.isEmpty()) {
            must.add("number:" + number + "*");
        }
        if (!parts.policy().isEmpty()) {
            must.add("policy:\"" + parts.policy() + "\"");
        }
        if (must.isEmpty()) {
            return "";
        }
        return String.join(" AND ", must)
                + words(parts.none()).stream().map(word -> " NOT " + field + word).collect(Collectors.joining());
    }

    /** Brackets stay where they stand as they do in printed numbers: 3(d)(ii). */
    private static String number(String typed) {
        String number = NO_NUMBER.matcher(typed).replaceAll("");
        return BRACKETED.matcher(number).matches() ? number : number.replaceAll("[()]", "");
    }

    /** In small letters, for AND, OR and NOT mean something; in quotation marks what is more than letters and digits. */
    private static List<String> words(String typed) {
        return SPACE.splitAsStream(typed.toLowerCase(Locale.UK))
                .map(word -> PLAIN.matcher(word).matches()
                        ? word
                        : quoted(NO_WORD.matcher(word).replaceAll(" ").strip()))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String quoted(String words) {
        return words.indexOf(' ') < 0 ? words : "\"" + words + "\"";
    }
}
