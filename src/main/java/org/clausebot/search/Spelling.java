package org.clausebot.search;

import java.io.IOException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;

/**
 * Mends typing mistakes before a question is searched: a word that neither the policies, the synonyms nor the sentence
 * model's vocabulary know, and that is near to one of the policies', is taken for that one.
 */
final class Spelling {
    private static final Pattern WORD = Pattern.compile("[\\p{L}'’]{4,25}");
    private static final int MOST_WORDS = 60;

    private final Synonyms synonyms;
    private final SentenceModel model;

    Spelling(Synonyms synonyms, SentenceModel model) {
        this.synonyms = synonyms;
        this.model = model;
    }

    String mended(Snapshot index, String question) throws IOException {
        IndexReader reader = index.searcher().getIndexReader();
        DirectSpellChecker checker = new DirectSpellChecker();
        checker.setMaxEdits(2);
        checker.setMinPrefix(1);
        checker.setMinQueryLength(4);
        checker.setAccuracy(0.7f);
        Matcher word = WORD.matcher(question);
        StringBuilder mended = new StringBuilder();
        int seen = 0;
        while (word.find()) {
            String typed = word.group().toLowerCase(Locale.ROOT).replace('’', '\'');
            if (++seen > MOST_WORDS || isWord(typed) || isWord(typed.replaceFirst("'?s?'?$", ""))) {
                continue;
            }
            SuggestWord[] near = checker.suggestSimilar(
                    new Term(Fields.SPELLING, typed), 1, reader, SuggestMode.SUGGEST_WHEN_NOT_IN_INDEX);
            if (near.length > 0) {
                word.appendReplacement(mended, Matcher.quoteReplacement(near[0].string));
            }
        }
        return word.appendTail(mended).toString();
    }

    private boolean isWord(String word) {
        return model.knows(word) || synonyms.words().contains(word);
    }
}
