package org.clausebot.desk.owner;

import java.util.Optional;
import org.clausebot.http.Action;
import org.clausebot.http.Response;
import org.clausebot.policy.LibraryException;
import org.clausebot.policy.draft.Draft;
import org.clausebot.policy.draft.Drafts;

/** How somebody comes to a draft: by its id in the address, as it is now, and to its page again after a change. */
final class DraftVisits {
    private static final String OVERTAKEN = "Somebody else has changed or published something here since you opened the"
            + " page. Nothing of yours was done. This is how it is now: look, and do it again if it is still wanted.";

    private final DraftsPart.Parts parts;
    private final OwnerDoor door;
    private final DraftPages pages;

    DraftVisits(DraftsPart.Parts parts, OwnerDoor door, DraftPages pages) {
        this.parts = parts;
        this.door = door;
        this.pages = pages;
    }

    @FunctionalInterface
    interface Page {
        Response of(OwnerVisit visit, Draft draft) throws LibraryException;
    }

    Action page(Page page) {
        return door.reading(visit -> shown(visit, page));
    }

    Action change(Page page) {
        return door.changing(visit -> shown(visit, page));
    }

    private Response shown(OwnerVisit visit, Page page) {
        try {
            Optional<Draft> draft = parts.drafts().find(visit.path("draft"));
            return draft.isPresent() ? page.of(visit, draft.get()) : door.noSuchPage();
        } catch (LibraryException e) {
            return DraftsPart.failed(door, e);
        }
    }

    static String address(Draft draft) {
        return OwnerTab.DRAFTS.address() + "/" + draft.id();
    }

    /** Where a change was made upon a state that is no longer so. */
    Response overtaken(OwnerVisit visit, Draft draft) throws LibraryException {
        Draft now = parts.drafts().find(draft.id()).orElse(draft);
        return pages.draft(visit, now, OVERTAKEN, "", visit.field("note"));
    }

    /** What answers a correction: the draft's page at {@code place}, or {@code refused}. */
    Response corrected(OwnerVisit visit, Draft draft, Drafts.Outcome outcome, String place, Refused refused)
            throws LibraryException {
        return switch (outcome) {
            case Drafts.Changed changed -> {
                door.audit(visit, "policy draft corrected " + draft.policy().id());
                yield Response.seeOther(address(draft) + place);
            }
            case Drafts.Refused why -> refused.because(why.why());
            case Drafts.Overtaken overtaken -> overtaken(visit, draft);
            case Drafts.Published published -> overtaken(visit, draft);
        };
    }

    /** The page on which a change was asked for, with why it was not made. */
    @FunctionalInterface
    interface Refused {
        Response because(String why) throws LibraryException;
    }
}
