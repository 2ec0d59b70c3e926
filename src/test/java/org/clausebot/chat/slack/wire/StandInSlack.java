package org.clausebot.chat.slack.wire;

import static java.util.Objects.requireNonNull;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.clausebot.chat.slack.block.BlockKitLimits;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;

/**
 * Stands in for Slack: its Web API, the addresses that take answers, and the server of Socket Mode. It keeps Slack's limits
 * and fails in Slack's ways when told to.
 */
public final class StandInSlack implements AutoCloseable {
    /** What was called, in order. */
    public record Call(String method, Map<String, String> form, String token, long at) {
        public String get(String name) {
            return form.getOrDefault(name, "");
        }
    }

    /** What goes wrong with the next call of a method. */
    public sealed interface Mishap {
        record Limited(int seconds) implements Mishap {}

        record LimitedInBody(int seconds) implements Mishap {}

        record Status(int status) implements Mishap {}

        record Silence() implements Mishap {}

        record Drop() implements Mishap {}

        record Says(String json) implements Mishap {}
    }

    public final BlockingQueue<Call> calls = new LinkedBlockingQueue<>();
    public final List<Call> everything = new CopyOnWriteArrayList<>();
    public final List<String> broken = new CopyOnWriteArrayList<>();
    public final BlockingQueue<String> acknowledged = new LinkedBlockingQueue<>();
    public final Map<String, JsonObject> users = new ConcurrentHashMap<>();
    public final Set<String> notInChannel = ConcurrentHashMap.newKeySet();
    public final AtomicInteger connections = new AtomicInteger();
    private final Map<String, Queue<Mishap>> mishaps = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> answers = new ConcurrentHashMap<>();
    private final BlockingQueue<WebSocket> sockets = new LinkedBlockingQueue<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final Sockets socketServer = new Sockets();
    private volatile boolean greets = true;

    public StandInSlack() throws Exception {
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(new Api());
        server.setStopTimeout(0);
        server.start();
        socketServer.setReuseAddr(true);
        socketServer.start();
        socketServer.started.await(30, TimeUnit.SECONDS);
    }

    public URI api() {
        return URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/api/");
    }

    /** An address that takes answers to a command or a press. */
    public String respond(String name) {
        return "http://127.0.0.1:" + connector.getLocalPort() + "/hooks/" + name;
    }

    public void mishap(String method, Mishap... next) {
        mishaps.computeIfAbsent(method, m -> new ConcurrentLinkedQueue<>()).addAll(List.of(next));
    }

    public StandInSlack user(String id, String team, String name, String... flags) {
        JsonObject user = new JsonObject();
        user.addProperty("id", id);
        user.addProperty("team_id", team);
        user.addProperty("name", name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.'));
        user.addProperty("real_name", name);
        for (String flag : flags) {
            user.addProperty(flag, true);
        }
        users.put(id, user);
        return this;
    }

    /** The address in somebody's profile, as Slack tells it to an app that may read it. */
    public StandInSlack mail(String id, String mail) {
        JsonObject profile = new JsonObject();
        profile.addProperty("email", mail);
        requireNonNull(users.get(id)).add("profile", profile);
        return this;
    }

    /** The next call of {@code method}; others before it are passed over. */
    public Call next(String method) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (System.nanoTime() < until) {
            Call call = calls.poll(100, TimeUnit.MILLISECONDS);
            if (call != null && call.method.equals(method)) {
                return call;
            }
        }
        throw new AssertionError("Nobody called " + method + "; called were " + methods());
    }

    public List<String> methods() {
        return everything.stream().map(Call::method).toList();
    }

    public List<Call> called(String method) {
        return everything.stream().filter(c -> c.method.equals(method)).toList();
    }

    /** The header with which Slack proves that a request is its own. */
    public static String signature(String secret, String stamp, byte[] body) {
        return SlackSite.sign(secret, stamp, body);
    }

    /** The next connection by Socket Mode. */
    public WebSocket connection() throws InterruptedException {
        WebSocket socket = sockets.poll(30, TimeUnit.SECONDS);
        if (socket == null) {
            throw new AssertionError("Nobody connected");
        }
        return socket;
    }

    public void greets(boolean now) {
        greets = now;
    }

    public JsonObject acknowledgement() throws InterruptedException {
        String next = acknowledged.poll(30, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("Nothing was acknowledged");
        }
        return JsonParser.parseString(next).getAsJsonObject();
    }

    @Override
    public void close() throws Exception {
        closing.countDown();
        socketServer.stop(100);
        server.stop();
    }

    private final class Sockets extends WebSocketServer {
        private final CountDownLatch started = new CountDownLatch(1);

        Sockets() {
            super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        }

        @Override
        public void onOpen(WebSocket socket, ClientHandshake handshake) {
            connections.incrementAndGet();
            sockets.add(socket);
            if (greets) {
                socket.send("{\"type\":\"hello\",\"num_connections\":1,\"connection_info\":{\"app_id\":\"A1\"}}");
            }
        }

        @Override
        public void onClose(WebSocket socket, int code, String reason, boolean remote) {
            connections.decrementAndGet();
        }

        @Override
        public void onMessage(WebSocket socket, String message) {
            acknowledged.add(message);
        }

        @Override
        public void onError(WebSocket socket, Exception e) {}

        @Override
        public void onStart() {
            started.countDown();
        }
    }

