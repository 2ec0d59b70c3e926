package org.clausebot.flow;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.clausebot.datafile.DataFileException;
import org.clausebot.datafile.Suggestion;
import org.clausebot.policy.Clause;
import org.clausebot.policy.Policy;
import org.clausebot.policy.PolicyId;
import org.clausebot.school.School;

/**
 * Finds what would lead a person astray: a way that ends nowhere, a report that reaches nobody or the person it is about,
 * a clause that says something else than it did when the flow was reviewed.
 */
public final class FlowCheck {
    private static final int HASH_DIGITS = 12;

    /** The most that a text may hold where nobody is to write at length. */
    private static final int SHORT = 120;

    private final Function<PolicyId, Optional<Policy>> policies;
    private final Optional<School> school;

    /**
     * @param policies those in force
     * @param school whose people must be able to receive every report; where there is none, roles stand for people
     */
    public FlowCheck(Function<PolicyId, Optional<Policy>> policies, Optional<School> school) {
        this.policies = policies;
        this.school = school;
    }

    /**
     * Something to put right.
     *
     * @param line counted from 1
     * @param words what is wrong and what to do
     */
    public record Finding(Path file, int line, String words) {
        /** {@code file:line: words}. */
        @Override
        public String toString() {
            return file + ":" + line + ": " + words;
        }
    }

    /** What is wrong with the flow in {@code file}, in the order of its lines; one sentence when it cannot be read. */
    public List<String> file(Path file) {
        try {
            return check(FlowLibrary.readFile(file)).stream()
                    .map(Finding::toString)
                    .toList();
        } catch (DataFileException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    public List<Finding> check(Flow flow) {
        List<Finding> findings = new ArrayList<>();
        cites(flow, findings);
        images(flow, findings);
        findings.addAll(new Paths(flow, school).findings());
        return findings.stream()
                .distinct()
                .sorted(Comparator.comparingInt(Finding::line))
                .toList();
    }

    /** What a citation of {@code clause} pins. */
    public static String hash(Clause clause) {
        return FlowReader.sha256(clause.statement()).substring(0, HASH_DIGITS);
    }

    private void cites(Flow flow, List<Finding> findings) {
        Optional<Policy> policy = policies.apply(flow.policy());
        List<String> pinned = flow.cites().stream().map(Citation::address).toList();
        for (Step step : flow.steps()) {
            for (String address : step.common().cites()) {
                if (!pinned.contains(address)) {
                    String hash = policy.flatMap(p -> p.clause(address))
                            .map(FlowCheck::hash)
                            .orElse("its hash");
                    findings.add(new Finding(
                            flow.file(),
                            step.common().line(),
                            "the step \"" + step.id() + "\" cites "
                                    + address + ", which is not among the flow's cites; add \"" + address + ": " + hash
                                    + "\" there once you have read the clause"));
                }
            }
        }
        if (policy.isEmpty()) {
            findings.add(new Finding(
                    flow.file(),
                    line(flow, "policy:"),
                    "there is no policy \"" + flow.policy()
                            + "\"; name one that is in force (`./clausebot policy list`)"));
            return;
        }
        flow.cites().forEach(citation -> cited(flow, citation, policy.get(), findings));
    }

    private static void cited(Flow flow, Citation citation, Policy policy, List<Finding> findings) {
        Optional<Clause> clause = policy.clause(citation.address());
        if (clause.isEmpty()) {
            List<String> known =
                    policy.clauses().stream().map(c -> c.ref().address()).toList();
            String hint = Suggestion.of(citation.address(), known)
                    .map(near -> " (there is " + near + ")")
                    .orElse("");
            findings.add(new Finding(
                    flow.file(),
                    citation.line(),
                    "the policy has no clause " + citation.address() + hint
                            + "; cite the clause that says it now, or leave it out"));
        } else if (!hash(clause.get()).equals(citation.hash())) {
            findings.add(new Finding(
                    flow.file(),
                    citation.line(),
                    "the words of " + citation.address()
                            + " are not those that were reviewed (" + citation.hash() + "; now " + hash(clause.get())
                            + "); read the clause, see that the flow still fits, then put the new hash here and the day at"
                            + " \"reviewed\""));
        }
    }

    private static void images(Flow flow, List<Finding> findings) {
        if (!flow.freeText() && flow.evidence()) {
            findings.add(new Finding(
                    flow.file(),
                    line(flow, "free-text:"),
                    "free text is forbidden and files are not;" + " say \"evidence: forbidden\" as well"));
        }
        for (Step step : flow.steps()) {
            String wrong = step.kind().map(kind -> image(flow, kind)).orElse("");
            if (!wrong.isEmpty()) {
                findings.add(new Finding(flow.file(), step.common().line(), "the step \"" + step.id() + "\" " + wrong));
            }
        }
    }

    private static String image(Flow flow, AnswerKind kind) {
        String describes = "asks what an image shows, which this flow must not; leave the step out";
        String tooLong =
                "takes words at length where free text is forbidden; ask with choose, or as text with \"max: 120\"";
        return switch (kind) {
            case AnswerKind.Evidence evidence ->
                flow.evidence() ? "" : "takes files, and evidence is forbidden in this flow; leave the step out";
            case AnswerKind.Text text ->
                !flow.evidence() && text.describesImage()
                        ? describes
                        : !flow.freeText() && text.max() > SHORT ? tooLong : "";
            case AnswerKind.LongText text ->
                !flow.evidence() && text.describesImage() ? describes : flow.freeText() ? "" : tooLong;
            case AnswerKind.When other -> "";
            case AnswerKind.Date other -> "";
            case AnswerKind.Person other -> "";
            case AnswerKind.YesNo other -> "";
            case AnswerKind.Choice other -> "";
            case AnswerKind.Choices other -> "";
            case AnswerKind.Number other -> "";
            case AnswerKind.WebAddress other -> "";
            case AnswerKind.Recipient other -> "";
            case AnswerKind.Subject other -> "";
            case AnswerKind.Name other -> "";
        };
    }

    /** Where {@code key} stands at the beginning of a line; the first line if it does not. */
    private static int line(Flow flow, String key) {
        String[] lines = flow.source().split("\r\n|\n|\r", -1);
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].startsWith(key)) {
                return i + 1;
            }
        }
        return 1;
    }
}
