package org.clausebot.flow;

import java.util.Optional;

/** The engine's own words beside a step. */
final class Asides {
    static final String REALLY_CANCEL =
            "Do you really want to stop? What you wrote is deleted then. Nothing has been sent to anybody.";
    static final String REALLY_AGAIN = "Do you really want to start again? What you wrote is deleted then.";
    static final String GOING_ON = "Nothing is deleted. We go on where we were.";
    static final String FIRST = "This is the first question. Type “cancel” to stop.";
    static final String NOT_SENT = "Nothing has been sent. Type “change” and a number to change an answer,"
            + " “save for later”, or “cancel”.";
    static final String WHICH_WRONG = "Which answer is not right? Type “change” and its number, such as “change 2”.";
    static final String CAN_DO = "At any question you may type “back”, “help”, “why”, “who will see this?”,"
            + " “change” and the number of an answer, “save for later”, “start again” or “cancel”.";

    private Asides() {}

    static String why(Step step) {
        return step.common().why().isEmpty()
                ? "It helps whoever reads this to understand what happened and what to do."
                : step.common().why();
    }

    static String help(Step step, AnswerReader reader) {
        String words = step.common().help().isEmpty()
                ? reader.example(step)
                : step.common().help();
        return words + (step.common().optional() ? " You may type “skip”." : "") + " " + CAN_DO;
    }

    static String notOptional(Step step, AnswerReader reader) {
        return "This one is needed. " + reader.example(step) + " Type “save for later” if you need time.";
    }

    /** Other words each time: first what was wrong, then what would do, then the ways out. */
    static String misread(Step step, AnswerReader reader, String reason, int times) {
        String why = reason.isEmpty() ? "I did not understand that." : reason;
        String skip = step.common().optional() ? " Or type “skip”." : "";
        if (times <= 1) {
            return why + " " + reader.example(step);
        }
        String listed = reader.options(step).isEmpty() ? reader.example(step) : reader.listed(step);
        if (times == 2) {
            return why + " " + listed + skip + " Type “help” to read what is meant.";
        }
        String asWritten = takesWords(step) ? " Or type “answer:” and your words, and I keep them as they are." : "";
        if (times == 3) {
            return "Sorry that I still do not understand." + asWritten + skip
                    + " You may also type “back”, “save for later” or “cancel”.";
        }
        return "I cannot make out an answer. " + listed + asWritten + skip
                + " If this does not work, type “save for later” and tell the person concerned with it yourself, or by telephone.";
    }

    static String tooLong(int length) {
        return "That has " + length + " characters, more than can be read here.";
    }

    static String question() {
        return "That reads as a question. If it was your answer, type “answer:” and then the words.";
    }

    /** Whether {@code answer: …} is kept there as it was typed; not where something depends on the answer. */
    static boolean takesWords(Step step) {
        Optional<AnswerKind> kind = step.kind();
        return kind.isPresent()
                && switch (kind.get()) {
                    case AnswerKind.Text text -> true;
                    case AnswerKind.LongText text -> true;
                    case AnswerKind.Person person -> true;
                    case AnswerKind.When when -> true;
                    case AnswerKind.Date date -> true;
                    case AnswerKind.Number number -> true;
                    case AnswerKind.WebAddress address -> true;
                    case AnswerKind.Name name -> true;
                    case AnswerKind.YesNo other -> false;
                    case AnswerKind.Choice other -> false;
                    case AnswerKind.Choices other -> false;
                    case AnswerKind.Evidence other -> false;
                    case AnswerKind.Recipient other -> false;
                    case AnswerKind.Subject other -> false;
                };
    }
}
