package org.clausebot.desk.owner;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.clausebot.http.Access;
import org.clausebot.http.Notice;
import org.clausebot.http.Response;
import org.clausebot.http.Routes;
import org.clausebot.policy.LibraryException;
import org.clausebot.policy.PolicyId;
import org.clausebot.policy.PolicyLibrary;
import org.clausebot.policy.PolicyReader;
import org.clausebot.policy.draft.Citation;
import org.clausebot.policy.draft.Draft;
import org.clausebot.policy.draft.Drafts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Drafts and versions: a document is brought, looked through, corrected, published, and taken back. */
public final class DraftsPart implements OwnerPart {
    private static final Logger LOG = LoggerFactory.getLogger(DraftsPart.class);
    private static final String ROOT = OwnerTab.DRAFTS.address();
    private static final String DRAFT = ROOT + "/{draft}";

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
        DraftVisits visits = new DraftVisits(parts, door, pages);
        return new DraftIntake(parts, door)
                .routes()
                .and(new VersionPages(parts, door).routes())
                .and(new DraftCorrections(parts, door, pages, visits).routes())
                .get(
                        DRAFT,
                        Access.RECEIVER,
                        visits.page((visit, draft) -> pages.draft(visit, draft, "", news(visit), "")))
                .get(DRAFT + "/document", Access.RECEIVER, visits.page((visit, draft) -> document(draft)))
                .post(
                        DRAFT + "/publish",
                        Access.RECEIVER,
                        visits.change((visit, draft) -> publish(visit, draft, pages, visits, door)))
                .post(DRAFT + "/state", Access.RECEIVER, visits.change((visit, draft) -> state(visit, draft, door)));
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

    private Response publish(OwnerVisit visit, Draft draft, DraftPages pages, DraftVisits visits, OwnerDoor door)
            throws LibraryException {
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
            case Drafts.Overtaken overtaken -> visits.overtaken(visit, draft);
            case Drafts.Changed changed -> visits.overtaken(visit, draft);
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
