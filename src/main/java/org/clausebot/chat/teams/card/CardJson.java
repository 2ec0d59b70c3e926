package org.clausebot.chat.teams.card;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Cards as JSON. */
final class CardJson {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private CardJson() {}

    /**
     * A whole card.
     *
     * @param fallbackText shown by programs that do not know cards of this version
     * @param speak read aloud as the card's name
     */
    @JsonPropertyOrder({"type", "$schema", "version", "lang", "fallbackText", "speak", "msteams", "body"})
    private record AdaptiveCard(String fallbackText, String speak, List<Part> body) {
        @JsonProperty
        String type() {
            return "AdaptiveCard";
        }

        @JsonProperty("$schema")
        String schema() {
            return "http://adaptivecards.io/schemas/adaptive-card.json";
        }

        @JsonProperty
        String version() {
            return "1.5";
        }

        /** A language without its country: Microsoft's parser refuses the longer form. */
        @JsonProperty
        String lang() {
            return "en";
        }

        /** As wide as the conversation, so that clauses are not a narrow column. */
        @JsonProperty
        Map<String, String> msteams() {
            return Map.of("width", "full");
        }
    }

    static String card(String fallbackText, String speak, List<Part> body) {
        return json(new AdaptiveCard(fallbackText, speak, body));
    }

    /** How many bytes a part takes in a card, with the comma after it. */
    static int weight(Part part) {
        return json(part).getBytes(StandardCharsets.UTF_8).length + 1;
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Records of text can always be written", e);
        }
    }
}
