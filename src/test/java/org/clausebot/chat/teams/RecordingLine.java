package org.clausebot.chat.teams;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clausebot.chat.teams.Delivered.Person;
import org.clausebot.chat.teams.Delivered.Place;
import org.clausebot.chat.teams.Delivered.Room;
import org.clausebot.chat.teams.card.TeamsMessage;

/** Teams in memory: what was said, where and to whom, in order. What Teams would refuse by its size fails the test. */
final class RecordingLine implements TeamsLine {
    final List<Spoken> spoken = new ArrayList<>();
    final List<Place> typing = new ArrayList<>();
    final Map<Person, Kind> kinds = new HashMap<>();
    final Set<Person> without = new HashSet<>();
    final Map<Person, String> mails = new HashMap<>();
    boolean unreachable;

    enum How {
        DIRECT,
        OPENLY,
        REPLACE
    }

    /**
     * A message.
     *
     * @param to nobody in particular where it is said openly
     * @param id its number, or that of the one that it takes the place of
     */
    record Spoken(How how, Person to, Place at, String id, TeamsMessage message) {
        /** All that anybody could read in it, and what its buttons carry. */
        String json() {
            return message.text() + "\n" + message.card().orElse("") + "\n" + message.suggested();
        }
    }

    private static final Person NOBODY = new Person("", "");

    private void speak(How how, Person to, Place at, List<TeamsMessage> messages) {
        for (TeamsMessage message : messages) {
            fits(message);
            spoken.add(new Spoken(how, to, at, Integer.toString(spoken.size() + 1), message));
        }
    }

    static void fits(TeamsMessage message) {
        assertThat(message.card().orElse("").getBytes(StandardCharsets.UTF_8).length)
                .isLessThanOrEqualTo(TeamsMessage.MOST_BYTES);
    }

    @Override
    public void direct(Person to, List<TeamsMessage> messages) {
        reach(to, messages);
    }

    @Override
    public void direct(Person to, List<TeamsMessage> messages, Pointer pointer) {
        openly(pointer.at(), reach(to, messages) == Reached.SAID ? pointer.written() : pointer.unwritten());
    }

    @Override
    public Reached reach(Person to, List<TeamsMessage> messages) {
        assertThat(messages).isNotEmpty();
        if (unreachable) {
            return Reached.NOT_NOW;
        }
        if (without.contains(to)) {
            return Reached.REFUSED;
        }
        speak(How.DIRECT, to, new Place(Room.PERSONAL, "p-" + to.object()), messages);
        return Reached.SAID;
    }

    @Override
    public void openly(Place at, List<TeamsMessage> messages) {
        assertThat(at.room()).isNotEqualTo(Room.PERSONAL);
        speak(How.OPENLY, NOBODY, at, messages);
    }

    @Override
    public void replace(Place at, String id, TeamsMessage message) {
        fits(message);
        spoken.add(new Spoken(How.REPLACE, NOBODY, at, id, message));
    }

    @Override
    public void typing(Place at) {
        typing.add(at);
    }

    @Override
    public Kind kind(Person person, Place at) {
        return kinds.getOrDefault(person, Kind.STAFF);
    }

    @Override
    public Optional<String> mail(Person person, Place at) {
        return Optional.ofNullable(mails.get(person));
    }

    @Override
    public Optional<Person> person(String tenant, String mail) {
        return mails.entrySet().stream()
                .filter(known ->
                        known.getKey().tenant().equals(tenant) && known.getValue().equals(mail))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    List<Spoken> how(How how) {
        return spoken.stream().filter(s -> s.how() == how).toList();
    }

    static String words(List<Spoken> messages) {
        StringBuilder words = new StringBuilder();
        messages.forEach(m -> words.append(m.json()).append('\n'));
        return words.toString();
    }
}
