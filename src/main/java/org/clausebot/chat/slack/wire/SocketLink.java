package org.clausebot.chat.slack.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.slack.api.Slack;
import com.slack.api.bolt.App;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.socket_mode.request.SocketModeRequest;
import com.slack.api.bolt.socket_mode.request.SocketModeRequestParser;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.apps.connections.AppsConnectionsOpenResponse;
import com.slack.api.socket_mode.SocketModeClient;
import com.slack.api.socket_mode.impl.SocketModeClientJavaWSImpl;
import com.slack.api.socket_mode.queue.SocketModeMessageQueue;
import java.io.IOException;
import java.net.URISyntaxException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.clausebot.chat.inbox.Inbox;
import org.clausebot.seal.Hidden;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection by Socket Mode, from its greeting to its end. */
final class SocketLink {
    private static final Logger LOG = LoggerFactory.getLogger(SocketLink.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String END = "";

    private final App app;
    private final SocketModeRequestParser parser;
    private final SocketModeClient client;
    private final LinkedBlockingQueue<String> inbox = new LinkedBlockingQueue<>();
    private final CountDownLatch greeted = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean open;

    private SocketLink(Slack slack, String token, String url, App app) throws URISyntaxException {
        this.app = app;
        this.parser = new SocketModeRequestParser(app.config());
        // No pollers: what comes goes straight to the inbox, and one thread keeps its order.
        this.client = new SocketModeClientJavaWSImpl(slack, token, url, 0, new Inbox(), false, false, 60_000);
        client.addWebSocketCloseListener((code, reason) -> end());
    }

    /** @throws IOException when there is no connection; its message holds nothing secret */
    static SocketLink open(Slack slack, Hidden token, App app, Tuning tuning) throws IOException, InterruptedException {
        SocketLink link;
        try {
            AppsConnectionsOpenResponse answer = slack.methods(token.value()).appsConnectionsOpen(r -> r);
            if (!answer.isOk() || answer.getUrl() == null) {
                throw new IOException("apps.connections.open was answered " + answer.getError());
            }
            link = new SocketLink(slack, token.value(), answer.getUrl(), app);
        } catch (SlackApiException e) {
            throw new IOException("apps.connections.open was answered with status "
                    + e.getResponse().code());
        } catch (URISyntaxException | RuntimeException e) {
            throw new IOException(
                    "apps.connections.open gave no address: " + e.getClass().getSimpleName());
        }
        Thread.ofVirtual().name("slack-inbox").start(link::work);
        link.client.connect();
        if (!link.greeted.await(tuning.request().toMillis(), TimeUnit.MILLISECONDS)) {
            link.close();
            throw new IOException("Slack did not greet");
        }
        return link;
    }

    boolean isOpen() {
        return open;
    }

    /** Waits until the connection is gone or will be soon. */
    void awaitEnd() throws InterruptedException {
        ended.await();
    }

    void close() {
        end();
        inbox.add(END);
        try {
            client.close();
        } catch (IOException e) {
            LOG.debug("A connection to Slack did not close cleanly");
        }
    }

    private void end() {
        open = false;
        ended.countDown();
    }

    private final class Inbox implements SocketModeMessageQueue {
        @Override
        public void add(String message) {
            inbox.add(message);
        }

        @Override
        @SuppressWarnings("NullAway") // the SDK's contract: null when there is nothing
        public String poll() {
            return null;
        }
    }

    private void work() {
        try {
            for (String message = inbox.take(); !message.equals(END); message = inbox.take()) {
                try {
                    on(message);
                } catch (RuntimeException | JsonProcessingException e) {
                    LOG.warn(
                            "Something from Slack is in no form that is known here: {}",
                            e.getClass().getSimpleName());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void on(String message) throws JsonProcessingException {
        JsonNode envelope = JSON.readTree(message);
        switch (envelope.path("type").asText("")) {
            case "hello" -> {
                open = true;
                greeted.countDown();
            }
            // Slack will close this one; the next is opened meanwhile, and what still comes here is answered here.
            case "disconnect" -> ended.countDown();
            default -> {
                if (envelope.path("envelope_id").isTextual()) {
                    delivered(message, envelope);
                }
            }
        }
    }

    private void delivered(String message, JsonNode envelope) throws JsonProcessingException {
        JsonNode payload = envelope.path("payload");
        String id = envelope.path("envelope_id").asText();
        boolean command = payload.path("command").isTextual();
        if (!command && Envelopes.ofJson(payload.toString()) != Envelopes.Verdict.KNOWN) {
            // Answered all the same, or it would come again.
            send(id, Response.ok());
            return;
        }
        SocketModeRequest request = parser.parse(message);
        if (request == null || request.getBoltRequest() == null) {
            send(id, Response.ok());
            return;
        }
        if (payload.path("type").asText("").equals("view_submission")) {
            // It waits for its answer, and must not hold up the others.
            Thread.ofVirtual().name("slack-window").start(() -> answer(id, request.getBoltRequest()));
        } else {
            answer(id, request.getBoltRequest());
        }
    }

    private void answer(String id, Request<?> request) {
        try {
            Response response = app.run(request);
            if (response.getStatusCode() == 200) {
                send(id, response);
            }
        } catch (Exception e) {
            // Without an answer Slack sends it again, three times at most.
            LOG.warn("Something from Slack could not be taken: {}", e.getClass().getSimpleName());
        }
    }

    private void send(String id, Response response) throws JsonProcessingException {
        ObjectNode answer = JSON.createObjectNode().put("envelope_id", id);
        if (response.getBody() != null && !response.getBody().isEmpty()) {
            answer.set("payload", JSON.readTree(response.getBody()));
        }
        client.sendWebSocketMessage(answer.toString());
    }
}
