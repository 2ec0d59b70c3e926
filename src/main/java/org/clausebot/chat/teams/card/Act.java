package org.clausebot.chat.teams.card;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Map;
import java.util.TreeMap;
import org.clausebot.chat.talk.ButtonValue;
import org.clausebot.chat.talk.Press;

/** What a press does, by the names that Adaptive Cards 1.5 has for it. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"type", "title"})
sealed interface Act {
    /** Under this name a button carries {@link ButtonValue#value}. */
    String VALUE = "value";

    /** Under this name a button without a verb of its own carries {@link ButtonValue#kind}. */
    String VERB = "verb";

    @JsonProperty
    String type();

    /**
     * Sends a verb and data; the answer may take the card's place.
     *
     * @param tooltip read aloud in the place of the title
     * @param associatedInputs {@code auto} to send what is filled in on the card as well, {@code none} not to
     * @param fallback for programs that do not know this action
     */
    record Execute(
            String title,
            String verb,
            Map<String, Object> data,
            String style,
            String tooltip,
            String associatedInputs,
            Submit fallback)
            implements Act {
        public Execute {
            data = sorted(data);
        }

        @Override
        public String type() {
            return "Action.Execute";
        }
    }

    /** Sends data. With a {@code msteams} of {@code task/fetch} in it, a dialog is opened. */
    record Submit(String title, Map<String, Object> data, String style, String tooltip, String associatedInputs)
            implements Act {
        public Submit {
            data = sorted(data);
        }

        @Override
        public String type() {
            return "Action.Submit";
        }
    }

    /** Opens a web page. */
    record OpenUrl(String title, String url, String tooltip) implements Act {
        @Override
        public String type() {
            return "Action.OpenUrl";
        }
    }

    /**
     * What {@code press} does, on a button that says {@code title}.
     *
     * @param tooltip the whole of what it says, where the button says less; empty elsewhere
     */
    static Act of(Press press, String title, String tooltip) {
        if (!press.url().isEmpty()) {
            return new OpenUrl(title, press.url(), tooltip);
        }
        String style = press.strong() ? "positive" : "";
        ButtonValue value = press.value();
        if (value instanceof ButtonValue.OpenWindow) {
            Map<String, Object> data =
                    Map.of("msteams", Map.of("type", "task/fetch"), VERB, value.kind(), VALUE, value.value());
            return new Submit(title, data, style, tooltip, "none");
        }
        // What is filled in goes with the button that is for it and with no other.
        String inputs = value instanceof ButtonValue.Fill ? "auto" : "none";
        Submit fallback = new Submit(title, carried(value), style, tooltip, inputs);
        return new Execute(title, value.kind(), Map.of(VALUE, value.value()), style, tooltip, inputs, fallback);
    }

    /** Data that says what it is itself. */
    static Map<String, Object> carried(ButtonValue value) {
        return Map.of(VERB, value.kind(), VALUE, value.value());
    }

    /** In the same order each time. */
    private static Map<String, Object> sorted(Map<String, Object> data) {
        return new TreeMap<>(data);
    }
}
