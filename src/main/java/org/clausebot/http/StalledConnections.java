package org.clausebot.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Closes connections on which no whole request arrives in time. The idle timeout alone does not: a byte now and then
 * keeps it happy for ever.
 */
final class StalledConnections extends Handler.Wrapper implements Connection.Listener {
    /** When a connection that is answering a request will have stalled: never. */
    private static final long BUSY = Long.MAX_VALUE;

    private final Map<Connection, Long> quietSince = new ConcurrentHashMap<>();
    private final Duration limit;

    StalledConnections(Handler wrapped, Duration limit) {
        super(wrapped);
        this.limit = limit;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        watch(getServer().getScheduler());
    }

    @Override
    public void onOpened(Connection connection) {
        quietSince.put(connection, System.nanoTime());
    }

    @Override
    public void onClosed(Connection connection) {
        quietSince.remove(connection);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Connection connection = request.getConnectionMetaData().getConnection();
        quietSince.replace(connection, BUSY);
        Request.addCompletionListener(request, failure -> quietSince.replace(connection, System.nanoTime()));
        return super.handle(request, response, callback);
    }

    private void watch(Scheduler scheduler) {
        long period = Math.max(50, Math.min(1_000, limit.toMillis() / 4));
        scheduler.schedule(
                () -> {
                    closeStalled();
                    if (isRunning()) {
                        watch(scheduler);
                    }
                },
                period,
                TimeUnit.MILLISECONDS);
    }

    private void closeStalled() {
        long now = System.nanoTime();
        quietSince.forEach((connection, since) -> {
            if (since != BUSY && now - since > limit.toNanos()) {
                connection.getEndPoint().close();
            }
        });
    }
}
