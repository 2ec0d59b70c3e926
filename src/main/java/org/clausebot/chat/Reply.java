package org.clausebot.chat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.clausebot.answer.Answer;
import org.clausebot.incident.Receipt;
import org.clausebot.incident.Reporting;
import org.clausebot.incident.Reporting.Addressees;

/** What a channel must be able to show. Switched over without a default. */
public sealed interface Reply {
    /**
     * The answer to a question.
     *
     * @param report the title of the report to offer below it; empty where nothing is to be reported
     */
    record Answered(Answer answer, Optional<String> report) implements Reply {
        public Answered(Answer answer) {
            this(answer, Optional.empty());
        }
    }

    /** Nothing was typed. */
    record Blank() implements Reply {}

    /**
     * More was typed than a question needs.
     *
     * @param length how many characters it has
     * @param limit how many it may have
     */
    record TooLong(int length, int limit) implements Reply {}

    /**
     * The reports that can be made.
     *
     * @param note what to say first; may be empty
     * @param sending whether anything can be sent from here
     * @param entries in the order to show them; may be empty
     */
    record Flows(String note, boolean sending, List<Entry> entries) implements Reply {
        public Flows {
            entries = List.copyOf(entries);
        }

        /**
         * One of them.
         *
         * @param title starts it when it is sent as a message
         * @param summary one line beside it
         */
        public record Entry(String id, String title, String summary) {}
    }

    /**
     * A step of a report is asked.
     *
     * @param before what to show first: the answer to a question in the middle, first steps, a report sent earlier
     */
    record Asked(Optional<Reply> before, Asking asking) implements Reply {
        Asked(Asking asking) {
            this(Optional.empty(), asking);
        }
    }

    /**
     * Nothing can be sent from here: what to do now, and no more. Whom to tell stands below it.
     *
     * @param title of the report that was wanted
     */
    record Advice(String title, List<Asking.Said> said) implements Reply {
        public Advice {
            said = List.copyOf(said);
        }
    }

    /**
     * A report that was begun waits to be gone on with.
     *
     * @param before what to show first
     * @param title of the report that waits
     * @param kept the last day on which it is kept
     * @param wanted the title of another that the person wants to begin; empty for none
     * @param really whether the person has asked to throw it away and must say so again
     */
    record Unfinished(Optional<Reply> before, String title, LocalDate kept, String wanted, boolean really)
            implements Reply {}

    /**
     * The report is kept for another time.
     *
     * @param code brings it back, here and in any other channel
     * @param kept the last day on which it is kept
     */
    record Paused(String title, String code, LocalDate kept) implements Reply {}

    /** A report that was begun is destroyed; nothing was sent. */
    record Cancelled(String title) implements Reply {}

    /** The end of what needed no sending. */
    record Ended(String title, List<Asking.Said> said) implements Reply {
        public Ended {
            said = List.copyOf(said);
        }
    }

    /**
     * The report is on disk and on its way.
     *
     * @param after what happens next
     * @param addressees who sees it, and whom to ring
     * @param zone of the times to show
     */
    record Sent(String title, Receipt receipt, String after, List<Asking.Said> said, Addressees addressees, ZoneId zone)
            implements Reply {
        public Sent {
            said = List.copyOf(said);
        }

        public List<String> afterLines() {
            return Asking.lines(after);
        }
    }

    /**
     * Nobody is left who may receive the report; nothing was sent, and it is still kept.
     *
     * @param words whom to ring instead
     */
    record NotReceived(String title, String words) implements Reply {}

    /**
     * A report sent earlier, for whoever has its code.
     *
     * @param code as the receipt has it
     * @param note what came of the last message, such as that it was added; may be empty
     * @param open whether it can be added to
     * @param zone of the times to show
     */
    record Status(String code, Reporting.Sent sent, String note, boolean open, ZoneId zone) implements Reply {
        /** What a form that adds to it sends back as its token. */
        public String token() {
            return SentReports.token(code);
        }

        /** Whether {@code token} is that of such a form: what is sent with it is added to a report that is sent. */
        public static boolean isToken(String token) {
            return SentReports.isToken(token);
        }
    }

    /** No report has this code, or it can no longer be opened. */
    record NoSuchCode() implements Reply {}

    /**
     * Too many codes were tried.
     *
     * @param minutes to wait, 1 or more
     */
    record TooManyCodes(long minutes) implements Reply {}

    /** The button belongs to a report that is sent, thrown away or taken over elsewhere; nothing was changed. */
    record Gone() implements Reply {}

    /** The answer to a question that this shows, if it shows one. */
    default Optional<Answer> policyAnswer() {
        return switch (this) {
            case Answered answered -> Optional.of(answered.answer());
            case Asked asked -> asked.before().flatMap(Reply::policyAnswer);
            case Unfinished unfinished -> unfinished.before().flatMap(Reply::policyAnswer);
            case Blank r -> Optional.empty();
            case TooLong r -> Optional.empty();
            case Flows r -> Optional.empty();
            case Advice r -> Optional.empty();
            case Paused r -> Optional.empty();
            case Cancelled r -> Optional.empty();
            case Ended r -> Optional.empty();
            case Sent r -> Optional.empty();
            case NotReceived r -> Optional.empty();
            case Status r -> Optional.empty();
            case NoSuchCode r -> Optional.empty();
            case TooManyCodes r -> Optional.empty();
            case Gone r -> Optional.empty();
        };
    }

    /**
     * The part of it that has to do with the policies alone; empty for what belongs to a report. Of that nothing is counted
     * and nothing remembered outside the report.
     */
    default Optional<Reply> ofPolicy() {
        return switch (this) {
            case Answered r -> Optional.of(r);
            case Blank r -> Optional.of(r);
            case TooLong r -> Optional.of(r);
            case Unfinished r -> r.before().flatMap(Reply::ofPolicy);
            case Asked r -> Optional.empty();
            case Flows r -> Optional.empty();
            case Advice r -> Optional.empty();
            case Paused r -> Optional.empty();
            case Cancelled r -> Optional.empty();
            case Ended r -> Optional.empty();
            case Sent r -> Optional.empty();
            case NotReceived r -> Optional.empty();
            case Status r -> Optional.empty();
            case NoSuchCode r -> Optional.empty();
            case TooManyCodes r -> Optional.empty();
            case Gone r -> Optional.empty();
        };
    }
}
