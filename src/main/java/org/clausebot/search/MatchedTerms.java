package org.clausebot.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.ByteRunAutomaton;
import org.clausebot.policy.Span;

/** The words of a clause that a query asked for. */
final class MatchedTerms extends QueryVisitor {
    private final String field;
    private final Set<String> terms = new HashSet<>();
    private final List<ByteRunAutomaton> patterns = new ArrayList<>();

    private MatchedTerms(String field) {
        this.field = field;
    }

    static MatchedTerms of(Query query, String field) {
        MatchedTerms matched = new MatchedTerms(field);
        query.visit(matched);
        return matched;
    }

    @Override
    public boolean acceptField(String name) {
        return name.equals(field);
    }

    @Override
    public void consumeTerms(Query query, Term... asked) {
        for (Term term : asked) {
            terms.add(term.text());
        }
    }

    @Override
    public void consumeTermsMatching(Query query, String name, Supplier<ByteRunAutomaton> automaton) {
        patterns.add(automaton.get());
    }

    @Override
    public QueryVisitor getSubVisitor(BooleanClause.Occur occur, Query parent) {
        return occur == BooleanClause.Occur.MUST_NOT ? QueryVisitor.EMPTY_VISITOR : this;
    }

    List<Span> in(String text, Analyzer analyzer) throws IOException {
        List<Span> spans = new ArrayList<>();
        try (TokenStream words = analyzer.tokenStream(field, text)) {
            CharTermAttribute word = words.addAttribute(CharTermAttribute.class);
            OffsetAttribute place = words.addAttribute(OffsetAttribute.class);
            words.reset();
            while (words.incrementToken()) {
                if (asks(word.toString())) {
                    spans.add(new Span(place.startOffset(), place.endOffset()));
                }
            }
            words.end();
        }
        return spans;
    }

    private boolean asks(String word) {
        BytesRef bytes = new BytesRef(word);
        return terms.contains(word) || patterns.stream().anyMatch(p -> p.run(bytes.bytes, bytes.offset, bytes.length));
    }
}
