package org.clausebot.chat.teams.wire;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.clausebot.chat.inbox.Inbox;
import org.clausebot.chat.inbox.Lanes;
import org.clausebot.chat.teams.TeamsChat;
import org.clausebot.chat.teams.TeamsLine;
import org.clausebot.http.Mounted;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The connection with Microsoft Teams, both ways, from {@link #start} to {@link #close}. */
public final class TeamsConnection implements AutoCloseable {
    /** Where Microsoft calls this server. */
    public static final String MESSAGES = TeamsCheck.MESSAGES;

    private static final Logger LOG = LoggerFactory.getLogger(TeamsConnection.class);
    /** Teams' own limit for a message is far below. */
    private static final int MAX_BODY = 512 * 1024;

    private static final Duration REMEMBERED = Duration.ofDays(1);

    private final Ports ports;
    private final Clock clock;
    private final Tuning tuning;
    private final Lanes people = new Lanes("teams-person");
    private final Lanes sending = new Lanes("teams-conversation");
    private final SigningKeys keys;
    private final EntraTokens tokens;
    private final Connectors connectors;
    private final ConnectorLine line;
    private final Mounted mounted;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final AtomicBoolean closed = new AtomicBoolean();

    private TeamsConnection(
            TeamsSettings settings,
            Function<TeamsLine, TeamsChat> chat,
            Ports ports,
            MeterRegistry meters,
            Clock clock,
            Tuning tuning) {
        this.ports = ports;
        this.clock = clock;
        this.tuning = tuning;
        this.keys = new SigningKeys(settings, tuning.request(), clock);
        this.tokens = new EntraTokens(
                settings.token(), settings.appId(), settings.credential(), settings.scope(), tuning.request(), clock);
        this.connectors = new Connectors(tokens, tuning);
        Whereabouts whereabouts = new Whereabouts(ports.references(), ports.vault());
        Addresses addresses = new Addresses(whereabouts, settings, tuning.connector());
        Calls calls = new Calls(connectors, meters, clock, tuning);
        Members members = new Members(calls, whereabouts, addresses, clock);
        Speech speech = new Speech(settings, calls, whereabouts, addresses, clock, tuning);
        this.line = new ConnectorLine(new ConnectorLine.Parts(settings, whereabouts, members, speech, sending));
        Intake intake = new Intake(
                ports,
                chat.apply(line),
                line,
                whereabouts,
                new Inbox.Parts(ports.deliveries(), ports.vault(), people, meters, clock, tuning.pause()),
                tuning);
        this.mounted = new Mounted(
                MESSAGES, new MessagesServlet(new Proof(settings, keys, clock), settings, intake, meters), MAX_BODY);
        intake.resume();
    }

    /**
     * Connects: works on what the last stop left, and is ready to be mounted. Asks Microsoft for nothing before the first
     * request comes.
     *
     * @param chat is given what the bot may do in Teams
     * @param meters counts; no label holds a person, a place or a word
     */
    public static TeamsConnection start(
            TeamsSettings settings,
            Function<TeamsLine, TeamsChat> chat,
            Ports ports,
            MeterRegistry meters,
            Clock clock) {
        return start(settings, chat, ports, meters, clock, Tuning.usual());
    }

    static TeamsConnection start(
            TeamsSettings settings,
            Function<TeamsLine, TeamsChat> chat,
            Ports ports,
            MeterRegistry meters,
            Clock clock,
            Tuning tuning) {
        TeamsConnection started = new TeamsConnection(settings, chat, ports, meters, clock, tuning);
        Thread.ofVirtual().name("teams-housekeeping").start(started::forget);
        return started;
    }

    /** What the web server mounts. */
    public List<Mounted> mounted() {
        return List.of(mounted);
    }

    /** What the bot may do in Teams, for notices to receivers. */
    public TeamsLine line() {
        return line;
    }

    private void forget() {
        try {
            do {
                try {
                    ports.deliveries().forgetBefore(clock.instant().minus(REMEMBERED));
                } catch (RuntimeException e) {
                    LOG.warn(
                            "Old deliveries were not forgotten yet: {}",
                            e.getClass().getSimpleName());
                }
            } while (!stop.await(1, TimeUnit.HOURS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Takes nothing new, lets what is being worked on finish, and sends what was said. What was taken and not begun is worked
     * on at the next start.
     */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        stop.countDown();
        boolean worked = people.close(tuning.drain());
        try {
            boolean sent = sending.drained(tuning.send());
            if (!worked || !sent) {
                LOG.warn("Teams' connection was closed before everything was done");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        sending.close(Duration.ZERO);
        connectors.close();
        tokens.close();
        keys.close();
    }
}
