package org.clausebot.policy;

import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** Computes the numbers that a browser prints before the items of an ordered list. */
final class HtmlLabels {
    private static final int MOST = 9999;

    private final boolean ordered;
    private final String type;
    private final int step;
    private int next;

    private HtmlLabels(boolean ordered, String type, int start, int step) {
        this.ordered = ordered;
        this.type = type;
        this.next = start;
        this.step = step;
    }

    static HtmlLabels of(Element list) {
        boolean ordered = list.normalName().equals("ol");
        boolean reversed = list.hasAttr("reversed");
        int first = reversed ? list.select("> li").size() : 1;
        return new HtmlLabels(ordered, type(list), number(list.attr("start")).orElse(first), reversed ? -1 : 1);
    }

    private static String type(Element list) {
        String style = list.attr("style").toLowerCase(Locale.ROOT) + " "
                + list.className().toLowerCase(Locale.ROOT);
        if (style.contains("lower-alpha") || style.contains("lower-latin")) {
            return "a";
        }
        if (style.contains("upper-alpha") || style.contains("upper-latin")) {
            return "A";
        }
        if (style.contains("lower-roman")) {
            return "i";
        }
        if (style.contains("upper-roman")) {
            return "I";
        }
        if (style.contains("list-style-type:none") || style.contains("list-style: none")) {
            return "";
        }
        return list.hasAttr("type") ? list.attr("type") : "1";
    }

    private static Optional<Integer> number(String words) {
        try {
            int number = Integer.parseInt(words.strip());
            return number >= -MOST && number <= MOST ? Optional.of(number) : Optional.empty();
        } catch (NumberFormatException notOne) {
            return Optional.empty();
        }
    }

    Optional<String> next(Element item) {
        if (!ordered || type.isEmpty()) {
            return Optional.empty();
        }
        int value = number(item.attr("value")).orElse(next);
        next = value + step;
        return Optional.of(format(value) + ".");
    }

    private String format(int value) {
        if (value < 1 || value > 400) {
            return Integer.toString(value);
        }
        return switch (type) {
            case "a" -> letters(value);
            case "A" -> letters(value).toUpperCase(Locale.ROOT);
            case "i" -> roman(value);
            case "I" -> roman(value).toUpperCase(Locale.ROOT);
            default -> Integer.toString(value);
        };
    }

    private static String letters(int value) {
        char letter = (char) ('a' + (value - 1) % 26);
        return String.valueOf(letter).repeat((value - 1) / 26 + 1);
    }

    private static String roman(int value) {
        int[] sizes = {100, 90, 50, 40, 10, 9, 5, 4, 1};
        String[] signs = {"c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"};
        StringBuilder roman = new StringBuilder();
        int rest = value;
        for (int i = 0; i < sizes.length; i++) {
            while (rest >= sizes[i]) {
                roman.append(signs[i]);
                rest -= sizes[i];
            }
        }
        return roman.toString();
    }
}
