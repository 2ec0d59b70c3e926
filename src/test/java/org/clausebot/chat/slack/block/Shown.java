package org.clausebot.chat.slack.block;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.slack.api.util.json.GsonFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clausebot.chat.talk.ButtonValue;

/** Reads messages as they would be sent. */
final class Shown {
    private Shown() {}

    static JsonArray json(SlackMessage message) {
        return GsonFactory.createSnakeCase().toJsonTree(message.blocks()).getAsJsonArray();
    }

    /** All rich text, joined. */
    static String rich(List<SlackMessage> messages) {
        StringBuilder text = new StringBuilder();
        messages.forEach(message -> json(message).forEach(block -> {
            if (block.getAsJsonObject().get("type").getAsString().equals("rich_text")) {
                runs(block, text, false);
            }
        }));
        return text.toString();
    }

    /** The bold rich text in quotations, joined. */
    static String bold(List<SlackMessage> messages) {
        StringBuilder text = new StringBuilder();
        messages.forEach(message -> json(message).forEach(block -> quotes(block, text)));
        return text.toString();
    }

    private static void quotes(JsonElement block, StringBuilder text) {
        if (block.getAsJsonObject().get("type").getAsString().equals("rich_text")) {
            for (JsonElement element : block.getAsJsonObject().getAsJsonArray("elements")) {
                if (element.getAsJsonObject().get("type").getAsString().equals("rich_text_quote")) {
                    runs(element, text, true);
                }
            }
        }
    }

    private static void runs(JsonElement of, StringBuilder text, boolean boldOnly) {
        JsonObject object = of.getAsJsonObject();
        if (object.has("elements")) {
            object.getAsJsonArray("elements").forEach(element -> runs(element, text, boldOnly));
        } else if (!boldOnly
                || (object.has("style")
                        && object.getAsJsonObject("style").get("bold").getAsBoolean())) {
            text.append(object.get("text").getAsString());
        }
    }

    /** Everything that can be read, in order, each piece on a line. */
    static String all(List<SlackMessage> messages) {
        StringBuilder text = new StringBuilder();
        messages.forEach(message -> texts(json(message), text));
        return text.toString();
    }

    private static void texts(JsonElement json, StringBuilder text) {
        if (json.isJsonArray()) {
            json.getAsJsonArray().forEach(element -> texts(element, text));
        } else if (json.isJsonObject()) {
            JsonObject object = json.getAsJsonObject();
            if (object.has("text") && object.get("text").isJsonPrimitive()) {
                text.append(object.get("text").getAsString()).append('\n');
            }
            object.asMap().values().forEach(value -> texts(value, text));
        }
    }

    /** The letters alone: where text is divided, spaces and line breaks go. */
    static String letters(String text) {
        return text.replaceAll("\\s+", "");
    }

    /** What each control of a message does. */
    static List<ButtonValue> controls(SlackMessage message) {
        List<ButtonValue> controls = new ArrayList<>();
        collect(json(message), controls);
        return controls;
    }

    private static void collect(JsonElement json, List<ButtonValue> controls) {
        if (json.isJsonArray()) {
            json.getAsJsonArray().forEach(element -> collect(element, controls));
        } else if (json.isJsonObject()) {
            JsonObject object = json.getAsJsonObject();
            if (object.has("action_id") && object.has("value")) {
                String id = object.get("action_id").getAsString();
                Optional<ButtonValue> read =
                        ButtonValue.read(id, object.get("value").getAsString());
                controls.add(read.orElseThrow(() -> new AssertionError("cannot be read: " + object)));
            }
            object.asMap().values().forEach(value -> collect(value, controls));
        }
    }
}
