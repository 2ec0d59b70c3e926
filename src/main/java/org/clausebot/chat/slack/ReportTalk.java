package org.clausebot.chat.slack;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.clausebot.answer.Answer;
import org.clausebot.chat.Asking;
import org.clausebot.chat.Incoming;
import org.clausebot.chat.Phrases;
import org.clausebot.chat.Reply;
import org.clausebot.chat.ReportPhrase;
import org.clausebot.chat.slack.Delivered.Member;
import org.clausebot.chat.slack.block.SlackPhrase;
import org.clausebot.incident.Reporter;

/**
 * What a person says to the bot alone, where they can report as well as ask. Whatever the place, what comes of a report is
 * said in the direct message.
 */
final class ReportTalk {
    private final SlackChannel.Parts parts;
    private final Voice voice;
    private final Memory memory;
    private final Questions questions;
    private final Counting counting;

    ReportTalk(SlackChannel.Parts parts, Voice voice, Memory memory, Questions questions, Counting counting) {
        this.parts = parts;
        this.voice = voice;
        this.memory = memory;
        this.questions = questions;
        this.counting = counting;
    }

    private Reporter reporter(Member member) {
        return Identity.reporter(parts.school().apply(member), member);
    }

    /** What waits for somebody: the step that they were asked, the offer to go on, or a receipt not yet seen. */
    Optional<Reply> waiting(Member member) {
        return parts.reports().waiting(reporter(member));
    }

    /**
     * What comes of words.
     *
     * @param token of the step that they answer; empty for words typed freely
     */
    Reply reply(Spot spot, String words, String token) {
        Member by = spot.by();
        Incoming incoming =
                new Incoming(parts.school().apply(by), conversation(spot), words, Optional.of(reporter(by)), token);
        Reply reply = counting.count(spot, () -> parts.assistant().reply(incoming));
        if (reply instanceof Reply.Unfinished unfinished && unfinished.really()) {
            memory.reallyAsked(by);
        }
        if (reply instanceof Reply.Sent sent) {
            memory.sent(by, sent);
            memory.forgetLink(by);
        }
        return reply;
    }

    private static String conversation(Spot spot) {
        return switch (spot.at().room()) {
            case DIRECT -> Questions.direct(spot.by(), spot.at().thread());
            case GROUP, CHANNEL, HOME -> Questions.direct(spot.by());
        };
    }

    /** Words typed in the direct message. */
    void typed(Spot spot, String words) {
        if (!questions.onlyAsking(spot, words)) {
            voice.say(spot, reply(spot, words, ""));
        }
    }

    /** What waits, or else the reports that can be made. */
    void begin(Spot spot) {
        voice.say(spot, waiting(spot.by()).orElseGet(parts.reports()::flows));
    }

    /** The same, or the report that the words name; other words are not looked at. */
    void begin(Spot spot, String words) {
        if (namesReport(words)) {
            voice.say(spot, reply(spot, words, ""));
        } else {
            begin(spot);
        }
    }

    /** Goes on with the report that waits. A word for it must not be taken as the answer to a step. */
    void goOn(Spot spot) {
        Optional<Reply> waits = waiting(spot.by());
        if (waits.isPresent() && waits.get() instanceof Reply.Unfinished) {
            voice.say(spot, reply(spot, words().goOn().button(), ""));
        } else {
            voice.say(spot, waits.orElseGet(parts.reports()::flows));
        }
    }

    /** Asks whether the report that waits is really to be thrown away. */
    void throwAway(Spot spot) {
        Optional<Reply> waits = waiting(spot.by());
        if (waits.isEmpty()) {
            voice.say(spot, parts.reports().flows());
        } else if (waits.get() instanceof Reply.Asked asked) {
            voice.say(spot, reply(spot, "cancel", asked.asking().token()));
        } else {
            voice.say(
                    spot,
                    waits.get() instanceof Reply.Unfinished
                            ? reply(spot, words().throwAway().button(), "")
                            : waits.get());
        }
    }

