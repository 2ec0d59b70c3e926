package org.clausebot.chat.teams;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.clausebot.chat.Reply;
import org.clausebot.chat.talk.ButtonValue;
import org.clausebot.chat.talk.Fields;
import org.clausebot.chat.talk.Room;
import org.clausebot.chat.talk.Talk;
import org.clausebot.chat.talk.Votes;
import org.clausebot.chat.teams.Delivered.Pressed;
import org.clausebot.chat.teams.card.Audience;
import org.clausebot.chat.teams.card.CardActions;
import org.clausebot.chat.teams.card.TeamsCards;
import org.clausebot.chat.teams.card.TeamsMessage;
import org.clausebot.chat.teams.card.TeamsPhrase;
import org.clausebot.chat.teams.card.TeamsWords;

/**
 * What comes of a pressed button, and how its card looks afterwards. What the press brings is said in the personal chat,
 * wherever the card stands.
 */
final class TeamsPresses {
    /** Under this name a button carries what it is for. */
    static final String VALUE = "value";

    private static final Response NOTHING = new Response.Word("");

    private final TeamsCards cards;
    private final TeamsWords words;
    private final TeamsVoice voice;
    private final Talk<TeamsSpot> talk;
    private final ShownCards shown;
    private final Set<String> saysOnlyThatItIsChosen;

    TeamsPresses(TeamsCards cards, TeamsWords words, TeamsVoice voice, Talk<TeamsSpot> talk, ShownCards shown) {
        this.cards = cards;
        this.words = words;
        this.voice = voice;
        this.talk = talk;
        this.shown = shown;
        this.saysOnlyThatItIsChosen = Set.of(words.say(TeamsPhrase.CHOOSE_THIS), words.say(TeamsPhrase.BEGIN));
    }

    /** Nothing is done for what no button of ours sends; a program of another version may have sent it. */
    Response on(TeamsSpot spot, Pressed pressed) {
        Optional<ButtonValue> value =
                ButtonValue.ofKind(pressed.verb(), pressed.fields().getOrDefault(VALUE, ""));
        Response response = value.map(v -> on(spot, pressed, v)).orElseGet(this::late);
        // A card that was passed on to others must not become for them what it was for one person.
        return response instanceof Response.Instead && spot.room() == Room.AMONG_OTHERS
                ? new Response.Word(words.say(TeamsPhrase.ACTION_DONE))
                : response;
    }

    private Response on(TeamsSpot at, Pressed pressed, ButtonValue value) {
        TeamsSpot spot = TeamsSpot.personal(at.by());
        return switch (value) {
            case ButtonValue.Say say ->
                answering(
                        spot,
                        pressed,
                        value,
                        (card, taken) -> talk.presses()
                                .say(
                                        spot,
                                        say,
                                        said -> taken.accept(label(card, value).orElse(said))));
            case ButtonValue.Literal literal ->
                answering(spot, pressed, value, (card, taken) -> talk.presses().literal(spot, literal, taken));
            case ButtonValue.Fill fill
            when Fields.words(fill.input(), pressed.fields()).isEmpty() ->
                new Response.Word(words.say(TeamsPhrase.NOTHING_PICKED));
            case ButtonValue.Fill fill ->
                answering(
                        spot,
                        pressed,
                        value,
                        (card, taken) -> talk.presses()
                                .fill(spot, fill, pressed.fields(), said -> taken.accept(picked(card, said))));
            case ButtonValue.Vote vote -> voted(spot, pressed, vote);
            case ButtonValue.BeginReport begin -> said(() -> talk.reports().begin(spot));
            case ButtonValue.GoOn goOn -> said(() -> talk.reports().goOn(spot));
            case ButtonValue.ThrowAway throwAway -> said(() -> talk.reports().throwAway(spot));
            case ButtonValue.TellMe tellMe ->
                said(() -> voice.told(spot, talk.waits().keep(spot, tellMe.mark())));
            case ButtonValue.DontTell dontTell ->
                said(() -> voice.takenBack(spot, talk.waits().takeBack(spot, dontTell.mark())));
            // Windows are opened otherwise; sharing, asking and looking up have no button here.
            case ButtonValue.OpenWindow window -> late();
            case ButtonValue.Share share -> late();
            case ButtonValue.Ask ask -> late();
            case ButtonValue.Opened opened -> NOTHING;
            case ButtonValue.LookUp lookUp -> late();
        };
    }

    private Response late() {
        return new Response.Word(words.say(TeamsPhrase.PRESSED_LATE));
    }

    private static Response said(Runnable what) {
        what.run();
        return NOTHING;
    }

    /** Something that can be pressed too late; {@code press} tells what was pressed, in words, when it was not. */
    private Response answering(
            TeamsSpot spot,
            Pressed pressed,
            ButtonValue value,
            BiConsumer<Optional<TeamsMessage>, Consumer<String>> press) {
        Optional<TeamsMessage> card = shown.pressed(spot, pressed.fields()).or(() -> drawnAgain(spot, value));
        // A card that is not known any more and asks for nothing that is asked now is of no use with its buttons.
        AtomicReference<Response> response =
                new AtomicReference<>(card.isPresent() ? late() : new Response.Instead(cards.oldCard()));
        press.accept(card, label -> {
            String line = words.say(TeamsPhrase.PRESSED, "label", label);
            response.set(instead(spot, pressed, card.flatMap(c -> CardActions.pressed(c, line)), line));
        });
        return response.get();
    }

    /** The card of the step that is asked now, as it was shown before the program was started again. */
    private Optional<TeamsMessage> drawnAgain(TeamsSpot spot, ButtonValue value) {
        return talk.reports().waiting(spot).filter(Reply.Asked.class::isInstance).stream()
                .flatMap(reply -> cards.of(reply, Audience.ALONE).stream())
                .filter(message -> CardActions.values(message).contains(value))
                .findFirst();
    }

    private Optional<String> label(Optional<TeamsMessage> card, ButtonValue value) {
        return card.flatMap(c -> CardActions.label(c, value)).filter(label -> !saysOnlyThatItIsChosen.contains(label));
    }

    private static String picked(Optional<TeamsMessage> card, String said) {
        return card.map(c -> CardActions.chosen(c, List.of(said.split(", ", -1))))
                .filter(labels -> !labels.isEmpty())
                .orElse(said);
    }

    private Response voted(TeamsSpot spot, Pressed pressed, ButtonValue.Vote vote) {
        Votes.Outcome outcome = talk.votes().vote(spot, vote);
        if (!outcome.counted()) {
            return new Response.Word(outcome.words());
        }
        Optional<TeamsMessage> card =
                shown.pressed(spot, pressed.fields()).flatMap(c -> CardActions.voted(c, vote.shown(), outcome.words()));
        return instead(spot, pressed, card, outcome.words());
    }

    /** The card as it looks now; where it is forgotten, a word instead. */
    private Response instead(TeamsSpot spot, Pressed pressed, Optional<TeamsMessage> card, String line) {
        card.ifPresent(now -> shown.changed(spot, pressed.fields(), now));
        return card.<Response>map(Response.Instead::new).orElseGet(() -> new Response.Word(line));
    }
}
