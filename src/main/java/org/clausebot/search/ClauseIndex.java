package org.clausebot.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriterConfig;
import org.clausebot.policy.Policy;
import org.clausebot.policy.PolicyId;
import org.jspecify.annotations.Nullable;

/**
 * The clauses of all policies in force, found by words and by meaning. Thread-safe. The index is kept in a folder and
 * opened again as long as what it was made from is the same; otherwise, or when it is damaged, it is made anew.
 */
public final class ClauseIndex implements AutoCloseable {
    private final Path folder;
    private final SentenceModel model;
    private final Synonyms synonyms;
    private final HybridSearch search;
    private final Spelling spelling;
    private final boolean mends;
    private final Finder finder;
    private final AtomicReference<@Nullable Snapshot> current = new AtomicReference<>();
    private int embedded;

    private ClauseIndex(Path folder, SentenceModel model, Synonyms synonyms, Fusion fusion, Set<Part> without) {
        this.folder = folder;
        this.model = model;
        this.synonyms = synonyms;
        Synonyms asked = without.contains(Part.SYNONYMS) ? Synonyms.none() : synonyms;
        this.search = new HybridSearch(Analyzers.asking(asked), fusion.without(without));
        this.spelling = new Spelling(synonyms, model);
        this.mends = !without.contains(Part.SPELLING);
        this.finder = new Finder();
    }

    /**
     * Opens the index of {@code policies}, built first where needed.
     *
     * @param folder where the index and its vectors are kept; created when missing; processes may share it
     * @param synonyms a file of staff words and policy words; none when it does not exist
     * @param policies the versions in force, each id once
     * @param model embeds clauses and questions; stays the caller's to close
     * @throws IOException when the folder cannot be written or a synonym rule is wrong; the message says where
     */
    public static ClauseIndex open(Path folder, Path synonyms, List<Policy> policies, SentenceModel model)
            throws IOException {
        return open(folder, synonyms, policies, model, Fusion.CHOSEN, Set.of());
    }

    /**
     * As {@link #open(Path, Path, List, SentenceModel)}, with parts of the search left out, for measuring. It is the same
     * index on disk; only searches differ.
     *
     * @param without what to leave out; a word of the synonyms stays no typing mistake even without them
     * @throws IllegalArgumentException when nothing to find clauses by is left
     */
    public static ClauseIndex open(
            Path folder, Path synonyms, List<Policy> policies, SentenceModel model, Set<Part> without)
            throws IOException {
        if (!Part.leaveEnough(without)) {
            throw new IllegalArgumentException("Without " + without + " nothing is left to find clauses by");
        }
        return open(folder, synonyms, policies, model, Fusion.CHOSEN, without);
    }

    static ClauseIndex open(Path folder, Path synonyms, List<Policy> policies, SentenceModel model, Fusion fusion)
            throws IOException {
        return open(folder, synonyms, policies, model, fusion, Set.of());
    }

    private static ClauseIndex open(
            Path folder, Path synonyms, List<Policy> policies, SentenceModel model, Fusion fusion, Set<Part> without)
            throws IOException {
        ClauseIndex index =
                new ClauseIndex(folder, model, Synonyms.read(synonyms, Analyzers.stemmed()), fusion, without);
        index.replacePolicies(policies);
        return index;
    }

    /**
     * Puts other policies in force. Searches that run meanwhile finish on the old ones; none fails.
     *
     * @throws IOException when the folder cannot be written; the old policies then stay in force
     */
    public synchronized void replacePolicies(List<Policy> policies) throws IOException {
        Set<PolicyId> ids = new HashSet<>();
        for (Policy policy : policies) {
            if (!ids.add(policy.id())) {
                throw new IllegalArgumentException("Two versions of " + policy.id() + " cannot be in force together");
            }
        }
        Files.createDirectories(folder);
        ClauseDocuments documents = new ClauseDocuments(List.copyOf(policies));
        IndexWriterConfig config = new IndexWriterConfig(Analyzers.indexing());
        DirectoryReader reader = new IndexFolder(folder.resolve("built"))
                .open(documents.fingerprint(model, synonyms), config, writer -> {
                    VectorStore sentences = VectorStore.ofPassages(folder, model);
                    ReadingStore clauses = ReadingStore.of(folder, model);
                    documents.writeTo(writer, clauses, sentences);
                    embedded += clauses.read() + sentences.embedded();
                });
        Snapshot old = current.getAndSet(new Snapshot(reader, policies));
        if (old != null) {
            old.release();
        }
    }

