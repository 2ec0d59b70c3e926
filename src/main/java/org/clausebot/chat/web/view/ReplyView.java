package org.clausebot.chat.web.view;

import java.util.List;
import org.clausebot.chat.Contact;

/**
 * An answer as it is shown; each part is left out when it is empty.
 *
 * @param kind a word for the style: the answer's outcome in JSON, or {@code words}
 * @param words what the bot says
 * @param steps what to do now
 * @param people whom to tell or ask
 * @param quotesTitle what stands above the quotes when something else stands before them
 * @param warnings what must be read before the clauses
 * @param quotes the clauses that answer
 * @param beside what to know beside them
 * @param goOn where to go from the first steps, or the report that is offered below an answer; none or one
 * @param below the ordinary answer below first steps, closed at first; none or one
 */
public record ReplyView(
        String kind,
        String words,
        List<String> steps,
        People people,
        String quotesTitle,
        List<String> warnings,
        List<QuoteView> quotes,
        Beside beside,
        List<GoOn> goOn,
        List<Below> below) {

    /**
     * Whom to tell or ask.
     *
     * @param title what stands above them
     * @param none what to say when nobody is named
     */
    public record People(String title, List<Contact> contacts, String none) {
        /** Nobody need be told. */
        public static final People NOBODY = new People("", List.of(), "");
    }

    /**
     * What to know beside the clauses that answer.
     *
     * @param title what stands above it
     * @param notes a sentence each
     * @param quotes further clauses
     */
    public record Beside(String title, List<String> notes, List<QuoteView> quotes) {
        /** Nothing more to know. */
        public static final Beside NOTHING = new Beside("", List.of(), List.of());
    }

    /**
     * Where to go from here.
     *
     * @param report names the guided report
     * @param link leads to it; empty where pressing the button begins it
     * @param onlyAsking what the other button says and sends; empty below an ordinary answer, which has none
     */
    public record GoOn(String report, String link, String onlyAsking, String csrf) {}

    /**
     * An answer that is opened by its title.
     *
     * @param title what to press
     */
    public record Below(String title, ReplyView reply) {}

    /** Words and nothing else. */
    public static ReplyView words(String words) {
        return new ReplyView(
                "words",
                words,
                List.of(),
                People.NOBODY,
                "",
                List.of(),
                List.of(),
                Beside.NOTHING,
                List.of(),
                List.of());
    }
}
