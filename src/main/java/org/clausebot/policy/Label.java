package org.clausebot.policy;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number, letter or bullet that a paragraph begins with.
 *
 * @param printed as printed, without the punctuation after it ({@code 1.1}, {@code (a)}, {@code Appendix A})
 * @param name the part that counts: {@code 1.1}, {@code a}, {@code iv}; empty for a bullet
 * @param kind what it is, which decides what it is a sibling of
 * @param length how many characters of the words it takes, with its punctuation and the space after
 */
record Label(String printed, String name, Kind kind, int length) {

    /** What a label is. Its brackets and stops are no part of that, because documents change them half-way. */
    enum Kind {
        /** Several parts, so it is an address by itself: {@code 1.1}, {@code A.1}, {@code C3}. */
        COMPOUND,
        /** {@code 1.} or a bare {@code 1}. */
        NUMBER,
        /** {@code (1)} or {@code 1)}. */
        BRACKETED_NUMBER,
        UPPER_LETTER,
        BRACKETED_UPPER_LETTER,
        LOWER_LETTER,
        UPPER_ROMAN,
        LOWER_ROMAN,
        /** {@code Section 1}: it counts as its number does. */
        SECTION,
        /** {@code Part A}, {@code Appendix B}: it names a heading and is no part of an address. */
        DIVISION,
        BULLET;

        boolean isLetter() {
            return this == UPPER_LETTER || this == BRACKETED_UPPER_LETTER || this == LOWER_LETTER;
        }

        boolean isRoman() {
            return this == UPPER_ROMAN || this == LOWER_ROMAN;
        }
    }

