package org.clausebot.desk.view;

import java.util.List;

/**
 * One gap.
 *
 * @param about people-weeks; empty where it is not among those found now
 * @param wordings that may be shown; may be empty
 * @param now what the bot answers to its name today
 * @param decision what was decided; empty for nothing
 * @param details what is kept of the decision: the words that are said, or those that were taught
 * @param teaches whether whoever looks may change what the bot says
 * @param takesBack whether they may take back what was decided
 * @param clauses to choose from
 * @param form what was typed before it was refused
 */
public record OwnerGapView(
        OwnerFrame frame,
        String id,
        String name,
        String about,
        List<String> wordings,
        Now now,
        String decision,
        List<String> details,
        boolean teaches,
        boolean takesBack,
        List<Group> clauses,
        Form form) {
    public OwnerGapView {
        wordings = List.copyOf(wordings);
        details = List.copyOf(details);
        clauses = List.copyOf(clauses);
    }

    public String address() {
        return "/desk/policies/gaps/" + id;
    }

    /**
     * What the bot answers.
     *
     * @param says in a sentence
     * @param quotes the clauses that it shows, each with its number and its words as printed
     */
    public record Now(String says, List<Quoted> quotes) {
        public Now {
            quotes = List.copyOf(quotes);
        }
    }

    /** @param leadIn empty for none */
    public record Quoted(String number, String leadIn, String text) {}

    /** The clauses of a policy. */
    public record Group(String policy, List<Choice> choices) {
        public Group {
            choices = List.copyOf(choices);
        }
    }
}
