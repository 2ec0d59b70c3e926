package org.clausebot.chat.slack.wire;

import com.slack.api.Slack;
import com.slack.api.bolt.App;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.clausebot.chat.inbox.Waits;
import org.clausebot.seal.Hidden;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Socket Mode: keeps a connection to Slack open, and opens the next before Slack closes one that it means to close. The
 * SDK's own reconnecting is not used: it looks only every few seconds, and cannot tell anybody whether it is connected.
 */
final class SocketLine implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SocketLine.class);

    private final Slack slack;
    private final Hidden appToken;
    private final App app;
    private final Tuning tuning;
    private final AtomicReference<SocketLink> current = new AtomicReference<>();
    private volatile boolean closed;

    SocketLine(Slack slack, Hidden appToken, App app, Tuning tuning) {
        this.slack = slack;
        this.appToken = appToken;
        this.app = app;
        this.tuning = tuning;
    }

    /** Connects from now on; returns at once. */
    void start() {
        Thread.ofVirtual().name("slack-socket").start(this::keepConnected);
    }

    boolean connected() {
        SocketLink link = current.get();
        return !closed && link != null && link.isOpen();
    }

    private void keepConnected() {
        int failures = 0;
        try {
            while (!closed) {
                try {
                    SocketLink link = SocketLink.open(slack, appToken, app, tuning);
                    SocketLink before = current.getAndSet(link);
                    if (before != null) {
                        before.close();
                    }
                    failures = 0;
                    LOG.info("Connected to Slack by Socket Mode");
                    if (closed) {
                        link.close();
                    }
                    link.awaitEnd();
                } catch (IOException e) {
                    failures++;
                    LOG.warn("No connection to Slack by Socket Mode yet: {}", e.getMessage());
                    tuning.pause().of(Waits.backoff(failures, tuning.random()));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        SocketLink link = current.get();
        if (link != null) {
            link.close();
        }
    }
}
