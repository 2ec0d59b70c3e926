package org.clausebot.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.synonym.SynonymGraphFilter;
import org.apache.lucene.analysis.synonym.SynonymMap;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.jspecify.annotations.Nullable;

/** How text becomes terms. "not", "never" and "no" are terms: in a policy they are half the meaning. */
final class Analyzers {
    private static final CharArraySet STOP_WORDS = CharArraySet.unmodifiableSet(new CharArraySet(
            java.util.List.of(
                    "a", "an", "and", "are", "as", "at", "be", "but", "by", "for", "if", "in", "into", "is", "it", "of",
                    "on", "or", "that", "the", "their", "then", "there", "these", "they", "thi", "this", "to", "was",
                    "wa", "will", "with", "which", "i", "im", "i'm", "me", "my", "mine", "we", "our", "us", "you",
                    "your", "he", "him", "hi", "his", "she", "her", "them", "am", "been", "being", "do", "doe", "does",
                    "did", "have", "ha", "has", "had", "can", "could", "would", "what", "how", "when", "where", "who",
                    "whose", "whom", "why", "just", "so", "ok", "okai", "from", "about", "up", "out", "get", "got",
                    "go", "some", "ani", "any", "one", "while", "than"),
            true));

    private Analyzers() {}

    private enum Kind {
        /** Words as typed, lower case. */
        SURFACE,
        /** Stemmed, stop words kept: the form in which synonyms are compared. */
        STEMMED,
        /** As indexed. */
        FULL
    }

    static Analyzer surface() {
        return new Words(Kind.SURFACE, null);
    }

    static Analyzer stemmed() {
        return new Words(Kind.STEMMED, null);
    }

    /** For clauses. */
    static Analyzer indexing() {
        return perField(new Words(Kind.FULL, null));
    }

    /** For questions: staff words also stand for policy words. */
    static Analyzer asking(Synonyms synonyms) {
        return perField(new Words(Kind.FULL, synonyms.map()));
    }

    /** The terms that {@code analyzer} makes of a text. */
    static Set<String> terms(Analyzer analyzer, String text) {
        Set<String> terms = new HashSet<>();
        try (TokenStream stream = analyzer.tokenStream(Fields.TEXT, text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                terms.add(term.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory can always be read", e);
        }
        return Set.copyOf(terms);
    }

    private static Analyzer perField(Analyzer words) {
        return new PerFieldAnalyzerWrapper(
                words,
                Map.of(
                        Fields.NUMBER, new Whole(),
                        Fields.POLICY, new Whole(),
                        Fields.SPELLING, surface()));
    }

    private static final class Words extends Analyzer {
        private final Kind kind;
        private final @Nullable SynonymMap synonyms;

        Words(Kind kind, @Nullable SynonymMap synonyms) {
            this.kind = kind;
            this.synonyms = synonyms;
        }

        @Override
        protected TokenStreamComponents createComponents(String field) {
            StandardTokenizer tokenizer = new StandardTokenizer();
            TokenStream stream = new ASCIIFoldingFilter(new LowerCaseFilter(new EnglishPossessiveFilter(tokenizer)));
            if (kind != Kind.SURFACE) {
                stream = new PorterStemFilter(stream);
            }
            if (synonyms != null) {
                stream = new SynonymGraphFilter(stream, synonyms, true);
            }
            if (kind == Kind.FULL) {
                stream = new StopFilter(stream, STOP_WORDS);
            }
            return new TokenStreamComponents(tokenizer, stream);
        }

        @Override
        protected TokenStream normalize(String field, TokenStream in) {
            return new ASCIIFoldingFilter(new LowerCaseFilter(in));
        }
    }

    /** A number or a policy's id, as one term. */
    private static final class Whole extends Analyzer {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            KeywordTokenizer tokenizer = new KeywordTokenizer();
            return new TokenStreamComponents(tokenizer, new LowerCaseFilter(tokenizer));
        }

        @Override
        protected TokenStream normalize(String field, TokenStream in) {
            return new LowerCaseFilter(in);
        }
    }
}
