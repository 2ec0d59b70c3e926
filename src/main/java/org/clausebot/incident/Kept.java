package org.clausebot.incident;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clausebot.flow.Conversation;
import org.clausebot.flow.Given;

/**
 * The forms in which parts are sealed. They outlive versions of the program: a component may be added, none renamed.
 * Lists are given as they were read; times are milliseconds.
 */
final class Kept {
    private Kept() {}

    /**
     * An unfinished conversation with its flow.
     *
     * @param paused whether the person has left it for now
     */
    record Draft(Talk talk, String flow, String source, boolean paused) {}

    /** A conversation. */
    record Talk(
            String id,
            String flow,
            String flowVersion,
            String at,
            List<Answer> answers,
            List<String> trail,
            String returnTo,
            int misreads,
            long startedAt,
            long touchedAt) {
        static Talk of(Conversation c) {
            return new Talk(
                    c.id(),
                    c.flow(),
                    c.flowVersion(),
                    c.at(),
                    c.answers().entrySet().stream()
                            .map(e -> new Answer(
                                    e.getKey(),
                                    "",
                                    e.getValue().value(),
                                    e.getValue().shown()))
                            .toList(),
                    c.trail(),
                    c.returnTo(),
                    c.misreads(),
                    c.startedAt().toEpochMilli(),
                    c.touchedAt().toEpochMilli());
        }

        Conversation conversation() {
            Map<String, Given> given = new LinkedHashMap<>();
            answers.forEach(a -> given.put(a.step(), new Given(a.value(), a.shown())));
            return new Conversation(
                    id,
                    flow,
                    flowVersion,
                    at,
                    given,
                    trail,
                    returnTo,
                    misreads,
                    Instant.ofEpochMilli(startedAt),
                    Instant.ofEpochMilli(touchedAt));
        }
    }

    /** One answer. */
    record Answer(String step, String question, String value, String shown) {}

    /**
     * What a list of reports needs, and what is decided without the answers.
     *
     * @param keep an ISO period
     * @param accused names as typed
     * @param reason why it was closed or passed on
     * @param tell whether the reporter may read the reason
     * @param closed the day, as days since 1970; below 0 while it is open
     * @param declares whether it is a declaration
     * @param renew an ISO period after which it is to be declared again; empty for never
     * @param ends the day until which something was asked for, as days since 1970; 0 for none
     * @param reminded the day, as days since 1970, of which somebody was reminded; 0 for none
     */
    record Summary(
            String title,
            String flow,
            String keep,
            List<String> accused,
            String reason,
            boolean tell,
            long closed,
            boolean declares,
            String renew,
            long ends,
            long reminded) {
        Summary with(String newReason, boolean newTell, long newClosed) {
            return new Summary(
                    title, flow, keep, accused, newReason, newTell, newClosed, declares, renew, ends, reminded);
        }

        Summary reminded(LocalDate of) {
            return new Summary(
                    title, flow, keep, accused, reason, tell, closed, declares, renew, ends, of.toEpochDay());
        }
    }

    /** The report itself. */
    record Body(
            String code,
            long at,
            String signature,
            String flow,
            String flowVersion,
            String policyVersion,
            List<Answer> answers,
            List<String> cites,
            List<Who> recipients,
            List<String> ring) {}

    /** A receiver as they were called then. */
    record Who(String id, String name) {}

    /**
     * One thing that happened.
     *
     * @param what {@code added}, {@code note}, {@code message}, {@code status}, {@code recipient}, {@code held},
     *     {@code due}
     * @param by an actor of the audit log
     * @param whom the receiver whom it is about; empty for none
     */
    record Entry(long at, String what, String by, String byName, String words, List<Who> whom) {}

    /** What is known of a file. */
    record File(String step, String name, String kind, long bytes, String sha256) {}
}