    private final class Api extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            String path = Request.getPathInContext(request);
            String body = Content.Source.asString(request, StandardCharsets.UTF_8);
            String method = path.startsWith("/hooks/") ? "response_url" : path.replaceFirst("^/api/", "");
            Map<String, String> form = new LinkedHashMap<>();
            if (body.startsWith("{")) {
                JsonParser.parseString(body)
                        .getAsJsonObject()
                        .asMap()
                        .forEach((k, v) -> form.put(k, v.isJsonPrimitive() ? v.getAsString() : v.toString()));
            } else {
                for (String pair : body.split("&", -1)) {
                    String[] kv = pair.split("=", 2);
                    form.put(kv[0], kv.length < 2 ? "" : URLDecoder.decode(kv[1], StandardCharsets.UTF_8));
                }
            }
            String token = Optional.ofNullable(request.getHeaders().get("Authorization"))
                    .orElse(form.getOrDefault("token", ""))
                    .replace("Bearer ", "");
            form.put("path", path);
            Call call = new Call(method, form, token, System.nanoTime());
            everything.add(call);
            Mishap mishap =
                    Optional.ofNullable(mishaps.get(method)).map(Queue::poll).orElse(null);
            switch (mishap) {
                case null -> write(response, callback, 200, answer(call));
                case Mishap.Limited limited -> {
                    response.getHeaders().put("Retry-After", limited.seconds);
                    write(response, callback, 429, "{\"ok\":false,\"error\":\"ratelimited\"}");
                }
                case Mishap.LimitedInBody limited -> {
                    response.getHeaders().put("Retry-After", limited.seconds);
                    write(response, callback, 200, error("ratelimited"));
                }
                case Mishap.Status status -> write(response, callback, status.status, "<html>not today</html>");
                case Mishap.Says says -> write(response, callback, 200, says.json);
                case Mishap.Silence silence -> {
                    closing.await(30, TimeUnit.SECONDS);
                    callback.succeeded();
                }
                case Mishap.Drop drop -> {
                    request.getConnectionMetaData()
                            .getConnection()
                            .getEndPoint()
                            .close();
                    callback.succeeded();
                }
            }
            if (mishap == null) {
                calls.add(call);
            }
            return true;
        }

        private void write(Response response, Callback callback, int status, String body) {
            response.setStatus(answered(body) ? status : 404);
            response.getHeaders().put("X-OAuth-Scopes", "chat:write,commands");
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json; charset=utf-8");
            Content.Sink.write(response, true, body, callback);
        }
    }

    private static boolean answered(String body) {
        return !body.equals("used_url");
    }

    private String answer(Call call) {
        return switch (call.method) {
            case "auth.test" ->
                "{\"ok\":true,\"user_id\":\"UBOT\",\"user\":\"clausebot\",\"team\":\"School\","
                        + "\"team_id\":\"T1\",\"bot_id\":\"B1\"}";
            case "conversations.open" -> ok("\"channel\":{\"id\":\"D" + call.get("users") + "\"}");
            case "chat.postMessage", "chat.update" -> posted(call);
            case "chat.postEphemeral" ->
                notInChannel.contains(call.get("channel")) ? error("not_in_channel") : posted(call);
            case "chat.getPermalink" ->
                ok("\"permalink\":\"https://school.slack.com/archives/" + call.get("channel") + "/p"
                        + call.get("message_ts").replace(".", "") + "\"");
            case "views.open", "views.publish" -> view(call);
            case "users.info" -> {
                JsonObject user = users.get(call.get("user"));
                yield user == null ? error("user_not_found") : ok("\"user\":" + user);
            }
            case "users.lookupByEmail" ->
                users.values().stream()
                        .filter(user -> user.has("profile")
                                && user.getAsJsonObject("profile")
                                        .get("email")
                                        .getAsString()
                                        .equalsIgnoreCase(call.get("email")))
                        .findFirst()
                        .map(user -> ok("\"user\":" + user))
                        .orElseGet(() -> error("users_not_found"));
            case "apps.connections.open" -> ok("\"url\":\"ws://127.0.0.1:" + socketServer.getPort() + "/?ticket=1\"");
            case "auth.revoke" -> ok("\"revoked\":true");
            case "oauth.v2.access" -> error("invalid_code");
            case "response_url" -> {
                int times = answers.computeIfAbsent(call.get("path"), p -> new AtomicInteger())
                        .incrementAndGet();
                yield times > 5 || blocksBroken(call) ? "used_url" : "ok";
            }
            default -> error("unknown_method");
        };
    }

    private String posted(Call call) {
        if (call.get("channel").equals("C404")) {
            return error("channel_not_found");
        }
        return blocksBroken(call) ? error("invalid_blocks") : ok("\"ts\":\"1795390000.000100\"");
    }

    private String view(Call call) {
        if (call.method.equals("views.open") && call.get("trigger_id").contains("expired")) {
            return error("expired_trigger_id");
        }
        JsonObject view = JsonParser.parseString(call.get("view")).getAsJsonObject();
        List<String> wrong = BlockKitLimits.violations(view);
        broken.addAll(wrong);
        return !wrong.isEmpty() ? error("invalid_arguments") : ok("\"view\":{\"id\":\"V1\"}");
    }

    /** Slack's published limits, as for the golden messages. */
    private boolean blocksBroken(Call call) {
        List<String> wrong = new ArrayList<>();
        if (call.get("text").isBlank()) {
            wrong.add("no text");
        }
        if (call.form.containsKey("blocks")) {
            JsonArray blocks = JsonParser.parseString(call.get("blocks")).getAsJsonArray();
            wrong.addAll(BlockKitLimits.violations(call.get("text"), blocks));
        }
        broken.addAll(wrong);
        return !wrong.isEmpty();
    }

    private static String ok(String more) {
        return "{\"ok\":true," + more + "}";
    }

    private static String error(String error) {
        return "{\"ok\":false,\"error\":\"" + error + "\"}";
    }
}
