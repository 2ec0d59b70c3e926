package org.clausebot.flow;

import java.util.List;
import org.clausebot.school.Role;

/** What a question wants to know. Switched over without a default. */
public sealed interface AnswerKind {
    /**
     * A line of words.
     *
     * @param max how many characters it may have
     * @param describesImage whether it may be taken to ask for what an image shows
     */
    record Text(int max, boolean describesImage) implements AnswerKind {}

    /** Several lines of words; as {@link Text}. */
    record LongText(int max, boolean describesImage) implements AnswerKind {}

    /**
     * A day and a time, such as "yesterday about 4".
     *
     * @param future whether it may lie ahead
     */
    record When(boolean future) implements AnswerKind {}

    /** A day; as {@link When}. */
    record Date(boolean future) implements AnswerKind {}

    /**
     * Somebody's name, or several.
     *
     * @param max how many characters it may have
     * @param accused whether the report is about them: a receiver of that name is left out
     */
    record Person(int max, boolean accused) implements AnswerKind {}

    /** Yes or no. */
    record YesNo() implements AnswerKind {}

    /** One option. */
    record Choice(List<Step.Option> options) implements AnswerKind {
        public Choice {
            options = List.copyOf(options);
        }
    }

    /** One option or more. */
    record Choices(List<Step.Option> options) implements AnswerKind {
        public Choices {
            options = List.copyOf(options);
        }
    }

    /** A whole number, both ends included. */
    @SuppressWarnings("AvoidCommonTypeNames") // always written AnswerKind.Number, as the flows call it
    record Number(int min, int max) implements AnswerKind {}

    /** The address of a web page; it is never fetched. */
    record WebAddress() implements AnswerKind {}

    /** Files, which the channel takes; "done" goes on. */
    record Evidence() implements AnswerKind {}

    /** One of the people in these roles, who may not be one whom the report is about. */
    record Recipient(List<Role> of) implements AnswerKind {
        public Recipient {
            of = List.copyOf(of);
        }
    }

    /** Whether it is about somebody in these roles: {@code no}, {@code not-sure}, or role codes with commas between. */
    record Subject(List<Role> of) implements AnswerKind {
        public Subject {
            of = List.copyOf(of);
        }
    }

    /**
     * The reporter's own name.
     *
     * @param withhold whether it may be kept out; the answer is then kept as the word for a name kept out
     */
    record Name(boolean withhold) implements AnswerKind {}
}
