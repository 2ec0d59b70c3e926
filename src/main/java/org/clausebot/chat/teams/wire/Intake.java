package org.clausebot.chat.teams.wire;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.clausebot.chat.inbox.Answers;
import org.clausebot.chat.inbox.Arrival;
import org.clausebot.chat.inbox.Inbox;
import org.clausebot.chat.teams.Delivered;
import org.clausebot.chat.teams.Delivered.Person;
import org.clausebot.chat.teams.Delivered.Place;
import org.clausebot.chat.teams.Delivered.Room;
import org.clausebot.chat.teams.Response;
import org.clausebot.chat.teams.TeamsChat;
import org.clausebot.chat.teams.card.TeamsMessage;

/** Takes what Teams delivers: notes where it came from, and hands it over when it is its turn. */
final class Intake {
    private static final Duration AT_ONCE = Duration.ofMinutes(1);

    private final Ports ports;
    private final TeamsChat chat;
    private final ConnectorLine line;
    private final Whereabouts whereabouts;
    private final Inbox<Delivered> inbox;
    private final Answers<Delivered, Response> answers;

    Intake(Ports ports, TeamsChat chat, ConnectorLine line, Whereabouts whereabouts, Inbox.Parts parts, Tuning tuning) {
        this.ports = ports;
        this.chat = chat;
        this.line = line;
        this.whereabouts = whereabouts;
        this.inbox = new Inbox<>("teams", parts, new DeliveredForm(), new Work(), line.outbox());
        this.answers = new Answers<>(inbox, tuning.answer());
    }

    /** Works on what was taken and not done when the program last stopped, in the order in which it came. */
    void resume() {
        inbox.resume();
    }

    /** Takes what nobody waits for; it is on disk on return. */
    void take(Arrival<Delivered> arrival) {
        inbox.take(arrival);
    }

    /** Takes an invoke and waits for its answer. */
    Response ask(Arrival<Delivered> arrival, boolean kept) {
        return answers.ask(arrival, new Waiting(kept));
    }

    /** Takes an installation, if it was not heard of yet: Teams tells it in two ways. */
    void added(Delivered.Installed installed) {
        String key = key(installed);
        if (whereabouts.of(key).installed()) {
            return;
        }
        inbox.take(new Arrival<>(installed, List.of(new Arrival.Name("installed/" + key, AT_ONCE))));
        whereabouts.note(key, r -> new Whereabouts.Reach(r.service(), r.conversation(), r.user(), r.owner(), true));
    }

    private static String key(Delivered.Installed installed) {
        return installed.at().room() == Room.PERSONAL
                ? Whereabouts.person(installed.by())
                : Whereabouts.place(installed.at().conversation());
    }

    /** The app was taken away from where this came from: nothing of it is kept. */
    void removed(Incoming in) {
        Place at = in.at();
        String place = Whereabouts.place(at.conversation());
        String owner = whereabouts.of(place).owner();
        if (!owner.isEmpty()) {
            whereabouts.forget(owner);
        }
        if (at.room() == Room.PERSONAL) {
            in.person().ifPresent(person -> {
                ports.removed().accept(person);
                whereabouts.forget(Whereabouts.person(person));
            });
        }
        whereabouts.forget(place);
    }

    /** Notes where somebody and their place are reached. */
    void note(Incoming in) {
        Place at = in.at();
        String service = in.service();
        whereabouts.note(
                Whereabouts.tenant(in.tenant()), r -> new Whereabouts.Reach(service, "", "", "", r.installed()));
        boolean own = at.room() == Room.PERSONAL;
        in.person().ifPresent(person -> {
            String key = Whereabouts.person(person);
            whereabouts.note(
                    key,
                    r -> new Whereabouts.Reach(
                            service, own ? at.conversation() : r.conversation(), in.user(), "", r.installed()));
        });
        String owner = own ? in.person().map(Whereabouts::person).orElse("") : "";
        whereabouts.note(
                Whereabouts.place(at.conversation()),
                r -> new Whereabouts.Reach(service, "", "", owner.isEmpty() ? r.owner() : owner, r.installed()));
    }

    /** It could not be kept, and must not be acknowledged. */
    void notKept(RuntimeException e) {
        inbox.notKept(e);
    }

    private final class Work implements Inbox.Work<Delivered> {
        @Override
        public String lane(Delivered delivered) {
            return Whereabouts.person(delivered.by());
        }

        @Override
        public void of(Delivered delivered) {
            chat.on(delivered);
        }

        @Override
        public void resumed(Delivered delivered) {
            switch (delivered) {
                case Delivered.Said d -> of(d);
                case Delivered.Installed d -> of(d);
                case Delivered.Altered d -> of(d);
                // Nobody waits any more: what is wrong with it, and the next question, are said in the chat.
                case Delivered.Dialog d -> of(d);
                // The answer is said where it can be.
                case Delivered.Pressed d -> said(d, chat.answer(d));
                case Delivered.OnMessage d -> said(d, chat.answer(d));
                case Delivered.Searched d -> {}
            }
        }

        @Override
        public void added(Delivered delivered) {
            chat.added(delivered);
        }

        @Override
        public void failed(Delivered delivered) {
            direct(delivered.by(), ports.failed());
        }
    }

    private void direct(Person to, TeamsMessage message) {
        line.direct(to, List.of(message));
    }

    /** An answer that nobody waits for any more. */
    private void said(Delivered delivered, Response answer) {
        switch (answer) {
            case Response.Instead(TeamsMessage card) -> {
                if (delivered instanceof Delivered.Pressed pressed
                        && !pressed.card().isEmpty()) {
                    line.replace(pressed.at(), pressed.card(), card);
                } else {
                    direct(delivered.by(), card);
                }
            }
            case Response.Word(String words) -> words(delivered.by(), words);
            case Response.Close(String words) -> words(delivered.by(), words);
            // A dialog cannot be opened or shown again by now: its button can be pressed again.
            case Response.Dialog dialog -> direct(delivered.by(), ports.failed());
            case Response.Results results -> {}
        }
    }

    private void words(Person to, String words) {
        if (!words.isBlank()) {
            direct(to, new TeamsMessage(words, Optional.empty()));
        }
    }

    private final class Waiting implements Answers.Work<Delivered, Response> {
        private final boolean kept;

        Waiting(boolean kept) {
            this.kept = kept;
        }

        @Override
        public Response of(Delivered delivered) {
            return chat.answer(delivered);
        }

        @Override
        public Response meanwhile() {
            return new Response.Word(ports.late());
        }

        @Override
        public Response failed() {
            return new Response.Word(ports.failed().text());
        }

        @Override
        public boolean isTaken(Response answer) {
            return true;
        }

        @Override
        public void late(Delivered delivered, Response answer) {
            said(delivered, answer);
        }

        @Override
        public boolean isKept() {
            return kept;
        }
    }
}
