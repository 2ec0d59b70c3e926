package org.clausebot.answer;

import java.util.List;

/** What the bot makes of a question. Switched over without a default, so that no channel can forget a kind. */
public sealed interface Answer {
    /** What was found, whatever the outcome. */
    Findings findings();

    /** The clauses shown; empty where nothing is quoted. */
    default List<Quote> quotes() {
        return switch (this) {
            case Quoted a -> a.shown();
            case Nearest a -> a.shown();
            case Urgent a -> a.firstSteps();
            case NotCovered a -> List.of();
            case SmallTalk a -> List.of();
        };
    }

    /** How strongly {@link #quotes()} speak. */
    default Stance stance() {
        return switch (this) {
            case Quoted a -> a.strength();
            case Nearest a -> a.strength();
            case Urgent a -> Stance.NONE;
            case NotCovered a -> Stance.NONE;
            case SmallTalk a -> Stance.NONE;
        };
    }

    /** The name in JSON. */
    default String outcome() {
        return switch (this) {
            case Quoted a -> "quoted";
            case Nearest a -> "nearest";
            case NotCovered a -> "not-covered";
            case Urgent a -> "urgent";
            case SmallTalk a -> "small-talk";
        };
    }

    /** Clauses answer the question. */
    record Quoted(Findings findings, Stance strength, List<Quote> shown) implements Answer {
        public Quoted {
            shown = required(shown);
        }
    }

    /** No clause says it directly; these are the nearest, and are shown as no more than that. */
    record Nearest(Findings findings, Stance strength, List<Quote> shown) implements Answer {
        public Nearest {
            shown = required(shown);
        }
    }

    /** No clause bears on it. */
    record NotCovered(Findings findings) implements Answer {}

    /**
     * A child may be at risk, somebody is threatened, or there is an indecent image: first steps before anything else.
     *
     * @param firstSteps the clauses that say what to do now; may be empty where the policy has none
     */
    record Urgent(Findings findings, Concern concern, List<Quote> firstSteps) implements Answer {
        public Urgent {
            firstSteps = List.copyOf(firstSteps);
        }
    }

    /** A greeting, thanks, or a message that asks nothing. */
    record SmallTalk(Findings findings, Kind kind) implements Answer {
        /** What was said. */
        public enum Kind {
            GREETING,
            THANKS,
            HELP,
            GOODBYE,
            /** Too little to go on. */
            UNCLEAR
        }
    }

    /** What an urgent message tells of. */
    enum Concern {
        INDECENT_IMAGE,
        CHILD_AT_RISK,
        THREAT
    }

    private static List<Quote> required(List<Quote> quotes) {
        if (quotes.isEmpty()) {
            throw new IllegalArgumentException("This answer needs a quote; without one it is NotCovered");
        }
        return List.copyOf(quotes);
    }
}
