package org.clausebot.chat.teams;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.clausebot.answer.Answer;
import org.clausebot.answer.Question;
import org.clausebot.chat.Assistant;
import org.clausebot.chat.ClauseFinder;
import org.clausebot.chat.Contact;
import org.clausebot.chat.Feedback;
import org.clausebot.chat.Phrases;
import org.clausebot.chat.ReportPhrase;
import org.clausebot.chat.Reports;
import org.clausebot.chat.awaited.Awaited;
import org.clausebot.chat.read.Reads;
import org.clausebot.chat.talk.Means;
import org.clausebot.chat.talk.Memory;
import org.clausebot.chat.talk.Sayings;
import org.clausebot.chat.talk.Talk;
import org.clausebot.chat.talk.Waits;
import org.clausebot.chat.teams.Delivered.Person;
import org.clausebot.chat.teams.card.TeamsCards;
import org.clausebot.chat.teams.card.TeamsPhrase;
import org.clausebot.chat.teams.card.TeamsWords;
import org.clausebot.policy.Policy;
import org.clausebot.policy.SchoolId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The conversation in Teams. What is typed in a channel is only ever a question to the policy; what belongs to a report is
 * said in the personal chat and nowhere else ({@link org.clausebot.chat.talk.Placement}).
 */
public final class TeamsChannel implements TeamsChat {
    private static final Logger LOG = LoggerFactory.getLogger(TeamsChannel.class);

    private final TeamsLine line;
    private final TeamsWords words;
    private final Phrases phrases;
    private final TeamsVoice voice;
    private final Typed typed;
    private final TeamsPresses presses;
    private final Reading reading;
    private final Dialogs dialogs;
    private final Search search;
    private final MessageActions actions;
    private final Welcomes welcomes;

    /**
     * What it puts together.
     *
     * @param school the school that a person's tenant belongs to
     * @param answerer answers a question and remembers nothing of it
     * @param finder of clauses by their words
     * @param policies those in force
     * @param contacts whom to tell, as the settings have them at the moment
     * @param pages the address of the web pages; empty for none
     * @param reads what people are asked to read
     * @param unanswered the last question of a conversation, if no clause answered it
     */
    public record Parts(
            Function<Person, SchoolId> school,
            Assistant assistant,
            Reports reports,
            Function<Question, Answer> answerer,
            ClauseFinder finder,
            Supplier<List<Policy>> policies,
            Supplier<List<Contact>> contacts,
            Feedback feedback,
            Phrases phrases,
            TeamsWords words,
            Optional<URI> pages,
            TeamsLine line,
            Awaited awaited,
            Reads reads,
            BiFunction<SchoolId, String, Optional<Question>> unanswered,
            MeterRegistry meters,
            Clock clock) {}

    public TeamsChannel(Parts parts) {
        this.line = parts.line();
        this.words = parts.words();
        this.phrases = parts.phrases();
        Memory memory = new Memory(parts.clock());
        ShownCards shown = new ShownCards(parts.clock());
        TeamsCards cards = new TeamsCards(
                parts.phrases(), words, parts.contacts(), title -> startable(parts.reports(), title), parts.pages());
        this.voice = new TeamsVoice(line, cards, words, memory, shown);
        Talk<TeamsSpot> talk = Talk.of(means(parts, memory, voice));
        this.reading = new Reading(parts.reads(), line, words, voice);
        this.typed = new Typed(line, voice, talk, reading, words);
        this.presses = new TeamsPresses(cards, words, voice, talk, shown);
        this.dialogs = new Dialogs(parts.phrases(), words, voice, talk.windows());
        this.search = new Search(parts.answerer(), parts.finder(), cards, words, parts.pages());
        this.actions = new MessageActions(words, voice, memory, talk);
        this.welcomes = new Welcomes(voice, parts.clock());
    }

    private static boolean startable(Reports reports, String title) {
        return reports.flows().entries().stream()
                .anyMatch(entry -> entry.title().equals(title));
    }

    private static Means<TeamsSpot> means(Parts parts, Memory memory, TeamsVoice voice) {
        return new Means<>(
                new Means.Names("teams", "teams-personal", "teams-channel"),
                spot -> parts.school().apply(spot.by()),
                parts.assistant(),
                parts.reports(),
                parts.policies(),
                parts.feedback(),
                parts.phrases(),
                sayings(parts.words()),
                memory,
                voice,
                Optional.of(new Waits<>(parts.awaited(), parts.unanswered(), spot -> TeamsTeller.address(spot.by()))),
                parts.meters(),
                parts.clock());
    }

    private static Sayings sayings(TeamsWords words) {
        return new Sayings(
                words.say(TeamsPhrase.NOTHING_PICKED),
                words.say(TeamsPhrase.LITERAL_GONE),
                words.say(TeamsPhrase.FILE_REFUSED),
                words.say(TeamsPhrase.LOGGED_ASKED),
                words.say(TeamsPhrase.LOGGED),
                words.say(TeamsPhrase.WINDOW_EMPTY));
    }

