package org.clausebot.desk.owner;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clausebot.desk.view.Form;
import org.clausebot.desk.view.OwnerDraftsView;
import org.clausebot.http.Access;
import org.clausebot.http.Response;
import org.clausebot.http.Routes;
import org.clausebot.http.UploadedFile;
import org.clausebot.policy.Given;
import org.clausebot.policy.LibraryException;
import org.clausebot.policy.Policy;
import org.clausebot.policy.PolicyHistory;
import org.clausebot.policy.PolicyId;
import org.clausebot.policy.UnreadableDocumentException;
import org.clausebot.policy.draft.Draft;
import org.clausebot.policy.draft.ReviewDue;
import org.clausebot.policy.lint.ReviewDate;

/** The list of policies and drafts, and how a document becomes a draft. */
final class DraftIntake {
    /** The largest document that is read, and some for the fields. */
    private static final int MOST_BYTES = 21 * 1024 * 1024;

    private static final int LONGEST_FIELD = 200;
    private static final String ROOT = OwnerTab.DRAFTS.address();

    private final DraftsPart.Parts parts;
    private final OwnerDoor door;

    DraftIntake(DraftsPart.Parts parts, OwnerDoor door) {
        this.parts = parts;
        this.door = door;
    }

    Routes routes() {
        return Routes.none()
                .get(ROOT, Access.RECEIVER, door.reading(visit -> list(visit, DraftPages.untouched())))
                .upload(ROOT, Access.RECEIVER, MOST_BYTES, door.changing(this::take));
    }

    private Response list(OwnerVisit visit, Form form) {
        List<String> remarks = new ArrayList<>();
        List<OwnerDraftsView.Row> drafts = parts.drafts().all(remarks).stream()
                .map(draft -> new OwnerDraftsView.Row(
                        draft.id(),
                        draft.policy().details().title(),
                        draft.policy().id().value(),
                        draft.about().fileName(),
                        parts.names().apply(draft.about().by()),
                        DraftWords.day(draft.about().at(), parts.clock().getZone()),
                        DraftWords.state(draft.about().state())))
                .toList();
        OwnerDraftsView view = new OwnerDraftsView(
                door.frame(visit, OwnerTab.DRAFTS, "Drafts and versions"),
                form.problem(),
                form,
                kept(remarks),
                drafts,
                remarks);
        return Response.html(form.refused() ? 400 : 200, door.render("owner-drafts", view));
    }

    private List<OwnerDraftsView.Kept> kept(List<String> remarks) {
        LocalDate today = parts.library().today();
        var shelf = parts.library().inForce();
        remarks.addAll(shelf.problems());
        Map<PolicyId, Policy> inForce =
                shelf.inForce().stream().collect(Collectors.toMap(Policy::id, policy -> policy));
        List<OwnerDraftsView.Kept> kept = new ArrayList<>();
        for (PolicyId id : parts.library().ids()) {
            try {
                PolicyHistory history = parts.library().history(id);
                Policy policy = inForce.get(id);
                ReviewDate review = policy == null ? new ReviewDate.Unknown() : ReviewDue.of(policy, history, today);
                String planned = history.planned(today).stream()
                        .map(row -> row.name() + " from " + DraftWords.day(row.from()))
                        .collect(Collectors.joining("; "));
                kept.add(new OwnerDraftsView.Kept(
                        id.value(),
                        policy == null ? id.value() : policy.details().title(),
                        policy == null ? "" : policy.details().version(),
                        policy == null ? 0 : policy.clauses().size(),
                        policy == null ? "" : DraftWords.review(review),
                        policy == null ? "" : DraftWords.mark(review, today),
                        planned));
            } catch (LibraryException e) {
                remarks.add(e.getMessage());
            }
        }
        return kept;
    }

    private Response take(OwnerVisit visit) {
        Optional<UploadedFile> file = visit.request().files().stream()
                .filter(f -> f.field().equals("document"))
                .findFirst();
        if (file.isEmpty()) {
            return refused(visit, "Choose the policy’s document first: .docx, .pdf, .md, .html or .txt.");
        }
        try {
            Draft draft = parts.drafts()
                    .add(
                            file.get().name(),
                            bytes(file.get()),
                            given(visit, file.get().name()),
                            visit.person().id());
            door.audit(visit, "policy draft brought " + draft.policy().id());
            return Response.seeOther(ROOT + "/" + draft.id());
        } catch (UnreadableDocumentException | IllegalArgumentException e) {
            return refused(visit, String.valueOf(e.getMessage()));
        } catch (LibraryException e) {
            return DraftsPart.failed(door, e);
        }
    }

    private Response refused(OwnerVisit visit, String why) {
        return list(visit, new Form("", why, visit.request().form()));
    }

    private static byte[] bytes(UploadedFile file) {
        ByteBuffer buffer = file.bytes();
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    /** @throws IllegalArgumentException when something typed has another form; the message is fit to show */
    private Given given(OwnerVisit visit, String fileName) {
        String id = visit.field("id").isEmpty() ? fromName(fileName) : visit.field("id");
        PolicyId policy = new PolicyId(id);
        return new Given(
                policy,
                line(visit, "title"),
                line(visit, "school").or(() -> schoolOf(policy)),
                line(visit, "owner"),
                line(visit, "updated"),
                line(visit, "review"));
    }

    /** A document that takes a policy's place is of the same school, whether it says so where a program finds it or not. */
    private Optional<String> schoolOf(PolicyId id) {
        return parts.library().inForce().inForce().stream()
                .filter(policy -> policy.id().equals(id))
                .flatMap(policy -> policy.details().school().stream())
                .findFirst();
    }

    private static Optional<String> line(OwnerVisit visit, String field) {
        String typed = visit.field(field);
        if (typed.length() > LONGEST_FIELD || typed.codePoints().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "Title, owner and dates are one line each, of " + LONGEST_FIELD + " characters at most.");
        }
        return Optional.of(typed).filter(words -> !words.isEmpty());
    }

    private static String fromName(String fileName) {
        int dot = fileName.lastIndexOf('.');
        String words = (dot > 0 ? fileName.substring(0, dot) : fileName).toLowerCase(Locale.ROOT);
        return words.replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    }
}
