package org.clausebot.http;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What stands before a {@link Mounted} servlet. */
final class MountedServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(MountedServlet.class);

    private final transient Mounted mounted;
    private final transient ServerSettings settings;
    private final transient Pages pages;
    private final transient Metrics metrics;
    private final transient RateLimit strangers;
    /** How many large bodies may be in memory at a time: strangers must not fill it. */
    private final transient Semaphore room = new Semaphore(32);

    MountedServlet(Mounted mounted, ServerSettings settings, Pages pages, Metrics metrics, RateLimit strangers) {
        this.mounted = mounted;
        this.settings = settings;
        this.pages = pages;
        this.metrics = metrics;
        this.strangers = strangers;
    }

    @Override
    public void init() throws ServletException {
        mounted.servlet().init(getServletConfig());
    }

    @Override
    public void destroy() {
        mounted.servlet().destroy();
    }

    @Override
    protected void service(HttpServletRequest raw, HttpServletResponse out) throws IOException {
        long begun = System.nanoTime();
        Incoming incoming = new Incoming(raw, settings);
        out.setHeader("Cache-Control", "no-store");
        try {
            incoming.requireKnownHost();
            byte[] body = incoming.whole(mounted.maxBody(), room);
            mounted.servlet().service(new Whole(raw, body), out);
            slowDownStrangers(incoming, out);
        } catch (Refused refusal) {
            if (!incoming.isAllHeard()) {
                out.setHeader("Connection", "close");
            }
            refuse(refusal.notice(), out);
        } catch (RuntimeException | ServletException fault) {
            Dispatcher.logFault(fault);
            refuse(Notice.of(500), out);
        }
        // As for quiet routes: how much goes well here would tell whoever sees metrics and log that there is a report.
        if (out.getStatus() >= 400) {
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            String method = Dispatcher.knownMethod(raw);
            metrics.request(method, mounted.path(), out.getStatus(), took);
            LOG.info("{} {} {} {} ms", method, mounted.path(), out.getStatus(), took.toMillis());
        }
    }

    private void slowDownStrangers(Incoming incoming, HttpServletResponse out) throws IOException {
        if (out.getStatus() == 401 && !out.isCommitted()) {
            long wait = strangers.take(incoming.address());
            if (wait > 0) {
                refuse(Notice.tooMany(wait), out);
            }
        }
    }

    private void refuse(Notice notice, HttpServletResponse out) throws IOException {
        if (out.isCommitted()) {
            return;
        }
        out.resetBuffer();
        out.setStatus(notice.status());
        if (notice.retryAfter() > 0) {
            out.setHeader("Retry-After", Long.toString(notice.retryAfter()));
        }
        out.setContentType("text/html; charset=utf-8");
        byte[] page = pages.notice(notice, false).getBytes(StandardCharsets.UTF_8);
        out.setContentLength(page.length);
        out.getOutputStream().write(page);
    }

    /** The request with a body that was read already. */
    private static final class Whole extends HttpServletRequestWrapper {
        private final ServletInputStream in;

        Whole(HttpServletRequest raw, byte[] body) {
            super(raw);
            this.in = new Stream(new ByteArrayInputStream(body));
        }

        @Override
        public ServletInputStream getInputStream() {
            return in;
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
    }

    private static final class Stream extends ServletInputStream {
        private final ByteArrayInputStream bytes;

        Stream(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int from, int most) {
            return bytes.read(into, from, most);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("A mounted servlet reads at once");
        }
    }
}
