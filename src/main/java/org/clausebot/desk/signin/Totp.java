package org.clausebot.desk.signin;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import io.nayuki.qrcodegen.QrCode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/** Codes of an authenticator app: RFC 6238 with SHA-1, six digits, a step of 30 seconds, as all such apps know it. */
final class Totp {
    static final int SECRET_BYTES = 20;
    private static final long STEP = 30;
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final TimeBasedOneTimePasswordGenerator GENERATOR = new TimeBasedOneTimePasswordGenerator();

    private Totp() {}

    /** The time step whose code {@code code} is: this one, the one before or the one after; empty for none of them. */
    static OptionalLong step(byte[] secret, String code, Instant now) {
        String digits = code.replaceAll("\\s", "");
        long current = Math.floorDiv(now.getEpochSecond(), STEP);
        OptionalLong found = OptionalLong.empty();
        for (long step = current - 1; step <= current + 1; step++) {
            byte[] expected = code(secret, Instant.ofEpochSecond(step * STEP)).getBytes(StandardCharsets.UTF_8);
            if (MessageDigest.isEqual(expected, digits.getBytes(StandardCharsets.UTF_8))) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    static String code(byte[] secret, Instant at) {
        try {
            return GENERATOR.generateOneTimePasswordString(new SecretKeySpec(secret, "RAW"), at, Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("An authenticator's secret of " + secret.length + " bytes does not do", e);
        }
    }

    /** What the QR code holds, as authenticator apps read it. */
    static String address(byte[] secret, String owner) {
        return "otpauth://totp/Clausebot:"
                + URLEncoder.encode(owner, StandardCharsets.UTF_8).replace("+", "%20")
                + "?secret=" + base32(secret) + "&issuer=Clausebot&algorithm=SHA1&digits=6&period=30";
    }

    /** RFC 4648, without padding: apps want it so. */
    static String base32(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        long held = 0;
        int bits = 0;
        for (byte b : bytes) {
            held = held << 8 | (b & 0xFF);
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(BASE32.charAt((int) (held >> bits & 31)));
            }
        }
        if (bits > 0) {
            text.append(BASE32.charAt((int) (held << (5 - bits) & 31)));
        }
        return text.toString();
    }

    /** The QR code's side in modules, with its margin, and its dark modules as an SVG path. */
    static Picture picture(String address) {
        QrCode code = QrCode.encodeText(address, QrCode.Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M').append(x + 4).append(' ').append(y + 4).append("h1v1h-1z");
                }
            }
        }
        return new Picture(code.size + 8, path.toString());
    }

    record Picture(int side, String path) {}
}