    @Override
    public void on(Delivered delivered) {
        TeamsSpot spot = spot(delivered);
        // Where Teams does not say who it is, nothing is done yet, and the line tries the delivery again.
        boolean stranger = isStranger(delivered);
        try {
            if (stranger) {
                refuse(spot, delivered);
            } else {
                handle(spot, delivered);
            }
        } catch (RuntimeException e) {
            // Its message could hold what was typed.
            LOG.error("An answer in Teams failed: {}", e.getClass().getSimpleName());
            voice.openly(spot, TeamsPhrase.FAILED);
        }
    }

    @Override
    public void added(Delivered delivered) {
        voice.directly(spot(delivered), phrases.say(ReportPhrase.ADDED));
    }

    private boolean isStranger(Delivered delivered) {
        return switch (line.kind(delivered.by(), place(delivered))) {
            case STAFF, GUEST -> false;
            case STRANGER -> true;
        };
    }

    /** Somebody of another organisation; what asks for nothing is not answered. */
    private void refuse(TeamsSpot spot, Delivered delivered) {
        if (!(delivered instanceof Delivered.Installed || delivered instanceof Delivered.Altered)) {
            voice.openly(spot, TeamsPhrase.STRANGER);
        }
    }

    private void handle(TeamsSpot spot, Delivered delivered) {
        switch (delivered) {
            case Delivered.Said said -> typed.said(spot, said);
            case Delivered.Pressed pressed -> afterwards(spot, pressed, pressed(spot, pressed));
            case Delivered.Dialog dialog -> dialogs.afterwards(spot, dialog);
            case Delivered.Searched searched -> {}
            case Delivered.OnMessage action -> actions.on(action);
            case Delivered.Installed installed -> welcomes.welcome(spot);
            case Delivered.Altered altered ->
                voice.directly(spot, altered.gone() ? TeamsPhrase.TAKEN_AWAY : TeamsPhrase.CHANGED);
        }
    }

    private Response pressed(TeamsSpot spot, Delivered.Pressed pressed) {
        return reading.on(spot, pressed).orElseGet(() -> presses.on(spot, pressed));
    }

    /** The same press from a program that does not wait for what comes of it. */
    private void afterwards(TeamsSpot spot, Delivered.Pressed pressed, Response response) {
        switch (response) {
            case Response.Instead(var card) -> line.replace(pressed.at(), pressed.card(), card);
            case Response.Word(String said) when !said.isEmpty() -> voice.directly(spot, said);
            case Response.Word none -> {}
            case Response.Dialog dialog -> {}
            case Response.Close close -> {}
            case Response.Results results -> {}
        }
    }

    @Override
    public Response answer(Delivered delivered) {
        try {
            return isStranger(delivered) ? refused(delivered, TeamsPhrase.STRANGER) : answered(delivered);
        } catch (RuntimeException e) {
            LOG.error("An answer in Teams failed: {}", e.getClass().getSimpleName());
            return refused(delivered, TeamsPhrase.FAILED);
        }
    }

    private Response answered(Delivered delivered) {
        TeamsSpot spot = spot(delivered);
        return switch (delivered) {
            case Delivered.Pressed pressed -> pressed(spot, pressed);
            case Delivered.Dialog dialog -> dialogs.on(spot, dialog);
            case Delivered.Searched searched -> search.on(searched);
            case Delivered.OnMessage action -> actions.on(action);
            case Delivered.Said said -> later(delivered);
            case Delivered.Installed installed -> later(delivered);
            case Delivered.Altered altered -> later(delivered);
        };
    }

    private Response later(Delivered delivered) {
        on(delivered);
        return new Response.Word("");
    }

    private Response refused(Delivered delivered, TeamsPhrase phrase) {
        String said = words.say(phrase);
        return switch (delivered) {
            case Delivered.Dialog dialog -> dialogs.refused(dialog, said);
            case Delivered.OnMessage action -> new Response.Close(said);
            case Delivered.Searched searched -> new Response.Results(List.of());
            case Delivered.Pressed pressed -> new Response.Word(said);
            case Delivered.Said typed -> new Response.Word(said);
            case Delivered.Installed installed -> new Response.Word(said);
            case Delivered.Altered altered -> new Response.Word(said);
        };
    }

    private static TeamsSpot spot(Delivered delivered) {
        return new TeamsSpot(delivered.by(), place(delivered));
    }

    private static Delivered.Place place(Delivered delivered) {
        return switch (delivered) {
            case Delivered.Said said -> said.at();
            case Delivered.Pressed pressed -> pressed.at();
            case Delivered.Dialog dialog -> dialog.at();
            case Delivered.Searched searched -> searched.at();
            case Delivered.OnMessage action -> action.at();
            case Delivered.Installed installed -> installed.at();
            case Delivered.Altered altered -> altered.at();
        };
    }
}
