package org.clausebot.chat.read;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.clausebot.acknowledgement.Acknowledgements;
import org.clausebot.acknowledgement.Acknowledgements.Due;
import org.clausebot.acknowledgement.InChat;
import org.clausebot.acknowledgement.InChat.Step;
import org.clausebot.acknowledgement.Messenger;

/** What is asked of people in chat programs, and what they press there. Keeps nothing itself. */
public final class ReadTalk implements Reads, Messenger {
    private final InChat inChat;
    private final ReadPhrases phrases;
    private final Cards cards;
    private final List<ReadChannel> channels = new CopyOnWriteArrayList<>();

    /** @param base the program's address as browsers know it */
    public ReadTalk(Acknowledgements acknowledgements, ReadPhrases phrases, Supplier<URI> base) {
        this.inChat = new InChat(acknowledgements);
        this.phrases = phrases;
        this.cards = new Cards(phrases, base);
    }

    /** People are looked for in this program as well, after those that were named before. */
    public void tellBy(ReadChannel channel) {
        channels.add(channel);
    }

    @Override
    public boolean ready() {
        return !channels.isEmpty();
    }

    @Override
    public Told tell(Due due) {
        Card card = cards.request(due, due.reading().mails() > 0);
        Told told = Told.NOT_THERE;
        for (ReadChannel channel : channels) {
            switch (channel.reach(due.reading().person().email(), card)) {
                case SAID -> {
                    return Told.TOLD;
                }
                case NOT_THERE -> {}
                case NOT_NOW -> told = Told.LATER;
            }
        }
        return told;
    }

    @Override
    public boolean asks(String words) {
        String plain = plain(words);
        return Stream.of(phrases.say(ReadPhrase.ASKED).split(",", -1))
                .anyMatch(way -> plain(way).equals(plain));
    }

    private static String plain(String words) {
        return words.toLowerCase(Locale.UK)
                .replace("’", "'")
                .replaceAll("[.!,?]+", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }

    @Override
    public List<Card> outstanding(Optional<String> mail) {
        if (mail.isEmpty()) {
            return List.of(cards.saying(ReadPhrase.UNKNOWN));
        }
        List<Due> due = inChat.outstanding(mail.get());
        return due.isEmpty()
                ? List.of(cards.saying(ReadPhrase.NOTHING))
                : due.stream().map(one -> cards.request(one, false)).toList();
    }

    @Override
    public Outcome press(Optional<String> mail, ReadPress press) {
        if (mail.isEmpty()) {
            return new Outcome(Optional.empty(), List.of(cards.saying(ReadPhrase.UNKNOWN)));
        }
        Step step = switch (press) {
            case ReadPress.Questions(String reading) -> inChat.begin(reading, mail.get());
            case ReadPress.Answer(String reading, int question, int choice, String mark) ->
                inChat.answer(reading, mail.get(), question, choice, mark);
            case ReadPress.Understood(String reading, String mark) ->
                inChat.understood(reading, mail.get(), mark);
        };
        boolean begins = press instanceof ReadPress.Questions;
        return switch (step) {
            case Step.Right right -> new Outcome(Optional.of(cards.right(right)), next(right.next()));
            // The request stays where it is, with the way to the page.
            case Step.Put put when begins -> new Outcome(Optional.empty(), next(put));
            case Step.Put put -> new Outcome(Optional.of(cards.question(put)), List.of());
            case Step.Ready ready -> new Outcome(Optional.empty(), next(ready));
            case Step.Closed closed -> new Outcome(Optional.of(cards.closed(closed)), newer(closed));
            case Step.NotTheirs none -> new Outcome(Optional.empty(), next(none));
        };
    }

    private List<Card> next(Step step) {
        return switch (step) {
            case Step.Put put -> List.of(cards.question(put));
            case Step.Ready ready -> List.of(cards.ready(ready));
            case Step.Right right -> next(right.next());
            case Step.Closed closed ->
                Stream.concat(Stream.of(cards.closed(closed)), newer(closed).stream())
                        .toList();
            case Step.NotTheirs none -> List.of(cards.saying(ReadPhrase.NOT_THEIRS));
        };
    }

    private List<Card> newer(Step.Closed closed) {
        return closed.newer().map(due -> cards.request(due, false)).stream().toList();
    }
}
