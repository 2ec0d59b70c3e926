package org.clausebot.chat.teams.card;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.clausebot.chat.talk.ButtonValue;
import org.clausebot.chat.talk.Conversations;

/** What can be pressed in a finished card, and the card as it is shown once something was. */
public final class CardActions {
    /** Under this name every button carries the mark of its card. */
    public static final String MARK = "card";

    private static final int MARK_LENGTH = 10;
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private CardActions() {}

    /**
     * A card whose buttons say which card they stand in.
     *
     * @param mark the same for cards that look the same
     */
    public record Marked(String mark, TeamsMessage message) {}

    /** The message with marked buttons; empty where nothing can be pressed that comes back. */
    public static Optional<Marked> marked(TeamsMessage message) {
        return tree(message).flatMap(card -> {
            List<ObjectNode> actions = actions(card);
            if (actions.isEmpty()) {
                return Optional.empty();
            }
            String mark = Conversations.name(card.toString()).substring(0, MARK_LENGTH);
            actions.forEach(action -> mark(action, mark));
            return written(message, card).map(marked -> new Marked(mark, marked));
        });
    }

    private static void mark(ObjectNode action, String mark) {
        if (action.get("data") instanceof ObjectNode data) {
            data.put(MARK, mark);
        }
        if (action.get("fallback") instanceof ObjectNode fallback) {
            mark(fallback, mark);
        }
    }

    /**
     * The card once something in it was pressed: without fields and buttons, except those that open web pages.
     *
     * @param line what was pressed, in a sentence
     */
    public static Optional<TeamsMessage> pressed(TeamsMessage message, String line) {
        return tree(message).flatMap(card -> {
            ArrayNode body = without(card.withArray("body"), CardActions::comesBack, "");
            Kit.says(line).forEach(part -> body.add(JSON.<JsonNode>valueToTree(part)));
            card.set("body", body);
            return written(message, card);
        });
    }

    /**
     * The card without the buttons that vote on {@code clause}.
     *
     * @param line stands in their place
     */
    public static Optional<TeamsMessage> voted(TeamsMessage message, ButtonValue.Shown clause, String line) {
        Predicate<JsonNode> vote =
                node -> value(node).filter(value -> votesOn(value, clause)).isPresent();
        return tree(message).flatMap(card -> {
            card.set("body", without(card.withArray("body"), vote, line));
            return written(message, card);
        });
    }

    private static boolean votesOn(ButtonValue value, ButtonValue.Shown clause) {
        return value instanceof ButtonValue.Vote vote && vote.shown().equals(clause);
    }

    /** What the button with this value says: all of it, where it has more to say than there is room for on a button. */
    public static Optional<String> label(TeamsMessage message, ButtonValue value) {
        return tree(message)
                .flatMap(card -> actions(card).stream()
                        .filter(action -> value(action).filter(value::equals).isPresent())
                        .findFirst()
                        .map(action -> action.path("tooltip")
                                .asText(action.path("title").asText())));
    }

    /** What stands beside those of {@code ids} that can be chosen in the card, with commas between. */
    public static String chosen(TeamsMessage message, List<String> ids) {
        return tree(message).stream()
                .flatMap(card -> card.findValues("choices").stream())
                .flatMap(JsonNode::valueStream)
                .filter(choice -> ids.contains(choice.path("value").asText()))
                .map(choice -> choice.path("title").asText())
                .collect(Collectors.joining(", "));
    }

    /** What can be pressed that comes back, in order. */
    public static List<ButtonValue> values(TeamsMessage message) {
        return tree(message).stream()
                .flatMap(card -> actions(card).stream())
                .flatMap(action -> value(action).stream())
                .toList();
    }

    /** What {@code action} carries; empty for what is no button of ours. */
    private static Optional<ButtonValue> value(JsonNode action) {
        JsonNode data = action.path("data");
        String verb = action.path("verb").asText(data.path(Act.VERB).asText());
        return ButtonValue.ofKind(verb, data.path(Act.VALUE).asText());
    }

    private static List<ObjectNode> actions(JsonNode card) {
        List<ObjectNode> found = new ArrayList<>();
        for (JsonNode row : card.findValues("actions")) {
            for (JsonNode action : row) {
                if (action instanceof ObjectNode object && comesBack(action)) {
                    found.add(object);
                }
            }
        }
        return found;
    }

    /** Whether it sends something, or is a field for what is sent. */
    private static boolean comesBack(JsonNode node) {
        String type = node.path("type").asText();
        return type.equals("Action.Execute") || type.equals("Action.Submit") || type.startsWith("Input.");
    }

    /**
     * Elements without those that are {@code unwanted}, and without boxes and rows that are empty then.
     *
     * @param instead stands in the place of buttons; empty for nothing
     */
    private static ArrayNode without(JsonNode elements, Predicate<JsonNode> unwanted, String instead) {
        ArrayNode kept = JSON.createArrayNode();
        for (JsonNode element : elements) {
            if (unwanted.test(element)) {
                continue;
            }
            String inner = element.path("type").asText().equals("ActionSet") ? "actions" : "items";
            if (!(element instanceof ObjectNode box) || !element.has(inner)) {
                kept.add(element);
                continue;
            }
            ArrayNode left = inner.equals("actions")
                    ? without(element.get(inner), unwanted, "")
                    : without(element.get(inner), unwanted, instead);
            if (inner.equals("actions") && left.size() < element.get(inner).size() && !instead.isEmpty()) {
                Kit.says(instead).forEach(part -> kept.add(JSON.<JsonNode>valueToTree(part)));
            }
            if (!left.isEmpty()) {
                box.set(inner, left);
                kept.add(box);
            }
        }
        return kept;
    }

    private static Optional<ObjectNode> tree(TeamsMessage message) {
        return message.card().map(CardActions::read);
    }

    private static ObjectNode read(String card) {
        try {
            return (ObjectNode) JSON.readTree(card);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cards are written by this package", e);
        }
    }

    /** Empty where it has become larger than Teams takes. */
    private static Optional<TeamsMessage> written(TeamsMessage before, ObjectNode card) {
        String json = card.toString();
        return json.getBytes(StandardCharsets.UTF_8).length > TeamsMessage.MOST_BYTES
                ? Optional.empty()
                : Optional.of(new TeamsMessage(before.text(), Optional.of(json), before.suggested()));
    }
}