    private static final int LONGEST = 40;
    private static final String SPACE = "[\\s\\u00A0\\u2000-\\u200B]";
    private static final String GAP = "(?:" + SPACE + "+|$)";
    private static final Pattern BULLET = Pattern.compile(
            "([\\u00B7\\u2022\\u25AA\\u25AB\\u25CF\\u25CB\\u25E6\\u2023\\u2043\\u25A0\\u25A1\\u25BA\\u25B8\\u2756"
                    + "\\u2713\\u2714\\u27A2\\u2794\\u2192\\u25C6\\u2610\\u2611\\u2612\\uF0B7\\uF0A7\\uF0D8\\uF0FC])"
                    + SPACE + "*"
                    + "|\\[[ xX]\\](?=" + SPACE + ")" + SPACE + "*|([-*\\u2013\\u2014\\u2212oO+])(?:\\t" + SPACE + "*|"
                    + SPACE + "+)(?=\\S)"
                    + "|(\\.)" + SPACE + "+(?=\\p{L})");
    private static final Pattern COMPOUND =
            Pattern.compile("§?" + SPACE + "?(\\d{1,3}(?:\\.\\d{1,3}){1,6}|[A-Z]{1,2}\\.?\\d{1,3}(?:\\.\\d{1,3}){0,5}"
                    + "|[A-Z]\\.\\d{1,3}(?:\\.\\d{1,3}){0,5}|\\d{1,3}\\.?[A-Z](?:\\.\\d{1,3}){0,3})[.):]?" + GAP);
    private static final Pattern MIXED =
            Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3}){0,5}(?:\\([a-z0-9]{1,4}\\)){1,3})[.:]?" + GAP);
    private static final Pattern SIMPLE =
            Pattern.compile("(\\(|§" + SPACE + "?)?([0-9]{1,3}|[A-Za-z]|[ivxlIVXL]{2,6}|([b-z])\\3)([.):]{1,2})" + GAP);
    private static final Pattern BARE = Pattern.compile("§?" + SPACE + "?(\\d{1,2})(" + SPACE + "+|$)");
    private static final Pattern ROMAN_BARE = Pattern.compile("([IVX]{1,5})(\\t" + SPACE + "*|" + SPACE + "{2,})");
    private static final Pattern SECTION = Pattern.compile("(Section|SECTION|Clause|CLAUSE|Article|ARTICLE)" + SPACE
            + "+(\\d{1,3}(?:\\.\\d{1,3}){0,3}|[A-Z]|[IVX]{1,5})" + "(?:" + SPACE + "*[:.\\u2013\\u2014-]+" + GAP + "|"
            + SPACE + "*$|\\t" + SPACE + "*)");
    private static final Pattern DIVISION = Pattern.compile(
            "(?i:part|appendix|annexe|annex|schedule|chapter)" + SPACE + "+([A-Z]|\\d{1,2}|[IVX]{1,5})\\b");
    private static final Pattern NUMERAL = Pattern.compile("m{0,3}(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})");

    /** Whether {@code bare} numbers (without a stop) may be labels. */
    enum Bare {
        NEVER,
        BEFORE_A_WIDE_GAP,
        ALWAYS
    }

    /** The label that {@code words} begin with, if any. {@code words} must not begin with white space. */
    static Optional<Label> at(CharSequence words, Bare bare) {
        CharSequence start = words.length() > LONGEST ? words.subSequence(0, LONGEST) : words;
        Matcher bullet = BULLET.matcher(start);
        if (bullet.lookingAt()) {
            return Optional.of(new Label(bullet.group().strip(), "", Kind.BULLET, bullet.end()));
        }
        Matcher section = SECTION.matcher(start);
        if (section.lookingAt()) {
            return Optional.of(new Label(section.group(2), section.group(2), Kind.SECTION, section.end()));
        }
        Matcher division = DIVISION.matcher(start);
        if (division.lookingAt()) {
            return Optional.of(new Label(division.group(), division.group(1), Kind.DIVISION, 0));
        }
        return numbered(start, bare);
    }

    private static Optional<Label> numbered(CharSequence start, Bare bare) {
        Matcher compound = COMPOUND.matcher(start);
        if (compound.lookingAt()) {
            return Optional.of(new Label(compound.group(1), compound.group(1), Kind.COMPOUND, compound.end()));
        }
        Matcher mixed = MIXED.matcher(start);
        if (mixed.lookingAt()) {
            return Optional.of(new Label(mixed.group(1), mixed.group(1), Kind.COMPOUND, mixed.end()));
        }
        Matcher simple = SIMPLE.matcher(start);
        if (simple.lookingAt()) {
            return simple(simple);
        }
        Matcher roman = ROMAN_BARE.matcher(start);
        if (roman.lookingAt() && isNumeral(roman.group(1))) {
            return Optional.of(new Label(roman.group(1), roman.group(1), Kind.UPPER_ROMAN, roman.end()));
        }
        Matcher number = BARE.matcher(start);
        if (number.lookingAt() && (bare != Bare.NEVER || number.group().startsWith("§"))) {
            String gap = number.group(2);
            if (bare == Bare.ALWAYS || number.group().startsWith("§") || gap.indexOf('\t') >= 0 || gap.length() > 1) {
                return Optional.of(new Label(number.group(1), number.group(1), Kind.NUMBER, number.end()));
            }
        }
        return Optional.empty();
    }

    private static Optional<Label> simple(Matcher simple) {
        boolean opened = "(".equals(simple.group(1));
        String name = simple.group(2);
        boolean bracketed = opened || simple.group(4).indexOf(')') >= 0;
        if (opened && simple.group(4).charAt(0) != ')') {
            return Optional.empty();
        }
        Kind kind;
        if (Character.isDigit(name.charAt(0))) {
            kind = bracketed ? Kind.BRACKETED_NUMBER : Kind.NUMBER;
        } else if (name.length() > 1 && isNumeral(name)) {
            kind = Character.isUpperCase(name.charAt(0)) ? Kind.UPPER_ROMAN : Kind.LOWER_ROMAN;
        } else if (Character.isUpperCase(name.charAt(0))) {
            kind = bracketed ? Kind.BRACKETED_UPPER_LETTER : Kind.UPPER_LETTER;
        } else {
            kind = Kind.LOWER_LETTER;
        }
        if (name.length() > 1 && kind.isLetter() && Character.isUpperCase(name.charAt(0))) {
            return Optional.empty();
        }
        String printed = opened ? "(" + name + ")" : name;
        return Optional.of(new Label(printed, name, kind, simple.end()));
    }

    /** The label that a format computed, such as {@code (a)} or {@code 1.2.}. */
    static Optional<Label> computed(String label) {
        return at(label.strip(), Bare.ALWAYS).map(l -> new Label(l.printed, l.name, l.kind, 0));
    }

    static boolean isNumeral(String name) {
        return !name.isEmpty() && NUMERAL.matcher(name.toLowerCase(Locale.ROOT)).matches();
    }

    /** Whether the two may count the same list; (i) may be a letter or a number. */
    boolean isLike(Label other) {
        return kind == other.kind
                || (isSmall() && other.isSmall())
                || (kind == Kind.UPPER_LETTER && other.kind == Kind.UPPER_ROMAN)
                || (kind == Kind.UPPER_ROMAN && other.kind == Kind.UPPER_LETTER);
    }

    /** Whether it is a small letter or a small Roman number. */
    boolean isSmall() {
        return kind == Kind.LOWER_LETTER || kind == Kind.LOWER_ROMAN;
    }

    Label as(Kind other) {
        return new Label(printed, name, other, length);
    }

    /** Its place in its series, from 1: 3 for {@code c}, {@code iii} and {@code 3}. 0 for what has no series. */
    int value() {
        return switch (kind) {
            case NUMBER, BRACKETED_NUMBER -> Integer.parseInt(name);
            case SECTION -> name.indexOf('.') < 0 && Character.isDigit(name.charAt(0)) ? Integer.parseInt(name) : 0;
            case UPPER_LETTER, BRACKETED_UPPER_LETTER, LOWER_LETTER -> letterValue(name);
            case UPPER_ROMAN, LOWER_ROMAN -> romanValue(name);
            case COMPOUND, DIVISION, BULLET -> 0;
        };
    }

    static int letterValue(String name) {
        return Character.toLowerCase(name.charAt(0)) - 'a' + 1 + 26 * (name.length() - 1);
    }

    static int romanValue(String name) {
        int sum = 0;
        int last = 0;
        for (int i = name.length() - 1; i >= 0; i--) {
            int digit = switch (Character.toLowerCase(name.charAt(i))) {
                case 'i' -> 1;
                case 'v' -> 5;
                case 'x' -> 10;
                case 'l' -> 50;
                case 'c' -> 100;
                case 'd' -> 500;
                case 'm' -> 1000;
                default -> 0;
            };
            sum += digit < last ? -digit : digit;
            last = Math.max(last, digit);
        }
        return sum;
    }

    /** Its number as it stands after its parents' in an address: {@code (a)}, {@code .1}. */
    String after(String parent) {
        if (parent.isEmpty()) {
            boolean small = kind == Kind.LOWER_LETTER || kind == Kind.LOWER_ROMAN;
            return small ? "(" + name + ")" : printed;
        }
        boolean brackets = printed.startsWith("(")
                || kind == Kind.LOWER_LETTER
                || kind == Kind.LOWER_ROMAN
                || kind == Kind.BRACKETED_NUMBER
                || kind == Kind.BRACKETED_UPPER_LETTER
                || parent.endsWith(")")
                || (kind == Kind.NUMBER && parent.indexOf('.') >= 0 && Character.isDigit(parent.charAt(0)));
        return parent + (brackets ? "(" + name + ")" : "." + name);
    }
}
