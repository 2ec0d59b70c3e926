package org.clausebot.chat.slack.block;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.slack.api.model.view.View;
import com.slack.api.util.json.GsonFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Slack's published limits, held against the JSON that would be sent, and some of our own: no markup, no emoji codes, no
 * images, nothing that notifies anybody. It knows nothing of how messages are made.
 *
 * @see <a href="https://docs.slack.dev/reference/block-kit">Slack's reference</a>
 */
public final class BlockKitLimits {
    private static final Gson JSON = GsonFactory.createSnakeCase();
    private static final Set<String> IN_ROWS = Set.of(
            "button",
            "checkboxes",
            "radio_buttons",
            "static_select",
            "overflow",
            "datepicker",
            "timepicker",
            "datetimepicker");
    private static final Set<String> IN_FIELDS =
            Set.of("plain_text_input", "checkboxes", "radio_buttons", "static_select", "datepicker", "timepicker");

    private final List<String> found = new ArrayList<>();
    private final Set<String> blockIds = new HashSet<>();
    private final Set<String> actionIds = new HashSet<>();
    private int characters;

    private BlockKitLimits() {}

    /** What is wrong with a message; nothing when Slack takes it. */
    public static List<String> violations(SlackMessage message) {
        return violations(message.text(), JSON.toJsonTree(message.blocks()).getAsJsonArray());
    }

    /** The same of a message as it is sent. */
    public static List<String> violations(String text, JsonArray blocks) {
        BlockKitLimits limits = new BlockKitLimits();
        limits.text("text", text, 4_000);
        if (!text.replaceAll("&(amp|lt|gt);", "").matches("[^&<>]*")) {
            limits.wrong("text", "has markup that is not escaped");
        }
        limits.blocks(blocks, 50, false);
        if (limits.characters > 12_000) {
            limits.wrong("message", "has " + limits.characters + " characters; 12000 are safe");
        }
        return limits.found;
    }

    /** What is wrong with a window or a Home tab. */
    public static List<String> violations(View view) {
        return violations(JSON.toJsonTree(view).getAsJsonObject());
    }

    /** The same of a view as it is sent. */
    public static List<String> violations(JsonObject view) {
        BlockKitLimits limits = new BlockKitLimits();
        boolean modal = type(view).equals("modal");
        if (!modal && !type(view).equals("home")) {
            limits.wrong("view", "is neither modal nor home");
        }
        limits.blocks(view.getAsJsonArray("blocks"), 100, true);
        limits.string("view", view, "callback_id", 255);
        limits.string("view", view, "private_metadata", 0);
        if (modal) {
            limits.plain("title", view.get("title"), 24);
            boolean fields = view.toString().contains("\"type\":\"input\"");
            if (fields || view.has("submit")) {
                limits.plain("submit", view.get("submit"), 24);
            }
            if (view.has("close")) {
                limits.plain("close", view.get("close"), 24);
            }
        }
        return limits.found;
    }

    private void wrong(String where, String what) {
        found.add(where + " " + what);
    }

    private static String type(JsonObject of) {
        return of.has("type") ? of.get("type").getAsString() : "";
    }

    private void blocks(JsonArray blocks, int most, boolean view) {
        if (blocks.isEmpty() || blocks.size() > most) {
            wrong("blocks", "are " + blocks.size() + " of 1 to " + most);
        }
        for (int i = 0; i < blocks.size(); i++) {
            block("blocks[" + i + "]", blocks.get(i).getAsJsonObject(), view);
        }
    }

    private void block(String at, JsonObject block, boolean view) {
        string(at, block, "block_id", 255);
        if (block.has("block_id") && !blockIds.add(block.get("block_id").getAsString())) {
            wrong(at, "has the block_id of another");
        }
        switch (type(block)) {
            case "section" -> section(at, block);
            case "header" -> plain(at + ".text", block.get("text"), 150);
            case "actions" -> row(at, elements(at, block, 25));
            case "context" -> elements(at, block, 10).forEach(element -> plain(at + ".elements", element, 2_000));
            case "input" -> field(at, block, view);
            case "rich_text" -> rich(at, block);
            case "divider" -> {}
            default -> wrong(at, "is of the type " + type(block) + ", which is not used");
        }
    }

    private List<JsonObject> elements(String at, JsonObject of, int most) {
        List<JsonObject> elements = new ArrayList<>();
        if (of.has("elements")) {
            of.getAsJsonArray("elements").forEach(element -> elements.add(element.getAsJsonObject()));
        }
        if (elements.isEmpty() || elements.size() > most) {
            wrong(at, "has " + elements.size() + " elements of 1 to " + most);
        }
        return elements;
    }

    private void section(String at, JsonObject section) {
        plain(at + ".text", section.get("text"), 3_000);
        if (section.has("fields")) {
            wrong(at, "has fields, which are not used");
        }
        if (section.has("accessory")) {
            control(at + ".accessory", section.getAsJsonObject("accessory"), IN_ROWS);
        }
    }

