package org.clausebot.app;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clausebot.policy.Clause;
import org.clausebot.policy.LeadIn;
import org.clausebot.policy.Policy;
import org.clausebot.policy.PolicyDetails;
import org.clausebot.policy.SetAside;
import org.clausebot.policy.lint.Finding;
import org.clausebot.policy.lint.PolicyLinter;
import org.clausebot.policy.lint.Severity;

/** Policies and findings as a person reads them in a terminal. */
final class PolicyPrinter {
    private static final int SHOWN = 70;

    private final PrintWriter out;

    PolicyPrinter(PrintWriter out) {
        this.out = out;
    }

    /** What was understood of a document: enough to notice when it was misread. */
    void summary(Policy policy) {
        heading(policy.details());
        long introduced =
                policy.clauses().stream().filter(c -> c.leadIn().isPresent()).count();
        out.printf(
                "%d headings, %d clauses, %d of them under a lead-in%n",
                policy.sections().size(), policy.clauses().size(), introduced);
        sections(policy);
        leadIns(policy);
        setAside(policy);
    }

    private void heading(PolicyDetails details) {
        out.println(safe(details.title()) + " (" + details.id() + "), version " + safe(details.version()));
        details.school().ifPresent(school -> out.println("School: " + safe(school)));
        details.updated().ifPresent(date -> out.println("Updated, as printed: " + safe(date)));
        details.review().ifPresent(date -> out.println("Review, as printed: " + safe(date)));
    }

    private void sections(Policy policy) {
        out.println();
        out.println("Headings, and the clauses under each:");
        Map<List<String>, Integer> counts = new LinkedHashMap<>();
        policy.sections().forEach(section -> counts.put(section.headings(), 0));
        policy.clauses().forEach(clause -> counts.merge(clause.headings(), 1, Integer::sum));
        counts.forEach((path, count) -> out.printf(
                "  %s%s  (%d)%n",
                "  ".repeat(Math.max(0, path.size() - 1)), path.isEmpty() ? "(none)" : safe(path.getLast()), count));
    }

    private void leadIns(Policy policy) {
        Map<String, StringBuilder> carried = new LinkedHashMap<>();
        for (Clause clause : policy.clauses()) {
            clause.leadIn()
                    .map(LeadIn::text)
                    .ifPresent(words -> carried.computeIfAbsent(words, key -> new StringBuilder())
                            .append(' ')
                            .append(clause.ref().address()));
        }
        if (!carried.isEmpty()) {
            out.println();
            out.println("Lead-ins, and the clauses that carry them:");
            carried.forEach((words, clauses) -> out.println("  “" + shown(words) + "” →" + safe(clauses.toString())));
        }
    }

    private void setAside(Policy policy) {
        if (policy.setAside().isEmpty()) {
            return;
        }
        out.println();
        out.println("In no clause:");
        for (SetAside aside : policy.setAside()) {
            String words = policy.document().read(aside.source());
            if (!words.isEmpty()) {
                out.println("  " + reason(aside.reason()) + ": " + shown(words));
            }
        }
    }

    private static String reason(SetAside.Reason reason) {
        return switch (reason) {
            case TITLE -> "title";
            case CONTENTS -> "contents";
            case PAGE_FURNITURE -> "header, footer or page number";
            case DOCUMENT_CONTROL -> "document control";
            case NAVIGATION -> "page navigation";
            case FORM -> "a place to sign";
            case TAKEN_OUT -> "taken out of a clause by hand";
            case UNPLACED -> "NOT UNDERSTOOD, please check";
        };
    }

    /** Every clause with its number and lead-in, under its headings. */
    void whole(Policy policy) {
        heading(policy.details());
        List<String> under = List.of();
        for (Clause clause : policy.clauses()) {
            if (!clause.headings().equals(under)) {
                under = clause.headings();
                out.println();
                out.println(safe(String.join(" › ", under)));
            }
            String leadIn =
                    clause.leadIn().map(words -> "[" + words.text() + "] ").orElse("");
            out.println("  " + safe(clause.ref().address() + "  " + leadIn + clause.text()));
        }
    }

    /** @param whole whether to print every finding, or only how many there are of each kind */
    void findings(List<Finding> findings, boolean whole) {
        out.println();
        if (findings.isEmpty()) {
            out.println("The linter found nothing.");
            return;
        }
        for (Map.Entry<Severity, List<Finding>> group :
                PolicyLinter.bySeverity(findings).entrySet()) {
            out.println(group.getKey().title() + " (" + group.getValue().size() + ")");
            for (Finding finding : group.getValue()) {
                out.println("  " + safe(finding.place().name()) + ": " + safe(finding.message()));
                if (whole) {
                    out.println("      → " + safe(finding.suggestion()));
                }
            }
        }
        if (!whole) {
            out.println("(`policy lint` prints what to do about each.)");
        }
    }

    private static String shown(String words) {
        String safe = safe(words);
        return safe.length() <= SHOWN ? safe : safe.substring(0, SHOWN) + "…";
    }

    /** A document must not send commands to the terminal of the person who imports it. */
    private static String safe(String words) {
        return words.replaceAll("\\p{Cntrl}", "\uFFFD");
    }
}
