package org.clausebot.search;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clausebot.policy.Clause;
import org.clausebot.policy.ClauseRef;
import org.clausebot.policy.DocumentText;
import org.clausebot.policy.LeadIn;
import org.clausebot.policy.Policy;
import org.clausebot.policy.PolicyDetails;
import org.clausebot.policy.PolicyId;
import org.clausebot.policy.Section;
import org.clausebot.policy.Span;

/** Policies for tests, made from the clauses that are known to stand in them. */
public final class TestPolicies {
    private static final List<String> LEAD_INS =
            List.of("Adults working in schools should:", "Adults working in schools should not:");

    private TestPolicies() {}

    public static Policy socialMedia() throws IOException {
        Builder builder = new Builder("social-media", "Social Media Policy");
        for (String line :
                Files.readAllLines(Path.of("src/test/resources/social-media-clauses.tsv"), StandardCharsets.UTF_8)) {
            if (line.isBlank()) {
                continue;
            }
            String[] cells = line.split("\t", -1);
            String leadIn =
                    LEAD_INS.stream().filter(cells[2]::startsWith).findFirst().orElse("");
            builder.clause(
                    cells[0],
                    cells[1],
                    leadIn,
                    cells[2].substring(leadIn.length()).strip());
        }
        return builder.build();
    }

    /** One of the fictional trust's policies, such as {@code staff-code-of-conduct}. */
    public static Policy trust(String id) throws IOException {
        Builder builder = new Builder(id, id.replace('-', ' '));
        List<String> lines =
                Files.readAllLines(Path.of("src/test/resources/trust/clauses", id + ".tsv"), StandardCharsets.UTF_8);
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            builder.clause(cells[0], cells[1], cells[2], cells[3]);
        }
        return builder.build();
    }

    public static Policy of(String id, String... numbersAndTexts) {
        Builder builder = new Builder(id, id);
        for (int i = 0; i < numbersAndTexts.length; i += 2) {
            builder.clause(numbersAndTexts[i], "1 Rules", "", numbersAndTexts[i + 1]);
        }
        return builder.build();
    }

    /** A policy under construction: its document is what its clauses say, one after the other. */
    public static final class Builder {
        private final PolicyId id;
        private final String title;
        private final StringBuilder document = new StringBuilder();
        private final List<Clause> clauses = new ArrayList<>();

        public Builder(String id, String title) {
            this.id = new PolicyId(id);
            this.title = title;
        }

        public Builder clause(String address, String headings, String leadIn, String text) {
            Optional<LeadIn> led =
                    leadIn.isBlank() ? Optional.empty() : Optional.of(new LeadIn(leadIn, List.of(append(leadIn))));
            int bullet = address.indexOf('#');
            ClauseRef ref = bullet < 0
                    ? new ClauseRef(id, address)
                    : new ClauseRef(id, address.substring(0, bullet), Integer.parseInt(address.substring(bullet + 1)));
            clauses.add(new Clause(ref, List.of(headings.split(" > ")), led, DocumentText.fold(text), append(text)));
            return this;
        }

        private Span append(String text) {
            int start = document.length();
            document.append(text);
            Span span = new Span(start, document.length());
            document.append('\n');
            return span;
        }

        public Policy build() {
            return new Policy(
                    new PolicyDetails(
                            id,
                            title,
                            Integer.toHexString(document.toString().hashCode()),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty()),
                    new DocumentText(document.toString(), List.of()),
                    List.<Section>of(),
                    clauses,
                    List.of());
        }
    }
}
