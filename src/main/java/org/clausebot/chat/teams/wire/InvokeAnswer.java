package org.clausebot.chat.teams.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.clausebot.chat.teams.Response;
import org.clausebot.chat.teams.card.TeamsMessage;

/** An answer in the form that Teams waits for. */
final class InvokeAnswer {
    static final String CARD = "application/vnd.microsoft.card.adaptive";
    private static final String PREVIEW = "application/vnd.microsoft.card.thumbnail";
    private static final String WORDS = "application/vnd.microsoft.activity.message";
    private static final ObjectMapper JSON = new ObjectMapper();

    private InvokeAnswer() {}

    static JsonNode of(Response response, ActivityReading.Form form) {
        return switch (form) {
            case CARD -> card(response);
            case DIALOG, ACTION -> dialog(response);
            case SEARCH -> found(response);
        };
    }

    /** A card as a tree. */
    static Optional<JsonNode> tree(TeamsMessage message) {
        return message.card().map(card -> {
            try {
                return JSON.readTree(card);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("A card is JSON", e);
            }
        });
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static JsonNode card(Response response) {
        return switch (response) {
            case Response.Instead(TeamsMessage card) -> inPlace(card);
            case Response.Dialog(String title, TeamsMessage card) -> inPlace(card);
            case Response.Word(String words) -> beside(words);
            case Response.Close(String words) -> beside(words);
            case Response.Results results -> beside("");
        };
    }

    private static JsonNode inPlace(TeamsMessage message) {
        return tree(message)
                .<JsonNode>map(card ->
                        object().put("statusCode", 200).put("type", CARD).set("value", card))
                .orElseGet(() -> beside(message.text()));
    }

    private static JsonNode beside(String words) {
        return object().put("statusCode", 200).put("type", WORDS).put("value", words);
    }

    private static JsonNode dialog(Response response) {
        return switch (response) {
            case Response.Dialog(String title, TeamsMessage message) -> open(title, message);
            case Response.Close(String words) -> closed(words);
            case Response.Word(String words) -> closed(words);
            case Response.Instead(TeamsMessage message) -> closed(message.text());
            case Response.Results results -> object();
        };
    }

    private static JsonNode open(String title, TeamsMessage message) {
        Optional<JsonNode> card = tree(message);
        if (card.isEmpty()) {
            return closed(message.text());
        }
        ObjectNode value = object().put("title", title).put("width", "medium").put("height", "medium");
        value.set("card", attachment(card.get()));
        return task("continue", value);
    }

    private static JsonNode closed(String words) {
        return words.isBlank() ? object() : task("message", JsonNodeFactory.instance.textNode(words));
    }

    private static JsonNode task(String type, JsonNode value) {
        return object().set("task", object().put("type", type).set("value", value));
    }

    private static ObjectNode attachment(JsonNode card) {
        return object().put("contentType", CARD).set("content", card);
    }

    private static JsonNode found(Response response) {
        return switch (response) {
            case Response.Results(var results) -> {
                ObjectNode extension = object().put("type", "result").put("attachmentLayout", "list");
                var attachments = extension.putArray("attachments");
                for (Response.Result result : results) {
                    tree(result.card()).ifPresent(card -> {
                        ObjectNode preview = object().put("contentType", PREVIEW);
                        preview.putObject("content")
                                .put("title", html(result.title()))
                                .put("text", html(result.preview()));
                        attachments.add(attachment(card).set("preview", preview));
                    });
                }
                yield object().set("composeExtension", extension);
            }
            case Response.Word(String words) -> message(words);
            case Response.Close(String words) -> message(words);
            case Response.Instead(TeamsMessage message) -> message(message.text());
            case Response.Dialog(String title, TeamsMessage message) -> message(message.text());
        };
    }

    private static JsonNode message(String words) {
        return object().set("composeExtension", object().put("type", "message").put("text", words));
    }

    /** Teams reads a preview as HTML. */
    private static String html(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
