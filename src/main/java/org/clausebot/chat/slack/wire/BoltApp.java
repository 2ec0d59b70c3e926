package org.clausebot.chat.slack.wire;

import com.slack.api.Slack;
import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.context.Context;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.AppUninstalledEvent;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.model.event.MessageFileShareEvent;
import com.slack.api.model.event.MessageThreadBroadcastEvent;
import com.slack.api.model.event.TokensRevokedEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.clausebot.chat.inbox.Arrival;
import org.clausebot.chat.slack.Delivered;

/** Bolt's app: what Slack sends goes to the {@link Intake}, and Slack hears at once that it was taken. */
final class BoltApp {
    private static final Pattern ANY = Pattern.compile(".*", Pattern.DOTALL);

    private final Intake intake;
    private final Tokens tokens;
    private final Ports.Removed removed;

    private BoltApp(Intake intake, Tokens tokens, Ports.Removed removed) {
        this.intake = intake;
        this.tokens = tokens;
        this.removed = removed;
    }

    /**
     * An app without Bolt's own checks: signatures are checked on the raw bytes before it, by our clock; its look-ups of
     * tokens and of own messages would ask Slack before each acknowledgement.
     */
    static App of(Slack slack, Intake intake, Tokens tokens, Ports.Removed removed) {
        AppConfig config = AppConfig.builder()
                .singleTeamBotToken(null)
                .signingSecret(null)
                .clientId(null)
                .clientSecret(null)
                .requestVerificationEnabled(false)
                .sslCheckEnabled(false)
                .ignoringSelfEventsEnabled(false)
                .authTestCacheEnabled(true)
                .allEventsApiAutoAckEnabled(true)
                .unmatchedRequestHandler(request -> Response.ok())
                .threadPoolSize(1)
                .build();
        App app = new App(config, slack, List.of());
        new BoltApp(intake, tokens, removed).handle(app);
        return app.start();
    }

    private void handle(App app) {
        app.event(MessageEvent.class, (event, context) -> taken(() -> EventReading.message(event, context)));
        app.event(MessageFileShareEvent.class, (event, context) -> taken(() -> EventReading.withFiles(event, context)));
        app.event(
                MessageThreadBroadcastEvent.class,
                (event, context) -> taken(() -> EventReading.broadcast(event, context)));
        app.event(AppMentionEvent.class, (event, context) -> taken(() -> EventReading.mention(event, context)));
        app.event(AppHomeOpenedEvent.class, (event, context) -> taken(() -> EventReading.home(event, context)));
        app.event(AppUninstalledEvent.class, (event, context) -> removed(event, context));
        app.event(TokensRevokedEvent.class, (event, context) -> {
            List<String> bots = event.getEvent().getTokens() == null
                    ? List.of()
                    : Optional.ofNullable(event.getEvent().getTokens().getBot()).orElse(List.of());
            return bots.isEmpty() ? Response.ok() : removed(event, context);
        });
        app.command(
                ANY,
                (request, context) -> taken(() -> Optional.of(ActionReading.command(request.getPayload(), context))));
        app.blockAction(ANY, (request, context) -> taken(() -> ActionReading.pressed(request.getPayload(), context)));
        app.globalShortcut(
                ANY,
                (request, context) -> taken(() -> Optional.of(ActionReading.shortcut(request.getPayload(), context))));
        app.messageShortcut(
                ANY,
                (request, context) -> taken(() -> Optional.of(ActionReading.shortcut(request.getPayload(), context))));
        app.viewSubmission(ANY, (request, context) -> {
            Arrival<Delivered> arrival = ActionReading.window(request.getPayload(), context);
            String block = ActionReading.firstBlock(request.getPayload());
            try {
                Map<String, String> wrong = intake.submit(arrival, block);
                return wrong.isEmpty() ? context.ack() : context.ackWithErrors(wrong);
            } catch (RuntimeException e) {
                throw intake.notKept(e);
            }
        });
        app.viewClosed(ANY, (request, context) -> Response.ok());
    }

    /**
     * @throws IllegalArgumentException when it lacks what Slack always sends
     * @throws NotKeptException because Bolt acknowledges an event whatever its handlers answer; Slack will send it again
     */
    private Response taken(Supplier<Optional<Arrival<Delivered>>> reading) {
        Optional<Arrival<Delivered>> arrival = reading.get();
        if (arrival.isEmpty()) {
            return Response.ok();
        }
        try {
            intake.take(arrival.get());
            return Response.ok();
        } catch (RuntimeException e) {
            throw intake.notKept(e);
        }
    }

    private Response removed(EventsApiPayload<?> event, Context context) {
        try {
            String team = EventReading.member(event, context, "").team();
            String enterprise = EventReading.text(context.getEnterpriseId());
            boolean wholeOrganisation = EventReading.isWholeOrganisation(event);
            tokens.forget(enterprise, team, wholeOrganisation);
            removed.from(team, enterprise, wholeOrganisation);
            return Response.ok();
        } catch (RuntimeException e) {
            throw intake.notKept(e);
        }
    }
}
