package org.clausebot.desk.owner;

import java.util.Optional;
import org.clausebot.desk.view.Form;
import org.clausebot.http.Access;
import org.clausebot.http.Response;
import org.clausebot.http.Routes;
import org.clausebot.policy.Clause;
import org.clausebot.policy.Correction;
import org.clausebot.policy.CorrectionException;
import org.clausebot.policy.LibraryException;
import org.clausebot.policy.Overlay;
import org.clausebot.policy.SetAside;
import org.clausebot.policy.Span;
import org.clausebot.policy.draft.Draft;
import org.clausebot.policy.draft.Drafts;
import org.clausebot.policy.draft.Wanted;

/** What is corrected by hand of how a draft was read: its clauses, what was set aside, and what is said of it. */
final class DraftCorrections {
    private static final String DRAFT = OwnerTab.DRAFTS.address() + "/{draft}";
    private static final String READING = "?done=corrected#reading";

    private final DraftsPart.Parts parts;
    private final OwnerDoor door;
    private final DraftPages pages;
    private final DraftVisits visits;

    DraftCorrections(DraftsPart.Parts parts, OwnerDoor door, DraftPages pages, DraftVisits visits) {
        this.parts = parts;
        this.door = door;
        this.pages = pages;
        this.visits = visits;
    }

    Routes routes() {
        return Routes.none()
                .get(DRAFT + "/clause", Access.RECEIVER, visits.page(this::clause))
                .post(DRAFT + "/clause", Access.RECEIVER, visits.change(this::correct))
                .get(DRAFT + "/aside", Access.RECEIVER, visits.page(this::aside))
                .post(DRAFT + "/aside", Access.RECEIVER, visits.change(this::bringBack))
                .post(DRAFT + "/details", Access.RECEIVER, visits.change(this::details))
                .post(DRAFT + "/undo", Access.RECEIVER, visits.change(this::undo));
    }

    private Response clause(OwnerVisit visit, Draft draft) {
        return clauseAt(draft, visit.query("at"))
                .map(clause -> pages.clause(visit, draft, clause, DraftPages.untouched()))
                .orElseGet(door::noSuchPage);
    }

    private static Form refused(OwnerVisit visit, String why) {
        return new Form("", why, visit.request().form());
    }

    private static Optional<Clause> clauseAt(Draft draft, String at) {
        Optional<Span> span = DraftWords.span(at);
        return draft.policy().clauses().stream()
                .filter(c -> span.filter(c.source()::equals).isPresent())
                .findFirst();
    }

    private static Optional<SetAside> asideAt(Draft draft, String at) {
        Optional<Span> span = DraftWords.span(at);
        return draft.policy().setAside().stream()
                .filter(part -> span.filter(part.source()::equals).isPresent())
                .findFirst();
    }

    private Response correct(OwnerVisit visit, Draft draft) throws LibraryException {
        Optional<Clause> clause = clauseAt(draft, visit.field("at"));
        if (clause.isEmpty()) {
            return visits.overtaken(visit, draft);
        }
        return visits.corrected(
                visit,
                draft,
                parts.drafts()
                        .correct(
                                draft,
                                visit.field("seen"),
                                now -> now.overlay()
                                        .and(wanted(
                                                visit,
                                                new Wanted(
                                                        now.policy(),
                                                        clause.get().source())))),
                READING,
                why -> pages.clause(visit, draft, clause.get(), refused(visit, why)));
    }

    private static Correction wanted(OwnerVisit visit, Wanted wanted) throws CorrectionException {
        return switch (visit.field("do")) {
            case "bounds" -> wanted.bounds(visit.field("first"), visit.field("last"));
            case "split" -> wanted.split(visit.field("second"), visit.field("second-number"));
            case "join" -> wanted.join();
            case "number" -> wanted.number(visit.field("number"));
            case "lead-in" -> wanted.introduced(visit.field("lead-in"));
            case "no-lead-in" -> wanted.introduced("");
            default -> throw noButton();
        };
    }

    private static CorrectionException noButton() {
        return new CorrectionException("Press one of the buttons of the page.");
    }

    private Response aside(OwnerVisit visit, Draft draft) {
        return asideAt(draft, visit.query("at"))
                .map(part -> pages.aside(visit, draft, part, DraftPages.untouched()))
                .orElseGet(door::noSuchPage);
    }

    private Response bringBack(OwnerVisit visit, Draft draft) throws LibraryException {
        Optional<SetAside> part = asideAt(draft, visit.field("at"));
        if (part.isEmpty()) {
            return visits.overtaken(visit, draft);
        }
        return visits.corrected(
                visit,
                draft,
                parts.drafts()
                        .correct(
                                draft,
                                visit.field("seen"),
                                now -> now.overlay()
                                        .and(back(visit, now, part.get().source()))),
                READING,
                why -> pages.aside(visit, draft, part.get(), refused(visit, why)));
    }

    private static Correction back(OwnerVisit visit, Draft draft, Span place) throws CorrectionException {
        return switch (visit.field("do")) {
            case "clause" -> new Correction.Restored(place, visit.field("number"));
            case "part" ->
                new Correction.Regained(
                        draft.policy()
                                .clauseBeside(place)
                                .map(Clause::source)
                                .orElseThrow(() -> new CorrectionException(
                                        "No clause stands before these words: make them a clause of their own.")),
                        place);
            default -> throw noButton();
        };
    }

    private Response details(OwnerVisit visit, Draft draft) throws LibraryException {
        Drafts.Outcome outcome = parts.drafts()
                .correct(
                        draft,
                        visit.field("seen"),
                        now -> now.overlay()
                                .with(new Overlay.Details(
                                        changed(
                                                visit,
                                                "title",
                                                Optional.of(now.read().details().title())),
                                        changed(
                                                visit,
                                                "school",
                                                now.read().details().school()),
                                        changed(
                                                visit,
                                                "owner",
                                                now.read().details().owner()),
                                        changed(
                                                visit,
                                                "updated",
                                                now.read().details().updated()),
                                        changed(
                                                visit,
                                                "review",
                                                now.read().details().review()))));
        return visits.corrected(visit, draft, outcome, "#about", why -> pages.draft(visit, draft, why, "", ""));
    }

    private static Optional<String> changed(OwnerVisit visit, String field, Optional<String> read)
            throws CorrectionException {
        String typed = visit.field(field);
        if (typed.length() > 200 || typed.codePoints().anyMatch(Character::isISOControl)) {
            throw new CorrectionException("Each of these is one line of 200 characters at most.");
        }
        return Optional.of(typed)
                .filter(words -> !words.isBlank() && read.filter(words::equals).isEmpty());
    }

    private Response undo(OwnerVisit visit, Draft draft) throws LibraryException {
        Drafts.Outcome outcome = parts.drafts()
                .correct(draft, visit.field("seen"), now -> now.overlay().withoutLast());
        return visits.corrected(visit, draft, outcome, "#reading", why -> pages.draft(visit, draft, why, "", ""));
    }
}
