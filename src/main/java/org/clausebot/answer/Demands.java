package org.clausebot.answer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clausebot.policy.Span;
import org.clausebot.search.Stems;

/**
 * The demands that one sentence makes: "the adult should not respond and must report the matter" makes two, and whoever asks
 * whom to tell is answered by the second.
 *
 * @param text of the clause
 * @param sentence of the text
 * @param each demand of it, in order; the first with all that stands before it
 */
record Demands(String text, Span sentence, List<Span> each) {
    private static final String MODAL = "(?:must|shall|should|may)\\b";
    private static final Pattern AND_ANOTHER = pattern(",?\\s+(?=(?:and|but)\\s+(?:" + MODAL + "|do not\\b))");
    private static final Pattern DEMAND = pattern("\\b(?:" + MODAL + "(?:\\s+(?:also|not|never|normally))*|do not\\b)");

    /** How staff ask whether and whom to tell, and what then is demanded: "report" is rarely the word they use. */
    private static final Pattern ASKS_WHOM_TO_TELL = pattern(
            "\\b(?:tell|inform|report|flag|notify|mention|raise|let (?:\\p{L}+ ){1,3}know|whom)\\b"
                    + "|\\b(?:go|speak|talk|pass|say|said|anything|something) (?:it |this |on )?to (?:some|any)(?:body|one)\\b"
                    + "|\\b(?:some|any)(?:body|one) (?:need|have|has|should|ought|must|be told|know)\\b|\\bwho (?:do|should|must|to|needs?|has)\\b");

    private static final Pattern IS_TO_TELL =
            pattern("^\\W*(?:\\p{L}+ly )?(?:be )?(?:report|inform|tell|told|notif|acknowledge|refer|disclose)");

    /** What is to be done is said by the first words of a demand; the others tell less. */
    private static final int DEED = 2;

    private static final int DEED_COUNTS = 3;

    Demands {
        each = List.copyOf(each);
    }

    private static Pattern pattern(String words) {
        return Pattern.compile(words, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    static Demands of(String text, Span sentence) {
        List<Span> each = new ArrayList<>();
        int from = sentence.start();
        Matcher another = AND_ANOTHER.matcher(text).region(from, sentence.end());
        while (another.find()) {
            String before = text.substring(from, another.start());
            if (DEMAND.matcher(before).find() || Commands.demanding(before).isPresent()) {
                each.add(new Span(from, another.start()));
                from = another.end();
            }
        }
        each.add(new Span(from, sentence.end()));
        return new Demands(text, sentence, each);
    }

    /** Whether they do not all speak as strongly. */
    boolean differ() {
        return each.stream()
                        .map(one -> StanceReader.of(of(one)).stance())
                        .distinct()
                        .count()
                > 1;
    }

    /**
     * The demand that shares most with the question of what the others do not say; the whole sentence where no one does.
     *
     * @param question as asked
     * @param asked the stems of its words, with those of the policy that they stand for
     */
    Span meant(String question, Set<String> asked) {
        boolean whomToTell = ASKS_WHOM_TO_TELL.matcher(question).find();
        List<Set<String>> own =
                each.stream().map(one -> Stems.of(demanded(one))).toList();
        Span best = sentence;
        int most = 0;
        for (int i = 0; i < own.size(); i++) {
            int shared = shared(own, i, asked)
                    + (whomToTell && IS_TO_TELL.matcher(demanded(each.get(i))).find() ? DEED_COUNTS : 0);
            if (shared >= most) {
                best = shared == most ? sentence : each.get(i);
                most = shared;
            }
        }
        return best;
    }

    private static int shared(List<Set<String>> own, int which, Set<String> asked) {
        Set<String> others = new HashSet<>();
        for (int i = 0; i < own.size(); i++) {
            if (i != which) {
                others.addAll(own.get(i));
            }
        }
        int shared = 0;
        int place = 0;
        for (Iterator<String> terms = own.get(which).iterator(); terms.hasNext(); place++) {
            String term = terms.next();
            if (asked.contains(term) && !others.contains(term)) {
                shared += place < DEED ? DEED_COUNTS : 1;
            }
        }
        return shared;
    }

    private String of(Span one) {
        return text.substring(one.start(), one.end());
    }

    /** Without whom it is demanded of and when: that the others share. */
    private String demanded(Span one) {
        Matcher modal = DEMAND.matcher(of(one));
        return modal.find() ? of(one).substring(modal.end()) : of(one);
    }
}
