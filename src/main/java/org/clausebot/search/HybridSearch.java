package org.clausebot.search;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.QueryBuilder;
import org.clausebot.policy.PolicyId;
import org.clausebot.policy.Span;
import org.jspecify.annotations.Nullable;

/** Words and meaning in one search: the best of either are candidates, and both judge each candidate. */
final class HybridSearch {
    private static final int CANDIDATES = 60;
    private static final Comparator<Candidate> BEST_FIRST =
            Comparator.comparingDouble(Candidate::score).reversed().thenComparing(Candidate::name);

    private final Analyzer analyzer;
    private final Fusion fusion;

    HybridSearch(Analyzer analyzer, Fusion fusion) {
        this.analyzer = analyzer;
        this.fusion = fusion;
    }

    /** How near a clause is to a question, by each measure. */
    private record Nearness(float whole, float bestSentence, int sentence) {
        /** Where meaning does not count; points at no sentence. */
        static final Nearness NONE = new Nearness(0, 0, Integer.MAX_VALUE);
    }

    /** What becomes a hit if it is among the best: to find the sentence that matches takes its time. */
    private record Candidate(
            int doc,
            Snapshot.Place place,
            String name,
            double score,
            double lexical,
            double cosine,
            double likeness,
            int sentence) {
        Candidate higherBy(double more) {
            return new Candidate(doc, place, name, score + more, lexical, cosine, likeness, sentence);
        }

        Hit hit() {
            return new Hit(place.policy(), place.clause(), score, lexical, cosine, likeness, matched());
        }

        private List<Span> matched() {
            List<Span> sentences = Sentences.of(place.clause().text());
            return sentence < sentences.size() ? List.of(sentences.get(sentence)) : List.of();
        }
    }

    /** @param within only clauses of this policy, where there is one */
    List<Hit> search(Snapshot index, Asked asked, Likeness known, int limit, Optional<PolicyId> within)
            throws IOException {
        Likeness likeness = known.within(within);
        Optional<Query> filter = within.map(policy -> new TermQuery(new Term(Fields.POLICY, policy.value())));
        Map<Integer, Float> lexical = new HashMap<>();
        if (fusion.lexical() > 0) {
            for (ScoreDoc found :
                    index.searcher().search(filtered(words(asked.words()), filter), CANDIDATES).scoreDocs) {
                lexical.put(found.doc, found.score);
            }
        }
        if (fusion.meaning() > 0) {
            Query near = new KnnFloatVectorQuery(Fields.VECTOR, asked.meaning(), CANDIDATES, filter.orElse(null));
            for (ScoreDoc found : index.searcher().search(near, CANDIDATES).scoreDocs) {
                lexical.putIfAbsent(found.doc, 0f);
            }
        }
        String only = within.map(policy -> policy.value() + "/").orElse("");
        likeness.byClause().keySet().stream()
                .filter(clause -> clause.startsWith(only))
                .forEach(clause -> index.document(clause).ifPresent(doc -> lexical.putIfAbsent(doc, 0f)));
        List<Candidate> candidates = new ArrayList<>();
        for (Map.Entry<Integer, Float> found : lexical.entrySet()) {
            candidates.add(candidate(index, found.getKey(), found.getValue(), asked.meaning(), likeness));
        }
        candidates.sort(BEST_FIRST);
        compareLate(index, asked.pieces(), candidates);
        return candidates.stream().limit(limit).map(Candidate::hit).toList();
    }

    /** Word by word only the best are compared: one takes as long as all that was done for it before. */
    private void compareLate(Snapshot index, TokenVectors asked, List<Candidate> candidates) throws IOException {
        if (fusion.late() == 0) {
            return;
        }
        List<Candidate> best = candidates.subList(0, Math.min(fusion.lateOf(), candidates.size()));
        for (ListIterator<Candidate> each = best.listIterator(); each.hasNext(); ) {
            Candidate candidate = each.next();
            each.set(candidate.higherBy(fusion.late() * late(index, asked, candidate.doc())));
        }
        best.sort(BEST_FIRST);
    }

