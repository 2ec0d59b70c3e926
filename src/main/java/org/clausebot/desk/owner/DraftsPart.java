package org.clausebot.desk.owner;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.clausebot.desk.view.Form;
import org.clausebot.http.Access;
import org.clausebot.http.Action;
import org.clausebot.http.Notice;
import org.clausebot.http.Response;
import org.clausebot.http.Routes;
import org.clausebot.policy.Clause;
import org.clausebot.policy.Correction;
import org.clausebot.policy.CorrectionException;
import org.clausebot.policy.LibraryException;
import org.clausebot.policy.Overlay;
import org.clausebot.policy.PolicyId;
import org.clausebot.policy.PolicyLibrary;
import org.clausebot.policy.PolicyReader;
import org.clausebot.policy.Span;
import org.clausebot.policy.draft.Citation;
import org.clausebot.policy.draft.Draft;
import org.clausebot.policy.draft.Drafts;
import org.clausebot.policy.draft.Wanted;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Drafts and versions: a document is brought, looked through, corrected, published, and taken back. */
public final class DraftsPart implements OwnerPart {
    private static final Logger LOG = LoggerFactory.getLogger(DraftsPart.class);
    private static final String ROOT = OwnerTab.DRAFTS.address();
    private static final String DRAFT = ROOT + "/{draft}";
    private static final String OVERTAKEN = "Somebody else has changed or published something here since you opened the"
            + " page. Nothing of yours was done. This is how it is now: look, and do it again if it is still wanted.";

    private final Parts parts;

    /**
     * What it needs.
     *
     * @param citations what names clauses of a policy: flows and example questions
     * @param names a person's name by their id; the id where nobody of that id is there any more
     */
    public record Parts(
            PolicyLibrary library,
            PolicyReader reader,
            Drafts drafts,
            Function<PolicyId, List<Citation>> citations,
            Function<String, String> names,
            Clock clock) {}

    public DraftsPart(Parts parts) {
        this.parts = parts;
    }

    @Override
    public OwnerTab tab() {
        return OwnerTab.DRAFTS;
    }

    @Override
    public Routes routes(OwnerDoor door) {
        DraftPages pages = new DraftPages(parts, door);
        return new DraftIntake(parts, door)
                .routes()
                .and(new VersionPages(parts, door).routes())
                .get(
                        DRAFT,
                        Access.RECEIVER,
                        page(door, (visit, draft) -> pages.draft(visit, draft, "", news(visit), "")))
                .get(DRAFT + "/document", Access.RECEIVER, page(door, (visit, draft) -> document(draft)))
                .get(
                        DRAFT + "/clause",
                        Access.RECEIVER,
                        page(door, (visit, draft) -> clause(visit, draft, pages, door)))
                .post(DRAFT + "/clause", Access.RECEIVER, change(door, (v, draft) -> correct(v, draft, pages, door)))
                .post(DRAFT + "/details", Access.RECEIVER, change(door, (v, draft) -> details(v, draft, pages, door)))
                .post(DRAFT + "/undo", Access.RECEIVER, change(door, (v, draft) -> undo(v, draft, pages, door)))
                .post(DRAFT + "/publish", Access.RECEIVER, change(door, (v, draft) -> publish(v, draft, pages, door)))
                .post(DRAFT + "/state", Access.RECEIVER, change(door, (v, draft) -> state(v, draft, door)));
    }

    @FunctionalInterface
    private interface Page {
        Response of(OwnerVisit visit, Draft draft) throws LibraryException;
    }

    private Action page(OwnerDoor door, Page page) {
        return door.reading(visit -> shown(visit, door, page));
    }

    private Action change(OwnerDoor door, Page page) {
        return door.changing(visit -> shown(visit, door, page));
    }

    private Response shown(OwnerVisit visit, OwnerDoor door, Page page) {
        try {
            Optional<Draft> draft = parts.drafts().find(visit.path("draft"));
            return draft.isPresent() ? page.of(visit, draft.get()) : door.noSuchPage();
        } catch (LibraryException e) {
            return failed(door, e);
        }
    }

    /** The library cannot be read or written: whoever looks after the program finds where in the log. */
    static Response failed(OwnerDoor door, LibraryException e) {
        LOG.error("A policy or a draft cannot be read or written: {}", e.getMessage());
        return door.refused(new Notice(
                503,
                "This cannot be read or kept just now",
                "Nothing was lost and nothing was changed. Ask whoever looks after Clausebot to look at its log and at the"
                        + " data folder’s disk, then try again.",
                0));
    }

    private static String news(OwnerVisit visit) {
        return visit.query("done").equals("corrected") ? "The correction is kept. The document stays as issued." : "";
    }

    private Response document(Draft draft) throws LibraryException {
        return Response.download(
                draft.about().fileName(),
                "application/octet-stream",
                ByteBuffer.wrap(parts.drafts().document(draft)));
    }

    private Response clause(OwnerVisit visit, Draft draft, DraftPages pages, OwnerDoor door) {
        return clauseAt(draft, visit.query("at"))
                .map(clause -> pages.clause(visit, draft, clause, DraftPages.untouched()))
                .orElseGet(door::noSuchPage);
    }

