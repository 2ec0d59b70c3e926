package org.clausebot.chat.web;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
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
import org.clausebot.policy.Layout;
import org.clausebot.policy.LeadIn;
import org.clausebot.policy.Policy;
import org.clausebot.policy.PolicyDetails;
import org.clausebot.policy.Section;
import org.clausebot.policy.SetAside;

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
                parts(policy),
                printed(policy, SetAside.Reason.DOCUMENT_CONTROL));
    }

    private static List<String> printed(Policy policy, SetAside.Reason reason) {
        return policy.setAside().stream()
                .filter(s -> s.reason() == reason)
                .map(s -> policy.document().read(s.source()))
                .filter(text -> !text.isBlank())
                .toList();
    }

    /** The groups' ids count through the document. */
    private static List<Part> parts(Policy policy) {
        List<Part> parts = new ArrayList<>();
        AtomicInteger leadIns = new AtomicInteger();
        for (Layout.Part part : Layout.of(policy).parts()) {
            parts.add(new Part(
                    part.section()
                            .map(section -> Math.min(6, 1 + section.headings().size()))
                            .orElse(2),
                    Anchors.heading(part.number()),
                    part.section().map(Section::title).orElse(""),
                    part.groups().stream().map(group -> group(group, leadIns)).toList()));
        }
        return parts;
    }

    private static Group group(Layout.Group group, AtomicInteger leadIns) {
        return new Group(
                group.leadIn()
                        .map(leadIn -> "lead-in:" + leadIns.incrementAndGet())
                        .orElse(""),
                group.leadIn().map(LeadIn::text).orElse(""),
                group.clauses().stream().map(PolicyPages::item).toList());
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