    /** An index whose clauses have no vectors of their words gives 0 to all. */
    private static double late(Snapshot index, TokenVectors asked, int doc) throws IOException {
        LeafReaderContext leaf = index.leaf(doc);
        BinaryDocValues pieces = leaf.reader().getBinaryDocValues(Fields.PIECES);
        return pieces != null && pieces.advanceExact(doc - leaf.docBase)
                ? asked.late(TokenVectors.read(pieces.binaryValue()))
                : 0;
    }

    int bare(Snapshot index, String words, float[] meaning) throws IOException {
        return index.searcher().search(words(words), CANDIDATES).scoreDocs.length
                + index.searcher()
                        .search(new KnnFloatVectorQuery(Fields.VECTOR, meaning, CANDIDATES), CANDIDATES)
                        .scoreDocs
                        .length;
    }

    private Candidate candidate(Snapshot index, int doc, float bm25, float[] meaning, Likeness likeness)
            throws IOException {
        Snapshot.Place place = index.place(doc);
        Nearness nearness = fusion.meaning() > 0 ? nearness(index.leaf(doc), doc, meaning) : Nearness.NONE;
        double lexical = bm25 / (bm25 + fusion.halfBm25());
        double cosine = nearness.whole() + fusion.sentence() * (nearness.bestSentence() - nearness.whole());
        String name = place.clause().ref().toString();
        double score = fusion.meaning() * cosine + fusion.lexical() * lexical;
        if (fusion.likeness() > 0) {
            score += likeness.counted(place.clause().ref(), fusion.likeness());
        }
        return new Candidate(doc, place, name, score, lexical, cosine, likeness.of(name), nearness.sentence());
    }

    private static Nearness nearness(LeafReaderContext leaf, int doc, float[] meaning) throws IOException {
        int at = doc - leaf.docBase;
        float whole = 0;
        FloatVectorValues vectors = leaf.reader().getFloatVectorValues(Fields.VECTOR);
        if (vectors != null) {
            KnnVectorValues.DocIndexIterator documents = vectors.iterator();
            if (documents.advance(at) == at) {
                whole = Vectors.dot(meaning, vectors.vectorValue(documents.index()));
            }
        }
        float best = -1;
        int sentence = 0;
        BinaryDocValues sentences = leaf.reader().getBinaryDocValues(Fields.SENTENCES);
        if (sentences != null && sentences.advanceExact(at)) {
            BytesRef bytes = sentences.binaryValue();
            FloatBuffer floats =
                    ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length).asFloatBuffer();
            float[] vector = new float[meaning.length];
            for (int i = 0; floats.remaining() >= vector.length; i++) {
                floats.get(vector);
                float near = Vectors.dot(meaning, vector);
                if (near > best) {
                    best = near;
                    sentence = i;
                }
            }
        }
        return new Nearness(whole, Math.max(best, whole), sentence);
    }

    private Query words(String words) {
        QueryBuilder builder = new QueryBuilder(analyzer);
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        add(any, builder.createBooleanQuery(Fields.TEXT, words), 1f);
        add(any, builder.createBooleanQuery(Fields.HEADING, words), fusion.heading());
        add(any, builder.createBooleanQuery(Fields.LEAD_IN, words), fusion.leadIn());
        BooleanQuery query = any.build();
        return query.clauses().isEmpty() ? new MatchNoDocsQuery("no words to search") : query;
    }

    private static Query filtered(Query query, Optional<Query> filter) {
        return filter.<Query>map(only -> new BooleanQuery.Builder()
                        .add(query, Occur.MUST)
                        .add(only, Occur.FILTER)
                        .build())
                .orElse(query);
    }

    private static void add(BooleanQuery.Builder any, @Nullable Query query, float boost) {
        if (query != null && boost > 0) {
            any.add(new BoostQuery(query, boost), Occur.SHOULD);
        }
    }
}
