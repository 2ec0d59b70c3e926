package org.clausebot.chat.teams.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.clausebot.chat.inbox.Codec;
import org.clausebot.chat.teams.Delivered.Person;
import org.clausebot.chat.teams.Delivered.Place;
import org.clausebot.chat.teams.Delivered.Room;
import org.clausebot.chat.teams.TeamsLine.Pointer;
import org.clausebot.chat.teams.card.TeamsMessage;

/** What is said on account of one delivery, as bytes to be sealed. */
final class SayingForm implements Codec<List<Saying>> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Person NOBODY = new Person("", "");
    private static final Place NOWHERE = new Place(Room.PERSONAL, "");

    private enum Way {
        DIRECT,
        POINTED,
        OPENLY,
        REPLACE
    }

    /** All ways in one: what a way has not is empty. */
    private record Kept(
            Way way,
            Person to,
            Place at,
            String id,
            List<Words> messages,
            List<Words> written,
            List<Words> unwritten) {}

    /** @param card empty for none */
    private record Words(String text, String card, List<String> suggested) {
        static List<Words> of(List<TeamsMessage> messages) {
            return messages.stream()
                    .map(m -> new Words(m.text(), m.card().orElse(""), m.suggested()))
                    .toList();
        }

        TeamsMessage message() {
            return new TeamsMessage(text, Optional.of(card).filter(json -> !json.isEmpty()), suggested);
        }
    }

    @Override
    public byte[] write(List<Saying> sayings) {
        try {
            return JSON.writeValueAsBytes(sayings.stream().map(SayingForm::kept).toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Words and lists of words can be written", e);
        }
    }

    private static Kept kept(Saying saying) {
        return switch (saying) {
            case Saying.Direct(Person to, List<TeamsMessage> messages, Optional<Pointer> pointer) ->
                pointer.map(p -> new Kept(
                                Way.POINTED,
                                to,
                                p.at(),
                                "",
                                Words.of(messages),
                                Words.of(p.written()),
                                Words.of(p.unwritten())))
                        .orElseGet(
                                () -> new Kept(Way.DIRECT, to, NOWHERE, "", Words.of(messages), List.of(), List.of()));
            case Saying.Openly(Place at, List<TeamsMessage> messages) ->
                new Kept(Way.OPENLY, NOBODY, at, "", Words.of(messages), List.of(), List.of());
            case Saying.Replace(Place at, String id, TeamsMessage message) ->
                new Kept(Way.REPLACE, NOBODY, at, id, Words.of(List.of(message)), List.of(), List.of());
        };
    }

    /** @throws IllegalStateException when these bytes were not written here */
    @Override
    public List<Saying> read(byte[] bytes) {
        try {
            return Arrays.stream(JSON.readValue(bytes, Kept[].class))
                    .map(SayingForm::saying)
                    .toList();
        } catch (IOException e) {
            // What was read holds what somebody is told, and so may the cause.
            throw new IllegalStateException("What was to be said is in no form that this program knows");
        }
    }

    private static Saying saying(Kept kept) {
        List<TeamsMessage> messages = messages(kept.messages());
        return switch (kept.way()) {
            case DIRECT -> new Saying.Direct(kept.to(), messages, Optional.empty());
            case POINTED ->
                new Saying.Direct(
                        kept.to(),
                        messages,
                        Optional.of(new Pointer(kept.at(), messages(kept.written()), messages(kept.unwritten()))));
            case OPENLY -> new Saying.Openly(kept.at(), messages);
            case REPLACE -> new Saying.Replace(kept.at(), kept.id(), messages.getFirst());
        };
    }

    private static List<TeamsMessage> messages(List<Words> words) {
        return words.stream().map(Words::message).toList();
    }
}
