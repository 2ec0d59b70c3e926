package org.clausebot.chat.slack;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clausebot.chat.Incoming;
import org.clausebot.chat.Reply;
import org.clausebot.chat.slack.Delivered.Member;
import org.clausebot.chat.slack.Delivered.Place;
import org.clausebot.chat.slack.block.Audience;
import org.clausebot.chat.slack.block.SlackMessage;
import org.clausebot.chat.slack.block.SlackPhrase;

/**
 * Questions to the policy, from wherever words cannot be meant for a report: a channel, a command, the Home tab. Nothing
 * said there is ever taken as the answer to a report's question, even when its writer is in the middle of one.
 */
final class Questions {
    private final SlackChannel.Parts parts;
    private final Voice voice;
    private final Memory memory;
    private final Counting counting;

    Questions(SlackChannel.Parts parts, Voice voice, Memory memory, Counting counting) {
        this.parts = parts;
        this.voice = voice;
        this.memory = memory;
        this.counting = counting;
    }

    /**
     * Asks, and answers in the right place.
     *
     * @param conversation names the conversation that the question belongs to
     * @param thread where a shared answer goes
     */
    void ask(Spot spot, String conversation, String words, Place thread) {
        Reply reply = counting.count(
                spot,
                () -> parts.assistant().reply(new Incoming(parts.school().apply(spot.by()), conversation, words)));
        if (Placement.of(reply, spot.at().room()) == Placement.ONLY_TO_ASKER) {
            remember(spot, reply, thread);
        } else if (!conversation.equals(direct(spot.by()))) {
            memory.answeredElsewhere(spot.by(), conversation);
        }
        voice.say(spot, reply);
    }

    /** The conversation in somebody's direct message. */
    static String direct(Member member) {
        return direct(member, "");
    }

    /** The conversation in a thread of somebody's direct message. */
    static String direct(Member member, String thread) {
        return Identity.conversation(member, new Place(Delivered.Room.DIRECT, "", thread));
    }

    private void remember(Spot spot, Reply reply, Place thread) {
        if (reply instanceof Reply.Answered answered) {
            for (SlackMessage message : voice.rendered(reply, Audience.ASKER_IN_CHANNEL)) {
                Buttons.shares(message)
                        .forEach(share -> memory.shareable(
                                spot.by(), spot.at(), share, new Memory.Shareable(thread, answered.answer())));
            }
        }
    }

    /**
     * Goes on with what was answered directly though it was asked elsewhere: "this was only a question" belongs to that
     * question. False when the words are no such thing.
     */
    boolean onlyAsking(Spot spot, String words) {
        if (!parts.phrases().onlyAsking().says(words)) {
            memory.takeElsewhere(spot.by());
            return false;
        }
        Optional<String> conversation = memory.takeElsewhere(spot.by());
        conversation.ifPresent(c -> ask(spot, c, words, spot.at()));
        return conversation.isPresent();
    }

    /** Whether the words ask what is kept about them; then it is said. */
    boolean privacy(Spot spot, String words) {
        String plain = plain(words);
        boolean asked = List.of(parts.words().say(SlackPhrase.LOGGED_ASKED).split(",", -1)).stream()
                .anyMatch(way -> plain(way).equals(plain));
        if (asked) {
            voice.alone(
                    spot,
                    Stream.of(
                                    SlackPhrase.HOME_LOGGED_ASKING,
                                    SlackPhrase.HOME_LOGGED_REPORTING,
                                    SlackPhrase.HOME_LOGGED_SLACK,
                                    SlackPhrase.HOME_LOGGED_CARE)
                            .map(parts.words()::say)
                            .collect(Collectors.joining("\n")));
        }
        return asked;
    }

    private static String plain(String words) {
        return words.toLowerCase(Locale.UK)
                .replace("’", "'")
                .replaceAll("[.!,?]+", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
