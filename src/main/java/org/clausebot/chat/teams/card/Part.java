package org.clausebot.chat.teams.card;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An element of a card, by the names that Adaptive Cards 1.5 has for it. What is empty is left out of the JSON.
 *
 * @see <a href="https://adaptivecards.io/explorer/">Adaptive Cards' reference</a>
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"type", "id", "label"})
sealed interface Part {
    @JsonProperty
    String type();

    /** It goes over to the next line rather than being cut. */
    interface Wrapping {
        @JsonProperty
        default boolean wrap() {
            return true;
        }
    }

    /** A heading. Its text is read as markdown, so it may only be what {@link Kit#isPlain} holds to be none. */
    record TextBlock(String text, String size) implements Part, Wrapping {
        public TextBlock {
            if (!Kit.isPlain(text)) {
                throw new IllegalArgumentException("Words that may be markdown do not stand in a TextBlock");
            }
        }

        @Override
        public String type() {
            return "TextBlock";
        }

        @JsonProperty
        String style() {
            return "heading";
        }

        @JsonProperty
        String weight() {
            return "Bolder";
        }
    }

    /** A line of text that is shown as written. */
    record RichTextBlock(List<TextRun> inlines, String spacing) implements Part {
        public RichTextBlock {
            inlines = List.copyOf(inlines);
        }

        @Override
        public String type() {
            return "RichTextBlock";
        }
    }

    /**
     * A part of a line.
     *
     * @param subtle whether it is less important than what stands around it
     * @param selectAction what a press on it does
     */
    record TextRun(
            String text,
            String weight,
            String fontType,

            @JsonProperty("isSubtle") @JsonInclude(JsonInclude.Include.NON_DEFAULT)
            boolean subtle,

            @Nullable Act selectAction)
            implements Part {
        @Override
        public String type() {
            return "TextRun";
        }
    }

    /** Elements that belong together. */
    record Container(List<Part> items, String style, String spacing) implements Part {
        public Container {
            items = List.copyOf(items);
        }

        @Override
        public String type() {
            return "Container";
        }
    }

    /** Buttons. */
    record ActionSet(List<Act> actions) implements Part {
        /** Teams shows no more at once. */
        static final int MOST = 6;

        public ActionSet {
            actions = List.copyOf(actions);
            if (actions.isEmpty() || actions.size() > MOST) {
                throw new IllegalArgumentException("A row has 1 to " + MOST + " buttons");
            }
        }

        @Override
        public String type() {
            return "ActionSet";
        }
    }

    /** A field for words. */
    record InputText(
            String id,
            String label,
            String value,

            @JsonProperty("isMultiline") @JsonInclude(JsonInclude.Include.NON_DEFAULT)
            boolean multiline,

            int maxLength,

            @JsonProperty("isRequired") @JsonInclude(JsonInclude.Include.NON_DEFAULT)
            boolean required,

            String errorMessage)
            implements Part {
        @Override
        public String type() {
            return "Input.Text";
        }
    }

    /** A field for a day, {@code yyyy-MM-dd}. */
    record InputDate(String id, String label, String value) implements Part {
        @Override
        public String type() {
            return "Input.Date";
        }
    }

    /** A field for a time, {@code HH:mm}. */
    record InputTime(String id, String label, String value) implements Part {
        @Override
        public String type() {
            return "Input.Time";
        }
    }

    /**
     * Choices.
     *
     * @param style {@code expanded} with all in sight, {@code compact} as a menu
     * @param value the ids of those that are chosen, with commas between
     */
    record InputChoiceSet(
            String id,
            String label,
            List<Choice> choices,

            @JsonProperty("isMultiSelect") @JsonInclude(JsonInclude.Include.NON_DEFAULT)
            boolean several,

            String style,
            String value)
            implements Part, Wrapping {
        public InputChoiceSet {
            choices = List.copyOf(choices);
        }

        @Override
        public String type() {
            return "Input.ChoiceSet";
        }
    }

    /** One of them. Its title is read as markdown, so it may only be what {@link Kit#isPlain} holds to be none. */
    record Choice(String title, String value) {
        public Choice {
            if (!Kit.isPlain(title)) {
                throw new IllegalArgumentException("Words that may be markdown do not stand in a choice");
            }
        }
    }
}
