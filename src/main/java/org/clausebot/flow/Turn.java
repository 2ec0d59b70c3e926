package org.clausebot.flow;

import java.util.List;
import java.util.Optional;

/** What came of a message. Every turn carries the conversation to be kept. Switched over without a default. */
public sealed interface Turn {
    Conversation conversation();

    /**
     * A step is asked.
     *
     * @param said what is to be read before it
     * @param asked the step
     * @param question its words
     * @param ring numbers to ring, each a line to show
     * @param note a line before the question, such as the answer that is being changed; may be empty
     * @param choices what may be pressed; the id or the label may be sent as the message. Empty for free words
     * @param several whether more than one of {@code choices} may be given, with commas between
     * @param summary what was answered so far, at a confirm step
     * @param showAddressees whether those who will see the report are to be named with it
     */
    record Prompt(
            Conversation conversation,
            List<Said> said,
            Step asked,
            String question,
            List<String> ring,
            String note,
            List<Choice> choices,
            boolean several,
            Optional<Summary> summary,
            boolean showAddressees)
            implements Turn {
        public Prompt {
            said = List.copyOf(said);
            ring = List.copyOf(ring);
            choices = List.copyOf(choices);
        }

        /** Whether "skip" is taken. */
        public boolean optional() {
            return asked.common().optional();
        }

        /** Whether files are taken here. */
        public boolean evidence() {
            return asked.kind().filter(AnswerKind.Evidence.class::isInstance).isPresent();
        }
    }

    /** The message was not understood: says so, helps, and asks again. */
    record Misread(Conversation conversation, String words, Prompt again) implements Turn {}

    /**
     * Something beside the step was wanted.
     *
     * @param words what to show; empty for {@code WHO_SEES}, for which the caller knows the words
     */
    record Aside(Conversation conversation, Kind kind, String words, Prompt again) implements Turn {
        public enum Kind {
            WHO_SEES,
            WHY,
            HELP,
            CAN_DO,
            /** The person wants to stop or to begin again; {@code again} asks whether they really do. */
            REALLY,
            /** Something to know before the question is asked again, such as that nothing was cancelled. */
            NOTE
        }
    }

    /** The person goes on another time. */
    record Paused(Conversation conversation) implements Turn {}

    /**
     * The flow is at its end.
     *
     * @param send whether the report is to be sent now; false where the flow ends with nothing to send
     * @param said what is to be read
     * @param after what is to be read with the receipt; empty when nothing is sent
     * @param ring numbers to ring, each a line to show with {@code after}
     */
    record Finished(Conversation conversation, boolean send, List<Said> said, String after, List<String> ring)
            implements Turn {
        public Finished {
            ring = List.copyOf(ring);
            said = List.copyOf(said);
        }
    }

    /** The person stopped for good; what they wrote is to be destroyed. */
    record Cancelled(Conversation conversation) implements Turn {}

    /**
     * Words to read; the step's clauses are shown beside them.
     *
     * @param ring numbers to ring, each a line to show, such as {@code Police: 101}
     */
    record Said(Step.Say step, List<String> ring) {
        public Said {
            ring = List.copyOf(ring);
        }
    }

    /** Something to press. */
    record Choice(String id, String label) {}

    /** What was answered so far. */
    record Summary(List<Line> lines) {
        public Summary {
            lines = List.copyOf(lines);
        }
    }

    /**
     * One answer.
     *
     * @param number counted from 1; "change 3" takes it
     * @param step the id of the step
     * @param question as it was put
     * @param shown the answer as people read it
     */
    record Line(int number, String step, String question, String shown) {}
}
