package org.clausebot.chat.slack.wire;

import com.google.gson.Gson;
import com.slack.api.util.json.GsonFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.clausebot.chat.inbox.Codec;

/** What is said on account of one delivery, as bytes to be sealed: blocks are in Slack's own JSON. */
final class SayingForm implements Codec<List<Saying>> {
    private static final Gson GSON = GsonFactory.createSnakeCase();

    @Override
    public byte[] write(List<Saying> sayings) {
        return GSON.toJson(sayings.toArray(new Saying[0])).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public List<Saying> read(byte[] bytes) {
        return List.of(GSON.fromJson(new String(bytes, StandardCharsets.UTF_8), Saying[].class));
    }
}
