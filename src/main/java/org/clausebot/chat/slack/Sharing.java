package org.clausebot.chat.slack;

import java.util.List;
import java.util.Optional;
import org.clausebot.answer.Answer;
import org.clausebot.answer.Quote;
import org.clausebot.chat.Reply;
import org.clausebot.chat.slack.Delivered.Place;
import org.clausebot.chat.slack.Shareables.Shareable;
import org.clausebot.chat.slack.block.Audience;
import org.clausebot.chat.slack.block.SlackMessage;
import org.clausebot.chat.slack.block.SlackPhrase;
import org.clausebot.chat.talk.ButtonValue;
import org.clausebot.chat.talk.ButtonValue.Shown;
import org.clausebot.chat.talk.InForce;
import org.clausebot.chat.talk.Placement;

/**
 * Shows an answer's clauses to everybody in the thread, when whoever asked wants that. What the button carries only names
 * clauses; shown are those that stand in the policies in force, word for word as the asker saw them, or none.
 */
final class Sharing {
    private final SlackChannel.Parts parts;
    private final SlackVoice voice;
    private final Shareables shareables;

    Sharing(SlackChannel.Parts parts, SlackVoice voice, Shareables shareables) {
        this.parts = parts;
        this.voice = voice;
        this.shareables = shareables;
    }

    /**
     * Remembers what was answered in a channel, to its asker alone.
     *
     * @param thread where it goes when it is shared
     */
    void remember(Spot spot, Reply reply, Place thread) {
        if (Placement.of(reply, spot.room()) == Placement.HERE && reply instanceof Reply.Answered answered) {
            for (SlackMessage message : voice.rendered(reply, Audience.ASKER_IN_CHANNEL)) {
                Buttons.shares(message)
                        .forEach(share -> shareables.keep(spot, share, new Shareable(thread, answered.answer())));
            }
        }
    }

    void share(Delivered.Pressed pressed, ButtonValue.Share share) {
        Spot spot = Presses.spot(pressed);
        Optional<Shareable> found = shareables.take(spot, share).filter(kept -> isInForce(share, kept.answer()));
        if (found.isEmpty()) {
            voice.alone(spot, SlackPhrase.SHARE_GONE);
            return;
        }
        voice.openly(pressed.by(), found.get().at(), found.get().answer());
        voice.alone(spot, SlackPhrase.SHARED);
    }

    /** Whether the button names the clauses of this answer, and all of them are still what the policies say. */
    private boolean isInForce(ButtonValue.Share share, Answer answer) {
        boolean clausesOnly = answer instanceof Answer.Quoted || answer instanceof Answer.Nearest;
        List<Shown> named = answer.quotes().stream().map(Sharing::named).toList();
        return clausesOnly
                && named.containsAll(share.shown())
                && answer.quotes().stream().allMatch(this::isInForce);
    }

    private static Shown named(Quote quote) {
        return new Shown(
                quote.policy().id().value(),
                quote.policy().details().version(),
                quote.clause().ref().address());
    }

    private boolean isInForce(Quote quote) {
        return InForce.quote(parts.policies().get(), named(quote))
                .filter(now -> now.clause().equals(quote.clause()))
                .isPresent();
    }
}
