package org.clausebot.chat.web;

import java.util.ArrayList;
import java.util.List;
import org.clausebot.chat.Anchors;
import org.clausebot.chat.Wording;
import org.clausebot.chat.web.view.Frame;
import org.clausebot.chat.web.view.PoliciesView;
import org.clausebot.chat.web.view.PolicyView;
import org.clausebot.chat.web.view.PolicyView.Fact;
import org.clausebot.chat.web.view.PolicyView.Group;
import org.clausebot.chat.web.view.PolicyView.Item;
import org.clausebot.chat.web.view.PolicyView.Part;
import org.clausebot.policy.Clause;
import org.clausebot.policy.LeadIn;
import org.clausebot.policy.Policy;
import org.clausebot.policy.PolicyDetails;
import org.clausebot.policy.Section;
import org.clausebot.policy.SetAside;
import org.clausebot.policy.Span;

/** Lays a policy out as its readers know it: headings, lead-ins and clauses in the order in which they stand. */
final class PolicyPages {
    private PolicyPages() {}

    static PoliciesView.Entry entry(Policy policy) {
        PolicyDetails details = policy.details();
        return new PoliciesView.Entry(
                details.id().value(),
                details.title(),
                details.version(),
                details.owner().orElse(""),
                details.updated().orElse(""),
                details.review().orElse(""),
                policy.clauses().size());
    }

    static PolicyView view(Policy policy, Frame frame) {
        PolicyDetails details = policy.details();
        List<Fact> facts = new ArrayList<>();
        details.school().ifPresent(s -> facts.add(new Fact("School", s)));
        details.owner().ifPresent(o -> facts.add(new Fact("Owner", o)));
        details.updated().ifPresent(u -> facts.add(new Fact("Updated", u)));
        details.review().ifPresent(r -> facts.add(new Fact("Review", r)));
        facts.add(new Fact("Version", details.version()));
        return new PolicyView(
                frame,
                details.id().value(),
                details.title(),
                details.version(),
                facts,
                printed(policy, SetAside.Reason.TITLE),
                new Layout(policy).parts(),
                printed(policy, SetAside.Reason.DOCUMENT_CONTROL));
    }

    private static List<String> printed(Policy policy, SetAside.Reason reason) {
        return policy.setAside().stream()
                .filter(s -> s.reason() == reason)
                .map(s -> policy.document().read(s.source()))
                .filter(text -> !text.isBlank())
                .toList();
    }

    /** Walks through sections and clauses in the order of the document. */
    private static final class Layout {
        private final Policy policy;
        private int leadIns;

        Layout(Policy policy) {
            this.policy = policy;
        }

        List<Part> parts() {
            List<Part> parts = new ArrayList<>();
            List<Section> sections = policy.sections();
            List<Clause> first = between(0, start(0));
            if (!first.isEmpty()) {
                parts.add(new Part(2, Anchors.heading(0), "", groups(first)));
            }
            for (int i = 0; i < sections.size(); i++) {
                Section section = sections.get(i);
                parts.add(new Part(
                        Math.min(6, 1 + section.headings().size()),
                        Anchors.heading(i + 1),
                        section.title(),
                        groups(between(start(i), start(i + 1)))));
            }
            return parts;
        }

        /** Where the section begins; behind the last one, the end of the document. */
        private int start(int section) {
            return section < policy.sections().size()
                    ? policy.sections().get(section).source().start()
                    : Integer.MAX_VALUE;
        }

        private List<Clause> between(int start, int end) {
            return policy.clauses().stream()
                    .filter(c -> c.source().start() >= start && c.source().start() < end)
                    .toList();
        }

        private List<Group> groups(List<Clause> clauses) {
            List<Group> groups = new ArrayList<>();
            int from = 0;
            for (int i = 1; i <= clauses.size(); i++) {
                if (i == clauses.size() || !sources(clauses.get(i)).equals(sources(clauses.get(i - 1)))) {
                    groups.add(group(clauses.subList(from, i)));
                    from = i;
                }
            }
            return groups;
        }

        private Group group(List<Clause> clauses) {
            Clause first = clauses.getFirst();
            boolean shown = first.leadIn().isPresent() && !isPrintedAbove(sources(first));
            return new Group(
                    shown ? "lead-in:" + ++leadIns : "",
                    shown ? first.leadInText() : "",
                    clauses.stream().map(Layout::item).toList());
        }

        private static List<Span> sources(Clause clause) {
            return clause.leadIn().map(LeadIn::sources).orElse(List.of());
        }

        /** A numbered clause that ends in a colon is itself the lead-in of its bullets: it is not printed twice. */
        private boolean isPrintedAbove(List<Span> leadIn) {
            return leadIn.stream()
                    .allMatch(s ->
                            policy.clauses().stream().anyMatch(c -> c.source().contains(s)));
        }

        private static Item item(Clause clause) {
            boolean bullet = clause.ref().bullet() > 0 || clause.ref().number().contains("¶");
            return new Item(
                    Anchors.of(clause.ref()),
                    bullet ? "•" : clause.ref().number(),
                    Wording.name(clause.ref()),
                    clause.text(),
                    bullet);
        }
    }
}
