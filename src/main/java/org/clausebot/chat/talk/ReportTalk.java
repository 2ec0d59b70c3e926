package org.clausebot.chat.talk;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.clausebot.answer.Answer;
import org.clausebot.chat.Asking;
import org.clausebot.chat.Incoming;
import org.clausebot.chat.Phrases;
import org.clausebot.chat.Reply;
import org.clausebot.chat.ReportPhrase;
import org.clausebot.incident.Reporter;

/**
 * What a person says to the bot alone, where they can report as well as ask. Whatever the place, what comes of a report is
 * said to the person alone.
 */
public final class ReportTalk<S extends Spot> {
    private final Means<S> means;
    private final Voice<S> voice;
    private final Memory memory;
    private final Questions<S> questions;
    private final Counting counting;
    private final WaitTalk<S> waits;

    ReportTalk(Means<S> means, Questions<S> questions, Counting counting, WaitTalk<S> waits) {
        this.means = means;
        this.voice = means.voice();
        this.memory = means.memory();
        this.questions = questions;
        this.counting = counting;
        this.waits = waits;
    }

    /** What waits for somebody: the step that they were asked, the offer to go on, or a receipt not yet seen. */
    public Optional<Reply> waiting(S spot) {
        return means.reports().waiting(means.reporter(spot));
    }

    /**
     * What comes of words.
     *
     * @param token of the step that they answer; empty for words typed freely
     */
    public Reply reply(S spot, String words, String token) {
        Reporter reporter = means.reporter(spot);
        Incoming incoming = new Incoming(reporter.school(), spot.conversation(), words, Optional.of(reporter), token);
        Reply reply = counting.count(spot.room(), () -> means.assistant().reply(incoming));
        if (reply instanceof Reply.Unfinished unfinished && unfinished.really()) {
            memory.reallyAsked(spot.person());
        }
        if (reply instanceof Reply.Sent sent) {
            memory.sent(spot.person(), sent);
            memory.forgetLink(spot.person());
        }
        waits.remember(spot, spot.conversation(), reply);
        return reply;
    }

    /**
     * Words typed where the person is alone with the bot.
     *
     * @return what was said
     */
    public Reply typed(S spot, String words) {
        Optional<Reply> only = questions.onlyAsking(spot, words);
        if (only.isPresent()) {
            return only.get();
        }
        Reply reply = reply(spot, words, "");
        voice.say(spot, reply);
        return reply;
    }

    /**
     * What somebody sees with a code that they were given: a report they sent, or one that they saved and now go on with.
     * Empty when {@code words} are no code; then nothing was looked up, nor taken for the answer to a step.
     */
    public Optional<Reply> lookUp(S spot, String words) {
        return means.reports().lookUp(means.reporter(spot), words);
    }

    /** What waits, or else the reports that can be made. */
    public void begin(S spot) {
        voice.say(spot, waiting(spot).orElseGet(means.reports()::flows));
    }

    /** The same, or the report that the words name; other words are not looked at. */
    public void begin(S spot, String words) {
        if (namesReport(words)) {
            voice.say(spot, reply(spot, words, ""));
        } else {
            begin(spot);
        }
    }

    /** Goes on with the report that waits. A word for it must not be taken as the answer to a step. */
    public void goOn(S spot) {
        Optional<Reply> waits = waiting(spot);
        if (waits.isPresent() && waits.get() instanceof Reply.Unfinished) {
            voice.say(spot, reply(spot, words().goOn().button(), ""));
        } else {
            voice.say(spot, waits.orElseGet(means.reports()::flows));
        }
    }

    /** Asks whether the report that waits is really to be thrown away. */
    public void throwAway(S spot) {
        Optional<Reply> waits = waiting(spot);
        if (waits.isEmpty()) {
            voice.say(spot, means.reports().flows());
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
    void reallyThrowAway(S spot) {
        boolean waits = waiting(spot).filter(Reply.Unfinished.class::isInstance).isPresent();
        if (waits && memory.takeReallyAsked(spot.person())) {
            voice.say(spot, reply(spot, words().reallyThrowAway().button(), ""));
        } else {
            begin(spot);
        }
    }

    private Phrases.Reporting words() {
        return means.phrases().reporting();
    }

    /** Whether the words name a report; such words begin it, and are never the answer to a step. */
    public boolean namesReport(String words) {
        String plain = plain(words);
        return means.reports().flows().entries().stream()
                .flatMap(entry -> Stream.concat(
                        Stream.of(entry.title()),
                        Answer.Concern.ofFlow(entry.id())
                                .map(concern -> means.phrases().urgent(concern).report())
                                .stream()))
                .anyMatch(title -> plain(title).equals(plain));
    }

    /** Whether the words ask for the reports that can be made, or name one. */
    public boolean asksToReport(String words) {
        return words().list().says(words) || namesReport(words);
    }

    private static String plain(String words) {
        return words.toLowerCase(Locale.UK).replaceAll("[.!]+$", "").strip();
    }

    /** The step that {@code token} names, if it is the one that is asked now; otherwise what to say instead. */
    public Found step(S spot, String token) {
        Optional<Reply> waits = waiting(spot);
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
    public record Found(Optional<Asking> asking, Reply instead) {}

    static boolean isStep(Reply reply, String token) {
        return reply instanceof Reply.Asked asked && asked.asking().token().equals(token);
    }

    /** Whether a button was pressed too late, so that nothing was changed. */
    boolean isStale(Reply reply) {
        return switch (reply) {
            case Reply.Gone gone -> true;
            case Reply.Asked asked ->
                asked.asking().notes().contains(means.phrases().say(ReportPhrase.STALE));
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
    public void file(S spot, boolean words) {
        voice.alone(spot, means.sayings().fileRefused());
        if (spot.room() != Room.ALONE) {
            return;
        }
        Optional<Reply> waits = waiting(spot);
        if (waits.isPresent()
                && waits.get() instanceof Reply.Asked asked
                && asked.asking().field().input() == Asking.Input.FILES) {
            voice.directly(spot, means.phrases().say(ReportPhrase.FILES_ELSEWHERE));
            if (!words) {
                voice.say(spot, asked);
            }
        }
    }
}
