package org.clausebot.chat.slack;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.util.json.GsonFactory;
import java.util.List;
import java.util.Optional;
import org.clausebot.chat.slack.block.SlackMessage;
import org.jspecify.annotations.Nullable;

/** Reads the message that something was pressed in, as Slack sends it along with the press. */
final class PressedMessage {
    private static final Gson JSON = GsonFactory.createSnakeCase();

    private PressedMessage() {}

    private record Sent(@Nullable String text, @Nullable List<LayoutBlock> blocks) {}

    /** Empty where Slack sent none, or one that could not be shown again. */
    static Optional<SlackMessage> read(String json) {
        try {
            Sent sent = json.isBlank() ? null : JSON.fromJson(json, Sent.class);
            return sent == null || sent.text == null || sent.blocks == null
                    ? Optional.empty()
                    : Optional.of(new SlackMessage(sent.text, sent.blocks));
        } catch (JsonParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
