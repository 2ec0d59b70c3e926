package org.clausebot.desk.owner;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clausebot.desk.view.OwnerVersionsView;
import org.clausebot.http.Access;
import org.clausebot.http.Action;
import org.clausebot.http.Response;
import org.clausebot.http.Routes;
import org.clausebot.policy.LibraryException;
import org.clausebot.policy.Policy;
import org.clausebot.policy.PolicyHistory;
import org.clausebot.policy.PolicyId;
import org.clausebot.policy.PolicyLibrary;
import org.clausebot.policy.Publication;
import org.clausebot.policy.draft.Draft;
import org.clausebot.policy.draft.PastVersions;
import org.clausebot.policy.draft.ReviewDue;
import org.clausebot.policy.lint.ReviewDate;

/** The page of a policy's versions: what was, is and will be in force, and what can be done about it. */
final class VersionPages {
    private static final String ROOT = OwnerTab.DRAFTS.address() + "/versions/of/";
    private static final String PAGE = ROOT + "{policy}";
    private static final String OVERTAKEN =
            "Somebody else has published or recorded something since you opened the page."
                    + " Nothing of yours was done. This is how it is now: look, and do it again if it is still wanted.";

    private final DraftsPart.Parts parts;
    private final OwnerDoor door;

    VersionPages(DraftsPart.Parts parts, OwnerDoor door) {
        this.parts = parts;
        this.door = door;
    }

    static String address(PolicyId id) {
        return ROOT + id;
    }

    Routes routes() {
        return Routes.none()
                .get(PAGE, Access.RECEIVER, door.reading(visit -> shown(visit, id -> page(visit, id, ""))))
                .post(PAGE + "/roll-back", Access.RECEIVER, changing(this::rollBack))
                .post(PAGE + "/withdraw", Access.RECEIVER, changing(this::withdraw))
                .post(PAGE + "/reviewed", Access.RECEIVER, changing(this::reviewed))
                .post(PAGE + "/draft", Access.RECEIVER, changing(this::draft));
    }

    @FunctionalInterface
    private interface Page {
        Response of(PolicyId id) throws LibraryException;
    }

    @FunctionalInterface
    private interface Change {
        Response of(OwnerVisit visit, PolicyId id) throws LibraryException;
    }

    private Action changing(Change change) {
        return door.changing(visit -> shown(visit, id -> change.of(visit, id)));
    }

    private Response shown(OwnerVisit visit, Page page) {
        try {
            Optional<PolicyId> id = parts.library().ids().stream()
                    .filter(known -> known.value().equals(visit.path("policy")))
                    .findFirst();
            return id.isPresent() ? page.of(id.get()) : door.noSuchPage();
        } catch (LibraryException e) {
            return DraftsPart.failed(door, e);
        }
    }

    private Response rollBack(OwnerVisit visit, PolicyId id) throws LibraryException {
        boolean stored = parts.library().stored(id).stream()
                .anyMatch(version -> version.key().equals(visit.field("version")) && !version.inForce());
        if (!stored) {
            return page(visit, id, OVERTAKEN);
        }
        return add(visit, id, Publication.Kind.ROLLED_BACK, visit.field("version"), Optional.empty(), 0);
    }

    private Response withdraw(OwnerVisit visit, PolicyId id) throws LibraryException {
        Optional<Publication> row = parts
                .library()
                .history(id)
                .planned(parts.library().today())
                .stream()
                .filter(planned -> String.valueOf(planned.number()).equals(visit.field("row")))
                .findFirst();
        return row.isEmpty()
                ? page(visit, id, OVERTAKEN)
                : add(
                        visit,
                        id,
                        Publication.Kind.WITHDRAWN,
                        row.get().version(),
                        Optional.empty(),
                        row.get().number());
    }

    private Response reviewed(OwnerVisit visit, PolicyId id) throws LibraryException {
        Optional<LocalDate> next = DraftsPart.date(visit.field("next"));
        LocalDate today = parts.library().today();
        if (next.isEmpty() || !next.get().isAfter(today) || next.get().isAfter(today.plusYears(10))) {
            return page(visit, id, "Give the day of the next review: a day to come, within ten years.");
        }
        Optional<String> version = parts.library().history(id).on(today);
        return version.isEmpty()
                ? page(visit, id, OVERTAKEN)
                : add(visit, id, Publication.Kind.REVIEWED, version.get(), next, 0);
    }

