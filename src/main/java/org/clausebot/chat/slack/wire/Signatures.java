package org.clausebot.chat.slack.wire;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.clausebot.seal.Hidden;
import org.jspecify.annotations.Nullable;

/**
 * Slack's signatures: {@code v0=} and the HMAC-SHA256 of {@code v0:timestamp:body} in hexadecimal.
 *
 * @see <a href="https://docs.slack.dev/authentication/verifying-requests-from-slack">Verifying requests from Slack</a>
 */
final class Signatures {
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final Pattern TIMESTAMP = Pattern.compile("[0-9]{1,12}");
    private static final Pattern SIGNATURE = Pattern.compile("v0=[0-9a-f]{64}");

    private final SecretKeySpec key;
    private final Clock clock;

    enum Verdict {
        RIGHT,
        WRONG,
        /** Signed, or said to be, too long ago or in the future: perhaps a recording. */
        STALE
    }

    Signatures(Hidden secret, Clock clock) {
        this.key = new SecretKeySpec(secret.value().getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        this.clock = clock;
    }

    Verdict check(@Nullable String timestamp, @Nullable String signature, byte[] body) {
        if (timestamp == null
                || signature == null
                || !TIMESTAMP.matcher(timestamp).matches()
                || !SIGNATURE.matcher(signature).matches()) {
            return Verdict.WRONG;
        }
        long apart = Math.abs(clock.instant().getEpochSecond() - Long.parseLong(timestamp));
        if (apart > WINDOW.toSeconds()) {
            return Verdict.STALE;
        }
        byte[] given = signature.getBytes(StandardCharsets.US_ASCII);
        byte[] expected = sign(timestamp, body).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(expected, given) ? Verdict.RIGHT : Verdict.WRONG;
    }

    /** The header that proves {@code body}. */
    String sign(String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(("v0:" + timestamp + ":").getBytes(StandardCharsets.US_ASCII));
            return "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA256", e);
        }
    }
}
