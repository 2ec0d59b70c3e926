package org.clausebot.policy.lint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.clausebot.policy.Clause;

/** Abbreviations that the document never writes out, or writes out only after it has used them. */
final class AbbreviationCheck implements Check {
    private static final Pattern CAPITALS = Pattern.compile(
            "(?<![\\p{L}\\p{N}@.&-])([A-Z][A-Za-z]?[A-Z]{1,5})(?=s?(?![\\p{L}\\p{N}@&]|-[\\p{L}]|\\.[\\p{L}]))");
    private static final int NEAR = 24;
    private static final Pattern ROMAN = Pattern.compile("[IVX]+");

    private final Set<String> common = listed(kind -> !kind.equals("always"));
    private final Set<String> always = listed(kind -> kind.equals("always"));

    /** An abbreviation where it stands. */
    private record Use(Clause clause, int start, int end) {}

    @Override
    public List<Finding> check(Reading reading) {
        Map<String, List<Use>> uses = new LinkedHashMap<>();
        for (Clause clause : reading.readable()) {
            Matcher found = CAPITALS.matcher(clause.text());
            while (found.find()) {
                if (isAbbreviation(reading, found.group(1), clause.text(), found)) {
                    uses.computeIfAbsent(found.group(1), key -> new ArrayList<>())
                            .add(new Use(clause, found.start(1), found.end(1)));
                }
            }
        }
        List<Finding> findings = new ArrayList<>();
        uses.keySet().removeIf(letters -> isStressed(reading, letters));
        uses.forEach((letters, places) -> look(reading, letters, places, findings));
        return findings;
    }

    private static Set<String> listed(Predicate<String> kind) {
        return ListFile.read("common-abbreviations.tsv", 3).stream()
                .filter(row -> kind.test(row.get(1)))
                .map(List::getFirst)
                .collect(Collectors.toUnmodifiableSet());
    }

    private boolean isAbbreviation(Reading reading, String letters, String text, Matcher found) {
        if (common.contains(letters) || ROMAN.matcher(letters).matches()) {
            return false;
        }
        String names = reading.policy().details().title() + " "
                + reading.policy().details().school().orElse("");
        boolean inName = Pattern.compile("\\b" + letters + "\\b").matcher(names).find();
        boolean amongCapitals =
                text.substring(Math.max(0, found.start() - NEAR), found.start()).matches("(?s).*\\b[A-Z]{2,}[ ,]+")
                        || text.substring(found.end(), Math.min(text.length(), found.end() + NEAR))
                                .matches("(?s)[ ,]+[A-Z]{2,}\\b.*");
        return !inName && !amongCapitals;
    }

    /** A word that also stands in small letters is only stressed by its capitals. */
    private boolean isStressed(Reading reading, String letters) {
        return !always.contains(letters)
                && Pattern.compile("\\b" + letters.toLowerCase(Locale.UK) + "\\b")
                        .matcher(reading.policy().document().text())
                        .find();
    }

    private static void look(Reading reading, String letters, List<Use> uses, List<Finding> findings) {
        Use first = uses.getFirst();
        String text = reading.policy().document().text();
        OptionalInt explained = Expansion.of(letters, text);
        List<Clause> clauses = uses.stream().map(Use::clause).distinct().toList();
        if (explained.isEmpty()) {
            String known = Expansion.spelledOut(letters, text)
                    .map(words -> "“" + words + " (" + letters + ")”")
                    .orElse("the full name, then “" + letters + "” in brackets,");
            findings.add(reading.at(
                    first.clause(),
                    first.start(),
                    first.end(),
                    Rule.ABBREVIATION,
                    Severity.INFO,
                    "“" + letters + "” is used in " + Names.list(clauses) + " and is never written out.",
                    "Write " + known + " where it is first used.",
                    clauses.stream().skip(1).toList()));
        } else if (isAfter(reading, first, explained.getAsInt())) {
            findings.add(reading.at(
                    first.clause(),
                    first.start(),
                    first.end(),
                    Rule.ABBREVIATION,
                    Severity.INFO,
                    "“" + letters + "” is used in " + Names.of(first.clause())
                            + ", but written out only later in the document.",
                    "Write it out where it is first used.",
                    List.of()));
        }
    }

    private static boolean isAfter(Reading reading, Use first, int explained) {
        return explained > first.clause().source().end()
                && explained < reading.policy().document().text().length();
    }
}
