package org.clausebot.chat.teams.card;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.clausebot.chat.read.ReadPress;
import org.clausebot.chat.talk.ButtonValue;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;

/**
 * What we hold of every card, read from the JSON that is sent: only what Adaptive Cards 1.5 has, within Teams's size,
 * nothing that is read as markdown but says something, nothing that could be cut, every button of a form that is read
 * again. It knows nothing of how cards are made.
 */
final class CardRules {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int AIM = 25 * 1024;
    private static final Parser MARKDOWN = Parser.builder().build();

    /** Names that an element or action may have, from the reference of 1.5. */
    private static final Map<String, Set<String>> NAMES = Map.ofEntries(
            Map.entry("TextBlock", Set.of("type", "text", "size", "style", "weight", "wrap")),
            Map.entry("RichTextBlock", Set.of("type", "inlines", "spacing")),
            Map.entry("TextRun", Set.of("type", "text", "weight", "fontType", "isSubtle")),
            Map.entry("Container", Set.of("type", "items", "style")),
            Map.entry("ActionSet", Set.of("type", "actions")),
            Map.entry(
                    "Input.Text",
                    Set.of("type", "id", "label", "value", "isMultiline", "maxLength", "isRequired", "errorMessage")),
            Map.entry("Input.Date", Set.of("type", "id", "label", "value")),
            Map.entry("Input.Time", Set.of("type", "id", "label", "value")),
            Map.entry(
                    "Input.ChoiceSet",
                    Set.of("type", "id", "label", "choices", "isMultiSelect", "style", "value", "wrap")),
            Map.entry(
                    "Action.Execute",
                    Set.of("type", "title", "verb", "data", "style", "tooltip", "associatedInputs", "fallback")),
            Map.entry("Action.Submit", Set.of("type", "title", "data", "style", "tooltip", "associatedInputs")),
            Map.entry("Action.OpenUrl", Set.of("type", "title", "url", "tooltip")));

    private final List<String> found = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    private CardRules() {}

    /** What is wrong with a message; nothing when it may be sent. */
    static List<String> violations(TeamsMessage message) {
        CardRules rules = new CardRules();
        String json = CardPage.card(message);
        if (json.getBytes(StandardCharsets.UTF_8).length > AIM) {
            rules.found.add("is of " + json.getBytes(StandardCharsets.UTF_8).length + " bytes");
        }
        rules.card(read(json));
        return rules.found;
    }

    static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void card(JsonNode card) {
        Set<String> names = new TreeSet<>();
        card.fieldNames().forEachRemaining(names::add);
        if (!names.equals(Set.of("type", "$schema", "version", "lang", "fallbackText", "speak", "msteams", "body"))) {
            found.add("card has " + names);
        }
        if (!card.path("type").asText().equals("AdaptiveCard")
                || !card.path("version").asText().equals("1.5")) {
            found.add("is no card of version 1.5");
        }
        for (String said : List.of("fallbackText", "speak", "lang")) {
            if (card.path(said).asText().isBlank()) {
                found.add("has no " + said);
            }
        }
        if (card.path("body").isEmpty()) {
            found.add("has nothing in it");
        }
        card.path("body").forEach(this::node);
    }

