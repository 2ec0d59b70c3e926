package org.clausebot.policy.lint;

import java.util.List;
import java.util.regex.Pattern;

/** Sentences that nobody takes in at one reading. A list after a colon is not one sentence, nor is a row of a table. */
final class LongSentenceCheck implements Check {
    private static final int MOST_WORDS = 60;
    private static final Pattern LIST = Pattern.compile(";\\s+|:\\s+(?=[^;]{0,400};)|\\s\\((?:[a-z]|[ivx]+)\\)\\s");

    @Override
    public List<Finding> check(Reading reading) {
        return reading.sentences().stream()
                .filter(s -> !Reading.isRow(s.clause()) && words(s) > MOST_WORDS)
                .map(s -> reading.at(
                        s,
                        Rule.LONG_SENTENCE,
                        Severity.INFO,
                        "A sentence of " + Names.of(s.clause()) + " has " + words(s) + " words: "
                                + Names.quote(s.text()) + ".",
                        "Make two or three sentences of it, or a list."))
                .toList();
    }

    private static int words(Sentence sentence) {
        String[] items = LIST.split(sentence.text(), -1);
        int most = 0;
        for (String item : items) {
            most = Math.max(most, Words.count(item));
        }
        return items.length > 3 ? most : Words.count(sentence.text());
    }
}
