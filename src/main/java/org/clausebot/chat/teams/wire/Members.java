package org.clausebot.chat.teams.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.microsoft.bot.schema.ChannelAccount;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.clausebot.chat.inbox.Ticking;
import org.clausebot.chat.teams.Delivered.Person;
import org.clausebot.chat.teams.Delivered.Place;
import org.clausebot.chat.teams.TeamsLine.Kind;

/** Who somebody is, as Teams knows them; remembered for an hour. */
final class Members {
    private final Calls calls;
    private final Whereabouts whereabouts;
    private final Addresses addresses;
    private final Cache<Person, Kind> known;

    Members(Calls calls, Whereabouts whereabouts, Addresses addresses, Clock clock) {
        this.calls = calls;
        this.whereabouts = whereabouts;
        this.addresses = addresses;
        this.known = Caffeine.newBuilder()
                .ticker(Ticking.by(clock))
                .expireAfterWrite(Duration.ofHours(1))
                .maximumSize(10_000)
                .build();
    }

    /** @throws TeamsUnavailableException when Teams does not say */
    Kind of(Person person, Place at) {
        Kind kind = known.getIfPresent(person);
        if (kind == null) {
            kind = asked(person, at);
            known.put(person, kind);
        }
        return kind;
    }

    private Kind asked(Person person, Place at) {
        Whereabouts.Reach reach = whereabouts.of(Whereabouts.person(person));
        String user = reach.user().isEmpty() ? person.object() : reach.user();
        String conversation = Whereabouts.place(at.conversation())
                .substring(Whereabouts.place("").length());
        Calls.Outcome<ChannelAccount> outcome = calls.ask(
                "member",
                addresses.of(at, person.tenant()),
                at.conversation(),
                client -> client.getConversations().getConversationMember(user, conversation));
        if (outcome.value().isPresent()) {
            return kind(person, outcome.value().get());
        }
        if (!outcome.isRefused()) {
            throw new TeamsUnavailableException("member");
        }
        // Where the bot is not in the chat, as with the message extension, Teams tells it nothing of the people in it;
        // they
        // came through the school's own tenant. Somebody who is not in a chat where the bot is, is nobody of ours.
        return outcome.status() == 403 ? Kind.GUEST : Kind.STRANGER;
    }

    private static Kind kind(Person person, ChannelAccount member) {
        Map<String, JsonNode> more = member.getProperties();
        String tenant = text(more, "tenantId");
        if (!tenant.isEmpty() && !tenant.equals(person.tenant())) {
            return Kind.STRANGER;
        }
        String role = text(more, "userRole").toLowerCase(Locale.ROOT);
        boolean guest = role.equals("guest") || text(more, "userPrincipalName").contains("#EXT#");
        return role.equals("anonymous") ? Kind.STRANGER : guest ? Kind.GUEST : Kind.STAFF;
    }

    private static String text(Map<String, JsonNode> properties, String name) {
        JsonNode value = properties.get(name);
        return value == null ? "" : value.asText("");
    }
}
