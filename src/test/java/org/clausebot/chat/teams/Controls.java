package org.clausebot.chat.teams;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clausebot.chat.talk.ButtonValue;
import org.clausebot.chat.teams.card.TeamsMessage;

/** What can be pressed and filled in on a card, read from its JSON as Teams would. */
final class Controls {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Controls() {}

    /**
     * A button and what it would send.
     *
     * @param dialog whether it asks for a dialog, or sends one off
     * @param fallback what programs send that do not know its kind of button
     */
    record Control(String label, boolean dialog, String verb, Map<String, String> data, Map<String, String> fallback) {
        ButtonValue means() {
            return ButtonValue.ofKind(verb, data.getOrDefault("value", "")).orElseThrow();
        }
    }

    static List<Control> of(TeamsMessage message) {
        List<Control> controls = new ArrayList<>();
        for (JsonNode row : card(message).findValues("actions")) {
            for (JsonNode action : row) {
                String type = action.path("type").asText();
                if (!type.equals("Action.OpenUrl")) {
                    Map<String, String> data = flat(action.path("data"));
                    boolean submit = type.equals("Action.Submit");
                    controls.add(new Control(
                            action.path("title").asText(),
                            submit,
                            submit
                                    ? data.getOrDefault("verb", "")
                                    : action.path("verb").asText(),
                            data,
                            flat(action.path("fallback").path("data"))));
                }
            }
        }
        return controls;
    }

    /** What may be chosen: the ids, by the name of the field. */
    static Map<String, List<String>> choices(TeamsMessage message) {
        Map<String, List<String>> choices = new LinkedHashMap<>();
        inputs(card(message))
                .filter(input -> input.has("choices"))
                .forEach(input -> choices.put(
                        input.path("id").asText(),
                        input.path("choices")
                                .valueStream()
                                .map(c -> c.path("value").asText())
                                .toList()));
        return choices;
    }

    /** What stands in the fields of a card, by their names. */
    static Map<String, String> filled(TeamsMessage message) {
        Map<String, String> filled = new HashMap<>();
        inputs(card(message))
                .forEach(input -> filled.put(
                        input.path("id").asText(), input.path("value").asText("")));
        return filled;
    }

    private static java.util.stream.Stream<JsonNode> inputs(JsonNode node) {
        java.util.stream.Stream<JsonNode> here = node.path("type").asText().startsWith("Input.")
                ? java.util.stream.Stream.of(node)
                : java.util.stream.Stream.empty();
        return java.util.stream.Stream.concat(here, node.valueStream().flatMap(Controls::inputs));
    }

    private static JsonNode card(TeamsMessage message) {
        try {
            return JSON.readTree(message.card().orElse("{}"));
        } catch (JsonProcessingException e) {
            throw new AssertionError("A card is JSON", e);
        }
    }

    private static Map<String, String> flat(JsonNode data) {
        Map<String, String> flat = new HashMap<>();
        data.propertyStream()
                .filter(member -> member.getValue().isValueNode())
                .forEach(member -> flat.put(member.getKey(), member.getValue().asText()));
        return flat;
    }
}
