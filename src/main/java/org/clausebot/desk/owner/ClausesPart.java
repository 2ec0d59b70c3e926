package org.clausebot.desk.owner;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.clausebot.desk.view.Choice;
import org.clausebot.desk.view.OwnerSheetView;
import org.clausebot.http.Access;
import org.clausebot.http.Response;
import org.clausebot.http.Routes;
import org.clausebot.insight.ClauseUse;
import org.clausebot.insight.ClauseUse.Block;
import org.clausebot.insight.StaffWords;
import org.clausebot.policy.Clause;
import org.clausebot.policy.Policy;

/** Each policy as it is printed, with how its clauses are used and what is asked for them. */
public final class ClausesPart implements OwnerPart {
    private static final String CSV = ".csv";

    private final ClauseUse use;
    private final StaffWords words;
    private final Clauses clauses;

    /** @param policies in force today */
    public ClausesPart(ClauseUse use, StaffWords words, Supplier<List<Policy>> policies) {
        this.use = use;
        this.words = words;
        this.clauses = new Clauses(policies);
    }

    @Override
    public OwnerTab tab() {
        return OwnerTab.CLAUSES;
    }

    @Override
    public Routes routes(OwnerDoor door) {
        return Routes.none()
                .get(tab().address(), Access.RECEIVER, door.reading(visit -> chosen(door, visit)))
                .get(tab().address() + "/{policy}", Access.RECEIVER, door.reading(visit -> named(door, visit)));
    }

    private Response chosen(OwnerDoor door, OwnerVisit visit) {
        String id = visit.query("policy");
        Optional<Policy> policy = id.isEmpty() ? clauses.policies().stream().findFirst() : clauses.policy(id);
        return policy.map(p -> page(door, visit, p)).orElseGet(door::noSuchPage);
    }

    private Response named(OwnerDoor door, OwnerVisit visit) {
        String name = visit.path("policy");
        boolean file = name.endsWith(CSV);
        return clauses.policy(file ? name.substring(0, name.length() - CSV.length()) : name)
                .map(policy -> file ? csv(visit, policy) : page(door, visit, policy))
                .orElseGet(door::noSuchPage);
    }

    /** All together where none is named, or one that is no longer shown. */
    private static Optional<Block> block(List<Block> blocks, String code) {
        return blocks.stream()
                .filter(block -> block.code().equals(code))
                .findFirst()
                .or(() -> blocks.stream().findFirst());
    }

    private Response page(OwnerDoor door, OwnerVisit visit, Policy policy) {
        List<Block> blocks = use.blocks();
        Optional<Block> block = block(blocks, visit.query("block"));
        boolean unusedOnly = visit.query("show").equals("uncounted");
        Sheet sheet = new Sheet(
                policy,
                use.in(visit.school(), block),
                use.counted(visit.school()),
                block.map(b -> b.all() ? words.of(visit.school()) : words.of(visit.school(), b.first()))
                        .orElse(List.of()));
        return door.page(
                "owner-sheet",
                new OwnerSheetView(
                        door.frame(visit, tab(), policy.details().title()),
                        policy.id().value(),
                        policy.details().title(),
                        policy.details().version(),
                        clauses.policies().stream()
                                .map(p -> new Choice(p.id().value(), p.details().title(), p.id().equals(policy.id())))
                                .toList(),
                        blocks.stream()
                                .map(b -> new Choice(
                                        b.code(),
                                        (b.all() ? "All: " : "") + Days.of(b.first(), b.last()),
                                        block.filter(b::equals).isPresent()))
                                .toList(),
                        block.map(b -> Days.of(b.first(), b.last())).orElse(""),
                        unusedOnly,
                        sheet.uncounted(),
                        policy.clauses().size(),
                        sheet.parts(unusedOnly)));
    }

    private Response csv(OwnerVisit visit, Policy policy) {
        Optional<Block> block = block(use.blocks(), visit.query("block"));
        ClauseUse.Uses uses = use.in(visit.school(), block);
        List<List<String>> rows = new ArrayList<>();
        for (Clause clause : policy.clauses()) {
            ClauseUse.Use one = uses.of(clause.ref());
            rows.add(List.of(
                    clause.ref().address(),
                    clause.statement(),
                    Sheet.cell(one.asked()),
                    Sheet.cell(one.helpful()),
                    Sheet.cell(one.notAsked())));
        }
        String weeks = block.map(b -> "-" + b.code()).orElse("");
        return Csv.file(
                visit.file("clausebot-" + policy.id() + weeks),
                List.of("Clause", "Words", "Asked, about", "Helpful, about", "Not what I asked, about"),
                rows);
    }
}
