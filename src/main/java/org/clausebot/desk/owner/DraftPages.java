package org.clausebot.desk.owner;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clausebot.desk.view.Form;
import org.clausebot.desk.view.OwnerAsideView;
import org.clausebot.desk.view.OwnerClauseView;
import org.clausebot.desk.view.OwnerDraftView;
import org.clausebot.desk.view.OwnerDraftView.Aside;
import org.clausebot.desk.view.OwnerDraftView.Fact;
import org.clausebot.desk.view.OwnerDraftView.Finding;
import org.clausebot.desk.view.OwnerDraftView.Group;
import org.clausebot.desk.view.OwnerDraftView.Item;
import org.clausebot.desk.view.OwnerDraftView.Named;
import org.clausebot.http.Response;
import org.clausebot.policy.Clause;
import org.clausebot.policy.LibraryException;
import org.clausebot.policy.Policy;
import org.clausebot.policy.PolicyDetails;
import org.clausebot.policy.SetAside;
import org.clausebot.policy.draft.Check;
import org.clausebot.policy.draft.Draft;
import org.clausebot.policy.lint.Place;
import org.clausebot.policy.lint.PolicyLinter;
import org.clausebot.policy.lint.ReviewDate;

/** A draft's page, and the page of one of its clauses. */
final class DraftPages {
    private static final int AROUND = 600;

    private final DraftsPart.Parts parts;
    private final OwnerDoor door;

    DraftPages(DraftsPart.Parts parts, OwnerDoor door) {
        this.parts = parts;
        this.door = door;
    }

    /**
     * @param problem why the last change was refused; empty where it was not
     * @param done what the last change did
     * @param note what was typed as a note, where publishing was refused
     */
    Response draft(OwnerVisit visit, Draft draft, String problem, String done, String note) throws LibraryException {
        Policy policy = draft.policy();
        PolicyDetails details = policy.details();
        List<Policy> inForce = parts.library().inForce().inForce();
        Check check = Check.of(
                policy,
                inForce,
                parts.citations().apply(policy.id()),
                parts.library().today());
        Optional<Policy> older =
                inForce.stream().filter(p -> p.id().equals(policy.id())).findFirst();
        OwnerDraftView view = new OwnerDraftView(
                door.frame(visit, OwnerTab.DRAFTS, "Draft of " + details.title()),
                draft.id(),
                details.id().value(),
                details.title(),
                details.version(),
                "“" + draft.about().fileName() + "”, brought by "
                        + parts.names().apply(draft.about().by()) + " on "
                        + DraftWords.day(draft.about().at(), parts.clock().getZone()),
                draft.seen(),
                parts.library().history(policy.id()).last(),
                draft.about().state() == Draft.State.OPEN,
                DraftWords.state(draft.about().state()),
                problem,
                done,
                facts(details),
                asked(ReviewDate.of(details.review())),
                DraftText.pieces(policy),
                items(policy),
                aside(policy, true),
                aside(policy, false),
                findings(check, policy),
                older.map(p -> p.details().version()).orElse(""),
                check.diff().map(DraftDiff::summary).orElse(""),
                check.diff().map(DraftDiff::changes).orElse(List.of()),
                check.touched().stream()
                        .map(t -> new Named(
                                DraftWords.named(t.citation()), t.citation().address(), DraftWords.fate(t)))
                        .toList(),
                draft.overlay().corrections().size(),
                parts.library().today().toString(),
                note);
        return Response.html(problem.isEmpty() ? 200 : 400, door.render("owner-draft", view));
    }

    private static List<Fact> facts(PolicyDetails details) {
        return List.of(
                new Fact("title", "Title", details.title()),
                new Fact("school", "School", details.school().orElse("")),
                new Fact("owner", "Owner", details.owner().orElse("")),
                new Fact("updated", "Last changed", details.updated().orElse("")),
                new Fact("review", "To be reviewed", details.review().orElse("")));
    }

    private static String asked(ReviewDate review) {
        return switch (review) {
            case ReviewDate.On on -> "";
            case ReviewDate.Misprinted misprinted ->
                "The review date is printed as “" + misprinted.printed() + "”, which no calendar has. Which day is"
                        + " meant? Write it below: the document stays as issued, and everybody sees the right date.";
            case ReviewDate.Unknown unknown ->
                "The document names no review date that can be read. Write below when it is to be reviewed, so that you"
                        + " are reminded.";
        };
    }

