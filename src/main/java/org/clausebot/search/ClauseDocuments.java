package org.clausebot.search;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.BytesRef;
import org.clausebot.policy.Clause;
import org.clausebot.policy.Policy;
import org.clausebot.policy.Span;

/** Makes the documents of an index from policies. */
final class ClauseDocuments {
    /** Changes whenever documents are made otherwise, so that older indexes are built again. */
    private static final String FORM = "2";

    private final List<Policy> policies;

    ClauseDocuments(List<Policy> policies) {
        this.policies = policies;
    }

    /** Names an index by everything it is made from. */
    String fingerprint(SentenceModel model, Synonyms synonyms) {
        StringBuilder all = new StringBuilder(FORM)
                .append('\0')
                .append(org.apache.lucene.util.Version.LATEST)
                .append('\0')
                .append(model.readingFingerprint())
                .append('\0')
                .append(synonyms.text());
        for (Policy policy : policies) {
            all.append("\0policy\0").append(policy.details());
            for (Clause clause : policy.clauses()) {
                all.append('\0').append(clause.ref()).append('\0').append(clause.headings());
                all.append('\0').append(clause.leadInText()).append('\0').append(clause.text());
            }
        }
        return Hashes.sha256(all.toString()).substring(0, 32);
    }

    void writeTo(IndexWriter writer, ReadingStore clauses, VectorStore sentences) throws IOException {
        Set<String> passages = new LinkedHashSet<>();
        Set<String> parts = new LinkedHashSet<>();
        for (Policy policy : policies) {
            for (Clause clause : policy.clauses()) {
                passages.add(passage(clause));
                parts.addAll(sentences(clause));
            }
        }
        // A clause of one sentence is read once.
        parts.removeAll(passages);
        VectorStore.Embedded vectors = sentences.all(List.copyOf(parts));
        try (ReadingStore.Known readings = clauses.all(passages)) {
            int ordinal = 0;
            for (Policy policy : policies) {
                for (Clause clause : policy.clauses()) {
                    writer.addDocument(document(policy, clause, ordinal++, readings, vectors));
                }
            }
        }
    }

    private static Document document(
            Policy policy, Clause clause, int ordinal, ReadingStore.Known readings, VectorStore.Embedded vectors)
            throws IOException {
        Reading reading = readings.of(passage(clause));
        Document document = new Document();
        document.add(new NumericDocValuesField(Fields.ORDINAL, ordinal));
        document.add(new TextField(Fields.TEXT, clause.text(), Store.NO));
        document.add(new TextField(Fields.HEADING, String.join(" . ", clause.headings()), Store.NO));
        document.add(new TextField(Fields.LEAD_IN, clause.leadInText(), Store.NO));
        document.add(new TextField(Fields.SPELLING, clause.statement(), Store.NO));
        document.add(new TextField(Fields.SPELLING, heading(clause), Store.NO));
        document.add(new StringField(Fields.NUMBER, clause.ref().address().toLowerCase(Locale.ROOT), Store.NO));
        if (clause.ref().bullet() > 0) {
            document.add(new StringField(Fields.NUMBER, clause.ref().number().toLowerCase(Locale.ROOT), Store.NO));
        }
        document.add(new StringField(Fields.POLICY, policy.id().value(), Store.NO));
        document.add(new KnnFloatVectorField(Fields.VECTOR, reading.vector(), VectorSimilarityFunction.DOT_PRODUCT));
        document.add(new BinaryDocValuesField(
                Fields.PIECES, new BytesRef(reading.words().bytes())));
        ByteArrayOutputStream sentences = new ByteArrayOutputStream();
        for (String sentence : sentences(clause)) {
            float[] vector = sentence.equals(passage(clause))
                    ? reading.vector()
                    : readings.has(sentence) ? readings.of(sentence).vector() : vectors.of(sentence);
            sentences.write(VectorStore.bytes(vector));
        }
        document.add(new BinaryDocValuesField(Fields.SENTENCES, new BytesRef(sentences.toByteArray())));
        return document;
    }

    /** What the sentence model reads of a clause. */
    static String passage(Clause clause) {
        return heading(clause) + ": " + clause.statement();
    }

    /** The sentences of a clause's text, each with what makes it whole: heading and lead-in. */
    private static List<String> sentences(Clause clause) {
        List<String> sentences = new ArrayList<>();
        for (Span span : Sentences.of(clause.text())) {
            String sentence = clause.text().substring(span.start(), span.end());
            String led = clause.leadIn().map(l -> l.text() + " " + sentence).orElse(sentence);
            sentences.add(heading(clause) + ": " + led);
        }
        return sentences;
    }

    /** The innermost heading without its number. */
    private static String heading(Clause clause) {
        return clause.headings().isEmpty()
                ? ""
                : clause.headings().getLast().replaceFirst("^(?:section\\s+)?[\\d.()]+\\s+", "");
    }
}
