package org.clausebot.chat.teams.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.clausebot.chat.teams.Delivered.Person;
import org.clausebot.seal.SealBrokenException;
import org.clausebot.seal.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where people, places and tenants are reached: what came last from them says it. On disk, sealed, so that somebody can be
 * written to after a restart; forgotten when the app is removed.
 */
final class Whereabouts {
    private static final Logger LOG = LoggerFactory.getLogger(Whereabouts.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PERSON = "person/";
    private static final String PLACE = "teams/reference";

    private final References references;
    private final Vault vault;
    private final Cache<String, Optional<Reach>> known =
            Caffeine.newBuilder().maximumSize(20_000).build();

    /**
     * How one is reached.
     *
     * @param service the connector's address; empty when nothing is known
     * @param conversation a person's own chat with the bot; empty for a place, and where there is none yet
     * @param user a person's id in chats; empty for a place, and until they said something
     * @param owner whose own chat a place is, as tenant/object; of an address, whose it is, and of a person, their address;
     *     empty for others
     * @param installed whether its installation was handed over
     */
    record Reach(String service, String conversation, String user, String owner, boolean installed) {
        static final Reach NONE = new Reach("", "", "", "", false);
    }

    Whereabouts(References references, Vault vault) {
        this.references = references;
        this.vault = vault;
    }

    static String person(Person person) {
        return PERSON + person.tenant() + "/" + person.object();
    }

    /** All threads of a channel are one. */
    static String place(String conversation) {
        int thread = conversation.indexOf(";messageid=");
        return "place/" + (thread < 0 ? conversation : conversation.substring(0, thread));
    }

    static String tenant(String tenant) {
        return "tenant/" + tenant;
    }

    Reach of(String key) {
        return known.get(key, this::read).orElse(Reach.NONE);
    }

    private Optional<Reach> read(String key) {
        return references.of(id(key)).flatMap(row -> {
            try {
                return Optional.of(JSON.readValue(vault.open(row.wrapped(), row.id(), PLACE, row.body()), Reach.class));
            } catch (IOException | SealBrokenException e) {
                LOG.error(
                        "Where somebody in Teams is reached could not be read: {}",
                        e.getClass().getSimpleName());
                return Optional.empty();
            }
        });
    }

    /** Changes what is known of one; on disk on return, when it is another. */
    synchronized void note(String key, UnaryOperator<Reach> change) {
        Reach before = of(key);
        Reach now = change.apply(before);
        if (now.equals(before)) {
            return;
        }
        String id = id(key);
        byte[] wrapped = vault.newKey(id);
        try {
            references.keep(
                    new References.Row(id, wrapped, vault.seal(wrapped, id, PLACE, JSON.writeValueAsBytes(now))));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Words and a flag can be written", e);
        }
        known.put(key, Optional.of(now));
    }

    /** Whose address it is, so that they can be written to; sealed as all of this is. */
    synchronized void noteMail(Person person, String mail) {
        String small = mail.toLowerCase(Locale.ROOT);
        String before = of(mailOf(person)).owner();
        if (!before.isEmpty() && !before.equals(small)) {
            forget(mail(person.tenant(), before));
        }
        note(mailOf(person), r -> new Reach("", "", "", small, false));
        note(mail(person.tenant(), small), r -> new Reach("", "", "", person.object(), false));
    }

    /** Empty when nobody who has the bot is known to have this address. */
    Optional<Person> byMail(String tenant, String mail) {
        return Optional.of(of(mail(tenant, mail.toLowerCase(Locale.ROOT))).owner())
                .filter(object -> !object.isEmpty())
                .map(object -> new Person(tenant, object))
                .filter(person -> !of(person(person)).conversation().isEmpty());
    }

    private static String mail(String tenant, String mail) {
        return "mail/" + tenant + "/" + mail;
    }

    private static String mailOf(Person person) {
        return mailOf(person(person));
    }

    private static String mailOf(String person) {
        return "mail-of/" + person.substring(PERSON.length());
    }

    /** Of a person, their address as well. */
    synchronized void forget(String key) {
        if (key.startsWith(PERSON)) {
            String mail = of(mailOf(key)).owner();
            String tenant = key.substring(PERSON.length(), key.lastIndexOf('/'));
            if (!mail.isEmpty()) {
                forget(mail(tenant, mail));
                forget(mailOf(key));
            }
        }
        references.forget(id(key));
        known.put(key, Optional.empty());
    }

    private String id(String key) {
        return HexFormat.of().formatHex(vault.fingerprint(PLACE, key));
    }
}
