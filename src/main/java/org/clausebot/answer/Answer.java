package org.clausebot.answer;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What the bot makes of a question. Switched over without a default, so that no channel can forget a kind. */
public sealed interface Answer {
    /** What was found, whatever the outcome. */
    Findings findings();

    /** The clauses that answer, then those to read with them; empty where nothing is quoted. */
    default List<Quote> quotes() {
        return Stream.concat(answering().stream(), context().brought().stream()).toList();
    }

    /** The clauses that answer. */
    default List<Quote> answering() {
        return switch (this) {
            case Quoted a -> a.shown();
            case Nearest a -> a.shown();
            case Urgent a -> a.firstSteps();
            case NotCovered a -> List.of();
            case SmallTalk a -> List.of();
        };
    }

    /** What must be known beside them. */
    default Context context() {
        return switch (this) {
            case Quoted a -> a.beside();
            case Nearest a -> a.beside();
            case Urgent a -> a.beside();
            case NotCovered a -> Context.NONE;
            case SmallTalk a -> Context.NONE;
        };
    }

    /** How strongly the first clause that answers speaks. */
    default Stance stance() {
        return switch (this) {
            case Quoted a -> a.shown().getFirst().strength().stance();
            case Nearest a -> a.shown().getFirst().strength().stance();
            case Urgent a -> Stance.NONE;
            case NotCovered a -> Stance.NONE;
            case SmallTalk a -> Stance.NONE;
        };
    }

    /** Whether the clauses that answer do not all speak as strongly. */
    default boolean stancesDiffer() {
        return answering().stream()
                        .map(quote -> quote.strength().stance())
                        .distinct()
                        .count()
                > 1;
    }

    /** The guided flow that is offered, if one is. */
    default Optional<String> flow() {
        return switch (this) {
            case Urgent a -> Optional.of(a.concern().flow());
            case Quoted a -> Optional.empty();
            case Nearest a -> Optional.empty();
            case NotCovered a -> Optional.empty();
            case SmallTalk a -> Optional.empty();
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
    record Quoted(Findings findings, List<Quote> shown, Context beside) implements Answer {
        public Quoted {
            shown = required(shown);
        }
    }

    /** No clause says it directly; these are the nearest, and are shown as no more than that. */
    record Nearest(Findings findings, List<Quote> shown, Context beside) implements Answer {
        public Nearest {
            shown = required(shown);
        }
    }

    /**
     * No clause bears on it.
     *
     * @param elsewhere where it is answered, in the school's own words; never shown as a quotation
     */
    record NotCovered(Findings findings, Optional<String> elsewhere) implements Answer {
        public NotCovered {
            if (elsewhere.isPresent() && elsewhere.get().isBlank()) {
                throw new IllegalArgumentException("Words that say where it is answered say something");
            }
        }

        public NotCovered(Findings findings) {
            this(findings, Optional.empty());
        }
    }

    /**
     * A child may be at risk, somebody is threatened, or there is an indecent image: first steps before anything else.
     *
     * @param firstSteps the clauses that say what to do now; may be empty where the policy has none
     * @param onlyAsked what the answer would be had nothing happened; shown below the first steps where there is room, and
     *     never among them. Empty where it was not sought, or where the message asks nothing
     */
    record Urgent(
            Findings findings, Concern concern, List<Quote> firstSteps, Context beside, Optional<Answer> onlyAsked)
            implements Answer {
        public Urgent {
            firstSteps = List.copyOf(firstSteps);
            if (onlyAsked.filter(Urgent.class::isInstance).isPresent()) {
                throw new IllegalArgumentException("Below first steps stand no others");
            }
        }

        /** With nothing below. */
        public Urgent(Findings findings, Concern concern, List<Quote> firstSteps, Context beside) {
            this(findings, concern, firstSteps, beside, Optional.empty());
        }

        /** The same first steps with something else below them. */
        public Urgent above(Optional<Answer> below) {
            return new Urgent(findings, concern, firstSteps, beside, below);
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
            /** Only abuse. */
            INSULT,
            /** It wants the bot to say something as if the policy said it. */
            MANIPULATION,
            /** It wants to know what others asked or reported. */
            OTHERS_QUESTIONS,
            /** Not in English. */
            OTHER_LANGUAGE,
            /** A page of text and no question. */
            PASTED,
            /** Too little to go on. */
            UNCLEAR,
            /** It wants to know what is logged, and their questions are. */
            LOGGED,
            /** It wants to know what is logged, or to be logged, and their questions are not. */
            NOT_LOGGED,
            /** It switches the log off for whoever says it. */
            LOG_OFF,
            /** It switches the log on again. */
            LOG_ON,
            /** It asks what a policy said at a time of which no version is kept. */
            NO_SUCH_VERSION
        }
    }

    /** What an urgent message tells of; each has a guided flow of the same name to report it. */
    enum Concern {
        INDECENT_IMAGES,
        /** What is not illegal but raises concern about somebody. */
        UNSUITABLE_MATERIAL,
        /** A pupil has made contact, and what was written is worrying. */
        PUPIL_CONTACT,
        /** Somebody may be in danger or may harm themselves. */
        PERSON_AT_RISK,
        /** A child has been shown what no child should see. */
        CHILD_EXPOSED,
        /** A colleague or another adult may be a danger to a child. */
        CONCERN_ABOUT_ADULT,
        /** Somebody is threatened, blackmailed or hounded. */
        ONLINE_BULLYING;

        /** The name of its guided flow, in JSON and in the file of phrases. */
        public String flow() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The concern whose flow is {@code name}, if there is one. */
        public static Optional<Concern> ofFlow(String name) {
            return Arrays.stream(values())
                    .filter(concern -> concern.flow().equals(name))
                    .findFirst();
        }
    }

    private static List<Quote> required(List<Quote> quotes) {
        if (quotes.isEmpty()) {
            throw new IllegalArgumentException("This answer needs a quote; without one it is NotCovered");
        }
        return List.copyOf(quotes);
    }
}