    private Response add(
            OwnerVisit visit, PolicyId id, Publication.Kind kind, String version, Optional<LocalDate> review, int about)
            throws LibraryException {
        if (visit.field("note").length() > Publication.LONGEST_NOTE) {
            return page(visit, id, "The note is too long: " + Publication.LONGEST_NOTE + " characters are the most.");
        }
        Optional<Publication> row = parts.library()
                .publish(
                        id,
                        new Publication.Wish(
                                kind,
                                version,
                                parts.library().today(),
                                visit.person().id(),
                                visit.field("note"),
                                review,
                                about,
                                DraftsPart.number(visit.field("expected")).orElse(-1)));
        if (row.isEmpty()) {
            return page(visit, id, OVERTAKEN);
        }
        door.audit(visit, "policy " + done(kind) + " " + id);
        return Response.seeOther(address(id) + "?done=" + done(kind));
    }

    private static String done(Publication.Kind kind) {
        return switch (kind) {
            case PUBLISHED -> "published";
            case ROLLED_BACK -> "rolled-back";
            case REVIEWED -> "reviewed";
            case WITHDRAWN -> "withdrawn";
        };
    }

    private Response draft(OwnerVisit visit, PolicyId id) throws LibraryException {
        Draft draft =
                parts.drafts().from(id, visit.field("version"), visit.person().id());
        door.audit(visit, "policy draft begun " + id);
        return Response.seeOther(OwnerTab.DRAFTS.address() + "/" + draft.id());
    }

    private Response page(OwnerVisit visit, PolicyId id, String problem) throws LibraryException {
        LocalDate today = parts.library().today();
        PolicyHistory history = parts.library().history(id);
        List<PastVersions.Past> past = new PastVersions(parts.library()).of(id);
        Optional<String> key = history.on(today);
        Optional<Policy> inForce =
                key.isPresent() ? Optional.of(parts.library().read(id, key.get())) : Optional.empty();
        ReviewDate review = inForce.map(p -> ReviewDue.of(p, history, today)).orElseGet(ReviewDate.Unknown::new);
        OwnerVersionsView view = new OwnerVersionsView(
                door.frame(visit, OwnerTab.DRAFTS, "Versions of " + id),
                id.value(),
                inForce.map(p -> p.details().title()).orElse(id.value()),
                inForce.map(p -> p.details().version()).orElse(""),
                key.orElse(""),
                history.last(),
                problem,
                problem.isEmpty() ? news(visit.query("done")) : "",
                DraftWords.review(review),
                review instanceof ReviewDate.Misprinted misprinted ? misprinted.printed() : "",
                versions(id, past),
                history.planned(today).stream()
                        .map(row -> new OwnerVersionsView.Planned(row.number(), row.name(), DraftWords.day(row.from())))
                        .toList(),
                rows(history));
        return Response.html(problem.isEmpty() ? 200 : 400, door.render("owner-versions", view));
    }

    private List<OwnerVersionsView.Version> versions(PolicyId id, List<PastVersions.Past> past)
            throws LibraryException {
        List<OwnerVersionsView.Version> versions = new ArrayList<>();
        for (PolicyLibrary.Version stored : parts.library().stored(id)) {
            Policy policy = parts.library().read(id, stored.key());
            String name = policy.details().version();
            versions.add(new OwnerVersionsView.Version(
                    stored.key(),
                    name,
                    past.stream()
                            .filter(p -> p.policy().details().version().equals(name))
                            .map(DraftWords::when)
                            .collect(Collectors.joining("; ")),
                    stored.inForce(),
                    policy.clauses().size()));
        }
        return versions;
    }

    private List<OwnerVersionsView.Row> rows(PolicyHistory history) {
        List<OwnerVersionsView.Row> rows = new ArrayList<>();
        for (Publication row : history.rows()) {
            rows.add(new OwnerVersionsView.Row(
                    row.number(),
                    DraftWords.kind(row),
                    row.name(),
                    row.review()
                            .map(next -> "next review " + DraftWords.day(next))
                            .orElseGet(() -> row.kind().isForce() ? "in force from " + DraftWords.day(row.from()) : ""),
                    DraftWords.minute(row.at(), parts.clock().getZone()),
                    parts.names().apply(row.by()),
                    row.note()));
        }
        Collections.reverse(rows);
        return rows;
    }

    private static String news(String done) {
        return switch (done) {
            case "published" -> "It is published. From its day on, answers are given from it; today’s within seconds.";
            case "rolled-back" -> "The earlier version is in force again; answers are given from it within seconds.";
            case "reviewed" -> "The review is recorded. The version stays, and the next review has its new date.";
            case "withdrawn" -> "It is withdrawn and will not come into force.";
            default -> "";
        };
    }
}
