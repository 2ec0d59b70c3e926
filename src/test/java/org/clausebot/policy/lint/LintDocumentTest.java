package org.clausebot.policy.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.clausebot.policy.ReferencePolicies;
import org.junit.jupiter.api.Test;

/**
 * Keeps {@code docs/lint-social-media.md} true. When a rule changes on purpose, write it anew with
 * {@code mvn test -Dtest=LintDocumentTest -Dgolden.update=true}, then read the difference.
 */
class LintDocumentTest {
    private static final Path DOCUMENT = Path.of("docs/lint-social-media.md");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final String HEAD = """
            # What the linter finds in the given policy

            The policy in `index/policies/social-media/policy.txt`, as read and linted on 22 November 2026 with no other
            policy imported. Written by `LintDocumentTest`, which fails when the linter says anything else; after a change
            on purpose, run `mvn test -Dtest=LintDocumentTest -Dgolden.update=true` and read the difference.

            """;

    private final PolicyLinter linter = new PolicyLinter();

    @Test
    void the_document_says_what_the_linter_finds() throws IOException {
        Map<String, String> arguable = arguable();
        List<Finding> findings = linter.lint(ReferenceSet.given(), DAY, Set.of());
        String document = HEAD + section(findings, arguable) + trust();

        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(DOCUMENT, document);
        }

        assertThat(arguable)
                .as("judgements on findings that are no longer made")
                .isEmpty();
        assertThat(DOCUMENT).hasContent(document);
    }

    /** Which findings a careful owner may disagree with, by rule and place, and why. */
    private static Map<String, String> arguable() {
        Map<String, String> notes = new LinkedHashMap<>();
        for (String line : ReferencePolicies.lines("/lint-arguable.tsv")) {
            String[] cells = line.split("\t", -1);
            notes.put(cells[0] + " " + cells[1], cells[2]);
        }
        return notes;
    }

    private static String section(List<Finding> findings, Map<String, String> arguable) {
        StringBuilder text = new StringBuilder();
        text.append(findings.size()).append(" findings; those that a careful owner may disagree with are marked.\n");
        PolicyLinter.bySeverity(findings).forEach((severity, those) -> {
            text.append("\n## ").append(severity.title()).append("\n");
            for (Finding finding : those) {
                text.append("\n### ")
                        .append(finding.rule().title())
                        .append(": ")
                        .append(finding.place().name())
                        .append("\n\n")
                        .append(finding.message())
                        .append("\n\n*")
                        .append(finding.suggestion())
                        .append("*\n");
                String note = arguable.remove(
                        finding.rule().id() + " " + finding.place().name());
                if (note != null) {
                    text.append("\nArguable: ").append(note).append('\n');
                }
            }
        });
        return text.toString();
    }

    private String trust() {
        StringBuilder text = new StringBuilder("""

                ## The eight policies of the fictional trust

                From their reference clauses, on the same day, each knowing the titles of all eight.

                | policy | to put right | to look at | to know | by rule |
                |---|---|---|---|---|
                """);
        for (String id : ReferenceSet.trust()) {
            List<Finding> findings = linter.lint(ReferenceSet.trust(id), DAY, ReferenceSet.titles());
            Map<Severity, Long> counts =
                    findings.stream().collect(Collectors.groupingBy(Finding::severity, Collectors.counting()));
            text.append("| ").append(id);
            for (Severity severity : Severity.values()) {
                text.append(" | ").append(counts.getOrDefault(severity, 0L));
            }
            text.append(" | ").append(byRule(findings)).append(" |\n");
        }
        return text.toString();
    }

    private static String byRule(List<Finding> findings) {
        Map<Rule, Long> rules =
                findings.stream().collect(Collectors.groupingBy(Finding::rule, TreeMap::new, Collectors.counting()));
        return rules.entrySet().stream()
                .map(e -> e.getKey().id() + (e.getValue() == 1 ? "" : " ×" + e.getValue()))
                .collect(Collectors.joining(", "));
    }
}
