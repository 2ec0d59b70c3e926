package org.clausebot.chat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clausebot.incident.Receipt;
import org.clausebot.incident.Reporting;
import org.clausebot.incident.Status;

/** What is said of reports in a line each, the same in every channel. */
public final class ReportWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy 'at' HH:mm", Locale.UK);
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm:ss", Locale.UK);

    /** What a file may have, as people are told; a larger one is refused in words. */
    public static final int LARGEST_FILE_MB = 10;

    /** Goes on from files where there are none: whoever reads the report must not look for some. */
    public static final String NO_FILES = "no files";

    /** Goes on from files where there are some. */
    public static final String FILES_ADDED = "done";

    /** Before the number of an answer. */
    public static final String CHANGE = "change ";

    /** What can be said beside an answer, in the order of need. */
    private static final List<Aside> ASIDES = List.of(
            new Aside("skip", ReportPhrase.SKIP),
            new Aside("back", ReportPhrase.BACK),
            new Aside("why", ReportPhrase.WHY),
            new Aside("help", ReportPhrase.HELP),
            new Aside("who will see this?", ReportPhrase.WHO),
            new Aside("save for later", ReportPhrase.LATER),
            new Aside("cancel", ReportPhrase.CANCEL));

    private record Aside(String message, ReportPhrase label) {}

    private final Phrases phrases;

    public ReportWords(Phrases phrases) {
        this.phrases = phrases;
    }

    /** A button: what it says, and what it sends. */
    public record Action(String label, String message) {}

    /** Such as {@code Sunday 22 November 2026 at 16:05}. */
    public static String time(Instant at, ZoneId zone) {
        return TIME.format(at.atZone(zone));
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** The time of a receipt, to the second, and as its signature has it. */
    public static String time(Receipt receipt, ZoneId zone) {
        return SECOND.format(receipt.at().atZone(zone)) + " (" + receipt.at() + ")";
    }

    public String say(ReportPhrase phrase) {
        return phrases.say(phrase);
    }

    /** What is said of a report that waits. */
    public List<String> unfinished(Reply.Unfinished reply) {
        List<String> lines = new ArrayList<>();
        lines.add(phrases.say(ReportPhrase.UNFINISHED, "title", reply.title()).replace("{day}", day(reply.kept())));
        if (!reply.wanted().isEmpty()) {
            lines.add(phrases.say(ReportPhrase.WANTED, "title", reply.wanted()));
        }
        if (reply.really()) {
            lines.add(phrases.say(ReportPhrase.REALLY));
        }
        return List.copyOf(lines);
    }

    /** What can be done with a report that waits, the likeliest first. */
    public List<Action> actions(Reply.Unfinished reply) {
        Phrases.Reporting words = phrases.reporting();
        return reply.really()
                ? List.of(action(words.goOn()), action(words.reallyThrowAway()))
                : List.of(action(words.goOn()), action(words.throwAway()));
    }

    private static Action action(Phrases.Command command) {
        return new Action(command.button(), command.button());
    }

    /** What is said of a report that is kept for later, without the code. */
    public String paused(Reply.Paused reply) {
        return phrases.say(ReportPhrase.PAUSED, "title", reply.title()).replace("{day}", day(reply.kept()));
    }

    public String cancelled(Reply.Cancelled reply) {
        return phrases.say(ReportPhrase.CANCELLED, "title", reply.title());
    }

    /** How far a report sent earlier has come, a line each. */
    public List<String> status(Reply.Status reply) {
        List<String> lines = new ArrayList<>();
        lines.add(
                phrases.say(ReportPhrase.STATUS_SENT, "time", time(reply.sent().at(), reply.zone())));
        lines.add(phrases.say(phrase(reply.sent().status())));
        if (!reply.sent().reason().isBlank()) {
            lines.add(phrases.say(
                    ReportPhrase.STATUS_REASON, "reason", reply.sent().reason()));
        }
        return List.copyOf(lines);
    }

    private static ReportPhrase phrase(Status status) {
        return switch (status) {
            case NEW -> ReportPhrase.STATUS_NEW;
            case SEEN -> ReportPhrase.STATUS_SEEN;
            case IN_HAND -> ReportPhrase.STATUS_IN_HAND;
            case PASSED_ON -> ReportPhrase.STATUS_PASSED_ON;
            case CLOSED -> ReportPhrase.STATUS_CLOSED;
        };
    }

    /** Who wrote something, and when. */
    public String from(Reporting.Entry entry, ZoneId zone) {
        ReportPhrase phrase = entry.fromReceiver() ? ReportPhrase.FROM_RECEIVER : ReportPhrase.FROM_YOU;
        return phrases.say(phrase, "time", time(entry.at(), zone));
    }

    public String tooManyCodes(Reply.TooManyCodes reply) {
        return phrases.say(ReportPhrase.TOO_MANY_CODES, "minutes", Long.toString(reply.minutes()));
    }

    /** What can be said at a step beside the answer, the most needed first. */
    public List<Action> asides(Asking asking) {
        Asking.Field field = asking.field();
        if (field.input() == Asking.Input.SURE) {
            return List.of();
        }
        return ASIDES.stream()
                .filter(aside -> switch (aside.label()) {
                    case SKIP -> field.optional();
                    case BACK -> field.back();
                    case WHY -> field.why();
                    default -> true;
                })
                .map(aside -> new Action(say(aside.label()), aside.message()))
                .toList();
    }

    /** What the button says that sends {@code message}; the message itself where it is no button's. */
    public String pressed(String message) {
        Optional<Aside> aside =
                ASIDES.stream().filter(a -> a.message().equals(message)).findFirst();
        if (aside.isPresent()) {
            return say(aside.get().label());
        }
        if (message.equals(NO_FILES) || message.equals(FILES_ADDED)) {
            return say(ReportPhrase.FILES_DONE);
        }
        if (message.startsWith(CHANGE)) {
            return say(ReportPhrase.CHANGE);
        }
        return message.startsWith(Journey.LITERAL) ? say(ReportPhrase.WAS_ANSWER) : message;
    }
}
