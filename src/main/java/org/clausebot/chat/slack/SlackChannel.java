package org.clausebot.chat.slack;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.clausebot.answer.Question;
import org.clausebot.chat.Assistant;
import org.clausebot.chat.Contact;
import org.clausebot.chat.Feedback;
import org.clausebot.chat.Phrases;
import org.clausebot.chat.Reply;
import org.clausebot.chat.ReportPhrase;
import org.clausebot.chat.Reports;
import org.clausebot.chat.awaited.Awaited;
import org.clausebot.chat.read.Reads;
import org.clausebot.chat.slack.Delivered.Member;
import org.clausebot.chat.slack.Delivered.Place;
import org.clausebot.chat.slack.Delivered.Room;
import org.clausebot.chat.slack.block.HomeTab;
import org.clausebot.chat.slack.block.HomeView;
import org.clausebot.chat.slack.block.SlackPhrase;
import org.clausebot.chat.slack.block.SlackReplies;
import org.clausebot.chat.slack.block.SlackWords;
import org.clausebot.chat.talk.Means;
import org.clausebot.chat.talk.Memory;
import org.clausebot.chat.talk.Sayings;
import org.clausebot.chat.talk.Talk;
import org.clausebot.chat.talk.Waits;
import org.clausebot.policy.Policy;
import org.clausebot.policy.SchoolId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The conversation in Slack. What is typed in a channel is only ever a question to the policy; what belongs to a report is
 * said in the direct message and nowhere else ({@link org.clausebot.chat.talk.Placement}).
 */
public final class SlackChannel implements SlackChat {
    private static final Logger LOG = LoggerFactory.getLogger(SlackChannel.class);

    /** What begins a report; every other command asks the policy. */
    private static final String REPORT_COMMAND = "/report";

    private final Parts parts;
    private final SlackVoice voice;
    private final Memory memory;
    private final Talk<Spot> talk;
    private final Sharing sharing;
    private final Windows windows;
    private final Presses presses;
    private final Shortcuts shortcuts;
    private final Reading reading;

    /**
     * What it puts together.
     *
     * @param school the school that a member's workspace belongs to
     * @param policies those in force
     * @param contacts whom to tell, as the settings have them at the moment
     * @param pages the address of the web pages; empty for none
     * @param reads what people are asked to read
     * @param unanswered the last question of a conversation, if no clause answered it
     */
    public record Parts(
            Function<Member, SchoolId> school,
            Assistant assistant,
            Reports reports,
            Supplier<List<Policy>> policies,
            Supplier<List<Contact>> contacts,
            Feedback feedback,
            Phrases phrases,
            SlackWords words,
            Optional<URI> pages,
            Workspace workspace,
            Awaited awaited,
            Reads reads,
            BiFunction<SchoolId, String, Optional<Question>> unanswered,
            MeterRegistry meters,
            Clock clock) {}

    public SlackChannel(Parts parts) {
        this.parts = parts;
        this.memory = new Memory(parts.clock());
        SlackReplies replies =
                new SlackReplies(parts.phrases(), parts.words(), parts.contacts(), this::startable, parts.pages());
        this.voice = new SlackVoice(parts.workspace(), replies, parts.words(), memory);
        this.talk = Talk.of(means(parts, memory, voice));
        this.sharing = new Sharing(parts, voice, new Shareables(parts.clock()));
        this.windows =
                new Windows(parts, voice, talk, (spot, words) -> question(spot, spot.conversation(), words, spot.at()));
        this.presses = new Presses(parts, voice, talk, windows, sharing);
        this.reading = new Reading(parts.reads(), parts.workspace(), parts.words(), voice);
        this.shortcuts = new Shortcuts(parts, voice, memory, talk, windows);
    }

    private static Means<Spot> means(Parts parts, Memory memory, SlackVoice voice) {
        return new Means<>(
                new Means.Names("slack", "slack-direct", "slack-channel"),
                spot -> parts.school().apply(spot.by()),
                parts.assistant(),
                parts.reports(),
                parts.policies(),
                parts.feedback(),
                parts.phrases(),
                sayings(parts.words()),
                memory,
                voice,
                Optional.of(new Waits<>(parts.awaited(), parts.unanswered(), spot -> SlackTeller.address(spot.by()))),
                parts.meters(),
                parts.clock());
    }

    private static Sayings sayings(SlackWords words) {
        return new Sayings(
                words.say(SlackPhrase.NOTHING_PICKED),
                words.say(SlackPhrase.LITERAL_GONE),
                words.say(SlackPhrase.FILE_REFUSED),
                words.say(SlackPhrase.LOGGED_ASKED),
                String.join("\n", words.logged()),
                words.say(SlackPhrase.WINDOW_EMPTY));
    }

    private boolean startable(String title) {
        return parts.reports().flows().entries().stream()
                .anyMatch(entry -> entry.title().equals(title));
    }

