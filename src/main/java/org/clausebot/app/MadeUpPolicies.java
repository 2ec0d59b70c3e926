package org.clausebot.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.clausebot.policy.Clause;
import org.clausebot.policy.ClauseRef;
import org.clausebot.policy.DocumentText;
import org.clausebot.policy.Policy;
import org.clausebot.policy.PolicyDetails;
import org.clausebot.policy.PolicyId;
import org.clausebot.policy.Span;

/** Small policies that nobody wrote, each about a thing with a name of its own: for measuring how search bears many. */
final class MadeUpPolicies {
    private static final String[] SYLLABLES = {
        "ba", "dor", "fen", "gal", "hum", "jes", "kor", "lim", "mon", "nap", "pel", "rus", "sil", "tor", "vam", "wex", "yal",
        "zim"
    };
    private static final String[] WHO = {
        "Staff", "Teachers", "The headteacher", "Volunteers", "Governors", "The site manager", "Midday supervisors",
        "Office staff", "Supply teachers", "Contractors"
    };
    private static final String[] DO = {
        "must lock away", "may borrow", "should record", "must not leave unattended", "should report a fault in",
        "must ask before using", "may not take home", "should clean", "must count", "may lend to a parent"
    };
    private static final String[] WHEN = {
        "before the end of the day", "on a school trip", "during lessons", "in the holidays", "when pupils are present",
        "within two working days", "after a fire drill", "at the start of term", "in the staff room", "when asked"
    };

    private MadeUpPolicies() {}

    /**
     * @param count how many, each with two clauses
     * @param seed the same policies for the same seed
     */
    static List<Policy> of(int count, long seed) {
        Random random = new Random(seed);
        List<Policy> policies = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            policies.add(policy(i, random));
        }
        return policies;
    }

    private static Policy policy(int number, Random random) {
        String thing = thing(number);
        PolicyId id = new PolicyId("made-up-" + thing + "-" + number);
        String title = thing.substring(0, 1).toUpperCase(Locale.ROOT) + thing.substring(1) + " policy";
        StringBuilder document = new StringBuilder();
        List<Clause> clauses = new ArrayList<>();
        for (int k = 1; k <= 2; k++) {
            String text = any(WHO, random) + " " + any(DO, random) + " the " + thing + " " + any(WHEN, random) + ".";
            int start = document.length();
            document.append(text).append('\n');
            clauses.add(new Clause(
                    new ClauseRef(id, String.valueOf(k)),
                    List.of("1 Rules"),
                    Optional.empty(),
                    text,
                    new Span(start, start + text.length())));
        }
        return new Policy(
                new PolicyDetails(
                        id, title, "1", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                new DocumentText(document.toString(), List.of()),
                List.of(),
                clauses,
                List.of());
    }

    /** Four syllables: another word for each number below 104,976. */
    private static String thing(int number) {
        StringBuilder word = new StringBuilder();
        int left = number;
        for (int i = 0; i < 4; i++) {
            word.append(SYLLABLES[left % SYLLABLES.length]);
            left /= SYLLABLES.length;
        }
        return word.toString();
    }

    private static String any(String[] words, Random random) {
        return words[random.nextInt(words.length)];
    }
}
