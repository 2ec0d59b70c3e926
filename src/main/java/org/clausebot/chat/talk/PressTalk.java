package org.clausebot.chat.talk;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.clausebot.chat.Phrases;
import org.clausebot.chat.Reply;
import org.clausebot.chat.ReportPhrase;

/**
 * What comes of a pressed button. One that belongs to an earlier question, or is pressed twice, changes nothing. Whoever
 * presses is told by {@code taken}, with what the press said, when its message is to be shown without buttons.
 */
public final class PressTalk<S extends Spot> {
    private final Means<S> means;
    private final Voice<S> voice;
    private final Questions<S> questions;
    private final ReportTalk<S> talk;

    PressTalk(Means<S> means, Questions<S> questions, ReportTalk<S> talk) {
        this.means = means;
        this.voice = means.voice();
        this.questions = questions;
        this.talk = talk;
    }

    public void say(S spot, ButtonValue.Say say, Consumer<String> taken) {
        if (say.token().isEmpty()) {
            begins(spot, say.message(), taken);
        } else {
            answer(spot, say.token(), say.message(), say.message(), taken);
        }
    }

    /** @param fields what was picked beside it, by name */
    public void fill(S spot, ButtonValue.Fill fill, Map<String, String> fields, Consumer<String> taken) {
        Fields.words(fill.input(), fields)
                .ifPresentOrElse(
                        words -> answer(spot, fill.token(), words, words, taken),
                        () -> voice.alone(spot, means.sayings().nothingPicked()));
    }

    public void literal(S spot, ButtonValue.Literal literal, Consumer<String> taken) {
        Optional<String> words = means.memory().takeOffered(spot.person(), literal.token());
        if (words.isPresent()) {
            answer(spot, literal.token(), words.get(), means.phrases().say(ReportPhrase.WAS_ANSWER), taken);
        } else {
            voice.directly(spot, means.sayings().literalGone());
            voice.say(spot, talk.step(spot, literal.token()).instead());
        }
    }

    private void answer(S spot, String token, String words, String pressed, Consumer<String> taken) {
        Reply reply = talk.reply(spot, words, token);
        if (!talk.isStale(reply)) {
            taken.accept(pressed);
        }
        voice.say(spot, reply);
    }

    /** Words that begin something. They bear no token, so none of them may reach a step that is asked meanwhile. */
    private void begins(S spot, String words, Consumer<String> taken) {
        taken.accept(words);
        Phrases.Reporting known = means.phrases().reporting();
        if (known.goOn().says(words)) {
            talk.goOn(spot);
        } else if (known.throwAway().says(words)) {
            talk.throwAway(spot);
        } else if (known.reallyThrowAway().says(words)) {
            talk.reallyThrowAway(spot);
        } else if (known.list().says(words)) {
            talk.begin(spot);
        } else if (talk.namesReport(words) || means.phrases().onlyAsking().says(words)) {
            talk.typed(spot, words);
        } else {
            questions.ask(spot, spot.conversation(), words);
        }
    }
}
