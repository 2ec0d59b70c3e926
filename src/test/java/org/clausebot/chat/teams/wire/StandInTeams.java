package org.clausebot.chat.teams.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands in for Microsoft: where its keys are published, where a token is given, and the connector that messages go to. It fails in
 * Microsoft's ways when told to.
 */
public final class StandInTeams implements AutoCloseable {
    public static final String TENANT = "7a1c2f34-0000-4000-8000-00000000000a";
    public static final String APP = "0d5f7b1e-1111-4111-8111-111111111111";
    public static final String ISSUER = "https://api.botframework.com";

    /** What was called at the connector, in order. */
    public record Call(String method, String path, JsonNode body, String token) {
        public String text() {
            return body.path("text").asText("");
        }
    }

    /** What goes wrong with a next call. */
    public sealed interface Mishap {
        /** @param after the header, in seconds; empty for none */
        record Limited(String after) implements Mishap {}

        record Status(int status) implements Mishap {}

        record Silence() implements Mishap {}

        record Drop() implements Mishap {}

        record Says(String body) implements Mishap {}
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    public final BlockingQueue<Call> calls = new LinkedBlockingQueue<>();
    public final List<Call> everything = new CopyOnWriteArrayList<>();
    public final AtomicInteger keyFetches = new AtomicInteger();
    public final AtomicInteger tokenFetches = new AtomicInteger();
    public final List<String> tokenForms = new CopyOnWriteArrayList<>();
    /** People without the app: no chat can be opened with them. */
    public final Set<String> withoutApp = ConcurrentHashMap.newKeySet();
    /** Members by the user id that is asked for, as JSON. */
    public final Map<String, String> members = new ConcurrentHashMap<>();

    private final Map<String, Queue<Mishap>> mishaps = new ConcurrentHashMap<>();
    private final Map<String, RSAKey> keys = new LinkedHashMap<>();
    private final Map<String, List<String>> endorsements = new ConcurrentHashMap<>();
    private final Set<String> spent = ConcurrentHashMap.newKeySet();
    private final AtomicInteger numbers = new AtomicInteger();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final HttpServer server;
    private volatile RSAKey signing;

    public StandInTeams() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
        signing = rotate();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /** The connector, as activities name it. */
    public String service() {
        return address() + "emea/";
    }

    public TeamsSettings settings() {
        return new TeamsSettings(
                APP,
                new Credential.Secret("the app's secret"),
                TENANT,
                Set.of(TENANT),
                address().resolve("metadata"),
                ISSUER,
                address().resolve("token"));
    }

    /** Publishes one more key and signs with it from now on; the keys before stay published. */
    public RSAKey rotate() {
        RSAKey made = makeKey("key-" + numbers.incrementAndGet());
        synchronized (keys) {
            keys.put(made.getKeyID(), made);
        }
        endorsements.put(made.getKeyID(), List.of("msteams", "skype"));
        signing = made;
        return made;
    }

    static RSAKey makeKey(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).keyUse(KeyUse.SIGNATURE).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public RSAKey signing() {
        return signing;
    }

    void endorse(RSAKey key, List<String> channels) {
        endorsements.put(key.getKeyID(), channels);
    }

    /** @param name {@code metadata}, {@code keys}, {@code token}, {@code open}, {@code send}, {@code replace} or {@code member} */
    public void mishap(String name, Mishap... all) {
        mishaps.computeIfAbsent(name, n -> new ConcurrentLinkedQueue<>()).addAll(List.of(all));
    }

    /** The tokens given so far are not taken any more. */
    void spendTokens() {
        for (int i = 1; i <= tokenFetches.get(); i++) {
            spent.add("token-" + i);
        }
    }

    /** The next call, which must be of a method and end of a path. */
    public Call next() throws InterruptedException {
        Call next = calls.poll(30, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("Nothing was said");
        }
        return next;
    }

