package org.clausebot.desk.owner;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clausebot.desk.view.OwnerSheetView.Bar;
import org.clausebot.desk.view.OwnerSheetView.Group;
import org.clausebot.desk.view.OwnerSheetView.Item;
import org.clausebot.desk.view.OwnerSheetView.Part;
import org.clausebot.insight.ClauseUse;
import org.clausebot.insight.StaffWords.Said;
import org.clausebot.policy.Clause;
import org.clausebot.policy.ClauseRef;
import org.clausebot.policy.Layout;
import org.clausebot.policy.LeadIn;
import org.clausebot.policy.Policy;
import org.clausebot.policy.Section;

/** A policy laid out with the numbers of its clauses beside them. */
final class Sheet {
    private static final int FULL = 100;

    private final Policy policy;
    private final ClauseUse.Uses uses;
    private final Set<String> counted;
    private final Map<ClauseRef, List<String>> asked;
    private final int most;
    private int leadIns;

    /** @param counted clauses that any block counts, as {@link ClauseUse#counted} names them */
    Sheet(Policy policy, ClauseUse.Uses uses, Set<String> counted, List<Said> said) {
        this.policy = policy;
        this.uses = uses;
        this.counted = Set.copyOf(counted);
        this.asked = said.stream().collect(Collectors.toMap(Said::clause, Said::words, (one, other) -> one));
        this.most = policy.clauses().stream()
                .map(clause -> uses.of(clause.ref()))
                .flatMap(use -> Stream.of(use.asked(), use.helpful(), use.notAsked()))
                .mapToInt(number -> number.orElse(0))
                .max()
                .orElse(0);
    }

    int uncounted() {
        return (int) policy.clauses().stream().filter(this::isUncounted).count();
    }

    private boolean isUncounted(Clause clause) {
        return !counted.contains(ClauseUse.name(clause.ref()));
    }

    List<Part> parts(boolean uncountedOnly) {
        List<Part> parts = new ArrayList<>();
        for (Layout.Part part : Layout.of(policy).parts()) {
            List<Group> groups = part.groups().stream()
                    .map(group -> group(group, uncountedOnly))
                    .filter(group -> !group.items().isEmpty())
                    .toList();
            if (!uncountedOnly || !groups.isEmpty()) {
                parts.add(new Part(
                        part.section()
                                .filter(section -> !uncountedOnly)
                                .map(section ->
                                        Math.min(6, 1 + section.headings().size()))
                                .orElse(2),
                        "part-" + part.number(),
                        part.section().map(heading(uncountedOnly)).orElse(""),
                        groups));
            }
        }
        return parts;
    }

    /** Where headings above it may be missing, it is shown with its path, and all are of one rank. */
    private static Function<Section, String> heading(boolean alone) {
        return section -> alone ? String.join(" › ", section.headings()) : section.title();
    }

    private Group group(Layout.Group group, boolean uncountedOnly) {
        // A lead-in that stands above as a clause may be left out here, and without it a clause may say the opposite.
        String leadIn = group.leadIn()
                .or(() -> group.clauses().getFirst().leadIn().filter(above -> uncountedOnly && !isShown(above)))
                .map(LeadIn::text)
                .orElse("");
        return new Group(
                leadIn.isEmpty() ? "" : "lead-in-" + ++leadIns,
                leadIn,
                group.clauses().stream()
                        .filter(clause -> !uncountedOnly || isUncounted(clause))
                        .map(this::item)
                        .toList());
    }

    /** Whether the clauses that a lead-in stands in are among those never counted. */
    private boolean isShown(LeadIn leadIn) {
        return leadIn.sources().stream()
                .allMatch(span -> policy.clauses().stream()
                        .anyMatch(clause -> clause.source().contains(span) && isUncounted(clause)));
    }

    private Item item(Clause clause) {
        boolean bullet = clause.ref().bullet() > 0 || clause.ref().number().contains("¶");
        return new Item(
                Clauses.anchor(clause.ref()),
                bullet ? "•" : clause.ref().number(),
                Clauses.label(clause.ref()),
                clause.text(),
                bullet,
                bars(uses.of(clause.ref())),
                asked.getOrDefault(clause.ref(), List.of()));
    }

    private List<Bar> bars(ClauseUse.Use use) {
        return use.shows()
                ? List.of(
                        bar("asked", "Asked", use.asked()),
                        bar("helpful", "Helpful", use.helpful()),
                        bar("not-asked", "Not what I asked", use.notAsked()))
                : List.of();
    }

    private Bar bar(String kind, String title, OptionalInt number) {
        return new Bar(
                kind,
                title,
                number.isPresent() ? Days.about(number) : "too few",
                number.orElse(0) * FULL / Math.max(1, most));
    }

    static String cell(OptionalInt number) {
        return number.isPresent() ? Integer.toString(number.getAsInt()) : Days.FEW;
    }
}