    /** The policies in force. */
    public List<Policy> policies() {
        return snapshot().policies();
    }

    /** How many passages had to be embedded since it was opened; 0 when all vectors were kept. */
    public synchronized int embedded() {
        return embedded;
    }

    /** Makes a question ready: names of accounts taken apart, typing mistakes mended by the policies' own words, its meaning made a vector. */
    public Asked understand(String question) {
        return using(index -> {
            String typed = Handles.split(bounded(question));
            String words = mends ? spelling.mended(index, typed) : typed;
            return new Asked(question, words, model.readQuestion(words));
        });
    }

    /** The clauses that come nearest to a question, best first; {@code limit} at most, fewer where there are fewer. */
    public List<Hit> search(Asked question, int limit) {
        return search(question, limit, Likeness.NONE);
    }

    /**
     * As {@link #search(Asked, int)}, with what is known from examples of questions.
     *
     * @param likeness how much it is like those that clauses answer; clauses that are not in force are passed over
     */
    public List<Hit> search(Asked question, int limit, Likeness likeness) {
        return search(question, limit, likeness, Optional.empty());
    }

    /**
     * As {@link #search(Asked, int, Likeness)}, among the clauses of one policy.
     *
     * @param within the policy; none of its clauses is found when it is not in force. Empty for all policies
     */
    public List<Hit> search(Asked question, int limit, Likeness likeness, Optional<PolicyId> within) {
        return using(index -> search.search(index, question, likeness, limit, within));
    }

    /** As {@link #search(Asked, int)}, for any text. */
    public List<Hit> search(String question, int limit) {
        return search(understand(question), limit);
    }

    /**
     * The least that any answer takes, for measuring: embeds the question and runs one plain word search and one vector
     * search, and makes nothing of what they find.
     *
     * @return how many clauses were found
     */
    public int bare(String question) {
        return using(index -> search.bare(index, bounded(question), model.question(bounded(question))));
    }

    /**
     * Finds clauses by what somebody wrote in the query language: words, {@code "phrases"}, AND, OR, NOT, fields
     * ({@code heading:}, {@code text:}, {@code leadin:}, {@code number:2.4.*}, {@code policy:}), best first.
     *
     * @throws FindSyntaxException when the query is not understood or too costly; it points at the mistake
     */
    public List<Hit> find(String query, int limit) throws FindSyntaxException {
        Finder.Parsed parsed = finder.parse(query);
        return using(index -> finder.find(index, parsed, limit));
    }

    /** The words of a text as they are indexed, by their stems; the same for every form of a word. */
    public Set<String> terms(String text) {
        return Analyzers.terms(Analyzers.indexing(), text);
    }

    /** As {@link #terms}, with the policy words that staff words stand for. */
    public Set<String> askedTerms(String text) {
        return Analyzers.terms(Analyzers.asking(synonyms), text);
    }

    private static String bounded(String question) {
        return question.length() <= 4_000 ? question : question.substring(0, 4_000);
    }

    private interface Search<T> {
        T in(Snapshot index) throws IOException;
    }

    private <T> T using(Search<T> search) {
        Snapshot index = snapshot();
        while (!index.hold()) {
            index = snapshot();
        }
        try {
            return search.in(index);
        } catch (IOException e) {
            throw new UncheckedIOException("The search index cannot be read", e);
        } finally {
            release(index);
        }
    }

    private static void release(Snapshot index) {
        try {
            index.release();
        } catch (IOException e) {
            throw new UncheckedIOException("The search index cannot be closed", e);
        }
    }

    private Snapshot snapshot() {
        Snapshot index = current.get();
        if (index == null) {
            throw new IllegalStateException("The index is closed");
        }
        return index;
    }

    @Override
    public void close() {
        Snapshot index = current.getAndSet(null);
        if (index != null) {
            release(index);
        }
    }
}