    @Override
    public void on(Delivered delivered) {
        try {
            switch (parts.workspace().kind(delivered.by())) {
                case STAFF, GUEST -> handle(delivered);
                case STRANGER -> refuse(delivered);
                case BOT -> {}
            }
        } catch (RuntimeException e) {
            // Its message could hold what was typed.
            LOG.error("An answer in Slack failed: {}", e.getClass().getSimpleName());
            voice.alone(spot(delivered), SlackPhrase.FAILED);
        }
    }

    @Override
    public void added(Delivered delivered) {
        voice.directly(spot(delivered), parts.phrases().say(ReportPhrase.ADDED));
    }

    @Override
    public Map<String, String> submitted(Delivered.Window window) {
        try {
            return switch (parts.workspace().kind(window.by())) {
                case STAFF, GUEST -> windows.submitted(window);
                case STRANGER, BOT -> windows.refused(window, SlackPhrase.STRANGER);
            };
        } catch (RuntimeException e) {
            LOG.error("A window in Slack failed: {}", e.getClass().getSimpleName());
            return windows.refused(window, SlackPhrase.FAILED);
        }
    }

    private static Spot spot(Delivered delivered) {
        return switch (delivered) {
            case Delivered.Said said -> new Spot(said.by(), said.at(), "");
            case Delivered.Command command -> new Spot(command.by(), command.at(), command.respond());
            case Delivered.Pressed pressed -> Presses.spot(pressed);
            case Delivered.Shortcut shortcut -> Spot.direct(shortcut.by());
            case Delivered.Window window -> Spot.direct(window.by());
            case Delivered.HomeOpened home -> Spot.direct(home.by());
        };
    }

    /** Somebody of another organisation; opening the Home tab asks for nothing and is not answered. */
    private void refuse(Delivered delivered) {
        if (!(delivered instanceof Delivered.HomeOpened)) {
            voice.alone(spot(delivered), SlackPhrase.STRANGER);
        }
    }

    private void handle(Delivered delivered) {
        switch (delivered) {
            case Delivered.Said said -> said(said);
            case Delivered.Command command -> command(command);
            case Delivered.Pressed pressed -> {
                if (!reading.on(pressed)) {
                    presses.on(pressed);
                }
                if (pressed.at().room() == Room.HOME) {
                    home(pressed.by());
                }
            }
            case Delivered.Shortcut shortcut -> shortcuts.on(shortcut);
            case Delivered.Window window -> windows.closed(window);
            case Delivered.HomeOpened home -> home(home.by());
        }
    }

    private void said(Delivered.Said said) {
        Spot spot = spot(said);
        boolean words = !said.words().isBlank();
        if (said.files()) {
            talk.reports().file(spot, words);
        }
        if (said.files() && !words) {
            return;
        }
        switch (said.at().room()) {
            case DIRECT, HOME -> {
                if (isReporting(spot)) {
                    talk.reports().typed(spot, said.words());
                } else if (reading.asks(said.words())) {
                    reading.outstanding(spot);
                } else if (asksWhatWaits(said.words())) {
                    voice.waiting(spot, talk.waits().of(spot));
                } else {
                    talk.reports().typed(spot, said.words());
                }
            }
            case GROUP, CHANNEL -> {
                Place thread = said.at().thread().isEmpty()
                        ? new Place(said.at().room(), said.at().channel(), said.ts())
                        : said.at();
                question(spot, Identity.conversation(said.by(), thread), said.words(), thread);
            }
        }
    }

    /** Words that are no answer to a report's question, whatever they are. */
    private void question(Spot spot, String conversation, String words, Place thread) {
        if (talk.questions().privacy(spot, words)) {
            return;
        }
        if (reading.asks(words)) {
            reading.outstanding(spot);
            return;
        }
        if (asksWhatWaits(words)) {
            voice.waiting(spot, talk.waits().of(spot));
            return;
        }
        if (talk.reports().asksToReport(words)) {
            talk.reports().begin(spot, words);
        } else {
            sharing.remember(spot, talk.questions().ask(spot, conversation, words), thread);
        }
    }

    private boolean asksWhatWaits(String words) {
        return talk.questions().isOneOf(parts.words().say(SlackPhrase.TELL_ASKED), words);
    }

    /** Whether their next words are the answer to a step. */
    private boolean isReporting(Spot spot) {
        return talk.reports()
                .waiting(spot)
                .filter(Reply.Asked.class::isInstance)
                .isPresent();
    }

    private void command(Delivered.Command command) {
        Spot spot = spot(command);
        String words = command.words().strip();
        if (command.command().startsWith(REPORT_COMMAND)) {
            talk.reports().begin(spot, words);
        } else if (words.isEmpty()) {
            voice.alone(spot, SlackPhrase.POLICY_HELP);
        } else {
            question(spot, Identity.conversation(command.by(), command.at()), words, command.at());
        }
    }

    private void home(Member member) {
        HomeView view = new HomeView(
                talk.reports().waiting(Spot.direct(member)),
                memory.sent(Identity.key(member)),
                talk.waits().of(Spot.direct(member)),
                parts.policies().get().stream().map(Policy::details).toList(),
                parts.reports().flows().sending(),
                parts.pages());
        parts.workspace().home(member, HomeTab.of(view, parts.phrases(), parts.words()));
    }
}
