package org.clausebot.policy.lint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.clausebot.policy.Clause;
import org.clausebot.policy.ClauseRef;
import org.clausebot.policy.Policy;

/**
 * A clause that says whom or what a policy is for, or is not for ("This includes teachers, … contractors and
 * volunteers"; "This policy should not be used to address issues where …").
 */
public final class Scope {
    private static final Pattern INCLUDES = Pattern.compile(
            "\\b(?:policy|document|procedure|code|guidance|handbook)\\b.{0,40}\\b(?:applies|apply|is for|covers)\\b|^It (?:applies|covers)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern EXCLUDES = Pattern.compile(
            "\\b(?:(?:policy|document|procedure|code|guidance|handbook|it)\\b.{0,40}\\b(?:does not|do not|should not|must not|is not)\\b.{0,12}\\b(?:apply|cover|be used|replace|intended))",
            Pattern.CASE_INSENSITIVE);
    /** Whom people doubt a policy is for; nobody doubts it of a teacher. */
    private static final Set<String> ROLES = Set.of(
            "governor",
            "contractor",
            "volunteer",
            "supply",
            "agency",
            "trainee",
            "coach",
            "visitor",
            "peripatetic",
            "caretaker",
            "cleaner",
            "cook",
            "chef",
            "midday",
            "lunchtime",
            "tutor",
            "freelance",
            "placement",
            "apprentice",
            "trustee");
    /** "Tell the chair of governors" does not ask whether governors are meant. */
    private static final Pattern BODY = Pattern.compile(
            "(?i)\\b(?:chair of (?:the )?governors?|(?:board of|governing) (?:governors|body)|governors'? meeting)\\b");

    private static final int RARE = 3;

    private final ClauseRef clause;
    private final Set<String> words;
    private final boolean people;

    private Scope(ClauseRef clause, Set<String> words, boolean people) {
        this.clause = clause;
        this.words = Set.copyOf(words);
        this.people = people;
    }

    /** Where it says so. */
    public ClauseRef clause() {
        return clause;
    }

    /** Whether it says whom the policy is for; otherwise it says which matters are another's. */
    public boolean aboutPeople() {
        return people;
    }

    /** Whether a question is about somebody, or something, that the clause decides. */
    public boolean decides(String question) {
        Set<String> asked = new HashSet<>(Words.content(BODY.matcher(question).replaceAll(" ")));
        asked.retainAll(words);
        return !asked.isEmpty();
    }

    static List<Scope> of(Policy policy) {
        Map<String, Integer> clausesWith = new HashMap<>();
        policy.clauses()
                .forEach(clause -> new HashSet<>(Words.content(clause.text()))
                        .forEach(word -> clausesWith.merge(word, 1, Integer::sum)));
        Set<String> roles = new HashSet<>();
        ROLES.forEach(role -> roles.addAll(Words.content(role)));
        List<Scope> scopes = new ArrayList<>();
        for (Clause clause : policy.clauses()) {
            boolean excludes = EXCLUDES.matcher(clause.text()).find();
            if (!excludes && !INCLUDES.matcher(clause.text()).find()) {
                continue;
            }
            Set<String> named = new HashSet<>(Words.content(clause.text()));
            Set<String> people = new HashSet<>(named);
            people.retainAll(roles);
            if (!people.isEmpty()) {
                scopes.add(new Scope(clause.ref(), excludes ? people : roles, true));
            } else if (excludes) {
                named.removeIf(word -> clausesWith.getOrDefault(word, 0) > RARE || word.length() < 7);
                scopes.add(new Scope(clause.ref(), named, false));
            }
        }
        return List.copyOf(scopes);
    }
}
