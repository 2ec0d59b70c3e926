package org.clausebot.desk.owner;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.clausebot.desk.view.Choice;
import org.clausebot.desk.view.OwnerSearchView;
import org.clausebot.http.Access;
import org.clausebot.http.Response;
import org.clausebot.http.Routes;
import org.clausebot.insight.AdvancedSearch;
import org.clausebot.insight.AdvancedSearch.Found;
import org.clausebot.insight.AdvancedSearch.Where;
import org.clausebot.policy.Policy;

/** The search over policies and shown questions, with a form that writes the query. */
public final class SearchPart implements OwnerPart {
    private static final int LIMIT = 20;
    private static final int LONGEST = 500;
    private static final Map<String, String> FIELDS =
            Map.of("text", "the clause’s words", "heading", "its headings", "leadin", "what introduces it");

    private final AdvancedSearch search;
    private final Clauses clauses;

    /** A search that was made or refused. */
    private record Looked(String query, String problem, int column, Found.Hits hits) {
        private static final Found.Hits NOTHING = new Found.Hits(List.of(), List.of());

        static Looked not(String query) {
            return new Looked(query, "", 0, NOTHING);
        }

        int start() {
            return Math.max(0, Math.min(column - 1, query.length()));
        }

        int end() {
            return start() < query.length() ? query.offsetByCodePoints(start(), 1) : start();
        }
    }

    /** @param policies in force today */
    public SearchPart(AdvancedSearch search, Supplier<List<Policy>> policies) {
        this.search = search;
        this.clauses = new Clauses(policies);
    }

    @Override
    public OwnerTab tab() {
        return OwnerTab.SEARCH;
    }

    @Override
    public Routes routes(OwnerDoor door) {
        return Routes.none().get(tab().address(), Access.RECEIVER, door.reading(visit -> page(door, visit)));
    }

    private Response page(OwnerDoor door, OwnerVisit visit) {
        QueryWriter.Parts parts = parts(visit);
        boolean writes = !visit.query("write").isEmpty();
        String query = writes ? QueryWriter.write(parts) : visit.query("q");
        Where where = where(visit.query("where"));
        Looked looked = query.isEmpty() ? Looked.not("") : looked(visit, query, where);
        OwnerSearchView view = view(door, visit, looked, where, parts, writes && query.isEmpty());
        return Response.html(looked.problem().isEmpty() ? 200 : 400, door.render("owner-search", view));
    }

    private static Where where(String code) {
        return switch (code) {
            case "clauses" -> Where.CLAUSES;
            case "questions" -> Where.QUESTIONS;
            default -> Where.BOTH;
        };
    }

    private QueryWriter.Parts parts(OwnerVisit visit) {
        String in = visit.query("in");
        String policy = visit.query("of");
        return new QueryWriter.Parts(
                visit.query("all"),
                visit.query("phrase"),
                visit.query("any"),
                visit.query("none"),
                FIELDS.containsKey(in) ? in : "",
                visit.query("number"),
                clauses.policy(policy).isPresent() ? policy : "");
    }

    private Looked looked(OwnerVisit visit, String query, Where where) {
        if (query.length() > LONGEST) {
            return new Looked(
                    query.substring(0, LONGEST),
                    "A query has " + LONGEST + " characters at most; this one is longer.",
                    LONGEST + 1,
                    Looked.NOTHING);
        }
        return switch (search.find(visit.school(), query, where, LIMIT)) {
            case Found.Hits hits -> new Looked(query, "", 0, hits);
            case Found.Mistake mistake -> new Looked(query, mistake.message() + ".", mistake.column(), Looked.NOTHING);
        };
    }

    private OwnerSearchView view(
            OwnerDoor door, OwnerVisit visit, Looked looked, Where where, QueryWriter.Parts parts, boolean nothing) {
        String query = looked.query();
        return new OwnerSearchView(
                door.frame(visit, tab(), "Search"),
                query,
                List.of(
                        new Choice("both", "policies and questions", where == Where.BOTH),
                        new Choice("clauses", "policies", where == Where.CLAUSES),
                        new Choice("questions", "questions", where == Where.QUESTIONS)),
                looked.problem(),
                query.substring(0, looked.start()),
                query.substring(looked.start(), looked.end()),
                query.substring(looked.end()),
                looked.column(),
                !query.isEmpty(),
                form(parts, nothing),
                looked.hits().quotes().stream().map(clauses::shown).toList(),
                looked.hits().questions().stream().map(SearchPart::said).toList());
    }

    private OwnerSearchView.Parts form(QueryWriter.Parts parts, boolean nothing) {
        List<Choice> in = new ArrayList<>();
        in.add(new Choice("", "all of it", parts.in().isEmpty()));
        List.of("text", "heading", "leadin")
                .forEach(field ->
                        in.add(new Choice(field, FIELDS.getOrDefault(field, field), field.equals(parts.in()))));
        List<Choice> policies = new ArrayList<>();
        policies.add(new Choice("", "all", parts.policy().isEmpty()));
        for (Policy policy : clauses.policies()) {
            String id = policy.id().value();
            policies.add(new Choice(id, policy.details().title(), id.equals(parts.policy())));
        }
        return new OwnerSearchView.Parts(
                parts.all(),
                parts.phrase(),
                parts.any(),
                parts.none(),
                parts.number(),
                in,
                policies,
                nothing ? "Write at least one word to look for; words to leave out find nothing by themselves." : "");
    }

    private static OwnerSearchView.Said said(AdvancedSearch.Asked asked) {
        return new OwnerSearchView.Said(
                Clauses.label(asked.clause().ref()),
                asked.policy().details().title(),
                Clauses.link(asked.clause().ref()),
                Days.of(asked.said().first(), asked.said().last()),
                asked.said().words());
    }
}
