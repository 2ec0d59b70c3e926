package org.clausebot.chat.web.view;

import java.util.List;
import org.clausebot.chat.Contact;

/**
 * One part of what is shown of a report; an exchange is a few of them, in order. What can be pressed carries {@link Form}.
 * Switched over by the template {@code part}.
 */
public sealed interface Part {
    /** The answer to a question, as outside a report. */
    record Answer(ReplyView reply) implements Part {}

    /** @param question true for what is asked now */
    record Heading(String words, boolean question) implements Part {}

    /**
     * Lines to read.
     *
     * @param kind a word for the style: {@code do} for what to do now, {@code note}, {@code says}, {@code soft}
     */
    record Words(String kind, List<String> lines) implements Part {}

    /** Clauses to read beside it. */
    record Quotes(List<QuoteView> quotes) implements Part {}

    /**
     * People or numbers.
     *
     * @param kind {@code sees} or {@code ring}
     */
    record People(String kind, String title, List<String> lines) implements Part {}

    /** Whom to tell in person. */
    record Contacts(List<Contact> contacts, String none) implements Part {}

    /** Things to keep. */
    record Facts(List<Fact> facts) implements Part {}

    /** @param code whether it is to be copied letter by letter */
    record Fact(String name, String value, boolean code) {}

    /** What was answered so far. */
    record Summary(Form form, String title, String change, String showAll, List<Row> rows) implements Part {}

    /**
     * @param message changes it
     * @param isLong whether only its beginning is shown at first, on a screen
     */
    record Row(String question, String answer, String message, boolean isLong) {}

    /** What was written, oldest first. */
    record Messages(List<Message> messages) implements Part {}

    /** @param ours whether the school wrote it */
    record Message(String from, String words, boolean ours) {}

    /**
     * Buttons beside each other.
     *
     * @param kind {@code choices}, {@code quiet} or {@code actions}
     */
    record Buttons(String kind, Form form, String label, List<Button> buttons) implements Part {}

    /**
     * @param message what it sends
     * @param strong whether it is the one to press
     */
    record Button(String label, String message, boolean strong) {
        /** The field that it sends: whoever presses a button sees its words afterwards, not what it stands for. */
        public String field() {
            return label.equals(message) ? "question" : "pressed";
        }
    }

    /** Several of these may be ticked. */
    record Ticks(Form form, String label, String button, List<Tick> ticks) implements Part {}

    /** @param id names it in the form */
    record Tick(String id, String label) {}

    /** A box for an answer. */
    record Box(
            Form form,
            String id,
            String label,
            Kind kind,
            String dayLabel,
            String timeLabel,
            String button,
            boolean first)
            implements Part {
        /** How the box looks. */
        public enum Kind {
            LINE,
            LONG,
            DAY,
            DAY_AND_TIME,
            NUMBER,
            WEB_ADDRESS,
            CODE
        }
    }

    /** Files. */
    record Files(
            Form form,
            String id,
            String title,
            String none,
            List<File> files,
            String remove,
            String choose,
            String attach)
            implements Part {}

    /** One file that was attached. */
    record File(String id, String name, String size) {}

    /** The reports that can be made. */
    record Menu(Form form, List<Entry> entries) implements Part {}

    /** @param message begins it */
    record Entry(String title, String summary, String message) {}

    /**
     * Lets somebody wait for the answer.
     *
     * @param exchange the number of the answer; 0 when it is gone
     * @param mark names the question
     * @param kept whether it is kept now
     * @param words what came of the press; may be empty
     */
    record Wait(int exchange, String mark, boolean kept, String button, String words, String csrf) implements Part {
        /** The id of the element on the page. */
        public String id() {
            return "wait-" + exchange;
        }
    }

    /** For printing and copying. */
    record Keep(String print, String copy, String words) implements Part {}

    /**
     * What every form carries.
     *
     * @param token of the step that it answers; may be empty
     */
    record Form(String csrf, String token) {}
}
