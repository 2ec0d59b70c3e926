package org.clausebot.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The web server. It serves what {@link Routes} it is given, to people who have signed in. */
public final class WebServer implements AutoCloseable {
    private static final int MAX_HEADERS = 8 * 1024;

    private final ServerSettings settings;
    private final SignIn signIn;
    private final Doorkeeper door;
    private final ReceiverDoor desk;
    private final Server server;
    private final ServerConnector connector;
    private final List<Route> routes;

    /** As the longer constructor, for a server without a case desk. */
    public WebServer(
            ServerSettings settings,
            SignIn signIn,
            Routes features,
            Pages pages,
            Metrics metrics,
            Path data,
            BooleanSupplier ready,
            Clock clock)
            throws IOException {
        this(settings, signIn, ReceiverSessions.none(), features, pages, metrics, data, ready, clock);
    }

    /** As the longer constructor, for a server with its own pages only. */
    public WebServer(
            ServerSettings settings,
            SignIn signIn,
            ReceiverSessions receivers,
            Routes features,
            Pages pages,
            Metrics metrics,
            Path data,
            BooleanSupplier ready,
            Clock clock)
            throws IOException {
        this(settings, signIn, receivers, features, List.of(), pages, metrics, data, ready, clock);
    }

    /**
     * @param receivers who is signed in at the case desk
     * @param features what the features answer
     * @param mounted servlets of other libraries beside them
     * @param pages draws refusals and the sign-in page
     * @param data the data folder; the session key is made in it on first use
     * @param ready whether questions can be answered yet
     * @throws IOException when the session key cannot be read or made
     * @throws IllegalStateException when the session key is damaged, with what to do
     */
    public WebServer(
            ServerSettings settings,
            SignIn signIn,
            ReceiverSessions receivers,
            Routes features,
            List<Mounted> mounted,
            Pages pages,
            Metrics metrics,
            Path data,
            BooleanSupplier ready,
            Clock clock)
            throws IOException {
        this.settings = settings;
        this.signIn = signIn;
        SignIn.requireFor(settings.host(), signIn.mode() == SignInForm.Mode.PASSPHRASE);
        this.door = new Doorkeeper(signIn, Sessions.in(data, clock), pages, settings.behindTls(), pagesAmong(features));
        this.desk = new ReceiverDoor(receivers, pages, settings.behindTls());
        Routes all = features.and(door.routes()).and(Health.routes(metrics, ready));
        this.routes = all.all();
        this.server = new Server(virtualThreads());
        this.connector = connector();
        server.addConnector(connector);
        server.setStopTimeout(settings.limits().stop().toMillis());
        server.setErrorHandler(new ErrorPages(pages, settings.behindTls()));
        server.addBean(new NetworkConnectionLimit(settings.limits().connections(), connector));
        ServletContextHandler context = new ServletContextHandler();
        context.setErrorHandler(new ErrorPages(pages, settings.behindTls()));
        context.addServlet(new ServletHolder(new Dispatcher(settings, all, door, desk, pages, metrics, clock)), "/");
        ServerSettings.Limits limits = settings.limits();
        RateLimit strangers = new RateLimit(limits.addressBurst(), limits.addressRefill(), clock);
        for (Mounted each : mounted) {
            context.addServlet(
                    new ServletHolder(new MountedServlet(each, settings, pages, metrics, strangers)), each.path());
        }
        StalledConnections stalled = new StalledConnections(
                new GracefulHandler(context), settings.limits().idle());
        connector.addBean(stalled, false);
        server.setHandler(stalled);
    }

    private static Set<String> pagesAmong(Routes features) {
        return features.all().stream()
                .filter(r -> r.method().equals("GET") && r.access() == Access.SIGNED_IN)
                .map(r -> r.template().replaceFirst("/\\{.*", ""))
                .filter(t -> t.length() > 1)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static QueuedThreadPool virtualThreads() {
        QueuedThreadPool pool = new QueuedThreadPool(16, 4);
        pool.setName("http");
        pool.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
        return pool;
    }

    private ServerConnector connector() {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setRequestHeaderSize(MAX_HEADERS);
        http.setUriCompliance(UriCompliance.RFC3986);
        http.addCustomizer((request, headers) -> {
            SecurityHeaders.addTo(headers, settings.behindTls());
            return request;
        });
        ServerConnector made = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        made.setHost(settings.host());
        made.setPort(settings.port());
        // Browsers keep connections open that they do not use: a stop need not wait long for those.
        made.setShutdownIdleTimeout(250);
        made.setIdleTimeout(settings.limits().idle().toMillis());
        return made;
    }

    /**
     * Listens from now on.
     *
     * @throws IOException when the port is taken or the address is not this computer's, with what to do
     */
    public void start() throws IOException {
        try {
            server.start();
        } catch (IOException e) {
            stop();
            throw new IOException(
                    "Cannot listen on " + settings.host() + " port " + settings.port()
                            + ": another program may be using" + " it. Choose another port, or 0 for a free one",
                    e);
        } catch (Exception e) {
            stop();
            throw new IllegalStateException("The web server did not start", e);
        }
        door.opened(port());
        desk.opened(port());
        signIn.opened(address());
    }

    /** The port it really listens on. */
    public int port() {
        return connector.getLocalPort();
    }

    /** The addresses that it answers with {@code method}, with {@code {name}} for a segment that varies. */
    public List<String> answers(String method) {
        return routes.stream()
                .filter(route -> route.method().equals(method))
                .map(Route::template)
                .toList();
    }

    /** Where to reach it from this computer. */
    public URI address() {
        InetSocketAddress any = new InetSocketAddress(settings.host(), port());
        String host = any.getAddress() != null && any.getAddress().isAnyLocalAddress() ? "127.0.0.1" : settings.host();
        return URI.create("http://" + (host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host) + ":"
                + port() + "/");
    }

    /** Takes no new requests, lets those in progress finish, and closes. */
    public void stop() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The web server did not stop cleanly", e);
        }
    }

    @Override
    public void close() {
        stop();
    }
}
