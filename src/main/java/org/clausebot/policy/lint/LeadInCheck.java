package org.clausebot.policy.lint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clausebot.policy.Clause;
import org.clausebot.policy.ClauseRef;
import org.clausebot.policy.Span;

/**
 * A lead-in that reverses its items ("Adults should not:"), which read alone say the opposite; and an item that says
 * "not" under a lead-in that lists what to do.
 */
final class LeadInCheck implements Check {
    private static final String CIRCUMSTANCES =
            "(?:,? (?:at any time|in any circumstances|under any circumstances|in any way|on any account),?)?";
    private static final Pattern REVERSES = Pattern.compile(
            "(?:\\b(?:must|should|shall|may|can|could|will|would|do|does|are|is|need|ought)(?: \\w+ly| also)? (?:not|never)"
                    + "|\\bcannot|n[’']t|\\bnever"
                    + "|\\b(?:not|never|no longer) (?:be )?(?:allowed|permitted|authorised|entitled)"
                    + "|\\b(?:prohibited|forbidden|banned|barred|refrain) from"
                    + "|\\b(?:nobody|no one|no [\\w’']+(?: [\\w’']+){0,4}) (?:may|must|should|shall|can|is to|is allowed to)"
                    + "|\\bnot do (?:any of )?the following"
                    + "|\\bthe following (?:\\w+ )?(?:are|is) (?:not (?:allowed|permitted|acceptable)|prohibited|forbidden|banned|unacceptable))"
                    + "(?: to)?" + CIRCUMSTANCES + "\\s*[:–—-]*$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DEMANDS = Pattern.compile(
            "\\b(?:must|should|shall|will|ought to|need to|has to|have to"
                    + "|(?:are|is) (?:expected|required|asked|advised|encouraged) to)(?: \\w+ly| also)?\\s*[:–—-]*$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NEGATED =
            Pattern.compile("(?:not|never|do not|don[’']t)\\b", Pattern.CASE_INSENSITIVE);

    @Override
    public List<Finding> check(Reading reading) {
        Map<Span, List<Clause>> reversed = new LinkedHashMap<>();
        List<Finding> findings = new ArrayList<>();
        for (Clause clause : reading.clauses()) {
            clause.leadIn().ifPresent(leadIn -> {
                leadIn.sources().stream()
                        .filter(s -> REVERSES.matcher(
                                        reading.policy().document().read(s))
                                .find())
                        .findFirst()
                        .ifPresent(s -> reversed.computeIfAbsent(s, key -> new ArrayList<>())
                                .add(clause));
                String last = reading.policy().document().read(leadIn.sources().getLast());
                if (DEMANDS.matcher(last).find()
                        && NEGATED.matcher(clause.text()).lookingAt()) {
                    findings.add(negated(reading, clause, last));
                }
            });
        }
        reversed.forEach((span, items) ->
                findings.add(reverses(reading, span, reading.policy().document().read(span), items)));
        return findings;
    }

    /** Whether a lead-in turns its items into their opposite. */
    static boolean reverses(String leadIn) {
        return REVERSES.matcher(leadIn).find();
    }

    private static Finding reverses(Reading reading, Span span, String leadIn, List<Clause> items) {
        Clause shown = items.getFirst();
        Clause twice = items.stream()
                .filter(c -> NEGATED.matcher(c.text()).lookingAt())
                .findFirst()
                .orElse(shown);
        boolean doubled = NEGATED.matcher(twice.text()).lookingAt();
        String message = doubled
                ? "“" + leadIn + "” is followed by an item that says not itself: " + Names.of(twice) + ", "
                        + Names.quote(twice.text()) + ". Together they allow what is to be forbidden."
                : "“" + leadIn + "” reverses " + Names.range(items) + ". Read alone, " + Names.of(shown) + " says "
                        + Names.quote(shown.text()) + ".";
        String suggestion = doubled
                ? "Say it once: take the not out of the item."
                : "Say it in each item, for example “" + joined(leadIn, shown.text()) + "”.";
        Severity severity =
                doubled ? Severity.ERROR : standsAlone(reading, span, items) ? Severity.WARNING : Severity.INFO;
        return new Finding(
                Rule.LEAD_IN_REVERSES,
                severity,
                new Place.AtClause(items.getFirst().ref()),
                span,
                message,
                suggestion,
                items.stream().skip(1).map(Clause::ref).toList());
    }

    /**
     * Whether the items can be cited without what introduces them: they have numbers of their own, while the lead-in has
     * none. "2.4.6" may be cited alone; "(a)" under "B3" is cited as "B3(a)", and B3 holds the "not".
     */
    private static boolean standsAlone(Reading reading, Span leadIn, List<Clause> items) {
        ClauseRef item = items.getFirst().ref();
        boolean numbered = item.bullet() == 0 && !item.number().contains("¶");
        return numbered
                && reading.clauses().stream()
                        .noneMatch(c -> c.source().overlaps(leadIn)
                                && item.number().startsWith(c.ref().number()))
                && Label.ofClause(item.number())
                        .map(l -> !l.close().equals(")"))
                        .orElse(false);
    }

    private static Finding negated(Reading reading, Clause clause, String leadIn) {
        Matcher not = NEGATED.matcher(clause.text());
        boolean found = not.lookingAt();
        int end = found ? not.end() : 0;
        String rest = clause.text().substring(end).strip();
        String modal = leadIn.replaceAll("[\\s:–—-]+$", "");
        boolean never = clause.text().substring(0, end).equalsIgnoreCase("never");
        return reading.at(
                clause,
                Rule.ITEM_NEGATES,
                Severity.INFO,
                Names.capital(Names.of(clause)) + " begins “" + clause.text().substring(0, end)
                        + "” in a list of what is to be done (“" + leadIn + "”)"
                        + (never ? "." : ", and is easily misread."),
                "Put it in a list of what is not to be done, or write it in full: “" + modal + " "
                        + clause.text().substring(0, end).toLowerCase(Locale.UK) + " " + shorten(rest) + "”.");
    }

    private static String joined(String leadIn, String item) {
        String modal = leadIn.replaceAll("[\\s:–—-]+$", "");
        boolean name = item.length() > 1 && Character.isUpperCase(item.charAt(1));
        return modal + " " + shorten(name ? item : item.substring(0, 1).toLowerCase(Locale.UK) + item.substring(1));
    }

    private static String shorten(String words) {
        String quoted = Names.quote(words);
        return quoted.substring(1, quoted.length() - 1);
    }
}
