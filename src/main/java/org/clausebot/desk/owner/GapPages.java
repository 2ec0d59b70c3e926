package org.clausebot.desk.owner;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.clausebot.answer.Answer;
import org.clausebot.answer.Quote;
import org.clausebot.desk.view.Choice;
import org.clausebot.desk.view.Form;
import org.clausebot.desk.view.OwnerGapView;
import org.clausebot.http.Response;
import org.clausebot.insight.GapDecision;
import org.clausebot.insight.GapGroup;
import org.clausebot.insight.Gaps;
import org.clausebot.policy.Clause;

/** The page of one gap, and what can be decided there. */
final class GapPages {
    private static final String AT = OwnerTab.GAPS.address();
    private static final int LABEL = 70;
    private static final String FOR_ALL =
            "What the bot says is the same for all schools: who keeps the policies for all of"
                    + " them decides it, under “All schools”.";

    private final Gaps gaps;
    private final GapDeciding deciding;
    private final OwnerDoor door;

    GapPages(Gaps gaps, GapDeciding deciding, OwnerDoor door) {
        this.gaps = gaps;
        this.deciding = deciding;
        this.door = door;
    }

    Response show(OwnerVisit visit) {
        return page(visit, new Form("", "", Map.of()), "");
    }

    Response tie(OwnerVisit visit) {
        return deciding(
                visit,
                "tied",
                group -> deciding.tie(visit.school(), group, visit.field("clause"), visit.field("wordings")));
    }

    Response elsewhere(OwnerVisit visit) {
        return deciding(visit, "elsewhere", group -> deciding.elsewhere(visit.school(), group, visit.field("words")));
    }

    Response revision(OwnerVisit visit) {
        return decide(visit, "revision", group -> deciding.revision(visit.school(), group, visit.field("note")));
    }

    /** What changes what the bot says, which it says to all schools. */
    private Response deciding(OwnerVisit visit, String done, Function<GapGroup, Optional<String>> decision) {
        return visit.mayTeach() ? decide(visit, done, decision) : refused(visit, FOR_ALL);
    }

    /** @param decision gives what was wrong; empty when it is done */
    private Response decide(OwnerVisit visit, String done, Function<GapGroup, Optional<String>> decision) {
        Optional<GapGroup> group = gaps.group(visit.school(), visit.path("gap"));
        if (group.isEmpty()) {
            return door.noSuchPage();
        }
        if (gaps.decision(visit.school(), group.get().id()).isPresent()) {
            return refused(visit, "Something is decided of this gap already. Take that back first.");
        }
        return decision.apply(group.get())
                .map(problem -> refused(visit, problem))
                .orElseGet(() -> {
                    door.audit(visit, "gap " + done + " " + group.get().id());
                    return Response.seeOther(AT + "?done=" + done);
                });
    }

    Response takeBack(OwnerVisit visit) {
        Optional<GapDecision> decision = gaps.decision(visit.school(), visit.path("gap"));
        if (decision.isEmpty()) {
            return door.noSuchPage();
        }
        if (decision.get().kind() != GapDecision.Kind.REVISION && !visit.mayTeach()) {
            return refused(visit, FOR_ALL);
        }
        return deciding.takeBack(decision.get())
                .map(problem -> refused(visit, problem))
                .orElseGet(() -> {
                    door.audit(
                            visit, "gap decision taken back " + decision.get().group());
                    return Response.seeOther(AT + "?done=back");
                });
    }

    private Response refused(OwnerVisit visit, String problem) {
        Map<String, String> typed = new HashMap<>();
        for (String field : List.of("wordings", "words", "note")) {
            typed.put(field, visit.field(field));
        }
        return page(visit, new Form("", problem, typed), visit.field("clause"));
    }

    private Response page(OwnerVisit visit, Form form, String chosen) {
        String id = visit.path("gap");
        Optional<GapGroup> group = gaps.group(visit.school(), id);
        Optional<GapDecision> decision = gaps.decision(visit.school(), id);
        if (group.isEmpty() && decision.isEmpty()) {
            return door.noSuchPage();
        }
        String name = group.map(GapGroup::name)
                .or(() -> decision.map(GapDecision::name))
                .orElse("");
        List<String> wordings = group.map(GapGroup::wordings).orElse(List.of());
        OwnerGapView view = new OwnerGapView(
                door.frame(visit, OwnerTab.GAPS, name),
                id,
                name,
                group.map(g -> Integer.toString(g.about())).orElse(""),
                wordings,
                now(deciding.answer(name)),
                decision.map(GapsPart::words).orElse(""),
                decision.map(GapPages::details).orElse(List.of()),
                visit.mayTeach(),
                visit.mayChange()
                        && (visit.mayTeach()
                                || decision.filter(d -> d.kind() == GapDecision.Kind.REVISION)
                                        .isPresent()),
                clauses(chosen),
                form.typed("wordings").isEmpty() ? offered(form, wordings) : form);
        return Response.html(form.refused() ? 400 : 200, door.render("owner-gap", view));
    }

    /** What will be added stands in the form from the beginning. */
    private static Form offered(Form form, List<String> wordings) {
        Map<String, String> typed = new HashMap<>(form.typed());
        typed.put("wordings", String.join("\n", wordings));
        return new Form(form.once(), form.problem(), typed);
    }

    private static List<String> details(GapDecision decision) {
        return switch (decision.kind()) {
            case TIED -> decision.wordings();
            case ELSEWHERE, REVISION -> decision.words().isEmpty() ? List.of() : List.of(decision.words());
        };
    }

    private static OwnerGapView.Now now(Answer answer) {
        List<OwnerGapView.Quoted> quotes =
                answer.answering().stream().map(GapPages::quoted).toList();
        return new OwnerGapView.Now(
                switch (answer) {
                    case Answer.Quoted a -> "It quotes:";
                    case Answer.Nearest a -> "It says that no clause says it directly, and shows as nearest:";
                    case Answer.NotCovered a ->
                        a.elsewhere()
                                .map(words -> "It says in the school’s own words: " + words)
                                .orElse("It says that no clause covers this, and names whom to ask.");
                    case Answer.Urgent a -> "It takes it for urgent and gives first steps:";
                    case Answer.SmallTalk a -> "It does not take it for a question to the policy.";
                },
                quotes);
    }

    private static OwnerGapView.Quoted quoted(Quote quote) {
        Clause clause = quote.clause();
        return new OwnerGapView.Quoted(clause.ref().address(), clause.leadInText(), clause.text());
    }

    private List<OwnerGapView.Group> clauses(String chosen) {
        return deciding.policies().stream()
                .map(policy -> new OwnerGapView.Group(
                        policy.details().title(),
                        policy.clauses().stream()
                                .map(clause -> choice(clause, chosen))
                                .toList()))
                .toList();
    }

    private static Choice choice(Clause clause, String chosen) {
        String words = clause.ref().address() + "  " + clause.statement();
        String value = GapDeciding.value(clause.ref());
        return new Choice(
                value,
                words.codePointCount(0, words.length()) <= LABEL
                        ? words
                        : words.substring(0, words.offsetByCodePoints(0, LABEL)) + "…",
                value.equals(chosen));
    }
}
