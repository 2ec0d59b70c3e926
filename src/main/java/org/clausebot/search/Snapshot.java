package org.clausebot.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.clausebot.policy.Clause;
import org.clausebot.policy.Policy;

/** An index with the policies it was built from. Never changes; a newer one takes its place. */
final class Snapshot {
    /** A clause in its policy. */
    record Place(Policy policy, Clause clause) {}

    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final List<Policy> policies;
    private final List<Place> places;
    private final Map<String, Integer> documents = new HashMap<>();

    Snapshot(DirectoryReader reader, List<Policy> policies) throws IOException {
        this.reader = reader;
        this.policies = List.copyOf(policies);
        this.searcher = new IndexSearcher(reader);
        List<Place> all = new ArrayList<>();
        for (Policy policy : policies) {
            policy.clauses().forEach(clause -> all.add(new Place(policy, clause)));
        }
        this.places = List.copyOf(all);
        for (int doc = 0; doc < reader.maxDoc(); doc++) {
            documents.put(place(doc).clause().ref().toString(), doc);
        }
    }

    List<Policy> policies() {
        return policies;
    }

    IndexSearcher searcher() {
        return searcher;
    }

    /** The clause that document {@code doc} stands for. */
    Place place(int doc) throws IOException {
        LeafReaderContext leaf = leaf(doc);
        var ordinals = leaf.reader().getNumericDocValues(Fields.ORDINAL);
        if (ordinals == null || !ordinals.advanceExact(doc - leaf.docBase)) {
            throw new IOException("The index has a document without a clause");
        }
        return places.get(Math.toIntExact(ordinals.longValue()));
    }

    /** The document of a clause ({@code policy/address}), if it is in force. */
    Optional<Integer> document(String clause) {
        return Optional.ofNullable(documents.get(clause));
    }

    LeafReaderContext leaf(int doc) {
        List<LeafReaderContext> leaves = reader.leaves();
        for (LeafReaderContext leaf : leaves) {
            LeafReader part = leaf.reader();
            if (doc >= leaf.docBase && doc < leaf.docBase + part.maxDoc()) {
                return leaf;
            }
        }
        throw new IllegalArgumentException("No document " + doc);
    }

    /** Takes hold of it for one search. @return false when it is closed already */
    boolean hold() {
        return reader.tryIncRef();
    }

    void release() throws IOException {
        reader.decRef();
    }
}
