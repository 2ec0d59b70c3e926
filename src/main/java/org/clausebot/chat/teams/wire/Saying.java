package org.clausebot.chat.teams.wire;

import java.util.List;
import java.util.Optional;
import org.clausebot.chat.teams.Delivered.Person;
import org.clausebot.chat.teams.Delivered.Place;
import org.clausebot.chat.teams.TeamsLine.Pointer;
import org.clausebot.chat.teams.card.TeamsMessage;

/** Something to say, as it is kept until Teams has it. */
sealed interface Saying {
    /** To somebody alone; {@code pointer} says so where they are with others. */
    record Direct(Person to, List<TeamsMessage> messages, Optional<Pointer> pointer) implements Saying {
        public Direct {
            messages = List.copyOf(messages);
        }

        /** Never prints what is said. */
        @Override
        public String toString() {
            return "Direct";
        }
    }

    /** For everybody who can read the place. */
    record Openly(Place at, List<TeamsMessage> messages) implements Saying {
        public Openly {
            messages = List.copyOf(messages);
        }

        @Override
        public String toString() {
            return "Openly";
        }
    }

    /** In the place of the message {@code id}. */
    record Replace(Place at, String id, TeamsMessage message) implements Saying {
        @Override
        public String toString() {
            return "Replace";
        }
    }
}