    /** Throws it away, if that was asked a short while ago: an old button must not destroy another report. */
    void reallyThrowAway(Spot spot) {
        boolean waits =
                waiting(spot.by()).filter(Reply.Unfinished.class::isInstance).isPresent();
        if (waits && memory.takeReallyAsked(spot.by())) {
            voice.say(spot, reply(spot, words().reallyThrowAway().button(), ""));
        } else {
            begin(spot);
        }
    }

    private Phrases.Reporting words() {
        return parts.phrases().reporting();
    }

    /** Whether the words name a report; such words begin it, and are never the answer to a step. */
    boolean namesReport(String words) {
        String plain = plain(words);
        return parts.reports().flows().entries().stream()
                .flatMap(entry -> Stream.concat(
                        Stream.of(entry.title()),
                        Answer.Concern.ofFlow(entry.id())
                                .map(concern -> parts.phrases().urgent(concern).report())
                                .stream()))
                .anyMatch(title -> plain(title).equals(plain));
    }

    /** Whether the words ask for the reports that can be made, or name one. */
    boolean asksToReport(String words) {
        return words().list().says(words) || namesReport(words);
    }

    private static String plain(String words) {
        return words.toLowerCase(Locale.UK).replaceAll("[.!]+$", "").strip();
    }

    /** The step that {@code token} names, if it is the one that is asked now; otherwise what to say instead. */
    Found step(Spot spot, String token) {
        Optional<Reply> waits = waiting(spot.by());
        if (waits.isPresent() && isStep(waits.get(), token)) {
            return new Found(Optional.of(((Reply.Asked) waits.get()).asking()), waits.get());
        }
        // Long untouched, it is only offered; to ask for help at it changes nothing and shows it.
        Reply helped = reply(spot, "help", token);
        return isStep(helped, token)
                ? new Found(Optional.of(((Reply.Asked) helped).asking()), helped)
                : new Found(Optional.empty(), helped);
    }

    /**
     * A step that was looked for.
     *
     * @param instead what to say where it is not asked now
     */
    record Found(Optional<Asking> asking, Reply instead) {}

    static boolean isStep(Reply reply, String token) {
        return reply instanceof Reply.Asked asked && asked.asking().token().equals(token);
    }

    /** Whether a button was pressed too late, so that nothing was changed. */
    boolean isStale(Reply reply) {
        return switch (reply) {
            case Reply.Gone gone -> true;
            case Reply.Asked asked ->
                asked.asking().notes().contains(parts.phrases().say(ReportPhrase.STALE));
            case Reply.Answered r -> false;
            case Reply.Blank r -> false;
            case Reply.TooLong r -> false;
            case Reply.Flows r -> false;
            case Reply.Advice r -> false;
            case Reply.Unfinished r -> false;
            case Reply.Paused r -> false;
            case Reply.Cancelled r -> false;
            case Reply.Ended r -> false;
            case Reply.Sent r -> false;
            case Reply.NotReceived r -> false;
            case Reply.Status r -> false;
            case Reply.NoSuchCode r -> false;
            case Reply.TooManyCodes r -> false;
        };
    }

    /** No file is ever fetched. Where a report asks for files, it says where they can be added. */
    void file(Spot spot, boolean words) {
        voice.alone(spot, SlackPhrase.FILE_REFUSED);
        if (spot.at().room() != Delivered.Room.DIRECT) {
            return;
        }
        Optional<Reply> waits = waiting(spot.by());
        if (waits.isPresent()
                && waits.get() instanceof Reply.Asked asked
                && asked.asking().field().input() == Asking.Input.FILES) {
            voice.directly(spot, parts.phrases().say(ReportPhrase.FILES_ELSEWHERE));
            if (!words) {
                voice.say(spot, asked);
            }
        }
    }
}
