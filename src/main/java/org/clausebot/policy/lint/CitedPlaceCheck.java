package org.clausebot.policy.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clausebot.policy.Clause;
import org.clausebot.policy.Section;
import org.clausebot.policy.Span;

/**
 * An appendix, section or clause that is cited but is not in the document. What belongs to another document ("section 7
 * of the Guidance", "section 149 of the Equality Act") is left alone.
 */
final class CitedPlaceCheck implements Check {
    private static final String NUMBER = "(?:\\d+(?:\\.\\d+)*|[A-Z]\\.?\\d+|[A-Z]|[IVX]+)(?:\\([a-z]+\\))*";
    private static final Pattern NAMED =
            Pattern.compile("\\b((?i:appendix|appendices|annex(?:es|e)?|schedules?|sections?|parts?"
                    + "|clauses?|paragraphs?|paras?\\.?))\\s+(" + NUMBER + ")(?:\\s*(?:,|and|or|to|–|-)\\s*(" + NUMBER
                    + "))?(?![\\w.]*\\w)");
    private static final Pattern BARE = Pattern.compile(
            "\\b(?i:in|under|see|by|with|to|of|at|and)\\s+(\\d{1,2}(?:\\.\\d{1,2}){1,3}(?:\\([a-z]+\\))*)(?![\\d.]*\\d|\\s*(?:am|pm|%|m\\b|km|cm|mm|kg|hours|miles|per ?cent|million|GHz|GB))");
    private static final Pattern ELSEWHERE_AFTER = Pattern.compile(
            "^[\\s,]*(?:\\([^)]*\\)|[‘'“\"][^’'”\"]*[’'”\"])?[\\s,]*(?:of|in|to|from)\\s+(?!this\\b|that section\\b)(?:the\\s+)?(?:[‘'“\"]|[A-Z]|its|their|your|school|latest|current|statutory)");
    private static final Pattern ELSEWHERE =
            Pattern.compile("\\b(?:Acts?|Regulations|Order|Directive|Guidance|KCSIE|Keeping Children Safe|[Ss]tatutory"
                    + "|Framework|Handbook|Burgundy Book|Green Book|Convention)\\b");

    /**
     * A place of this document that a sentence sends the reader to.
     *
     * @param kind such as {@code section}, in small letters
     * @param number as printed
     * @param words where the clause's text says it
     */
    record Cited(Sentence sentence, String kind, String number, Span words) {}

    @Override
    public List<Finding> check(Reading reading) {
        Set<String> present = present(reading);
        Map<String, Finding> findings = new LinkedHashMap<>();
        for (Cited cited : cited(reading, present)) {
            if (!exists(reading, present, cited.kind(), cited.number())) {
                put(findings, reading, cited);
            }
        }
        return new ArrayList<>(findings.values());
    }

    static List<Cited> cited(Reading reading) {
        return cited(reading, present(reading));
    }

    private static List<Cited> cited(Reading reading, Set<String> present) {
        boolean decimals = present.stream().anyMatch(n -> n.matches("\\d+\\.\\d+.*"));
        List<Cited> all = new ArrayList<>();
        for (Sentence sentence : reading.sentences()) {
            Matcher named = NAMED.matcher(sentence.text());
            while (named.find()) {
                for (int group = 2; group <= 3 && isOurs(sentence, named.end()); group++) {
                    if (named.group(group) != null) {
                        all.add(cited(sentence, named, named.group(1).toLowerCase(Locale.UK), named.group(group)));
                    }
                }
            }
            Matcher bare = BARE.matcher(sentence.text());
            while (decimals && bare.find()) {
                if (isOurs(sentence, bare.end())) {
                    all.add(cited(sentence, bare, "clause", bare.group(1)));
                }
            }
        }
        return all;
    }

    private static Cited cited(Sentence sentence, Matcher found, String kind, String number) {
        return new Cited(
                sentence, kind, number, new Span(sentence.start() + found.start(), sentence.start() + found.end()));
    }

    private static void put(Map<String, Finding> findings, Reading reading, Cited of) {
        String cited = singular(of.kind()) + " " + of.number();
        Clause clause = of.sentence().clause();
        findings.putIfAbsent(
                clause.ref().address() + " " + of.number(),
                reading.at(
                        clause,
                        of.words().start(),
                        of.words().end(),
                        Rule.PLACE_MISSING,
                        Severity.ERROR,
                        Names.capital(Names.of(clause)) + " refers to " + cited + ", but this document has no " + cited
                                + ".",
                        "Add " + cited + ", correct the number, or take the reference out.",
                        List.of()));
    }

    private static boolean isOurs(Sentence sentence, int end) {
        String after = sentence.text().substring(end);
        return !ELSEWHERE_AFTER.matcher(after).find()
                && !ELSEWHERE.matcher(sentence.text()).find();
    }

    private static boolean exists(Reading reading, Set<String> present, String kind, String number) {
        String plain = plain(number);
        if (kind.startsWith("app") || kind.startsWith("annex") || kind.startsWith("sched")) {
            return Pattern.compile(
                            "(?mi)^\\W*(?:appendix|appendices|annexe?|schedule)\\s+" + Pattern.quote(number) + "\\b")
                    .matcher(reading.policy().document().text())
                    .find();
        }
        // Where sections have no numbers, "section 4" may be counted by hand, or mean a form's section 4; and
        // a section of three figures is one of a law.
        if (plain.matches("\\d{3,}")) {
            return true;
        }
        boolean numbered = present.stream().anyMatch(p -> sameStyle(p, plain));
        return !numbered || present.stream().anyMatch(p -> p.equals(plain) || isUnder(p, plain));
    }

    private static boolean isUnder(String address, String number) {
        return address.startsWith(number)
                && (Character.isLetter(number.charAt(number.length() - 1))
                        || !Character.isDigit(address.charAt(number.length())));
    }

    private static boolean sameStyle(String present, String cited) {
        return Character.isDigit(present.charAt(0)) == Character.isDigit(cited.charAt(0));
    }

    /** Every number that the document prints, headings included. */
    private static Set<String> present(Reading reading) {
        Set<String> numbers = new HashSet<>();
        for (Clause clause : reading.clauses()) {
            if (!clause.ref().number().contains("¶")) {
                numbers.add(plain(Label.bare(clause.ref().number())));
            }
            clause.headings().forEach(h -> addHeading(numbers, h));
        }
        reading.policy().sections().stream().map(Section::title).forEach(h -> addHeading(numbers, h));
        return numbers;
    }

    private static void addHeading(Set<String> numbers, String heading) {
        Label.ofHeading(heading).ifPresent(l -> numbers.add(plain(l.parent() + l.step())));
    }

    static String plain(String number) {
        return number.replaceAll("(?<=[A-Z])\\.", "");
    }

    private static String singular(String kind) {
        return switch (kind) {
            case "appendices" -> "appendix";
            case "annexes" -> "annex";
            case "para", "para.", "paras", "paras." -> "paragraph";
            default -> kind.endsWith("s") ? kind.substring(0, kind.length() - 1) : kind;
        };
    }
}
