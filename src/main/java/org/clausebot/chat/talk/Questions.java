package org.clausebot.chat.talk;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.clausebot.chat.Incoming;
import org.clausebot.chat.Reply;

/**
 * Questions to the policy, from wherever words cannot be meant for a report: a channel, a command. Nothing said there is
 * ever taken as the answer to a report's question, even when its writer is in the middle of one.
 */
public final class Questions<S extends Spot> {
    private final Means<S> means;
    private final Counting counting;
    private final WaitTalk<S> waits;

    Questions(Means<S> means, Counting counting, WaitTalk<S> waits) {
        this.means = means;
        this.counting = counting;
        this.waits = waits;
    }

    /**
     * Asks, and answers in the right place.
     *
     * @param conversation names the conversation that the question belongs to
     * @return what was answered
     */
    public Reply ask(S spot, String conversation, String words) {
        Reply reply = counting.count(
                spot.room(),
                () -> means.assistant()
                        .reply(new Incoming(means.school().apply(spot), conversation, words).by(means.reporter(spot))));
        if (Placement.of(reply, spot.room()) != Placement.HERE) {
            waits.remember(spot, conversation, reply);
            if (!conversation.equals(spot.conversation())) {
                means.memory().answeredElsewhere(spot.person(), conversation);
            }
        }
        means.voice().say(spot, reply);
        return reply;
    }

    /**
     * Goes on with what was answered directly though it was asked elsewhere: "this was only a question" belongs to that
     * question. False when the words are no such thing.
     */
    boolean onlyAsking(S spot, String words) {
        if (!means.phrases().onlyAsking().says(words)) {
            means.memory().takeElsewhere(spot.person());
            return false;
        }
        Optional<String> conversation = means.memory().takeElsewhere(spot.person());
        conversation.ifPresent(c -> ask(spot, c, words));
        return conversation.isPresent();
    }

    /** Whether the words ask what is kept about them; then it is said. */
    public boolean privacy(S spot, String words) {
        boolean asked = isOneOf(means.sayings().loggedAsked(), words);
        if (asked) {
            means.voice().alone(spot, means.sayings().logged());
        }
        return asked;
    }

    /**
     * Whether {@code words} are one of {@code ways}, whatever their capitals and stops.
     *
     * @param ways with commas between
     */
    public boolean isOneOf(String ways, String words) {
        String plain = plain(words);
        return Stream.of(ways.split(",", -1)).anyMatch(way -> plain(way).equals(plain));
    }

    private static String plain(String words) {
        return words.toLowerCase(Locale.UK)
                .replace("’", "'")
                .replaceAll("[.!,?]+", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
