package org.clausebot.answer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clausebot.policy.Policy;
import org.clausebot.policy.PolicyId;
import org.clausebot.search.ClauseIndex;

/**
 * Knows a question that names the policy to look in: "in the leave policy, can I …". A word of its title is enough, or a
 * staff word for one; where two policies fit equally well, or none does, the question is not narrowed.
 */
final class Narrowing {
    private static final String KIND =
            "(?:polic(?:y|ies)|procedures?|code of conduct|code|guide|guidance|guidelines|handbook|rules)";
    private static final Pattern NAMED = Pattern.compile(
            "\\b(?:(?:in|under|from|within|per|by|according to|going by|check|look (?:in|at)|what does|what do|does|do)"
                    + "\\s+(?:the|our|your|this|my|school's|trust's)\\s+((?:[\\p{L}\\p{N}'’&/-]+\\s+){0,6}?)"
                    + "(" + KIND + ")((?:\\s+(?:on|for|about)\\s+(?:[\\p{L}\\p{N}'’&/-]+\\s*){1,3}(?=[,:;]))?)"
                    + "(\\s+(?:say|says|allow|let|cover|mention)\\b)?|^((?:[\\p{L}\\p{N}'’&/-]+\\s+){1,5})(" + KIND
                    + ")\\s*[:;,–-]"
                    // As one types in a chat: "in leave: can I go".
                    + "|^in\\s+((?:[\\p{L}\\p{N}'’&/-]+\\s+){0,4}[\\p{L}\\p{N}'’&/-]+):(?=\\s))",
            Pattern.CASE_INSENSITIVE);
    /** Words that many titles have, and that therefore name none. */
    private static final String COMMON =
            "policy policies procedure procedures code guide guidance guidelines handbook rules"
                    + " staff school schools trust for and the of on our all version draft new";

    private final ClauseIndex index;
    private final Set<String> common;
    private final List<Titled> titles = new ArrayList<>();

    private record Titled(PolicyId policy, Set<String> words) {}

    /**
     * A question and where to look.
     *
     * @param text what is asked, without the words that say where to look
     * @param within the policy to look in; empty for all
     */
    record Narrowed(String text, Optional<PolicyId> within) {}

    Narrowing(ClauseIndex index) {
        this.index = index;
        this.common = index.terms(COMMON);
        for (Policy policy : index.policies()) {
            Set<String> words = new HashSet<>(index.terms(
                    policy.details().title() + " " + policy.id().value().replace('-', ' ')));
            words.removeAll(common);
            titles.add(new Titled(policy.id(), words));
        }
    }

    Narrowed read(String text) {
        if (titles.size() < 2) {
            return new Narrowed(text, Optional.empty());
        }
        Matcher named = NAMED.matcher(text);
        while (named.find()) {
            Optional<PolicyId> policy = meant(named.group());
            if (policy.isPresent()) {
                return new Narrowed(without(text, named), policy);
            }
        }
        return new Narrowed(text, Optional.empty());
    }

    /** The policy whose title has most of the words, if it is one only. */
    private Optional<PolicyId> meant(String words) {
        Set<String> exact = new HashSet<>(index.terms(words));
        exact.removeAll(common);
        Optional<PolicyId> byWords = best(exact);
        if (byWords.isPresent()) {
            return byWords;
        }
        Set<String> staffWords = new HashSet<>(index.askedTerms(words));
        staffWords.removeAll(common);
        return best(staffWords);
    }

    private Optional<PolicyId> best(Set<String> words) {
        long most = 0;
        List<PolicyId> best = new ArrayList<>();
        for (Titled titled : titles) {
            long both = titled.words().stream().filter(words::contains).count();
            if (both > most) {
                most = both;
                best.clear();
            }
            if (both == most && both > 0) {
                best.add(titled.policy());
            }
        }
        return best.size() == 1 ? Optional.of(best.getFirst()) : Optional.empty();
    }

    /** What is left is asked, unless it is too little to ask anything. */
    private static String without(String text, Matcher named) {
        String left = (text.substring(0, named.start()) + " " + text.substring(named.end()))
                .replaceAll("^[\\s,:;–-]+", "")
                .replaceAll("\\s+", " ")
                .strip();
        return left.toLowerCase(Locale.UK).split("[^\\p{L}\\p{N}']+", -1).length < 3 ? text : left;
    }
}
