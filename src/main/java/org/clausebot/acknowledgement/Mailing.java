package org.clausebot.acknowledgement;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Writes to those who are asked, never to anybody else and never twice within a week: in a chat program where they are
 * known, and by mail to the others.
 */
public final class Mailing {
    /** About an hour of passes. */
    private static final int MOST_TRIES = 6;

    private final Acknowledgements acknowledgements;
    private final Optional<Courier> courier;
    private final Messenger messenger;
    private final ReadingWords words;
    private final Supplier<URI> base;
    private volatile boolean stopping;
    /** How often a chat program could not say whether somebody is there, by the request's part; only in memory. */
    private final Map<String, Integer> tried = new HashMap<>();

    /**
     * @param courier empty where no mail is set up; then those who are in no chat program wait
     * @param messenger is asked first
     * @param base the program's address as browsers know it, ending in a slash
     */
    public Mailing(
            Acknowledgements acknowledgements,
            Optional<Courier> courier,
            Messenger messenger,
            ReadingWords words,
            Supplier<URI> base) {
        this.acknowledgements = acknowledgements;
        this.courier = courier;
        this.messenger = messenger;
        this.words = words;
        this.base = base;
    }

    /** Whether anybody can be written to at all. */
    public boolean ready() {
        return courier.isPresent() || messenger.ready();
    }

    /** Begins no other mail; the one in hand is brought to its end. */
    public void stop() {
        stopping = true;
    }

    /** Does what is due by the clock and sends what is to be sent. Called by one thread at a time. */
    public void pass() {
        acknowledgements.keep();
        if (!ready()) {
            return;
        }
        boolean mail = courier.isPresent();
        for (Acknowledgements.Due due : acknowledgements.due()) {
            if (stopping) {
                return;
            }
            // Noted first: a crash in between leaves somebody unwritten to, and never writes twice.
            if (!acknowledgements.claim(due.reading())) {
                continue;
            }
            switch (told(due)) {
                case TOLD -> {}
                case LATER -> acknowledgements.unclaim(due.reading());
                case NOT_THERE -> mail = byMail(due, mail);
            }
        }
    }

    /** In a chat program; when that cannot be found out for an hour or so, as if they were not there. */
    private Messenger.Told told(Acknowledgements.Due due) {
        Messenger.Told told = messenger.ready() ? messenger.tell(due) : Messenger.Told.NOT_THERE;
        if (told != Messenger.Told.LATER) {
            tried.remove(due.reading().id());
            return told;
        }
        return tried.merge(due.reading().id(), 1, Integer::sum) < MOST_TRIES || courier.isEmpty()
                ? told
                : Messenger.Told.NOT_THERE;
    }

    /** @return whether another mail can be sent now */
    private boolean byMail(Acknowledgements.Due due, boolean mail) {
        if (!mail) {
            acknowledgements.unclaim(due.reading());
            return false;
        }
        ReadingWords.Letter letter = (due.reading().mails() == 0 ? words.first() : words.again())
                .to(
                        due.reading().person().name(),
                        due.round().title(),
                        words.by(due.round()),
                        page(due.token()));
        // Without its keyed hash the id opens nothing.
        String id = "read-" + due.reading().id() + "-" + due.reading().mails();
        Courier.Handed handed = courier.orElseThrow()
                .hand(id, due.reading().person().email(), letter.subject(), letter.body());
        switch (handed) {
            case ACCEPTED -> {}
            case REFUSED -> acknowledgements.refused(due.reading());
            case LATER, DOWN -> acknowledgements.unclaim(due.reading());
        }
        return handed != Courier.Handed.DOWN;
    }

    private URI page(String token) {
        return base.get().resolve("/read/" + token);
    }
}
