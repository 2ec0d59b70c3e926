package org.clausebot.chat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.clausebot.answer.Quote;
import org.clausebot.flow.Turn;
import org.clausebot.incident.Reporting.Addressees;
import org.clausebot.incident.Reporting.Evidence;

/**
 * A step of a report, as a channel shows it: what to read first, then notes, then the question and what helps to answer
 * it.
 *
 * @param title of the report
 * @param token what a button or form of this step sends back, so that one pressed late or twice changes nothing
 * @param said what is to be read before it
 * @param notes what to know of the message before, such as that it was not understood; a paragraph each
 * @param summary what was answered so far, where that is to be checked; empty elsewhere
 * @param addressees who would see it, where that is to be shown
 * @param attached the files of this step
 * @param literal the message that gives the last message as the answer after all; empty when there is no doubt
 */
public record Asking(
        String title,
        String token,
        List<Said> said,
        List<String> notes,
        Field field,
        List<Turn.Line> summary,
        Optional<Addressees> addressees,
        List<Evidence> attached,
        String literal) {
    /** No answer has more characters, as people count them; what is longer is not read. */
    public static final int LONGEST = 20_000;

    public Asking {
        said = List.copyOf(said);
        notes = List.copyOf(notes);
        summary = List.copyOf(summary);
        attached = List.copyOf(attached);
    }

    /**
     * The question and what helps to answer it.
     *
     * @param question as it is put
     * @param quotes the clauses that stand beside the question, from the policy in force
     * @param input what kind of answer is asked for, so that a channel can offer help in giving it
     * @param choices what may be pressed; the label may be sent as the message
     * @param several whether more than one of {@code choices} may be given, with commas between
     * @param optional whether it may be skipped
     * @param back whether there is a step before it
     * @param why whether it can say why it asks
     */
    public record Field(
            String question,
            List<Quote> quotes,
            Input input,
            List<Turn.Choice> choices,
            boolean several,
            boolean optional,
            boolean back,
            boolean why) {
        /** Ids of choices that go with no other. */
        public static final Set<String> ALONE = Set.of("no", "not-sure");

        public Field {
            quotes = List.copyOf(quotes);
            choices = List.copyOf(choices);
        }
    }

    /** What kind of answer is asked for. */
    public enum Input {
        LINE,
        LONG,
        DAY,
        DAY_AND_TIME,
        PERSON,
        NUMBER,
        WEB_ADDRESS,
        FILES,
        /** One or more of the choices. */
        CHOICES,
        /** Whether the last message is really meant; nothing else is to be said here. */
        SURE,
        /** The summary is to be confirmed. */
        CONFIRM,
        /** The last word before it is sent. */
        SEND
    }

    /**
     * Words to read.
     *
     * @param words a sentence or more; a line each
     * @param ring numbers to ring, shown first; a line each
     * @param quotes the clauses that they rest on
     */
    public record Said(String words, List<String> ring, List<Quote> quotes) {
        public Said {
            ring = List.copyOf(ring);
            quotes = List.copyOf(quotes);
        }

        public List<String> lines() {
            return Asking.lines(words);
        }
    }

    /** The sentences of {@code words}, a line each. */
    static List<String> lines(String words) {
        return words.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    }

    /** The same with other notes. */
    Asking noting(List<String> others) {
        return new Asking(title, token, said, others, field, summary, addressees, attached, literal);
    }

    /** The same, naming who would see it. */
    Asking naming(Addressees seen) {
        return new Asking(title, token, said, notes, field, summary, Optional.of(seen), attached, literal);
    }

    /** The same, offering {@code message} as the answer after all. */
    Asking offering(String message) {
        return new Asking(title, token, said, notes, field, summary, addressees, attached, message);
    }

    /** The same without what was read before it: it stands right above. */
    Asking withoutSaid() {
        return new Asking(title, token, List.of(), notes, field, summary, addressees, attached, literal);
    }

    /** Every clause that it shows. */
    public List<Quote> quotes() {
        return Stream.concat(said.stream().flatMap(s -> s.quotes().stream()), field.quotes().stream())
                .toList();
    }
}
