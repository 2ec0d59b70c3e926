package org.clausebot.incident;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.clausebot.flow.Conversation;
import org.clausebot.flow.Flow;

/** What reporters do. All that returns normally is on disk. Thread-safe. */
public interface Reporting {
    /** The most characters that can be added to a report, noted or written in a message at once. */
    int MOST_WORDS = 8_000;

    /**
     * The unfinished conversation of {@code reporter} with the flow it began with, if one is kept and has not expired. A
     * person has one at a time.
     */
    Optional<Unfinished> unfinished(Reporter reporter);

    /** Keeps {@code conversation} in place of what was kept before, and they go on with it; {@code flow} must be the one it began with. */
    void keep(Reporter reporter, Flow flow, Conversation conversation);

    /** As {@link #keep}, for somebody who leaves for now: their next words are no answer until they go on. */
    void pause(Reporter reporter, Flow flow, Conversation conversation);

    /** A code by which the same conversation can be gone on with in another place or channel; works until it expires. */
    String laterCode(Reporter reporter);

    /** Whether {@link #laterCode} was given for what this reporter has unfinished here already. */
    boolean hasAlready(Reporter reporter, String laterCode);

    /** Takes over the conversation that {@link #laterCode} was given for; empty when there is none. */
    Optional<Unfinished> resume(Reporter reporter, String laterCode);

    /** Destroys the unfinished conversation and its evidence. */
    void discard(Reporter reporter);

    /**
     * As {@link #discard}, for a flow that came to its end with its first steps given and nothing to send: that, the flow's
     * id and the day go into the audit log, about no report and by nobody.
     */
    void firstStepsGiven(Reporter reporter, Flow flow);

    /**
     * Keeps a file with the unfinished conversation.
     *
     * @param fileName as the person's computer calls it
     * @throws EvidenceRefusedException with words for the person; nothing is kept then
     */
    Evidence attach(Reporter reporter, String step, String fileName, byte[] content) throws EvidenceRefusedException;

    /** Destroys one attached file. */
    void detach(Reporter reporter, String evidenceId);

    /** Those attached to the unfinished conversation, in the order of arrival. */
    List<Evidence> attached(Reporter reporter);

    /** Who would see the report if it were sent with these answers; decided by the same code that sends it. */
    Addressees addressees(Flow flow, Conversation conversation);

    /**
     * Sends the finished conversation: stored, sealed, receipt made, notices queued, the unfinished one gone, in one
     * transaction. Sent twice, it gives the same receipt.
     *
     * @throws NobodyToReceiveException when no recipient is left; nothing is stored then
     */
    Receipt send(Reporter reporter, Flow flow, Conversation conversation) throws NobodyToReceiveException;

    /**
     * The receipt of the report that {@code reporter} sent last, for an hour or until they begin another: a crash between
     * sending and showing the receipt does not take it from them.
     */
    Optional<Receipt> justSent(Reporter reporter);

    /** What a reporter sees of a report sent earlier; empty when no report has this code. */
    Optional<Sent> sent(String code);

    /**
     * Adds to a report sent earlier. False when no report has this code, or it is closed.
     *
     * @param words at most {@value #MOST_WORDS} characters
     * @throws IllegalArgumentException when there are no words, or too many
     */
    boolean add(String code, String words);

    /**
     * @param flow as it was when the conversation began
     * @param paused whether the person has left it for now
     * @param expires when it is destroyed unless it is gone on with
     */
    record Unfinished(Conversation conversation, Flow flow, boolean paused, Instant expires) {}

    /**
     * @param id names the file
     * @param step the step it was given to
     * @param name cleaned for show
     * @param kind such as {@code image/png}
     * @param bytes the size of the original
     * @param sha256 of the original, in hexadecimal
     */
    record Evidence(String id, String step, String name, String kind, long bytes, String sha256) {}

    /**
     * Who sees a report.
     *
     * @param receivers by name and role, such as {@code Amina Khan, the headteacher}; empty when nobody is left
     * @param ring numbers outside the school that the reporter should ring themselves, each a line to show
     * @param leftOut those who never see it, because it is or may be about them; by name and role
     */
    record Addressees(List<String> receivers, List<String> ring, List<String> leftOut) {
        public Addressees {
            receivers = List.copyOf(receivers);
            ring = List.copyOf(ring);
            leftOut = List.copyOf(leftOut);
        }

        /** With nobody left out. */
        public Addressees(List<String> receivers, List<String> ring) {
            this(receivers, ring, List.of());
        }
    }

    /**
     * @param reference the first part of the code
     * @param title of the flow
     * @param reason why it was closed or passed on, when the receiver chose to tell; empty otherwise
     * @param entries what was added and what receivers wrote to the reporter, oldest first
     */
    record Sent(String reference, String title, Instant at, Status status, String reason, List<Entry> entries) {
        public Sent {
            entries = List.copyOf(entries);
        }
    }

    /** @param fromReceiver false for the reporter's own words */
    record Entry(Instant at, boolean fromReceiver, String words) {}
}
