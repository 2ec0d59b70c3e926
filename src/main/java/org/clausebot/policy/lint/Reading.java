package org.clausebot.policy.lint;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.clausebot.policy.Clause;
import org.clausebot.policy.Policy;
import org.clausebot.policy.Span;

/** A policy as the checks look at it. */
final class Reading {
    private static final int MOST_COMPARED = 2000;
    private static final int LONGEST_CLAUSE = 20_000;

    private final Policy policy;
    private final LocalDate today;
    private final Set<String> knownPolicies;
    private final List<Sentence> sentences;
    private final List<Clause> readable;
    private final Similarity similarity;
    private final List<Compared> compared;
    private final Locator locator;

    Reading(Policy policy, LocalDate today, Set<String> knownPolicies) {
        this.policy = policy;
        this.today = today;
        this.knownPolicies = Set.copyOf(knownPolicies);
        this.readable = policy.clauses().stream()
                .filter(c -> c.text().length() <= LONGEST_CLAUSE)
                .toList();
        this.sentences = readable.stream().flatMap(c -> Sentence.of(c).stream()).toList();
        this.similarity = new Similarity(
                sentences.stream().map(s -> Words.content(s.text())).toList());
        this.compared = sentences.stream()
                .limit(MOST_COMPARED)
                .map(s -> Compared.of(s, similarity))
                .toList();
        this.locator = new Locator(policy.document());
    }

    Policy policy() {
        return policy;
    }

    List<Clause> clauses() {
        return policy.clauses();
    }

    LocalDate today() {
        return today;
    }

    /** Titles and ids of the policies that are here. */
    Set<String> knownPolicies() {
        return knownPolicies;
    }

    /** The sentences of all clauses, in order. */
    List<Sentence> sentences() {
        return sentences;
    }

    /** The sentences that are compared two by two: the first few thousand, so that no document takes for ever. */
    List<Compared> compared() {
        return compared;
    }

    /** The clauses that are short enough to be looked through word by word, which is all but a broken few. */
    List<Clause> readable() {
        return readable;
    }

    Similarity similarity() {
        return similarity;
    }

    /** A table row: its cells are divided by bars. */
    static boolean isRow(Clause clause) {
        return clause.text().contains(" | ");
    }

    Finding at(Clause clause, Rule rule, Severity severity, String message, String suggestion) {
        return at(clause, clause.source(), rule, severity, message, suggestion, List.of());
    }

    Finding at(Sentence sentence, Rule rule, Severity severity, String message, String suggestion) {
        return at(sentence, rule, severity, message, suggestion, List.of());
    }

    Finding at(Sentence sentence, Rule rule, Severity severity, String message, String suggestion, List<Clause> also) {
        Span span = locator.of(sentence.clause(), sentence.start(), sentence.end());
        return at(sentence.clause(), span, rule, severity, message, suggestion, also);
    }

    /** About the words of {@code clause} from {@code start} to {@code end}. */
    Finding at(
            Clause clause,
            int start,
            int end,
            Rule rule,
            Severity severity,
            String message,
            String suggestion,
            List<Clause> also) {
        return at(clause, locator.of(clause, start, end), rule, severity, message, suggestion, also);
    }

    Finding at(
            Clause clause,
            Span span,
            Rule rule,
            Severity severity,
            String message,
            String suggestion,
            List<Clause> also) {
        return new Finding(
                rule,
                severity,
                new Place.AtClause(clause.ref()),
                span,
                message,
                suggestion,
                also.stream().map(Clause::ref).distinct().toList());
    }

    Finding inDocument(Span span, Rule rule, Severity severity, String message, String suggestion) {
        return new Finding(rule, severity, new Place.WholeDocument(), span, message, suggestion, List.of());
    }
}
