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
import org.clausebot.chat.inbox.Pace;
import org.clausebot.chat.teams.Delivered.Person;
import org.clausebot.chat.teams.Delivered.Place;
import org.clausebot.chat.teams.TeamsLine.Reached;
import org.clausebot.chat.teams.card.TeamsMessage;

/** Says one thing through the connector now, no faster than Teams takes it. Called by one thread at a time for a place. */
final class Speech {
    /** Microsoft's limits for one conversation. */
    private static final List<Pace.Limit> LIMITS = List.of(
            new Pace.Limit(7, Duration.ofSeconds(1)),
            new Pace.Limit(60, Duration.ofSeconds(30)),
            new Pace.Limit(1_800, Duration.ofHours(1)));

    private final TeamsSettings settings;
    private final Calls calls;
    private final Whereabouts whereabouts;
    private final Addresses addresses;
    private final Pace pace;

    Speech(
            TeamsSettings settings,
            Calls calls,
            Whereabouts whereabouts,
            Addresses addresses,
            Clock clock,
            Tuning tuning) {
        this.settings = settings;
        this.calls = calls;
        this.whereabouts = whereabouts;
        this.addresses = addresses;
        this.pace = new Pace(LIMITS, clock, tuning.pause());
    }

    private static Reached reached(Calls.Outcome<?> outcome) {
        if (outcome.value().isPresent()) {
            return Reached.SAID;
        }
        return outcome.isRefused() ? Reached.REFUSED : Reached.NOT_NOW;
    }

    /** @param first is run when Teams has taken the first message */
    Reached direct(Person to, List<TeamsMessage> messages, Runnable first) {
        if (!settings.tenants().contains(to.tenant())) {
            return Reached.REFUSED;
        }
        Whereabouts.Reach reach = whereabouts.of(Whereabouts.person(to));
        String service = reach.service().isEmpty() ? addresses.ofTenant(to.tenant()) : reach.service();
        String conversation = reach.conversation();
        if (conversation.isEmpty()) {
            Calls.Outcome<String> opened = opened(to, reach, service);
            if (opened.value().isEmpty()) {
                return reached(opened);
            }
            conversation = opened.value().get();
        }
        boolean said = false;
        for (TeamsMessage message : messages) {
            Calls.Outcome<?> sent = send(service, conversation, message, reach.user());
            if (sent.value().isEmpty()) {
                if (sent.status() == 404) {
                    // The chat is no more: the next message opens another.
                    whereabouts.note(Whereabouts.person(to), r -> with(r, r.service(), ""));
                }
                return reached(sent);
            }
            if (!said) {
                said = true;
                first.run();
            }
        }
        return Reached.SAID;
    }

    /** Opens the person's own chat; Teams refuses where they have not got the app. */
    private Calls.Outcome<String> opened(Person to, Whereabouts.Reach reach, String service) {
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
        return new Calls.Outcome<>(opened, outcome.status());
    }

    private static Whereabouts.Reach with(Whereabouts.Reach reach, String service, String conversation) {
        return new Whereabouts.Reach(service, conversation, reach.user(), reach.owner(), reach.installed());
    }

    Reached openly(Place at, List<TeamsMessage> messages, String owner) {
        String user = whereabouts.of(owner).user();
        for (TeamsMessage message : messages) {
            Reached reached = reached(send(addresses.of(at), at.conversation(), message, user));
            if (reached != Reached.SAID) {
                return reached;
            }
        }
        return Reached.SAID;
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

    Reached replace(Place at, String id, TeamsMessage message) {
        return inTurn(
                "replace",
                at,
                (client, to) -> client.getConversations()
                        .updateActivity(to.conversation(), id, Outgoing.instead(to, message, id)));
    }

    void typing(Place at) {
        inTurn(
                "typing",
                at,
                (client, to) -> client.getConversations().sendToConversation(to.conversation(), Outgoing.typing(to)));
    }

    @FunctionalInterface
    private interface Call {
        CompletableFuture<ResourceResponse> on(ConnectorClient client, Outgoing.Address to);
    }

    private Reached inTurn(String name, Place at, Call call) {
        if (!isPaced(at.conversation())) {
            return Reached.NOT_NOW;
        }
        Outgoing.Address to = new Outgoing.Address(settings.appId(), addresses.of(at), at.conversation());
        return reached(calls.ask(name, to.service(), at.conversation(), client -> call.on(client, to)));
    }
}
