package org.clausebot.chat.teams;

import java.util.Optional;
import org.clausebot.chat.read.Card;
import org.clausebot.chat.read.ReadChannel;
import org.clausebot.chat.teams.Delivered.Person;
import org.clausebot.chat.teams.card.ReadCard;
import org.clausebot.chat.teams.card.TeamsWords;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks people to read something, in the personal chat, whose mail address Teams has told when they used the bot. */
public final class TeamsReader implements ReadChannel {
    private static final Logger LOG = LoggerFactory.getLogger(TeamsReader.class);

    private final TeamsLine line;
    private final String tenant;
    private final TeamsWords words;

    /** @param tenant the school's */
    public TeamsReader(TeamsLine line, String tenant, TeamsWords words) {
        this.line = line;
        this.tenant = tenant;
        this.words = words;
    }

    @Override
    public Reached reach(String mail, Card card) {
        try {
            Optional<Person> person = line.person(tenant, mail).filter(this::isOurs);
            return person.isEmpty()
                    ? Reached.NOT_THERE
                    : switch (line.reach(person.get(), ReadCard.of(card, words))) {
                        case SAID -> Reached.SAID;
                        case REFUSED -> Reached.NOT_THERE;
                        case NOT_NOW -> Reached.NOT_NOW;
                    };
        } catch (RuntimeException e) {
            // Its message could name somebody.
            LOG.warn("Teams could not be asked for somebody: {}", e.getClass().getSimpleName());
            return Reached.NOT_NOW;
        }
    }

    private boolean isOurs(Person person) {
        return switch (line.kind(person, TeamsSpot.personal(person).at())) {
            case STAFF, GUEST -> true;
            case STRANGER -> false;
        };
    }
}