    private void row(String at, List<JsonObject> elements) {
        elements.forEach(element -> control(at + ".elements", element, IN_ROWS));
    }

    private void field(String at, JsonObject block, boolean view) {
        plain(at + ".label", block.get("label"), 2_000);
        if (block.has("hint")) {
            plain(at + ".hint", block.get("hint"), 2_000);
        }
        if (!view) {
            wrong(at, "is a field to fill in, which stands in views only");
        }
        control(at + ".element", block.getAsJsonObject("element"), IN_FIELDS);
    }

    private void control(String at, JsonObject element, Set<String> types) {
        if (!types.contains(type(element))) {
            wrong(at, "is of the type " + type(element) + ", which has no place here");
        }
        string(at, element, "action_id", 255);
        if (!element.has("action_id") || !actionIds.add(element.get("action_id").getAsString())) {
            wrong(at, "has no action_id of its own");
        }
        if (element.has("placeholder")) {
            plain(at + ".placeholder", element.get("placeholder"), 150);
        }
        switch (type(element)) {
            case "button" -> button(at, element);
            case "static_select" -> options(at, element, 100);
            case "checkboxes", "radio_buttons" -> options(at, element, 10);
            case "overflow" -> options(at, element, 5);
            case "plain_text_input" -> input(at, element);
            default -> {}
        }
    }

    private void button(String at, JsonObject button) {
        plain(at + ".text", button.get("text"), 75);
        string(at, button, "value", 2_000);
        string(at, button, "url", 3_000);
        string(at, button, "accessibility_label", 75);
        if (button.has("style")
                && !Set.of("primary", "danger").contains(button.get("style").getAsString())) {
            wrong(at, "has an unknown style");
        }
    }

    private void options(String at, JsonObject element, int most) {
        JsonArray options = element.has("options") ? element.getAsJsonArray("options") : new JsonArray();
        if (options.isEmpty() || options.size() > most) {
            wrong(at, "has " + options.size() + " options of 1 to " + most);
        }
        Set<String> values = new HashSet<>();
        for (JsonElement each : options) {
            JsonObject option = each.getAsJsonObject();
            plain(at + ".option", option.get("text"), 75);
            string(at + ".option", option, "value", 150);
            if (!option.has("value") || !values.add(option.get("value").getAsString())) {
                wrong(at + ".option", "has no value of its own");
            }
            if (option.has("description")) {
                plain(at + ".option", option.get("description"), 75);
            }
        }
    }

    private void input(String at, JsonObject input) {
        int most = input.has("max_length") ? input.get("max_length").getAsInt() : 3_000;
        if (most < 1 || most > 3_000) {
            wrong(at, "takes " + most + " characters of 1 to 3000");
        }
        string(at, input, "initial_value", most);
    }

    private void rich(String at, JsonObject block) {
        for (JsonObject element : elements(at, block, Integer.MAX_VALUE)) {
            boolean known = Set.of("rich_text_section", "rich_text_quote").contains(type(element));
            if (!known) {
                wrong(at, "has the element " + type(element) + ", which is not used");
            }
            elements(at, element, Integer.MAX_VALUE).forEach(run -> run(at, run));
        }
    }

    private void run(String at, JsonObject run) {
        if (!Set.of("text", "link").contains(type(run))) {
            wrong(at, "has " + type(run) + ", which may notify somebody");
        }
        string(at, run, "url", 3_000);
        String text = run.has("text") ? run.get("text").getAsString() : "";
        if (text.isEmpty()) {
            wrong(at, "has an empty run of text");
        }
        whole(at, text);
    }

    private void plain(String at, JsonElement text, int most) {
        if (text == null || !text.isJsonObject()) {
            wrong(at, "is missing");
            return;
        }
        Map<String, JsonElement> fields = text.getAsJsonObject().asMap();
        if (!type(text.getAsJsonObject()).equals("plain_text")) {
            wrong(at, "is " + type(text.getAsJsonObject()) + " and not plain_text");
        }
        if (!fields.containsKey("emoji") || fields.get("emoji").getAsBoolean()) {
            wrong(at, "turns words between colons into pictures");
        }
        text(at, fields.containsKey("text") ? fields.get("text").getAsString() : "", most);
    }

    private void string(String at, JsonObject of, String name, int most) {
        if (of.has(name) && of.get(name).getAsString().length() > most) {
            wrong(at, "." + name + " has " + of.get(name).getAsString().length() + " characters of " + most);
        }
    }

    private void text(String at, String text, int most) {
        if (text.isBlank()) {
            wrong(at, "has no words");
        }
        if (text.length() > most) {
            wrong(at, "has " + text.length() + " characters of " + most);
        }
        whole(at, text);
    }

    private void whole(String at, String text) {
        characters += text.length();
        if (!text.isEmpty()
                && (Character.isLowSurrogate(text.charAt(0))
                        || Character.isHighSurrogate(text.charAt(text.length() - 1)))) {
            wrong(at, "begins or ends in the middle of a character");
        }
    }
}
