package org.clausebot.chat.slack.wire;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.bolt.App;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.clausebot.chat.inbox.Lanes;
import org.clausebot.chat.slack.SlackChat;
import org.clausebot.chat.slack.Workspace;
import org.clausebot.http.Mounted;
import org.clausebot.http.Routes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The connection with Slack, both ways, from {@link #start} to {@link #close}. */
public final class SlackConnection implements AutoCloseable {
    /** Where Slack calls this server. */
    public static final String EVENTS = "/slack/events";

    private static final Logger LOG = LoggerFactory.getLogger(SlackConnection.class);
    private static final int MAX_BODY = 1024 * 1024;
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private final SlackSettings settings;
    private final Ports ports;
    private final Slack slack;
    private final Lanes people = new Lanes("slack-person");
    private final Lanes sending = new Lanes("slack-channel");
    private final BoltWorkspace workspace;
    private final App app;
    private final Optional<SocketLine> socket;
    private final Routes routes;
    private final MeterRegistry meters;
    private final Clock clock;
    private final Tuning tuning;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final AtomicBoolean closed = new AtomicBoolean();

    private SlackConnection(
            SlackSettings settings,
            Function<Workspace, SlackChat> chat,
            Ports ports,
            MeterRegistry meters,
            Clock clock,
            Tuning tuning) {
        this.settings = settings;
        this.ports = ports;
        this.meters = meters;
        this.clock = clock;
        this.tuning = tuning;
        this.slack = Slack.getInstance(config(settings, tuning));
        InstalledTokens installed = new InstalledTokens(ports.installations(), ports.vault(), slack, settings, clock);
        Tokens tokens = settings.botToken().isSet() ? new SingleToken(settings.botToken()) : installed;
        Calls calls = new Calls(slack, tokens, meters, clock, tuning);
        People members = new People(calls, clock);
        ResponseUrls urls = new ResponseUrls(slack, settings.api(), calls, clock, tuning);
        this.workspace = new BoltWorkspace(calls, new Posting(calls, urls, clock, tuning), members, sending);
        Intake intake = new Intake(new Intake.Parts(
                ports,
                chat.apply(workspace),
                workspace,
                new Completion(members, workspace),
                people,
                meters,
                clock,
                tuning));
        this.app = BoltApp.of(slack, intake, tokens, ports.removed());
        this.socket = settings.socket()
                ? Optional.of(new SocketLine(slack, settings.appToken(), app, tuning))
                : Optional.empty();
        this.routes =
                settings.installs() ? new Installing(settings, slack, installed, ports, clock).routes() : Routes.none();
        intake.resume();
    }

    static SlackConfig config(SlackSettings settings, Tuning tuning) {
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(settings.api().toString());
        config.setStatsEnabled(false);
        // The SDK's listeners write what is said into the log.
        config.getHttpClientResponseHandlers().clear();
        int millis = (int) tuning.request().toMillis();
        config.setHttpClientCallTimeoutMillis(millis);
        config.setHttpClientReadTimeoutMillis(millis);
        config.setHttpClientWriteTimeoutMillis(millis);
        return config;
    }

    /**
     * Connects: works on what the last stop left, opens the socket if there is one, and is ready to be mounted.
     *
     * @param chat is given what the bot may do in Slack
     * @param meters counts; no label holds a person, a channel or a word
     */
    public static SlackConnection start(
            SlackSettings settings,
            Function<Workspace, SlackChat> chat,
            Ports ports,
            MeterRegistry meters,
            Clock clock) {
        return start(settings, chat, ports, meters, clock, Tuning.usual());
    }

    static SlackConnection start(
            SlackSettings settings,
            Function<Workspace, SlackChat> chat,
            Ports ports,
            MeterRegistry meters,
            Clock clock,
            Tuning tuning) {
        SlackConnection started = new SlackConnection(settings, chat, ports, meters, clock, tuning);
        started.socket.ifPresent(SocketLine::start);
        Gauge.builder("clausebot.slack.connected", started, c -> c.state().connected() ? 1 : 0)
                .description("Whether there is a connection by Socket Mode")
                .register(meters);
        Thread.ofVirtual().name("slack-housekeeping").start(started::forget);
        return started;
    }

    /** What the web server mounts: Slack's address, when Slack calls by HTTP. */
    public List<Mounted> mounted() {
        return settings.http()
                ? List.of(new Mounted(
                        EVENTS,
                        new EventsServlet(app, new Signatures(settings.signingSecret(), clock), meters),
                        MAX_BODY))
                : List.of();
    }

    /** The pages for installing the app, when workspaces may. */
    public Routes routes() {
        return routes;
    }

    /** What the bot may do in Slack, for notices to receivers and askers. */
    public Workspace workspace() {
        return workspace;
    }

    /**
     * How it is.
     *
     * @param http whether Slack calls by HTTP
     * @param socketMode whether this server calls Slack by Socket Mode
     * @param connected whether it is connected so just now; false without Socket Mode
     * @param installations how many workspaces and organisations installed the app themselves
     */
    public record State(boolean http, boolean socketMode, boolean connected, int installations) {}

    public State state() {
        return new State(
                settings.http(),
                settings.socket(),
                socket.map(SocketLine::connected).orElse(false),
                settings.botToken().isSet() ? 0 : ports.installations().count());
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
     * Takes nothing new, lets what is being worked on finish, and sends what was said. What was taken and not begun is
     * worked on at the next start.
     */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        stop.countDown();
        socket.ifPresent(SocketLine::close);
        boolean worked = people.close(tuning.drain());
        try {
            boolean sent = sending.drained(tuning.send());
            if (!worked || !sent) {
                LOG.warn("Slack's connection was closed before everything was done");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        sending.close(Duration.ZERO);
        app.stop();
        try {
            slack.close();
        } catch (Exception e) {
            LOG.warn("Slack's client did not close cleanly: {}", e.getClass().getSimpleName());
        }
    }
}
