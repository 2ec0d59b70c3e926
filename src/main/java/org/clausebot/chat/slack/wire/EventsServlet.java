package org.clausebot.chat.slack.wire;

import com.slack.api.bolt.App;
import com.slack.api.bolt.jakarta_servlet.ServletAdapterOps;
import com.slack.api.bolt.jakarta_servlet.SlackAppServlet;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.clausebot.chat.inbox.NotKeptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bolt's servlet behind our own door: nothing is parsed before the signature over the raw bytes was found right, and what is
 * not in form is answered 400, where Bolt's would answer 500 and log it.
 */
final class EventsServlet extends SlackAppServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(EventsServlet.class);
    /** Slack looks now and then whether the certificate is good; the answer says nothing. */
    private static final Pattern SSL_CHECK = Pattern.compile("(token=[^&]{0,100}&)?ssl_check=1(&token=[^&]{0,100})?");

    private final transient App app;
    private final transient Signatures signatures;
    private final transient MeterRegistry meters;
    private final transient SlackRequestParser parser;

    EventsServlet(App app, Signatures signatures, MeterRegistry meters) {
        super(app);
        this.app = app;
        this.signatures = signatures;
        this.meters = meters;
        this.parser = new SlackRequestParser(app.config());
    }

    @Override
    protected void doGet(HttpServletRequest in, HttpServletResponse out) {
        boolean check = in.getQueryString() != null
                && SSL_CHECK.matcher(in.getQueryString()).matches();
        out.setStatus(check ? 200 : 405);
        if (!check) {
            out.setHeader("Allow", "POST");
        }
    }

    @Override
    protected void doPost(HttpServletRequest in, HttpServletResponse out) throws IOException {
        byte[] body = in.getInputStream().readAllBytes();
        Signatures.Verdict verdict =
                signatures.check(in.getHeader("X-Slack-Request-Timestamp"), in.getHeader("X-Slack-Signature"), body);
        if (verdict != Signatures.Verdict.RIGHT) {
            if (isSslCheck(body)) {
                return;
            }
            refused(verdict == Signatures.Verdict.STALE ? "stale" : "signature");
            out.setStatus(401);
            return;
        }
        Response answer = answer(in, body);
        out.setStatus(answer.getStatusCode());
        if (answer.getBody() != null && answer.getStatusCode() == 200) {
            ServletAdapterOps.writeResponse(out, answer);
        }
    }

    private static boolean isSslCheck(byte[] body) {
        return body.length < 300
                && SSL_CHECK
                        .matcher(new String(body, StandardCharsets.ISO_8859_1))
                        .matches();
    }

    private Response answer(HttpServletRequest in, byte[] body) {
        Optional<String> text = utf8(body);
        if (text.isEmpty() || isSslCheck(body)) {
            return text.isEmpty() ? malformed() : Response.ok();
        }
        return switch (Envelopes.of(text.get())) {
            case MALFORMED -> malformed();
            case UNKNOWN -> Response.ok();
            case KNOWN -> run(in, text.get());
        };
    }

    private Response run(HttpServletRequest in, String body) {
        try {
            Request<?> request = parser.parse(SlackRequestParser.HttpRequest.builder()
                    .requestUri(in.getRequestURI())
                    .queryString(Map.of())
                    .headers(new RequestHeaders(ServletAdapterOps.toHeaderMap(in)))
                    .requestBody(body)
                    .remoteAddress("")
                    .build());
            return request == null ? malformed() : app.run(request);
        } catch (NotKeptException e) {
            return Response.error(503);
        } catch (Exception e) {
            // Bolt's handlers may throw anything; ours answer their own faults, so what remains is the form.
            LOG.warn(
                    "Something signed by Slack is in no form that is known here: {}",
                    e.getClass().getSimpleName());
            return malformed();
        }
    }

    private Response malformed() {
        refused("form");
        return Response.error(400);
    }

    private void refused(String why) {
        Counter.builder("clausebot.slack.refused")
                .description("Requests at Slack's address that were turned away")
                .tag("why", why)
                .register(meters)
                .increment();
    }

    private static Optional<String> utf8(byte[] body) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
