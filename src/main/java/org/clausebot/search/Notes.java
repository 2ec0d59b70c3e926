package org.clausebot.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.clausebot.policy.Clause;

/** A few hundred texts that belong to clauses, searched with the same query language as the clauses themselves. */
public final class Notes {
    private final List<Note> notes;
    private final Finder finder = new Finder();

    /**
     * A text that belongs to a clause: found by its words, and by the clause's headings, lead-in, number and policy.
     *
     * @param text what the field {@code text} stands for here
     */
    public record Note(Clause clause, String text) {}

    public Notes(List<Note> notes) {
        this.notes = List.copyOf(notes);
    }

    /**
     * The places in the list of the notes that the query finds, best first.
     *
     * @throws FindSyntaxException as {@link ClauseIndex#find} does, for the same queries
     */
    public List<Integer> find(String query, int limit) throws FindSyntaxException {
        Finder.Parsed parsed = finder.parse(query);
        if (notes.isEmpty()) {
            return List.of();
        }
        try (ByteBuffersDirectory folder = new ByteBuffersDirectory()) {
            try (IndexWriter writer = new IndexWriter(folder, new IndexWriterConfig(Analyzers.indexing()))) {
                for (int place = 0; place < notes.size(); place++) {
                    writer.addDocument(document(notes.get(place), place));
                }
            }
            try (DirectoryReader reader = DirectoryReader.open(folder)) {
                List<Integer> found = new ArrayList<>();
                IndexSearcher searcher = new IndexSearcher(reader);
                for (ScoreDoc one : searcher.search(parsed.query(), Math.max(1, limit)).scoreDocs) {
                    Document document = searcher.storedFields().document(one.doc);
                    found.add(Integer.parseInt(document.get(Fields.ORDINAL)));
                }
                return found;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Document document(Note note, int place) {
        Document document = new Document();
        document.add(new StoredField(Fields.ORDINAL, Integer.toString(place)));
        document.add(new TextField(Fields.TEXT, note.text(), Field.Store.NO));
        document.add(
                new TextField(Fields.HEADING, String.join(" . ", note.clause().headings()), Field.Store.NO));
        document.add(new TextField(Fields.LEAD_IN, note.clause().leadInText(), Field.Store.NO));
        document.add(new TextField(Fields.NUMBER, note.clause().ref().address(), Field.Store.NO));
        document.add(new TextField(Fields.POLICY, note.clause().ref().policy().value(), Field.Store.NO));
        return document;
    }
}
