package org.clausebot.policy;

import java.util.Locale;

/** The forms in which Word prints the number of a list level ({@code w:numFmt}). */
final class NumberFormat {
    private static final String[] ONES = {
        "",
        "One",
        "Two",
        "Three",
        "Four",
        "Five",
        "Six",
        "Seven",
        "Eight",
        "Nine",
        "Ten",
        "Eleven",
        "Twelve",
        "Thirteen",
        "Fourteen",
        "Fifteen",
        "Sixteen",
        "Seventeen",
        "Eighteen",
        "Nineteen"
    };
    private static final String[] ORDINAL_ONES = {
        "",
        "First",
        "Second",
        "Third",
        "Fourth",
        "Fifth",
        "Sixth",
        "Seventh",
        "Eighth",
        "Ninth",
        "Tenth",
        "Eleventh",
        "Twelfth",
        "Thirteenth",
        "Fourteenth",
        "Fifteenth",
        "Sixteenth",
        "Seventeenth",
        "Eighteenth",
        "Nineteenth"
    };
    private static final String[] TENS = {
        "", "", "Twenty", "Thirty", "Forty", "Fifty", "Sixty", "Seventy", "Eighty", "Ninety"
    };
    private static final int[] ROMAN_VALUES = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
    private static final String[] ROMAN = {"m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"};
    /** Word repeats a letter after the alphabet's end; past this it would fill a line. */
    private static final int MOST_LETTERS = 30;

    private NumberFormat() {}

    /** {@code number} as printed in {@code format}; formats of other scripts are printed as decimals. */
    static String print(int number, String format) {
        return switch (format) {
            case "none", "bullet" -> "";
            case "decimalZero" -> number < 10 && number >= 0 ? "0" + number : String.valueOf(number);
            case "lowerLetter" -> letters(number);
            case "upperLetter" -> letters(number).toUpperCase(Locale.ROOT);
            case "lowerRoman" -> roman(number);
            case "upperRoman" -> roman(number).toUpperCase(Locale.ROOT);
            case "ordinal" -> number + suffix(number);
            case "cardinalText" -> words(number, false);
            case "ordinalText" -> words(number, true);
            case "numberInDash" -> "- " + number + " -";
            case "decimalEnclosedParen" -> "(" + number + ")";
            case "decimalEnclosedFullstop" -> number + ".";
            case "decimalEnclosedCircle" ->
                number >= 1 && number <= 20 ? String.valueOf((char) ('\u2460' + number - 1)) : String.valueOf(number);
            default -> String.valueOf(number);
        };
    }

    /** {@code number} filled up with noughts to {@code width} digits: Word's own "01, 02, 03" and "001, 002, 003". */
    static String padded(int number, int width) {
        String digits = String.valueOf(number);
        return "0".repeat(Math.max(0, Math.min(width, 9) - digits.length())) + digits;
    }

    private static String letters(int number) {
        if (number < 1) {
            return "";
        }
        int times = (number - 1) / 26 + 1;
        return times > MOST_LETTERS
                ? String.valueOf(number)
                : String.valueOf((char) ('a' + (number - 1) % 26)).repeat(times);
    }

    private static String roman(int number) {
        if (number < 1 || number > 3999) {
            return String.valueOf(number);
        }
        StringBuilder written = new StringBuilder();
        int left = number;
        for (int i = 0; i < ROMAN.length; i++) {
            while (left >= ROMAN_VALUES[i]) {
                written.append(ROMAN[i]);
                left -= ROMAN_VALUES[i];
            }
        }
        return written.toString();
    }

    private static String suffix(int number) {
        int last = number % 100;
        if (last >= 11 && last <= 13) {
            return "th";
        }
        return switch (number % 10) {
            case 1 -> "st";
            case 2 -> "nd";
            case 3 -> "rd";
            default -> "th";
        };
    }

    private static String words(int number, boolean ordinal) {
        String[] ones = ordinal ? ORDINAL_ONES : ONES;
        if (number < 1 || number > 99) {
            return String.valueOf(number);
        }
        if (number < 20) {
            return ones[number];
        }
        String tens = TENS[number / 10];
        if (number % 10 != 0) {
            return tens + "-" + ones[number % 10].toLowerCase(Locale.ROOT);
        }
        return ordinal ? tens.substring(0, tens.length() - 1) + "ieth" : tens;
    }
}