    /** Everything said so far that is no typing sign. */
    public List<String> said() {
        List<String> said = new ArrayList<>();
        for (Call call : everything) {
            if (!call.text().isEmpty()) {
                said.add(call.text());
            }
        }
        return said;
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getRawPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String name = name(exchange.getRequestMethod(), path);
        Queue<Mishap> waiting = mishaps.get(name);
        Mishap mishap = waiting == null ? null : waiting.poll();
        try (exchange) {
            if (mishap != null && name.startsWith("metadata")) {
                keyFetches.incrementAndGet();
            }
            switch (mishap) {
                case null -> answer(name, path, body, exchange);
                case Mishap.Limited(String after) -> {
                    if (!after.isEmpty()) {
                        exchange.getResponseHeaders().set("Retry-After", after);
                    }
                    say(exchange, 429, error("Throttled"));
                }
                case Mishap.Status(int status) -> say(exchange, status, error("ServiceError"));
                case Mishap.Says(String words) -> say(exchange, 200, words);
                case Mishap.Silence() -> closing.await(30, TimeUnit.SECONDS);
                case Mishap.Drop() -> {}
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String error(String code) {
        return "{\"error\":{\"code\":\"" + code + "\",\"message\":\"no\"}}";
    }

    private static String name(String method, String path) {
        if (path.contains("/members/")) {
            return "member";
        }
        if (path.endsWith("/v3/conversations")) {
            return "open";
        }
        return path.contains("/activities") ? method.equals("PUT") ? "replace" : "send" : path.substring(1);
    }

    private void answer(String name, String path, String body, HttpExchange exchange) throws IOException {
        switch (name) {
            case "metadata" -> {
                keyFetches.incrementAndGet();
                say(
                        exchange,
                        200,
                        "{\"issuer\":\"" + ISSUER + "\",\"jwks_uri\":\"" + address() + "keys\",\"more\":[1]}");
            }
            case "keys" -> say(exchange, 200, published());
            case "token" -> token(body, exchange);
            default -> connector(name, path, body, exchange);
        }
    }

    private String published() throws IOException {
        var set = JSON.createObjectNode();
        var all = set.putArray("keys");
        synchronized (keys) {
            for (RSAKey key : keys.values()) {
                var one = (ObjectNode) JSON.readTree(key.toPublicJWK().toJSONString());
                var list = one.putArray("endorsements");
                endorsements.getOrDefault(key.getKeyID(), List.of()).forEach(list::add);
                all.add(one);
            }
        }
        return set.toString();
    }

    private void token(String body, HttpExchange exchange) throws IOException {
        tokenForms.add(body);
        say(
                exchange,
                200,
                "{\"token_type\":\"Bearer\",\"expires_in\":3599,\"access_token\":\"token-"
                        + tokenFetches.incrementAndGet() + "\"}");
    }

    private void connector(String name, String path, String body, HttpExchange exchange) throws IOException {
        String header = exchange.getRequestHeaders().getFirst("Authorization");
        String token = header == null ? "" : header.replace("Bearer ", "");
        if (!token.startsWith("token-") || spent.contains(token)) {
            say(exchange, 401, error("BadAuthentication"));
            return;
        }
        JsonNode tree = body.isEmpty() ? JSON.createObjectNode() : JSON.readTree(body);
        Call call = new Call(exchange.getRequestMethod(), URLDecoder.decode(path, StandardCharsets.UTF_8), tree, token);
        if (body.length() > 28 * 1024 + 2_000) {
            say(exchange, 413, error("MessageSizeTooBig"));
            return;
        }
        switch (name) {
            case "open" -> opened(call, exchange);
            case "member" -> member(call, exchange);
            case "send", "replace" -> {
                note(call);
                say(exchange, 201, "{\"id\":\"1:" + numbers.incrementAndGet() + "\"}");
            }
            default -> say(exchange, 404, error("NotFound"));
        }
    }

    private void opened(Call call, HttpExchange exchange) throws IOException {
        String member = call.body().path("members").path(0).path("id").asText("");
        note(call);
        if (withoutApp.contains(member)) {
            say(exchange, 403, error("BotNotInConversationRoster"));
        } else {
            say(exchange, 201, "{\"id\":\"a:opened-" + member + "\",\"unknown\":{\"x\":1}}");
        }
    }

    private void member(Call call, HttpExchange exchange) throws IOException {
        String user = call.path().substring(call.path().lastIndexOf('/') + 1);
        String member = members.get(user);
        if (member == null) {
            say(exchange, 404, error("MemberNotFoundInConversation"));
        } else if (member.isEmpty()) {
            say(exchange, 403, error("BotNotInConversationRoster"));
        } else {
            say(exchange, 200, member);
        }
    }

    private void note(Call call) {
        everything.add(call);
        calls.add(call);
    }

    private static void say(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
    }
}
