package org.clausebot.chat.teams.wire;

import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;
import org.clausebot.chat.teams.Delivered.Place;

/** Which address of the connector a message goes to. */
final class Addresses {
    private final Whereabouts whereabouts;
    private final TeamsSettings settings;
    private final URI usual;

    /** @param usual where nothing has come from yet */
    Addresses(Whereabouts whereabouts, TeamsSettings settings, URI usual) {
        this.whereabouts = whereabouts;
        this.settings = settings;
        this.usual = usual;
    }

    /** What last came from the place, or else from the tenant, said it. */
    String of(Place at, String tenant) {
        return first(Stream.of(Whereabouts.place(at.conversation()), Whereabouts.tenant(tenant)))
                .orElse(usual.toString());
    }

    /** Where the tenant of a place is not known, there is one tenant, or the place has been heard of. */
    String of(Place at) {
        return first(Stream.concat(
                        Stream.of(Whereabouts.place(at.conversation())),
                        settings.tenants().stream().map(Whereabouts::tenant)))
                .orElse(usual.toString());
    }

    String ofTenant(String tenant) {
        return first(Stream.of(Whereabouts.tenant(tenant))).orElse(usual.toString());
    }

    private Optional<String> first(Stream<String> keys) {
        return keys.map(key -> whereabouts.of(key).service())
                .filter(service -> !service.isEmpty())
                .findFirst();
    }
}