    private void node(JsonNode node) {
        String type = node.path("type").asText();
        Set<String> known = NAMES.get(type);
        if (known == null) {
            found.add("has " + type + ", which is not used");
            return;
        }
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                found.add(type + " has " + name);
            }
        });
        switch (type) {
            case "TextBlock" -> plain(node.path("text").asText());
            case "TextRun" -> run(node.path("text").asText());
            case "Input.ChoiceSet" -> choices(node);
            case "ActionSet" -> {
                if (node.path("actions").isEmpty() || node.path("actions").size() > 6) {
                    found.add("ActionSet has " + node.path("actions").size() + " buttons");
                }
            }
            default -> {}
        }
        if (Set.of("TextBlock", "Input.ChoiceSet").contains(type)
                && !node.path("wrap").asBoolean()) {
            found.add(type + " does not wrap");
        }
        if (type.startsWith("Input.")) {
            field(node);
        }
        if (type.startsWith("Action.")) {
            button(node);
        }
        for (String inside : List.of("items", "inlines", "actions")) {
            node.path(inside).forEach(this::node);
        }
        if (node.has("fallback")) {
            node(node.path("fallback"));
        }
    }

    private void plain(String text) {
        String read = TextContentRenderer.builder().build().render(MARKDOWN.parse(text));
        if (!read.equals(text) || text.contains("{{") || text.contains("<")) {
            found.add("“" + text + "” is not what markdown makes of it");
        }
    }

    private void run(String text) {
        if (text.isEmpty() || text.contains("{{DATE(") || text.contains("{{TIME(") || text.contains("\n")) {
            found.add("a run is empty, has a formula, or has lines");
        }
        if (Character.isLowSurrogate(text.charAt(0)) || Character.isHighSurrogate(text.charAt(text.length() - 1))) {
            found.add("a run divides a character");
        }
    }

    private void field(JsonNode field) {
        if (!ids.add(field.path("id").asText()) || field.path("id").asText().isEmpty()) {
            found.add("a field has no id of its own");
        }
        if (field.path("label").asText().isBlank()) {
            found.add("a field has no label");
        }
        if (field.path("isRequired").asBoolean()
                && field.path("errorMessage").asText().isBlank()) {
            found.add("a field that must be filled in does not say so");
        }
    }

    private void choices(JsonNode set) {
        Set<String> values = new HashSet<>();
        set.path("choices").forEach(choice -> {
            plain(choice.path("title").asText());
            String value = choice.path("value").asText();
            if (!values.add(value) || value.isEmpty() || value.contains(",")) {
                found.add("a choice has no value of its own, or one with a comma");
            }
        });
        if (values.isEmpty()) {
            found.add("there is nothing to choose from");
        }
    }

    private void button(JsonNode button) {
        String title = button.path("title").asText();
        if (title.isBlank() || title.length() > 30) {
            found.add("a button says “" + title + "”");
        }
        String type = button.path("type").asText();
        if (type.equals("Action.OpenUrl")) {
            if (!button.path("url").asText().startsWith("https://")) {
                found.add("a button opens no web page");
            }
            return;
        }
        if (type.equals("Action.Execute")
                && !button.path("fallback").path("type").asText().equals("Action.Submit")) {
            found.add("a button has no fallback");
        }
        if (value(button).isEmpty()
                && ReadPress.of(kind(button), carried(button)).isEmpty()) {
            found.add("nobody can read what a button carries: " + button.path("data"));
        }
    }

    /** What a button does, read as the channel reads it. */
    private static Optional<ButtonValue> value(JsonNode button) {
        return ButtonValue.ofKind(kind(button), carried(button));
    }

    private static String kind(JsonNode button) {
        return button.path("type").asText().equals("Action.Execute")
                ? button.path("verb").asText()
                : button.path("data").path("verb").asText();
    }

    private static String carried(JsonNode button) {
        return button.path("data").path("value").asText();
    }

    /** What each button of a message does, but for those that open a page. */
    static List<ButtonValue> buttons(TeamsMessage message) {
        List<ButtonValue> buttons = new ArrayList<>();
        collect(read(CardPage.card(message)).path("body"), buttons);
        return buttons;
    }

    private static void collect(JsonNode node, List<ButtonValue> buttons) {
        if (node.path("type").asText().startsWith("Action.")) {
            if (!node.path("type").asText().equals("Action.OpenUrl")) {
                buttons.add(value(node).orElseThrow());
            }
            return;
        }
        node.forEach(child -> collect(child, buttons));
    }

    /** How many buttons a message shows. */
    static int shownButtons(TeamsMessage message) {
        return read(CardPage.card(message)).findValues("actions").stream()
                .mapToInt(JsonNode::size)
                .sum();
    }

    /** All that can be read in messages, but for buttons; each line on a line of its own. */
    static String said(List<TeamsMessage> messages) {
        StringBuilder said = new StringBuilder();
        messages.forEach(message -> said(read(CardPage.card(message)).path("body"), said));
        return said.toString();
    }

    private static void said(JsonNode node, StringBuilder said) {
        switch (node.path("type").asText()) {
            case "TextBlock" -> said.append(node.path("text").asText()).append('\n');
            case "RichTextBlock" -> {
                node.path("inlines").forEach(run -> said.append(run.path("text").asText()));
                said.append('\n');
            }
            case "Input.ChoiceSet" ->
                node.path("choices")
                        .forEach(c -> said.append(c.path("title").asText()).append('\n'));
            default -> {
                if (!node.path("type").asText().startsWith("Action.")) {
                    node.forEach(child -> said(child, said));
                }
            }
        }
    }
}
