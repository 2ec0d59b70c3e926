package org.clausebot.chat.talk;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clausebot.answer.Answer;
import org.clausebot.answer.Quote;
import org.clausebot.chat.Phrases;
import org.clausebot.chat.Reply;
import org.clausebot.chat.Wording;

/**
 * What a message says in notifications, which stand on locked screens too: of a report only that there is something, of a
 * question only the numbers of clauses, and never a word that somebody typed.
 */
public sealed interface Notice {
    /** The bot's own words, the same for everybody. */
    record Own(String words) implements Notice {}

    /**
     * Clauses were found.
     *
     * @param quoted true where they answer, false where they are the nearest
     * @param numbers of the clauses, with semicolons between; empty when none has one
     */
    record Clauses(boolean quoted, String numbers) implements Notice {}

    /** Those that say nothing but what they are. */
    enum Plain implements Notice {
        NOT_COVERED,
        URGENT,
        STEP,
        REPORT,
        REPORTS
    }

    /** A pure function: the same reply always gives the same notice. */
    static Notice of(Reply reply, Phrases phrases) {
        return switch (reply) {
            case Reply.Answered answered -> of(answered.answer(), phrases);
            case Reply.Blank r -> new Own(phrases.answers().blank());
            case Reply.TooLong r -> new Own(phrases.tooLong(r));
            case Reply.Flows r -> Plain.REPORTS;
            case Reply.Asked r -> Plain.STEP;
            case Reply.Advice r -> Plain.URGENT;
            case Reply.NotReceived r -> Plain.URGENT;
            case Reply.Unfinished r -> Plain.REPORT;
            case Reply.Paused r -> Plain.REPORT;
            case Reply.Cancelled r -> Plain.REPORT;
            case Reply.Ended r -> Plain.REPORT;
            case Reply.Sent r -> Plain.REPORT;
            case Reply.Status r -> Plain.REPORT;
            case Reply.NoSuchCode r -> Plain.REPORT;
            case Reply.TooManyCodes r -> Plain.REPORT;
            case Reply.Gone r -> Plain.REPORT;
        };
    }

    private static Notice of(Answer answer, Phrases phrases) {
        return switch (answer) {
            case Answer.Quoted a -> new Clauses(true, numbers(a.answering()));
            case Answer.Nearest a -> new Clauses(false, numbers(a.answering()));
            case Answer.NotCovered a -> Plain.NOT_COVERED;
            case Answer.Urgent a -> Plain.URGENT;
            case Answer.SmallTalk a -> new Own(phrases.smallTalk(a.kind()));
        };
    }

    /** The number of a clause; empty for an unnumbered one, which is named by its headings: those are left to the message. */
    static Optional<String> number(Quote quote) {
        return Optional.of(Wording.name(quote.clause().ref()))
                .filter(name -> name.matches("[0-9][0-9A-Za-z.()]{0,20}(, bullet [0-9]+)?"));
    }

    private static String numbers(List<Quote> quotes) {
        return quotes.stream().flatMap(quote -> number(quote).stream()).collect(Collectors.joining("; "));
    }
}
