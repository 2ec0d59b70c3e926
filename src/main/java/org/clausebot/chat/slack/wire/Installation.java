package org.clausebot.chat.slack.wire;

import com.google.gson.Gson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * What Slack gave when a workspace or organisation installed the app.
 *
 * @param team empty for a whole organisation
 * @param enterprise empty outside Enterprise Grid
 * @param refresh gets the next token; empty without rotation
 * @param expires seconds since 1970; 0 for never
 */
record Installation(String team, String enterprise, String botUser, String token, String refresh, long expires) {
    private static final Gson GSON = new Gson();

    static Installation read(byte[] bytes) {
        return GSON.fromJson(new String(bytes, StandardCharsets.UTF_8), Installation.class);
    }

    byte[] write() {
        return GSON.toJson(this).getBytes(StandardCharsets.UTF_8);
    }

    boolean expiresBefore(Instant moment) {
        return !refresh.isEmpty() && expires > 0 && expires < moment.getEpochSecond();
    }

    Installation renewed(String nextToken, String nextRefresh, long nextExpiry) {
        return new Installation(team, enterprise, botUser, nextToken, nextRefresh, nextExpiry);
    }

    /** Never prints a token. */
    @Override
    public String toString() {
        return "Installation[hidden]";
    }
}