    private static List<Item> items(Policy policy) {
        List<Item> items = new ArrayList<>();
        List<String> under = List.of();
        for (Clause clause : policy.clauses()) {
            String heading = clause.headings().equals(under) ? "" : String.join(" › ", clause.headings());
            under = clause.headings();
            items.add(new Item(
                    DraftWords.at(clause),
                    DraftText.anchor(clause),
                    DraftWords.name(clause.ref()),
                    heading,
                    clause.leadInText(),
                    clause.text()));
        }
        return items;
    }

    /** @param look whether what a person should look at, or what documents have beside their clauses */
    private static List<Aside> aside(Policy policy, boolean look) {
        return policy.setAside().stream()
                .filter(part -> isDoubtful(part) == look)
                .map(part -> new Aside(
                        DraftWords.at(part.source()), DraftWords.reason(part.reason()), part.words(policy.document())))
                .filter(part -> part.words().codePoints().anyMatch(Character::isLetterOrDigit))
                .toList();
    }

    private static boolean isDoubtful(SetAside part) {
        return switch (part.reason()) {
            case UNPLACED, TAKEN_OUT -> true;
            case TITLE, CONTENTS, PAGE_FURNITURE, DOCUMENT_CONTROL, NAVIGATION, FORM -> false;
        };
    }

    private static List<Group> findings(Check check, Policy policy) {
        return PolicyLinter.bySeverity(check.findings()).entrySet().stream()
                .map(group -> new Group(
                        group.getKey().title(),
                        group.getValue().stream()
                                .map(f -> new Finding(
                                        f.place().name(), anchor(f.place(), policy), f.message(), f.suggestion()))
                                .toList()))
                .toList();
    }

    private static String anchor(Place place, Policy policy) {
        return switch (place) {
            case Place.AtClause at ->
                policy.clause(at.ref().address())
                        .map(clause -> "clause-" + DraftWords.at(clause))
                        .orElse("");
            case Place.AtHeading heading -> "";
            case Place.WholeDocument document -> "";
        };
    }

    /** @param form what was typed and why it was refused */
    Response clause(OwnerVisit visit, Draft draft, Clause clause, Form form) {
        Policy policy = draft.policy();
        String text = policy.document().text();
        int start = clause.source().start();
        int end = clause.source().end();
        String next = policy.clauses().stream()
                .filter(c -> c.source().start() >= end)
                .findFirst()
                .map(c -> DraftWords.name(c.ref()))
                .orElse("");
        OwnerClauseView view = new OwnerClauseView(
                door.frame(visit, OwnerTab.DRAFTS, "Clause " + DraftWords.name(clause.ref())),
                draft.id(),
                policy.details().title(),
                draft.seen(),
                DraftWords.at(clause),
                DraftWords.name(clause.ref()),
                clause.ref().address(),
                String.join(" › ", clause.headings()),
                clause.leadInText(),
                text.substring(Math.max(0, start - AROUND), start),
                text.substring(start, end),
                text.substring(end, Math.min(text.length(), end + AROUND)),
                next,
                form);
        return Response.html(form.refused() ? 400 : 200, door.render("owner-draft-clause", view));
    }

    /** @param form what was typed and why it was refused */
    Response aside(OwnerVisit visit, Draft draft, SetAside part, Form form) {
        Policy policy = draft.policy();
        String text = policy.document().text();
        int start = part.source().start();
        int end = part.source().end();
        OwnerAsideView view = new OwnerAsideView(
                door.frame(visit, OwnerTab.DRAFTS, "Words in no clause"),
                draft.id(),
                policy.details().title(),
                draft.seen(),
                DraftWords.at(part.source()),
                DraftWords.reason(part.reason()),
                text.substring(Math.max(0, start - AROUND), start),
                text.substring(start, end),
                text.substring(end, Math.min(text.length(), end + AROUND)),
                policy.clauseBeside(part.source())
                        .map(clause -> DraftWords.name(clause.ref()))
                        .orElse(""),
                form);
        return Response.html(form.refused() ? 400 : 200, door.render("owner-draft-aside", view));
    }

    static Form untouched() {
        return new Form("", "", Map.of());
    }
}
