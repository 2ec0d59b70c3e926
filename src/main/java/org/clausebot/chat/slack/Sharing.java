package org.clausebot.chat.slack;

import java.util.List;
import java.util.Optional;
import org.clausebot.answer.Answer;
import org.clausebot.answer.Quote;
import org.clausebot.chat.slack.Memory.Shareable;
import org.clausebot.chat.slack.block.ButtonValue;
import org.clausebot.chat.slack.block.ButtonValue.Shown;
import org.clausebot.chat.slack.block.SlackPhrase;
import org.clausebot.policy.Policy;

/**
 * Shows an answer's clauses to everybody in the thread, when whoever asked wants that. What the button carries only names
 * clauses; shown are those that stand in the policies in force, word for word as the asker saw them, or none.
 */
final class Sharing {
    private final SlackChannel.Parts parts;
    private final Voice voice;
    private final Memory memory;

    Sharing(SlackChannel.Parts parts, Voice voice, Memory memory) {
        this.parts = parts;
        this.voice = voice;
        this.memory = memory;
    }

    void share(Delivered.Pressed pressed, ButtonValue.Share share) {
        Spot spot = Presses.spot(pressed);
        Optional<Shareable> found =
                memory.takeShareable(pressed.by(), pressed.at(), share).filter(kept -> isInForce(share, kept.answer()));
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
        return inForce(parts.policies().get(), named(quote))
                .filter(now -> now.clause().equals(quote.clause()))
                .isPresent();
    }

    /** The clause that {@code shown} names, if the version that it names is in force. */
    static Optional<Quote> inForce(List<Policy> policies, Shown shown) {
        return policies.stream()
                .filter(policy -> policy.id().value().equals(shown.policy())
                        && policy.details().version().equals(shown.version()))
                .findFirst()
                .flatMap(
                        policy -> policy.clause(shown.clause()).map(clause -> new Quote(policy, clause, List.of(), 0)));
    }
}
