package org.clausebot.chat.teams.wire;

import java.util.function.Consumer;
import org.clausebot.chat.inbox.Deliveries;
import org.clausebot.chat.teams.Delivered.Person;
import org.clausebot.chat.teams.card.TeamsMessage;
import org.clausebot.seal.Vault;

/**
 * What the connection needs of the program.
 *
 * @param deliveries those of Teams alone
 * @param vault seals what was acknowledged and is not done, and where people are reached
 * @param failed said to a person whose message could not be worked on by a fault of ours
 * @param removed hears of everybody who takes the app away from their own chat
 * @param late said beside what was pressed when the answer takes longer than Teams waits, and to what comes a second time
 */
public record Ports(
        Deliveries deliveries,
        References references,
        Vault vault,
        TeamsMessage failed,
        Consumer<Person> removed,
        String late) {
    public Ports {
        if (late.isBlank()) {
            throw new IllegalArgumentException("What comes late needs words");
        }
    }
}
