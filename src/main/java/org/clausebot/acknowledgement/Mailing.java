package org.clausebot.acknowledgement;

import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;

/** Writes to those who are asked, never to anybody else and never twice within a week. */
public final class Mailing {
    private final Acknowledgements acknowledgements;
    private final Optional<Courier> courier;
    private final ReadingWords words;
    private final Supplier<URI> base;
    private volatile boolean stopping;

    /**
     * @param courier empty where no mail is set up; then those asked wait
     * @param base the program's address as browsers know it, ending in a slash
     */
    public Mailing(
            Acknowledgements acknowledgements, Optional<Courier> courier, ReadingWords words, Supplier<URI> base) {
        this.acknowledgements = acknowledgements;
        this.courier = courier;
        this.words = words;
        this.base = base;
    }

    /** Whether mail can be sent at all. */
    public boolean ready() {
        return courier.isPresent();
    }

    /** Begins no other mail; the one in hand is brought to its end. */
    public void stop() {
        stopping = true;
    }

    /** Does what is due by the clock and sends what is to be sent. Called by one thread at a time. */
    public void pass() {
        acknowledgements.keep();
        courier.ifPresent(this::send);
    }

    private void send(Courier by) {
        for (Acknowledgements.Due due : acknowledgements.due()) {
            if (stopping) {
                return;
            }
            // Noted first: a crash in between leaves a mail unsent, and never sends two.
            if (!acknowledgements.claim(due.reading())) {
                continue;
            }
            ReadingWords.Letter letter = (due.reading().mails() == 0 ? words.first() : words.again())
                    .to(
                            due.reading().person().name(),
                            due.round().title(),
                            base.get().resolve("/read/" + due.token()));
            // Without its keyed hash the id opens nothing.
            String id = "read-" + due.reading().id() + "-" + due.reading().mails();
            switch (by.hand(id, due.reading().person().email(), letter.subject(), letter.body())) {
                case ACCEPTED -> {}
                case REFUSED -> acknowledgements.refused(due.reading());
                case LATER -> acknowledgements.unclaim(due.reading());
                case DOWN -> {
                    acknowledgements.unclaim(due.reading());
                    return;
                }
            }
        }
    }
}
