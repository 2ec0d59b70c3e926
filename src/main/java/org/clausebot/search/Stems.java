package org.clausebot.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** The words that a text is about, in the form in which texts are compared. Thread-safe. */
public final class Stems {
    private static final Analyzer WORDS = Analyzers.indexing();

    private Stems() {}

    /** Its words without their endings, each once, in order; such as "can", "a" and "what" are left out. */
    public static Set<String> of(String text) {
        Set<String> stems = new LinkedHashSet<>();
        try (TokenStream stream = WORDS.tokenStream(Fields.TEXT, text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                stems.add(term.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return stems;
    }
}
