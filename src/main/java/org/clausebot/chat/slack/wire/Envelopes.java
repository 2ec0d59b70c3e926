package org.clausebot.chat.slack.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * Looks at what Slack sent before the SDK does: the SDK would log what it does not know, words and all.
 */
final class Envelopes {
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final Set<String> KNOWN = Set.of(
            "event_callback",
            "url_verification",
            "block_actions",
            "view_submission",
            "view_closed",
            "shortcut",
            "message_action");

    private Envelopes() {}

    enum Verdict {
        /** For the app. */
        KNOWN,
        /** Well-formed, and of no use here. */
        UNKNOWN,
        MALFORMED
    }

    /** @param body JSON, or a form with a command or with JSON in its field {@code payload} */
    static Verdict of(String body) {
        if (body.startsWith("{")) {
            return ofJson(body);
        }
        Optional<String> payload = field(body, "payload");
        if (payload.isPresent()) {
            return ofJson(payload.get());
        }
        boolean command = field(body, "command").filter(c -> c.startsWith("/")).isPresent()
                && field(body, "user_id").isPresent()
                && field(body, "trigger_id").isPresent();
        return command ? Verdict.KNOWN : Verdict.MALFORMED;
    }

    static Verdict ofJson(String json) {
        try {
            JsonNode root = JSON.readTree(json);
            String type = root.path("type").asText("");
            if (type.isEmpty() || !root.path("type").isTextual()) {
                return Verdict.MALFORMED;
            }
            if (!KNOWN.contains(type)) {
                return Verdict.UNKNOWN;
            }
            boolean whole = root.path("event").path("type").isTextual()
                    && root.path("event_id").isTextual();
            if (type.equals("event_callback") && !whole) {
                return Verdict.MALFORMED;
            }
            return Verdict.KNOWN;
        } catch (JsonProcessingException e) {
            return Verdict.MALFORMED;
        }
    }

    private static Optional<String> field(String form, String name) {
        for (String pair : form.split("&", -1)) {
            if (pair.startsWith(name + "=")) {
                try {
                    return Optional.of(URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8));
                } catch (IllegalArgumentException e) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }
}
