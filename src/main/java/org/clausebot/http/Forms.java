package org.clausebot.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** Reads the forms that browsers send, when they came from our own pages, and not too many or too much at once. */
final class Forms {
    /** All uploads in progress together, in kilobytes: each is held in memory. */
    private static final int MAX_TOGETHER = 96 * 1024;

    private final RateLimit bySession;
    private final Semaphore room = new Semaphore(MAX_TOGETHER);

    Forms(ServerSettings.Limits limits, Clock clock) {
        this.bySession = new RateLimit(limits.sessionBurst(), limits.sessionRefill(), clock);
    }

    /** Whose form it is: its session's id, and the token that its forms carry. */
    record Sender(String id, String csrf) {}

    Sent read(Incoming incoming, Route route, Optional<Sender> sender) throws IOException {
        incoming.requireOwnOrigin();
        if (sender.isPresent()) {
            long wait = bySession.take(sender.get().id());
            if (wait > 0) {
                throw new Refused(Notice.tooMany(wait));
            }
        }
        Sent sent = route.maxUpload() > 0 && incoming.isMultipart()
                ? upload(incoming, route.maxUpload())
                : new Sent(incoming.form(route.maxForm()), List.of());
        String given = sent.fields().getOrDefault(Session.CSRF_FIELD, "");
        if (sender.isPresent() && !same(sender.get().csrf(), given)) {
            throw new Refused(403);
        }
        return sent;
    }

    private Sent upload(Incoming incoming, int most) throws IOException {
        int length = incoming.uploadLength(most);
        int kilobytes = length / 1024 + 1;
        if (!room.tryAcquire(kilobytes)) {
            throw new Refused(new Notice(
                    503,
                    "Many files are arriving just now",
                    "Nothing was kept. Please wait half a minute and send it again.",
                    30));
        }
        try {
            return incoming.upload(length);
        } finally {
            room.release(kilobytes);
        }
    }

    /** Takes as long whatever differs. */
    static boolean same(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
