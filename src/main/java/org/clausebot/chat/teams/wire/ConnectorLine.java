package org.clausebot.chat.teams.wire;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.clausebot.chat.inbox.Lanes;
import org.clausebot.chat.inbox.Outbox;
import org.clausebot.chat.teams.Delivered.Person;
import org.clausebot.chat.teams.Delivered.Place;
import org.clausebot.chat.teams.Delivered.Room;
import org.clausebot.chat.teams.TeamsLine;
import org.clausebot.chat.teams.card.TeamsMessage;

/** Speaks through the connector: in order in each conversation. */
final class ConnectorLine implements TeamsLine {
    /** Teams may ask to wait for some minutes, a few times. */
    private static final Duration LONGEST_REACH = Duration.ofMinutes(20);

    private final TeamsSettings settings;
    private final Whereabouts whereabouts;
    private final Members members;
    private final Lanes lanes;
    private final Speech speech;
    private final Outbox<Saying> outbox;

    /** What it works with. */
    record Parts(TeamsSettings settings, Whereabouts whereabouts, Members members, Speech speech, Lanes lanes) {}

    ConnectorLine(Parts parts) {
        this.settings = parts.settings();
        this.whereabouts = parts.whereabouts();
        this.members = parts.members();
        this.lanes = parts.lanes();
        this.speech = parts.speech();
        this.outbox = new Outbox<>(new SayingForm(), this::send);
    }

    /** What is said here while something that was delivered is worked on goes through this. */
    Outbox<Saying> outbox() {
        return outbox;
    }

    @Override
    public void direct(Person to, List<TeamsMessage> messages) {
        outbox.say(new Saying.Direct(to, messages, Optional.empty()));
    }

    @Override
    public void direct(Person to, List<TeamsMessage> messages, Pointer pointer) {
        outbox.say(new Saying.Direct(to, messages, Optional.of(pointer)));
    }

    @Override
    public void openly(Place at, List<TeamsMessage> messages) {
        outbox.say(new Saying.Openly(at, messages));
    }

    @Override
    public void replace(Place at, String id, TeamsMessage message) {
        outbox.say(new Saying.Replace(at, id, message));
    }

    private void send(Saying saying, Runnable settled) {
        switch (saying) {
            case Saying.Direct direct ->
                lanes.run(Whereabouts.person(direct.to()), () -> settle(directly(direct), settled));
            case Saying.Openly(Place at, List<TeamsMessage> messages) ->
                lanes.run(lane(at), () -> settle(speech.openly(at, messages, owner(at)), settled));
            case Saying.Replace(Place at, String id, TeamsMessage message) ->
                lanes.run(lane(at), () -> settle(speech.replace(at, id, message), settled));
        }
    }

    private static void settle(Reached reached, Runnable settled) {
        switch (reached) {
            case SAID, REFUSED -> settled.run();
            case NOT_NOW -> {}
        }
    }

    private Reached directly(Saying.Direct direct) {
        AtomicBoolean pointed = new AtomicBoolean();
        try {
            return speech.direct(direct.to(), direct.messages(), () -> {
                pointed.set(true);
                direct.pointer().ifPresent(pointer -> point(pointer, pointer.written()));
            });
        } finally {
            // Whoever waits is told, whatever went wrong.
            if (!pointed.get()) {
                direct.pointer().ifPresent(pointer -> point(pointer, pointer.unwritten()));
            }
        }
    }

    private void point(Pointer pointer, List<TeamsMessage> messages) {
        send(new Saying.Openly(pointer.at(), messages), () -> {});
    }

    @Override
    public Reached reach(Person to, List<TeamsMessage> messages) {
        CompletableFuture<Reached> reached = new CompletableFuture<>();
        boolean queued = lanes.run(Whereabouts.person(to), () -> {
            try {
                reached.complete(speech.direct(to, messages, () -> {}));
            } finally {
                reached.complete(Reached.NOT_NOW);
            }
        });
        try {
            return queued ? reached.get(LONGEST_REACH.toMillis(), TimeUnit.MILLISECONDS) : Reached.NOT_NOW;
        } catch (TimeoutException | ExecutionException e) {
            return Reached.NOT_NOW;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Reached.NOT_NOW;
        }
    }

    @Override
    public void typing(Place at) {
        // Of no interest after a crash, and so never kept.
        lanes.run(lane(at), () -> speech.typing(at));
    }

    @Override
    public Kind kind(Person person, Place at) {
        if (!settings.tenants().contains(person.tenant())) {
            return Kind.STRANGER;
        }
        if (!at.conversation().isEmpty()) {
            return members.of(person, at);
        }
        String own = whereabouts.of(Whereabouts.person(person)).conversation();
        return own.isEmpty() ? Kind.STRANGER : members.of(person, new Place(Room.PERSONAL, own));
    }

    @Override
    public Optional<String> mail(Person person, Place at) {
        Place where = at.conversation().isEmpty()
                ? new Place(Room.PERSONAL, whereabouts.of(Whereabouts.person(person)).conversation())
                : at;
        return where.conversation().isEmpty() ? Optional.empty() : members.mail(person, where);
    }

    @Override
    public Optional<Person> person(String tenant, String mail) {
        return whereabouts.byMail(tenant, mail);
    }

    /** What is said in a person's own chat and what is said to them keep one order. */
    private String lane(Place at) {
        String owner = owner(at);
        return owner.isEmpty() ? "place/" + at.conversation() : owner;
    }

    private String owner(Place at) {
        return whereabouts.of(Whereabouts.place(at.conversation())).owner();
    }
}