    private static Optional<Clause> clauseAt(Draft draft, String at) {
        Optional<Span> span = DraftWords.span(at);
        return draft.policy().clauses().stream()
                .filter(c -> span.filter(c.source()::equals).isPresent())
                .findFirst();
    }

    private Response correct(OwnerVisit visit, Draft draft, DraftPages pages, OwnerDoor door) throws LibraryException {
        Optional<Clause> clause = clauseAt(draft, visit.field("at"));
        if (clause.isEmpty()) {
            return pages.draft(visit, draft, OVERTAKEN, "", "");
        }
        Drafts.Outcome outcome = parts.drafts()
                .correct(
                        draft,
                        visit.field("seen"),
                        now -> now.overlay()
                                .and(wanted(
                                        visit,
                                        new Wanted(now.policy(), clause.get().source()))));
        return switch (outcome) {
            case Drafts.Changed changed -> {
                door.audit(visit, "policy draft corrected " + draft.policy().id());
                yield Response.seeOther(ROOT + "/" + draft.id() + "?done=corrected#reading");
            }
            case Drafts.Refused refused ->
                pages.clause(
                        visit,
                        draft,
                        clause.get(),
                        new Form("", refused.why(), visit.request().form()));
            case Drafts.Overtaken overtaken -> now(visit, draft, pages);
            case Drafts.Published published -> now(visit, draft, pages);
        };
    }

    private static Correction wanted(OwnerVisit visit, Wanted wanted) throws CorrectionException {
        return switch (visit.field("do")) {
            case "bounds" -> wanted.bounds(visit.field("first"), visit.field("last"));
            case "split" -> wanted.split(visit.field("second"), visit.field("second-number"));
            case "join" -> wanted.join();
            case "number" -> wanted.number(visit.field("number"));
            case "lead-in" -> wanted.introduced(visit.field("lead-in"));
            case "no-lead-in" -> wanted.introduced("");
            default -> throw new CorrectionException("Press one of the buttons of the page.");
        };
    }

    private Response details(OwnerVisit visit, Draft draft, DraftPages pages, OwnerDoor door) throws LibraryException {
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
        return corrected(visit, draft, pages, door, outcome, "#about");
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

    private Response undo(OwnerVisit visit, Draft draft, DraftPages pages, OwnerDoor door) throws LibraryException {
        Drafts.Outcome outcome = parts.drafts()
                .correct(draft, visit.field("seen"), now -> now.overlay().withoutLast());
        return corrected(visit, draft, pages, door, outcome, "#reading");
    }

    private Response corrected(
            OwnerVisit visit, Draft draft, DraftPages pages, OwnerDoor door, Drafts.Outcome outcome, String place)
            throws LibraryException {
        return switch (outcome) {
            case Drafts.Changed changed -> {
                door.audit(visit, "policy draft corrected " + draft.policy().id());
                yield Response.seeOther(ROOT + "/" + draft.id() + place);
            }
            case Drafts.Refused refused -> pages.draft(visit, draft, refused.why(), "", "");
            case Drafts.Overtaken overtaken -> now(visit, draft, pages);
            case Drafts.Published published -> now(visit, draft, pages);
        };
    }

    private Response now(OwnerVisit visit, Draft draft, DraftPages pages) throws LibraryException {
        Draft now = parts.drafts().find(draft.id()).orElse(draft);
        return pages.draft(visit, now, OVERTAKEN, "", visit.field("note"));
    }

    private Response publish(OwnerVisit visit, Draft draft, DraftPages pages, OwnerDoor door) throws LibraryException {
        Optional<LocalDate> from = date(visit.field("from"));
        Optional<Integer> expected = number(visit.field("expected"));
        if (from.isEmpty() || expected.isEmpty()) {
            return pages.draft(
                    visit,
                    draft,
                    "Give the day on which it comes into force, such as 2027-01-04.",
                    "",
                    visit.field("note"));
        }
        Drafts.Outcome outcome = parts.drafts()
                .publish(
                        draft,
                        new Drafts.Wish(
                                visit.field("seen"),
                                expected.get(),
                                from.get(),
                                visit.person().id(),
                                visit.field("note")));
        return switch (outcome) {
            case Drafts.Published published -> {
                door.audit(visit, "policy published " + draft.policy().id());
                yield Response.seeOther(VersionPages.address(draft.policy().id()) + "?done=published");
            }
            case Drafts.Refused refused -> pages.draft(visit, draft, refused.why(), "", visit.field("note"));
            case Drafts.Overtaken overtaken -> now(visit, draft, pages);
            case Drafts.Changed changed -> now(visit, draft, pages);
        };
    }

    private Response state(OwnerVisit visit, Draft draft, OwnerDoor door) throws LibraryException {
        boolean open = visit.field("to").equals("open");
        parts.drafts().put(draft, open ? Draft.State.OPEN : Draft.State.PUT_AWAY);
        door.audit(
                visit,
                "policy draft " + (open ? "taken out " : "put away ")
                        + draft.policy().id());
        return Response.seeOther(open ? ROOT + "/" + draft.id() : ROOT);
    }

    static Optional<LocalDate> date(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    static Optional<Integer> number(String typed) {
        return typed.matches("\\d{1,6}") ? Optional.of(Integer.parseInt(typed)) : Optional.empty();
    }
}
