package org.clausebot.chat.teams.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Where Microsoft's connector calls. Nothing is parsed before its token was found right, and nothing is done before what it says
 * was found to agree with the token and to come from a tenant of the school's.
 */
final class MessagesServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Proof proof;
    private final transient TeamsSettings settings;
    private final transient Intake intake;
    private final transient MeterRegistry meters;

    MessagesServlet(Proof proof, TeamsSettings settings, Intake intake, MeterRegistry meters) {
        this.proof = proof;
        this.settings = settings;
        this.intake = intake;
        this.meters = meters;
    }

    @Override
    protected void doGet(HttpServletRequest in, HttpServletResponse out) {
        out.setHeader("Allow", "POST");
        out.setStatus(405);
    }

    @Override
    protected void doPost(HttpServletRequest in, HttpServletResponse out) throws IOException {
        switch (proof.of(in.getHeader("Authorization"))) {
            case Proof.Verdict.Proved proved -> proved(proved, in, out);
            case Proof.Verdict.Refused(String why) -> refuse(out, 401, why);
            case Proof.Verdict.Unknown() -> refuse(out, 503, "keys");
        }
    }

    private void proved(Proof.Verdict.Proved proved, HttpServletRequest in, HttpServletResponse out)
            throws IOException {
        Optional<Incoming> read = Incoming.read(in.getInputStream().readAllBytes());
        if (read.isEmpty()) {
            refuse(out, 400, "form");
            return;
        }
        Incoming incoming = read.get();
        if (!proved.service().equals(incoming.service()) || !isSafe(incoming.service())) {
            refuse(out, 401, "service");
        } else if (!incoming.channel().equals(Incoming.CHANNEL)
                || !proved.endorsements().contains(incoming.channel())) {
            refuse(out, 401, "channel");
        } else if (!settings.tenants().contains(incoming.tenant()) || !incoming.isOfOneTenant()) {
            refuse(out, 403, "tenant");
        } else {
            allowed(incoming, out);
        }
    }

    private static boolean isSafe(String service) {
        try {
            return TeamsSettings.isSafe(URI.create(service));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void allowed(Incoming in, HttpServletResponse out) throws IOException {
        try {
            switch (ActivityReading.of(in)) {
                case ActivityReading.Meaning.Told(var arrival) -> {
                    intake.note(in);
                    intake.take(arrival);
                }
                case ActivityReading.Meaning.Asked asked -> {
                    intake.note(in);
                    answer(InvokeAnswer.of(intake.ask(asked.arrival(), asked.kept()), asked.form()), out);
                }
                case ActivityReading.Meaning.Added(var installed) -> {
                    intake.note(in);
                    intake.added(installed);
                }
                case ActivityReading.Meaning.Removed() -> intake.removed(in);
                case ActivityReading.Meaning.Nothing() -> {}
                case ActivityReading.Meaning.Malformed() -> refuse(out, 400, "form");
            }
        } catch (RuntimeException e) {
            // Not acknowledged, so that Teams sends it again or says that it did not arrive.
            intake.notKept(e);
            refuse(out, 503, "not-kept");
        }
    }

    private static void answer(JsonNode body, HttpServletResponse out) throws IOException {
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        out.setContentType("application/json; charset=utf-8");
        out.setContentLength(bytes.length);
        out.getOutputStream().write(bytes);
    }

    private void refuse(HttpServletResponse out, int status, String why) {
        out.setStatus(status);
        Counter.builder("clausebot.teams.refused")
                .description("Requests at Teams' address that were turned away")
                .tag("why", why)
                .register(meters)
                .increment();
    }
}
