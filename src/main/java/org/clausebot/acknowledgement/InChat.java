package org.clausebot.acknowledgement;

import java.util.List;
import java.util.Optional;
import org.clausebot.acknowledgement.Acknowledgements.Due;
import org.clausebot.acknowledgement.Acknowledgements.Opened;

/**
 * A request as it is answered in a chat program, question by question. The chat program says whose address it is; what
 * somebody presses only names the request. How far somebody has come is kept nowhere: the buttons carry it, under a keyed
 * hash. Thread-safe.
 */
public final class InChat {
    private final Acknowledgements acknowledgements;

    public InChat(Acknowledgements acknowledgements) {
        this.acknowledgements = acknowledgements;
    }

    /** What comes next. */
    public sealed interface Step {
        /**
         * A question.
         *
         * @param number from 1
         * @param of how many there are
         * @param mark goes with the answer
         * @param again whether it was just answered wrongly
         */
        record Put(Due due, Checks.Put question, int number, int of, String mark, boolean again) implements Step {}

        /** A right answer to {@code question}. */
        record Right(Checks.Put question, int number, int of, Step next) implements Step {}

        /**
         * They can say now that they have read and understood it.
         *
         * @param mark goes with it
         */
        record Ready(Due due, String mark) implements Step {}

        /** They have said so, now or before, or nobody asks any more. */
        record Closed(Opened opened, Optional<Due> newer) implements Step {}

        /** It is somebody else who is asked, or nobody. */
        record NotTheirs() implements Step {}
    }

    /** What is asked of the person with this address, the oldest first. */
    public List<Due> outstanding(String mail) {
        return acknowledgements.outstanding(mail);
    }

    /** The first question, or where there is none, {@link Step.Ready}. */
    public Step begin(String reading, String mail) {
        return theirs(reading, mail).map(opened -> step(opened, mail, 0, false)).orElseGet(Step.NotTheirs::new);
    }

    /**
     * Takes an answer; nothing of it is kept.
     *
     * @param question its place, from 0
     * @param choice the place of the answer, from 0
     * @param mark what the question came with
     */
    public Step answer(String reading, String mail, int question, int choice, String mark) {
        Optional<Opened> opened = theirs(reading, mail);
        if (opened.isPresent()
                && opened.get() instanceof Opened.Asked asked
                && question >= 0
                && question < asked.checks().size()
                && isMark(mark, asked, question)) {
            Checks.Put put = asked.checks().get(question);
            return put.right() == choice
                    ? new Step.Right(
                            put, question + 1, asked.checks().size(), step(asked, mail, question + 1, false))
                    : step(asked, mail, question, true);
        }
        return begin(reading, mail);
    }

    /** Takes "read and understood" when every question was answered rightly; a second time changes nothing. */
    public Step understood(String reading, String mail, String mark) {
        Optional<Opened> opened = theirs(reading, mail);
        if (opened.isPresent()
                && opened.get() instanceof Opened.Asked asked
                && isMark(mark, asked, asked.checks().size())) {
            acknowledgements.acknowledge(asked.reading());
        }
        return begin(reading, mail);
    }

    private Optional<Opened> theirs(String reading, String mail) {
        return acknowledgements
                .reading(reading)
                .filter(found -> found.person().email().equalsIgnoreCase(mail))
                .map(found -> acknowledgements.openedById(reading));
    }

    private boolean isMark(String mark, Opened.Asked asked, int answered) {
        return acknowledgements
                .links()
                .isMark(mark, asked.reading().id(), asked.round().hash(), answered);
    }

    private Step step(Opened opened, String mail, int at, boolean again) {
        return switch (opened) {
            case Opened.Asked asked -> step(asked, at, again);
            case Opened.Done done -> new Step.Closed(done, Optional.empty());
            case Opened.Over over ->
                new Step.Closed(
                        over,
                        outstanding(mail).stream()
                                .filter(due -> due.round().policy().equals(over.round().policy()))
                                .findFirst());
            case Opened.Unknown unknown -> new Step.NotTheirs();
        };
    }

    private Step step(Opened.Asked asked, int at, boolean again) {
        Links links = acknowledgements.links();
        String id = asked.reading().id();
        Due due = new Due(asked.reading(), asked.round(), links.token(id));
        String mark = links.mark(id, asked.round().hash(), at);
        int of = asked.checks().size();
        return at < of ? new Step.Put(due, asked.checks().get(at), at + 1, of, mark, again) : new Step.Ready(due, mark);
    }
}
