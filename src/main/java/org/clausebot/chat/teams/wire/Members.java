package org.clausebot.chat.teams.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.microsoft.bot.schema.ChannelAccount;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.clausebot.chat.inbox.Ticking;
import org.clausebot.chat.teams.Delivered.Person;
import org.clausebot.chat.teams.Delivered.Place;
import org.clausebot.chat.teams.TeamsLine.Kind;

/** Who somebody is, as Teams knows them; remembered for an hour. */
final class Members {
    private final Calls calls;
    private final Whereabouts whereabouts;
    private final Addresses addresses;
    private final Cache<Person, Known> known;

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

    /** @param mail their address; empty when Teams does not tell, or of somebody of another organisation */
    private record Known(Kind kind, String mail) {}

    /** @throws TeamsUnavailableException when Teams does not say */
    Kind of(Person person, Place at) {
        return known(person, at).kind();
    }

    /** @throws TeamsUnavailableException when Teams does not say */
    Optional<String> mail(Person person, Place at) {
        return Optional.of(known(person, at).mail()).filter(mail -> !mail.isEmpty());
    }

    private Known known(Person person, Place at) {
        Known one = known.getIfPresent(person);
        if (one == null) {
            one = asked(person, at);
            known.put(person, one);
            if (!one.mail().isEmpty()) {
                whereabouts.noteMail(person, one.mail());
            }
        }
        return one;
    }

    private Known asked(Person person, Place at) {
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
            Kind kind = kind(person, outcome.value().get());
            return new Known(kind, kind == Kind.STRANGER ? "" : mail(outcome.value().get()));
        }
        if (!outcome.isRefused()) {
            throw new TeamsUnavailableException("member");
        }
        // Where the bot is not in the chat, as with the message extension, Teams tells it nothing of the people in it;
        // they
        // came through the school's own tenant. Somebody who is not in a chat where the bot is, is nobody of ours.
        return new Known(outcome.status() == 403 ? Kind.GUEST : Kind.STRANGER, "");
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

    /** As the school's own directory has it; where that has no mail, the name they sign in with, which has its form. */
    private static String mail(ChannelAccount member) {
        Map<String, JsonNode> more = member.getProperties();
        String mail = text(more, "email");
        String name = text(more, "userPrincipalName");
        return !mail.isEmpty() ? mail : name.contains("#") ? "" : name;
    }

    private static String text(Map<String, JsonNode> properties, String name) {
        JsonNode value = properties.get(name);
        return value == null ? "" : value.asText("");
    }
}
