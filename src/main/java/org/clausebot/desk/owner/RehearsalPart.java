package org.clausebot.desk.owner;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.clausebot.desk.view.OwnerRehearsalView;
import org.clausebot.desk.view.OwnerRehearsalView.Choice;
import org.clausebot.desk.view.OwnerRehearsalView.Result;
import org.clausebot.desk.view.OwnerRehearsalView.Running;
import org.clausebot.http.Access;
import org.clausebot.http.Response;
import org.clausebot.http.Routes;
import org.clausebot.http.UploadedFile;
import org.clausebot.insight.RehearsalCsv;
import org.clausebot.insight.RehearsalRoom;
import org.clausebot.insight.RehearsalRoom.State;
import org.clausebot.insight.RehearsedDrafts;
import org.clausebot.policy.Given;
import org.clausebot.policy.Policy;
import org.clausebot.policy.PolicyReader;
import org.clausebot.policy.UnreadableDocumentException;

/** The rehearsal of drafts: begun, followed and read. */
public final class RehearsalPart implements OwnerPart {
    private static final int MOST_BYTES = 21 * 1024 * 1024;

    private final RehearsalRoom room;
    private final Supplier<List<Policy>> inForce;
    private final RehearsedDrafts drafts;
    private final PolicyReader reader = new PolicyReader();

    /**
     * @param room stays the caller's to close
     * @param inForce the policies in force
     */
    public RehearsalPart(RehearsalRoom room, Supplier<List<Policy>> inForce, RehearsedDrafts drafts) {
        this.room = room;
        this.inForce = inForce;
        this.drafts = drafts;
    }

    /** A draft to rehearse, or why there is none. */
    private record Wanted(Optional<Policy> draft, String title, String problem) {
        static Wanted refused(String problem) {
            return new Wanted(Optional.empty(), "", problem);
        }
    }

    @Override
    public OwnerTab tab() {
        return OwnerTab.REHEARSAL;
    }

    @Override
    public Routes routes(OwnerDoor door) {
        String here = tab().address();
        return Routes.none()
                .get(here, Access.RECEIVER, door.reading(visit -> page(door, visit, 200, "")))
                .get(here + "/state", Access.RECEIVER, door.reading(visit -> Response.json(200, json(room.state()))))
                .get(here + "/rows.csv", Access.RECEIVER, door.reading(visit -> rows(door)))
                .upload(here, Access.RECEIVER, MOST_BYTES, door.changing(visit -> start(door, visit)))
                .post(here + "/cancel", Access.RECEIVER, door.changing(visit -> {
                    room.cancel();
                    return Response.seeOther(here);
                }));
    }

    private Response start(OwnerDoor door, OwnerVisit visit) {
        Wanted wanted = wanted(visit);
        if (wanted.draft().isEmpty()) {
            return page(door, visit, 400, wanted.problem());
        }
        Policy draft = wanted.draft().get();
        if (!room.start(visit.school(), wanted.title(), draft)) {
            return page(door, visit, 409, "Another rehearsal is under way. Wait until it is done, or stop it first.");
        }
        door.audit(visit, "policy rehearsed " + draft.id());
        return Response.seeOther(tab().address());
    }

    private Wanted wanted(OwnerVisit visit) {
        String key = visit.field("draft");
        Optional<UploadedFile> file = visit.request().files().stream()
                .filter(f -> f.field().equals("document"))
                .findFirst();
        if (!key.isEmpty() && file.isPresent()) {
            return Wanted.refused("Choose either a draft that is kept here or a document, not both.");
        }
        if (!key.isEmpty()) {
            return drafts.draft(key)
                    .map(policy -> new Wanted(Optional.of(policy), title(key), ""))
                    .orElseGet(() ->
                            Wanted.refused("This draft is no longer kept, or it cannot be read. Choose another."));
        }
        Optional<Policy> place = inForce.get().stream()
                .filter(policy -> policy.id().value().equals(visit.field("policy")))
                .findFirst();
        if (place.isEmpty()) {
            return Wanted.refused("Choose the policy whose place the document would take.");
        }
        return file.map(f -> read(f, place.get()))
                .orElseGet(() -> Wanted.refused("Choose a document, or a draft that is kept here."));
    }

    private String title(String key) {
        return drafts.drafts().stream()
                .filter(kept -> kept.key().equals(key))
                .map(RehearsedDrafts.Kept::title)
                .findFirst()
                .orElse("the draft");
    }

    private Wanted read(UploadedFile file, Policy place) {
        ByteBuffer bytes = file.bytes();
        byte[] whole = new byte[bytes.remaining()];
        bytes.get(whole);
        try {
            return new Wanted(Optional.of(reader.read(file.name(), whole, Given.named(place.id()))), file.name(), "");
        } catch (UnreadableDocumentException e) {
            return Wanted.refused(String.valueOf(e.getMessage()));
        }
    }

    private Response rows(OwnerDoor door) {
        return room.state() instanceof State.Done done
                ? Response.download(
                        "rehearsal.csv",
                        "text/csv",
                        ByteBuffer.wrap(RehearsalCsv.of(done.rehearsed()).getBytes(StandardCharsets.UTF_8)))
                : door.noSuchPage();
    }

    /** For the page's script, which has no other use for it than the bar. */
    private static String json(State state) {
        return state instanceof State.Running running
                ? "{\"running\":true,\"done\":" + running.done() + ",\"all\":" + running.all() + "}"
                : "{\"running\":false}";
    }

    private Response page(OwnerDoor door, OwnerVisit visit, int status, String problem) {
        State state = room.state();
        List<Choice> policies = inForce.get().stream()
                .map(policy -> new Choice(policy.id().value(), policy.details().title(), false))
                .toList();
        String chosen = visit.query("draft");
        List<Choice> kept = new ArrayList<>();
        drafts.drafts().forEach(draft -> kept.add(
                new Choice(draft.key(), draft.title(), draft.key().equals(chosen))));
        OwnerRehearsalView view = new OwnerRehearsalView(
                door.frame(visit, tab(), "Rehearsal"),
                problem,
                policies,
                kept,
                state instanceof State.Running running
                        ? new Running(running.title(), running.done(), running.all())
                        : Running.NOTHING,
                words(state),
                state instanceof State.Done done ? RehearsalViews.result(done.title(), done.rehearsed()) : Result.NONE);
        return Response.html(status, door.render("owner-rehearsal", view));
    }

    private static String words(State state) {
        return switch (state) {
            case State.Empty empty ->
                "Nothing has been rehearsed since the program was started last. What a rehearsal"
                        + " found is not kept when it is started again.";
            case State.Running running -> "";
            case State.Done done -> "";
            case State.Cancelled cancelled -> "The rehearsal of " + cancelled.title() + " was stopped.";
            case State.Failed failed -> "The rehearsal of " + failed.title() + " could not be done. " + failed.why();
        };
    }
}
