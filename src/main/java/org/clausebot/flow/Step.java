package org.clausebot.flow;

import java.util.List;
import java.util.Optional;

/** One step of a flow. Switched over without a default. */
public sealed interface Step {
    Common common();

    /** What every step has. */
    record Common(
            String id,
            int line,
            Condition condition,
            List<String> cites,
            List<String> ring,
            String go,
            boolean optional,
            String why,
            String help) {
        /** What {@code go} says when the conversation ends there with nothing sent. */
        public static final String END = "end";

        /**
         * @param id unique within its flow
         * @param line where it stands in the flow's file, counted from 1
         * @param condition when it is asked or said
         * @param cites addresses of the clauses that are shown beside it
         * @param ring codes of the numbers that are shown with it
         * @param go the step to go on with; empty for the next in the file
         * @param optional whether it may be skipped
         * @param why why it is asked; may be empty
         * @param help what is shown for "help"; may be empty
         */
        public Common {
            cites = List.copyOf(cites);
            ring = List.copyOf(ring);
        }
    }

    /** Words to read; goes on by itself. */
    record Say(Common common, String words) implements Step {}

    /** One question. */
    record Ask(Common common, String question, AnswerKind as) implements Step {}

    /** One option of several, any of which may lead elsewhere. */
    record Choose(Common common, String question, List<Option> options) implements Step {
        public Choose {
            options = List.copyOf(options);
        }
    }

    /** Shows the summary and who will see it; goes on after yes, and takes "change …". */
    record Confirm(Common common, String question) implements Step {}

    /**
     * The last word before the report is sent: yes sends it.
     *
     * @param after what to read with the receipt
     */
    record Submit(Common common, String question, String after) implements Step {}

    /**
     * One answer to choose.
     *
     * @param id what is kept
     * @param label what is shown
     * @param also other words that mean it
     * @param go the step to go on with; empty to go on as the step says
     */
    record Option(String id, int line, String label, List<String> also, String go) {
        public Option {
            also = List.copyOf(also);
        }
    }

    /** Unique within its flow. */
    default String id() {
        return common().id();
    }

    /** Whether a person is asked something. */
    default boolean asks() {
        return !(this instanceof Say);
    }

    /** The words of the step, as they stand in the file. */
    default String words() {
        return switch (this) {
            case Say say -> say.words();
            case Ask ask -> ask.question();
            case Choose choose -> choose.question();
            case Confirm confirm -> confirm.question();
            case Submit submit -> submit.question();
        };
    }

    /** What is to be answered; empty for words to read, and for confirm and submit. */
    default Optional<AnswerKind> kind() {
        return switch (this) {
            case Say say -> Optional.empty();
            case Ask ask -> Optional.of(ask.as());
            case Choose choose -> Optional.of(new AnswerKind.Choice(choose.options()));
            case Confirm confirm -> Optional.empty();
            case Submit submit -> Optional.empty();
        };
    }
}
