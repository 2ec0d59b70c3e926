package org.clausebot.policy.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Something that is to be reported, where the clause does not say to whom. A clause is quoted alone, so a receiver who
 * is named elsewhere does not help the person who reads it.
 */
final class ReceiverCheck implements Check {
    private static final String DUTY = "(?:must|should|shall|ought to|needs? to|ha(?:s|ve) to|will|is to|are to"
            + "|(?:is|are) (?:expected|required|asked|encouraged|advised|urged) to|please|immediately|always)";
    private static final String REPORT = "(?:report|escalate|declare|disclose)(?:ed)?\\b";
    private static final Pattern TO_BE_REPORTED = Pattern.compile(
            "\\b" + DUTY
                    + "(?!:? (?:not|never))(?:\\s+(?!who\\b|that\\b)[\\w’'-]+){0,4}?\\s+(?<!\\b(?:a|an|the|this|that|each|every|any|no|written|first) )"
                    + REPORT
                    + "(?!ing)|^(?:Report|Declare|Escalate)\\b|\\b(?:is|are) (?:reported|declared|escalated)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ADDRESSED = Pattern.compile(
            "\\b(?:to|with|through|via|inform|informed|tell|told|notify|contact|ring|telephone|call|on|in|at|using|by|from|pass)\\b",
            Pattern.CASE_INSENSITIVE);

    private final Pattern receiver = Pattern.compile(
            "(?i:" + ADDRESSED.pattern() + ")(?:[ \\w’'/-]|, (?=or )){0,120}?\\b(?:(?i:"
                    + ListFile.read("receivers.txt", 1).stream()
                            .map(row -> Pattern.quote(row.getFirst()))
                            .collect(Collectors.joining("|"))
                    + ")|[A-Z]{2,6})s?\\b|\\b[A-Z]{3,5}\\b|\\S+@\\S+|\\b999\\b",
            Pattern.UNICODE_CASE);

    @Override
    public List<Finding> check(Reading reading) {
        List<Finding> findings = new ArrayList<>();
        for (Sentence sentence : reading.sentences()) {
            if (TO_BE_REPORTED.matcher(sentence.text()).find()
                    && !Reading.isRow(sentence.clause())
                    && !sentence.clause().text().endsWith(":")
                    && !receiver.matcher(sentence.clause().statement()).find()) {
                findings.add(reading.at(
                        sentence,
                        Rule.NO_RECEIVER,
                        Severity.WARNING,
                        Names.capital(Names.of(sentence.clause())) + " asks for a report but does not say to whom: "
                                + Names.quote(sentence.text()) + ".",
                        "Name the person or role who is to be told, and who instead when it concerns that person."));
            }
        }
        return findings;
    }
}
