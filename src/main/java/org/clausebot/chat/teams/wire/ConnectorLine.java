package org.clausebot.chat.teams.wire;

import com.microsoft.bot.connector.ConnectorClient;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ChannelAccount;
import com.microsoft.bot.schema.ConversationParameters;
import com.microsoft.bot.schema.ConversationResourceResponse;
import com.microsoft.bot.schema.ResourceResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.clausebot.chat.inbox.Lanes;
import org.clausebot.chat.inbox.Pace;
import org.clausebot.chat.teams.Delivered.Person;
import org.clausebot.chat.teams.Delivered.Place;
import org.clausebot.chat.teams.TeamsLine;
import org.clausebot.chat.teams.card.TeamsMessage;

/** Speaks through the connector: in order in each conversation, and no faster than Teams takes it. */
final class ConnectorLine implements TeamsLine {
    /** Microsoft's limits for one conversation. */
    private static final List<Pace.Limit> LIMITS = List.of(
            new Pace.Limit(7, Duration.ofSeconds(1)),
            new Pace.Limit(60, Duration.ofSeconds(30)),
            new Pace.Limit(1_800, Duration.ofHours(1)));

    private final TeamsSettings settings;
    private final Calls calls;
    private final Whereabouts whereabouts;
    private final Addresses addresses;
    private final Members members;
    private final Lanes lanes;
    private final Pace pace;

    /** What it works with. */
    record Parts(
            TeamsSettings settings,
            Calls calls,
            Whereabouts whereabouts,
            Addresses addresses,
            Members members,
            Lanes lanes) {}

    ConnectorLine(Parts parts, Clock clock, Tuning tuning) {
        this.settings = parts.settings();
        this.calls = parts.calls();
        this.whereabouts = parts.whereabouts();
        this.addresses = parts.addresses();
        this.members = parts.members();
        this.lanes = parts.lanes();
        this.pace = new Pace(LIMITS, clock, tuning.pause());
    }

    @Override
    public void direct(Person to, List<TeamsMessage> messages, Consumer<Reached> then) {
        List<TeamsMessage> all = List.copyOf(messages);
        lanes.run(Whereabouts.person(to), () -> {
            AtomicBoolean told = new AtomicBoolean();
            Consumer<Reached> once = reached -> {
                if (told.compareAndSet(false, true)) {
                    then.accept(reached);
                }
            };
            try {
                directly(to, all, once);
            } finally {
                // Whoever waits is told, whatever went wrong.
                once.accept(Reached.NO);
            }
        });
    }

    private void directly(Person to, List<TeamsMessage> messages, Consumer<Reached> then) {
        if (!settings.tenants().contains(to.tenant())) {
            return;
        }
        Whereabouts.Reach reach = whereabouts.of(Whereabouts.person(to));
        String service = reach.service().isEmpty() ? addresses.ofTenant(to.tenant()) : reach.service();
        Optional<String> conversation =
                reach.conversation().isEmpty() ? opened(to, reach, service) : Optional.of(reach.conversation());
        if (conversation.isEmpty()) {
            return;
        }
        for (TeamsMessage message : messages) {
            Calls.Outcome<?> sent = send(service, conversation.get(), message, reach.user());
            if (sent.value().isEmpty()) {
                if (sent.status() == 404) {
                    // The chat is no more: the next message opens another.
                    whereabouts.note(Whereabouts.person(to), r -> with(r, r.service(), ""));
                }
                return;
            }
            then.accept(Reached.YES);
        }
    }

    /** Opens the person's own chat; Teams refuses where they have not got the app. */
    private Optional<String> opened(Person to, Whereabouts.Reach reach, String service) {
        ConversationParameters wanted = new ConversationParameters();
        wanted.setIsGroup(false);
        wanted.setBot(Outgoing.bot(settings.appId()));
        wanted.setMembers(List.of(new ChannelAccount(reach.user().isEmpty() ? to.object() : reach.user())));
        wanted.setTenantId(to.tenant());
        // A tree, because the SDK looks by reflection into all else, which Java does not allow it in its own classes.
        wanted.setChannelData(Outgoing.tenant(to.tenant()));
        Calls.Outcome<ConversationResourceResponse> outcome = calls.ask(
                "open",
                service,
                Whereabouts.person(to),
                client -> client.getConversations().createConversation(wanted));
        Optional<String> opened =
                outcome.value().map(answer -> Incoming.text(answer.getId())).filter(id -> !id.isEmpty());
        opened.ifPresent(id -> {
            whereabouts.note(Whereabouts.person(to), r -> with(r, service, id));
            whereabouts.note(
                    Whereabouts.place(id),
                    r -> new Whereabouts.Reach(service, "", "", Whereabouts.person(to), r.installed()));
        });
        return opened;
    }

    private static Whereabouts.Reach with(Whereabouts.Reach reach, String service, String conversation) {
        return new Whereabouts.Reach(service, conversation, reach.user(), reach.owner(), reach.installed());
    }

    @Override
    public void openly(Place at, List<TeamsMessage> messages) {
        List<TeamsMessage> all = List.copyOf(messages);
        lanes.run(lane(at), () -> {
            Whereabouts.Reach owner = whereabouts.of(owner(at));
            for (TeamsMessage message : all) {
                if (send(addresses.of(at), at.conversation(), message, owner.user())
                        .value()
                        .isEmpty()) {
                    return;
                }
            }
        });
    }

    private Calls.Outcome<?> send(String service, String conversation, TeamsMessage message, String user) {
        if (!isPaced(conversation)) {
            return new Calls.Outcome<>(Optional.empty(), 0);
        }
        Activity activity =
                Outgoing.message(new Outgoing.Address(settings.appId(), service, conversation), message, user);
        return calls.ask(
                "send",
                service,
                conversation,
                client -> client.getConversations().sendToConversation(conversation, activity));
    }

    private boolean isPaced(String conversation) {
        try {
            pace.await(conversation);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void replace(Place at, String id, TeamsMessage message) {
        inTurn(
                "replace",
                at,
                (client, to) -> client.getConversations()
                        .updateActivity(to.conversation(), id, Outgoing.instead(to, message, id)));
    }

    @Override
    public void typing(Place at) {
        inTurn(
                "typing",
                at,
                (client, to) -> client.getConversations().sendToConversation(to.conversation(), Outgoing.typing(to)));
    }

    /** A call whose end nobody waits for. */
    @FunctionalInterface
    private interface Saying {
        CompletableFuture<ResourceResponse> on(ConnectorClient client, Outgoing.Address to);
    }

    private void inTurn(String name, Place at, Saying saying) {
        lanes.run(lane(at), () -> {
            if (isPaced(at.conversation())) {
                Outgoing.Address to = new Outgoing.Address(settings.appId(), addresses.of(at), at.conversation());
                calls.ask(name, to.service(), at.conversation(), client -> saying.on(client, to));
            }
        });
    }

    @Override
    public Kind kind(Person person, Place at) {
        return settings.tenants().contains(person.tenant()) ? members.of(person, at) : Kind.STRANGER;
    }

    /** What is said in a person's own chat and what is said to them keep one order. */
    private String lane(Place at) {
        String owner = owner(at);
        return owner.isEmpty() ? "place/" + at.conversation() : owner;
    }

    private String owner(Place at) {
        return whereabouts.of(Whereabouts.place(at.conversation())).owner();
    }
}
