package org.clausebot.chat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.clausebot.answer.Answer;
import org.clausebot.answer.Context;
import org.clausebot.answer.Quote;
import org.clausebot.answer.Stance;
import org.clausebot.answer.Strength;
import org.clausebot.policy.ClauseRef;

/** What the bot says of an answer's clauses in a line each, the same in every channel. Nothing here is the policy's text. */
public final class Wording {
    private final Phrases phrases;

    public Wording(Phrases phrases) {
        this.phrases = phrases;
    }

    /**
     * How strongly a clause speaks, in its own words ({@code The clause says “should not … unless …”}); empty where it
     * asks nothing of anybody.
     */
    public String badge(Quote quote) {
        Strength strength = quote.strength();
        if (strength.words().isEmpty()) {
            return "";
        }
        String words = String.join(" … ", strength.words()) + (strength.stance() == Stance.CONDITIONAL ? " …" : "");
        return phrases.badge().says().replace("{words}", "“" + words + "”");
    }

    /**
     * What must be read before the clauses of an answer, a sentence each: which of them comes first where two would have a
     * person do opposite things, or that nothing says so. Nearly always nothing.
     */
    public List<String> before(Answer answer) {
        return answer.context().links().stream()
                .filter(Wording::decides)
                .map(link -> link(answer, link))
                .toList();
    }

    private static boolean decides(Context.Link link) {
        return link.relation() == Context.Relation.GIVES_WAY
                || link.relation() == Context.Relation.COMES_FIRST
                || link.relation() == Context.Relation.CONFLICT;
    }

    /** What must be said beside the clauses of an answer, a sentence each, in order; often nothing. */
    public List<String> beside(Answer answer) {
        List<String> notes = new ArrayList<>();
        if (answer instanceof Answer.Quoted && answer.stancesDiffer()) {
            notes.add(phrases.badge().differ());
        }
        answer.context().links().stream().filter(link -> !decides(link)).forEach(link -> notes.add(link(answer, link)));
        answer.context().elsewhere().stream()
                .collect(Collectors.toMap(Wording::lowerName, e -> e, (first, again) -> first, LinkedHashMap::new))
                .values()
                .forEach(e -> notes.add(elsewhere(e)));
        return List.copyOf(notes);
    }

    private static String lowerName(Context.Elsewhere elsewhere) {
        return elsewhere.name().toLowerCase(Locale.UK);
    }

    private String link(Answer answer, Context.Link link) {
        String words = link.say().isEmpty()
                ? phrases.beside(link.relation())
                : link.say() + " " + phrases.beside(link.relation());
        boolean apart = !link.clause().policy().equals(link.other().policy());
        return words.replace("{clause}", apart ? inPolicy(answer, link.clause()) : name(link.clause()))
                .replace("{other}", apart ? inPolicy(answer, link.other()) : name(link.other()));
    }

    /** Of two policies, each clause is named with its own. */
    private static String inPolicy(Answer answer, ClauseRef ref) {
        return answer.quotes().stream()
                .filter(quote -> quote.clause().ref().equals(ref))
                .findFirst()
                .map(quote -> name(ref) + " (" + quote.policy().details().title() + ")")
                .orElseGet(() -> name(ref) + " (" + ref.policy() + ")");
    }

    private String elsewhere(Context.Elsewhere elsewhere) {
        String words = elsewhere.here().isPresent()
                ? phrases.beside().here()
                : phrases.beside().elsewhere();
        return words.replace("{clause}", name(elsewhere.quote().clause().ref()))
                .replace("{document}", "“" + elsewhere.name() + "”");
    }

    /** An address as people read it. */
    public static String name(ClauseRef ref) {
        return ref.bullet() == 0 ? ref.number() : ref.number() + ", bullet " + ref.bullet();
    }
}
