package org.clausebot.http;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.ee11.servlet.ServletContextRequest;
import org.eclipse.jetty.io.Content;

/**
 * What is still on its way of a body that nobody will read. A connection that is closed with bytes unread is reset, and
 * whoever was still sending loses the answer with it (RFC 9112, section 9.6): a person sees a broken connection in place
 * of why their words were refused. So a refusal is written after what comes has been heard out, within bounds.
 */
final class UnreadBody {
    /** Bytes. More is not heard out: it is no form that a person filled in. */
    static final int MOST = 2 * 1024 * 1024;
    /** How long nothing may come. */
    static final Duration SILENCE = Duration.ofSeconds(2);

    private static final Duration WHOLE = Duration.ofSeconds(10);

    private UnreadBody() {}

    /** Whether a body was announced. */
    static boolean isAnnounced(HttpServletRequest raw) {
        return raw.getContentLengthLong() > 0 || raw.getHeader("Transfer-Encoding") != null;
    }

    /**
     * Reads what is left and throws it away.
     *
     * @return true when all of it came, so that the connection can be used again
     */
    static boolean isHeardOut(HttpServletRequest raw) {
        // Who asks first whether to send (RFC 9110, section 10.1.1) has the answer in the refusal.
        if (raw.getContentLengthLong() > MOST || raw.getHeader("Expect") != null) {
            return false;
        }
        return isHeardOut(ServletContextRequest.getServletContextRequest(raw));
    }

    private static boolean isHeardOut(Content.Source body) {
        long ends = System.nanoTime() + WHOLE.toNanos();
        long heard = 0;
        while (heard <= MOST) {
            Content.Chunk chunk = body.read();
            if (chunk == null) {
                if (!comesMore(body, Math.min(SILENCE.toNanos(), ends - System.nanoTime()))) {
                    return false;
                }
                continue;
            }
            if (Content.Chunk.isFailure(chunk)) {
                return false;
            }
            heard += chunk.remaining();
            boolean last = chunk.isLast();
            chunk.release();
            if (last) {
                return true;
            }
        }
        return false;
    }

    private static boolean comesMore(Content.Source body, long nanos) {
        CountDownLatch more = new CountDownLatch(1);
        body.demand(more::countDown);
        try {
            return more.await(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
