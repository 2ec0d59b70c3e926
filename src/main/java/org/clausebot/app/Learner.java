package org.clausebot.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.clausebot.answer.Answerer;
import org.clausebot.answer.SchoolPhrasings;
import org.clausebot.datafile.DataFileException;
import org.clausebot.search.ClauseIndex;
import org.clausebot.search.SentenceModel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Learns from the example questions, and again when they change. What was learnt before stays in force until the new is
 * ready, so that no question waits for it. Thread-safe.
 */
final class Learner implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Learner.class);

    private final Path index;
    private final Path phrasings;
    private final SchoolPhrasings school;
    private final ClauseIndex clauses;
    private final AtomicReference<Answerer> answerer;
    private final AtomicReference<String> known;
    private final AtomicReference<String> stamp;
    private final AtomicReference<List<String>> failure = new AtomicReference<>(List.of());
    /** Held while something is learnt: two at a time would need twice the memory and be no sooner ready. */
    private final ReentrantLock learning = new ReentrantLock();

    private final ExecutorService background = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("clausebot-learner").daemon().factory());

    private Learner(Config config, ClauseIndex clauses, Answerer answerer, String stamp) {
        this.index = config.index();
        this.phrasings = phrasings(config);
        this.school = new SchoolPhrasings(phrasings);
        this.clauses = clauses;
        this.answerer = new AtomicReference<>(answerer);
        this.known = new AtomicReference<>(Knowledge.of(clauses.policies(), index, phrasings));
        this.stamp = new AtomicReference<>(stamp);
    }

    /** @throws DataFileException when an example file of the program is missing or wrong */
    static Learner open(Config config, ClauseIndex clauses, SentenceModel model) throws IOException, DataFileException {
        String stamp = Knowledge.stamp(config.index(), phrasings(config));
        return new Learner(config, clauses, Answerer.open(clauses, model, sources(config)), stamp);
    }

    private static Path phrasings(Config config) {
        return config.data().resolve("phrasings");
    }

    /** What the program learns from. */
    static Answerer.Sources sources(Config config) {
        return new Answerer.Sources(
                config.index().resolve("phrasings"),
                new SchoolPhrasings(phrasings(config)),
                config.index().resolve("relations"),
                config.data().resolve("index"));
    }

    Answerer answerer() {
        return answerer.get();
    }

    /** Stands for what questions are answered from now; another whenever that has changed. */
    String known() {
        return known.get();
    }

    SchoolPhrasings school() {
        return school;
    }

    /** What in the files it learns from does nothing, a sentence each. */
    List<String> remarks() {
        return Stream.concat(failure.get().stream(), answerer().problems().stream())
                .toList();
    }

    /** Learns again, whether something has changed or not. */
    void learn() throws IOException, DataFileException {
        learning.lock();
        try {
            // Both before anything is read: what changes meanwhile is seen at the next look.
            String stampNow = Knowledge.stamp(index, phrasings);
            String knownNow = Knowledge.of(clauses.policies(), index, phrasings);
            answerer.set(answerer().again());
            known.set(knownNow);
            stamp.set(stampNow);
            failure.set(List.of());
        } finally {
            learning.unlock();
        }
    }

    /** Learns again if a file seems to have changed since the last look. */
    void look() {
        if (!Knowledge.stamp(index, phrasings).equals(stamp.get())) {
            learnWhatChanged();
        }
    }

    /**
     * Learns again what has changed, at once: on two processors that takes some two seconds.
     *
     * @return becomes true when questions are answered from something else from then on; never fails
     */
    CompletableFuture<Boolean> inBackground() {
        try {
            return CompletableFuture.supplyAsync(this::learnWhatChanged, background);
        } catch (RejectedExecutionException e) {
            // The program is just being closed; the next start learns it.
            return CompletableFuture.completedFuture(false);
        }
    }

    private boolean learnWhatChanged() {
        learning.lock();
        String stampNow = Knowledge.stamp(index, phrasings);
        try {
            if (Knowledge.of(clauses.policies(), index, phrasings).equals(known())) {
                return false;
            }
            learn();
            LOG.info("Other example questions are learnt");
            return true;
        } catch (IOException | UncheckedIOException | DataFileException e) {
            failure.set(
                    List.of("What changed in the example questions could not be learnt, and what was known before is"
                            + " still in force: " + e.getMessage()));
            LOG.error(
                    "Example questions could not be learnt; what was known before stays in force: {}",
                    e.getClass().getSimpleName());
            return false;
        } finally {
            // After a failure too, which would come again until a file changes.
            stamp.set(stampNow);
            learning.unlock();
        }
    }

    /** Waits for what is being learnt, which uses what is closed next. */
    @Override
    public void close() {
        background.close();
    }
}
