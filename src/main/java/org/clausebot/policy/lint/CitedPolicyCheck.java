package org.clausebot.policy.lint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clausebot.policy.Clause;
import org.clausebot.policy.Span;

/**
 * Policies and procedures that are cited by name and are not among the known ones: staff who are sent there will not
 * find them here. One finding for each, however often and under whatever name it is cited.
 */
final class CitedPolicyCheck implements Check {
    private static final String JOIN = "(?:and|of|for|against|with|working with|on|in|&|/)";
    private static final String WORD = "(?!Polic|Procedure)[A-Z][\\w’'-]*";
    private static final String TITLE = WORD + "(?:[ /]+(?:" + WORD + "|\\([A-Z]\\w+\\)|" + JOIN + "(?=[ /]+(?:" + WORD
            + "|" + JOIN + " " + WORD + ")))){0,12}";
    private static final Pattern CAPITALS =
            Pattern.compile("\\b(" + TITLE + ")(?: |(?<=-))(?:[Pp]olicy|[Pp]rocedures?|[Cc]ode of [Cc]onduct)\\b");
    private static final Pattern SMALL = Pattern.compile(
            "\\b(?:the|our|their|school[’']?s?|trust[’']s|a)\\s+((?:(?!(?:the|a|an|or|and|under|in|this|that|by|with|to)\\b)[\\p{Ll}-]+ ){1,4}?)(?:policy|procedure|code of conduct)\\b");
    /** "Hill Top Primary School policy" is what a school calls this document, and no other. */
    private static final Pattern OWN =
            Pattern.compile("\\b(?:School|Academy|Trust|College|Federation|Council|Nursery)[’']?s?$");

    private static final Pattern ARTICLE = Pattern.compile("(?:The|Our) ");

    private static final Set<String> GENERAL =
            Set.of(("policy policies procedure procedures code conduct the this that these those a an our"
                            + " their its school schools trust trusts own internal same such following relevant other"
                            + " local national establishment all any and of for against with working on to in above new"
                            + " whole staff current latest updated separate guidance school's schools' trust's"
                            + " establishment's organisation's setting's setting s under see read every each no whose"
                            + " management related existing agreed appropriate usual normal proper correct full formal"
                            + " approved written general emergency simple right present recruitment's adult document or")
                    .split(" ", -1));

    /** Where a policy is cited, and by which names. */
    private static final class Citations {
        private final Set<String> key;
        private final Set<String> names = new LinkedHashSet<>();
        private final List<Clause> clauses = new ArrayList<>();
        private final int start;
        private final int end;

        private Citations(Set<String> key, int start, int end) {
            this.key = key;
            this.start = start;
            this.end = end;
        }
    }

    /**
     * A policy that a clause names.
     *
     * @param words its name, in the clause's text
     * @param key the words that tell it from others
     */
    record Named(Clause clause, Span words, Set<String> key) {
        /** Whether {@code title} is its name, or has all of its name's words. */
        boolean means(String title) {
            return CitedPolicyCheck.key(title).containsAll(key);
        }

        String name() {
            return clause.text().substring(words.start(), words.end());
        }
    }

    /** The policies that a clause names, this one and unnamed ones left out. */
    static List<Named> named(Clause clause) {
        List<Named> all = new ArrayList<>();
        for (Pattern pattern : List.of(CAPITALS, SMALL)) {
            Matcher found = pattern.matcher(clause.text());
            while (found.find()) {
                Set<String> key = key(found.group(1));
                if (!key.isEmpty() && !OWN.matcher(found.group(1)).find()) {
                    Matcher article = ARTICLE.matcher(found.group(1));
                    int start = found.start(1) + (article.lookingAt() ? article.end() : 0);
                    all.add(new Named(clause, new Span(start, found.end()), key));
                }
            }
        }
        return all;
    }

    @Override
    public List<Finding> check(Reading reading) {
        List<Citations> all = new ArrayList<>();
        List<String> known = new ArrayList<>();
        reading.knownPolicies().forEach(name -> known.add(name.replace('-', ' ')));
        known.add(reading.policy().details().title());
        known.add(reading.policy().id().value().replace('-', ' '));
        for (Clause clause : reading.readable()) {
            for (Named named : named(clause)) {
                if (known.stream().noneMatch(named::means)) {
                    add(named, all);
                }
            }
        }
        return all.stream().map(c -> finding(reading, c)).toList();
    }

    private static void add(Named named, List<Citations> all) {
        Set<String> key = named.key();
        Citations same = all.stream()
                .filter(c -> c.key.containsAll(key) || key.containsAll(c.key))
                .findFirst()
                .orElseGet(() -> {
                    Citations fresh = new Citations(
                            key, named.words().start(), named.words().end());
                    all.add(fresh);
                    return fresh;
                });
        if (same.names.stream().noneMatch(n -> n.equalsIgnoreCase(named.name()))) {
            same.names.add(named.name());
        }
        if (!same.clauses.contains(named.clause())) {
            same.clauses.add(named.clause());
        }
    }

    private static Finding finding(Reading reading, Citations cited) {
        String names = Names.and(cited.names.stream().map(n -> "“" + n + "”").toList());
        String message = (cited.names.size() == 1 ? names + " is" : names + " seem to be one document, which is")
                + " cited in " + Names.list(cited.clauses) + ", and is not among the policies here.";
        String suggestion = (cited.names.size() == 1 ? "" : "Use one name for it. ")
                + "Add that policy here so that staff can be shown it, or check that it still exists under this name.";
        return reading.at(
                cited.clauses.getFirst(),
                cited.start,
                cited.end,
                Rule.POLICY_UNKNOWN,
                Severity.INFO,
                message,
                suggestion,
                cited.clauses.stream().skip(1).toList());
    }

    /** The words of a title that tell it from others. */
    private static Set<String> key(String title) {
        Set<String> words = new TreeSet<>();
        Map<String, String> spellings = new LinkedHashMap<>();
        spellings.put("e-safety", "esafety");
        spellings.put("whistle-blowing", "whistleblowing");
        String plain = title.toLowerCase(Locale.UK).replace('’', '\'');
        for (Map.Entry<String, String> spelling : spellings.entrySet()) {
            plain = plain.replace(spelling.getKey(), spelling.getValue());
        }
        for (String word : plain.split("[^\\p{L}\\p{N}']+", -1)) {
            String bare = word.replaceAll("'s?$", "");
            if (!bare.isBlank() && !GENERAL.contains(bare)) {
                words.add(Words.stem(bare));
            }
        }
        return words;
    }
}
