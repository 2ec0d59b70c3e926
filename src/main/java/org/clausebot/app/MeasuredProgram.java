package org.clausebot.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.clausebot.answer.Answerer;
import org.clausebot.answer.Learning;
import org.clausebot.datafile.DataFileException;
import org.clausebot.measure.Subject;
import org.clausebot.policy.Policy;
import org.clausebot.policy.PolicyId;
import org.clausebot.policy.PolicyReader;
import org.clausebot.search.ClauseIndex;
import org.clausebot.search.Part;
import org.clausebot.search.SentenceModel;

/** The part of the program that finds answers, with parts of it left out and learning from what it may. */
final class MeasuredProgram implements AutoCloseable {
    private final Config config;
    private final Set<Part> without;
    private final SentenceModel model;
    private final ClauseIndex index;

    private MeasuredProgram(Config config, Set<Part> without, SentenceModel model, ClauseIndex index) {
        this.config = config;
        this.without = without;
        this.model = model;
        this.index = index;
    }

    /** @throws RefusedException when a file of the program or of the data folder is not as it should be */
    static MeasuredProgram open(Config config, Set<Part> without) throws RefusedException {
        try {
            Seeds.sow(config.data());
            List<Policy> policies =
                    Policies.library(config, new PolicyReader()).inForce().inForce();
            SentenceModel model = SentenceModel.bundled(config.data().resolve("model"));
            ClauseIndex index = ClauseIndex.open(
                    config.data().resolve("index"), config.index().resolve("synonyms.txt"), policies, model, without);
            return new MeasuredProgram(config, Set.copyOf(without), model, index);
        } catch (IOException | UncheckedIOException e) {
            throw new RefusedException(e);
        }
    }

    /** As {@link #open}, with policies beside those in force, of which one of the same name gives way. */
    static MeasuredProgram openWith(Config config, List<Policy> others, Set<Part> without) throws RefusedException {
        // A folder of its own, so that the index of those in force is not built again by the next who opens it.
        return openWith(config, others, config.data().resolve("measured").resolve("many"), without);
    }

    /** @param kept where the index is kept */
    static MeasuredProgram openWith(Config config, List<Policy> others, Path kept, Set<Part> without)
            throws RefusedException {
        try {
            Set<PolicyId> replaced = others.stream().map(Policy::id).collect(Collectors.toSet());
            List<Policy> policies = new ArrayList<>(others);
            Policies.library(config, new PolicyReader()).inForce().inForce().stream()
                    .filter(policy -> !replaced.contains(policy.id()))
                    .forEach(policy -> policies.add(0, policy));
            SentenceModel model = SentenceModel.bundled(config.data().resolve("model"));
            ClauseIndex index =
                    ClauseIndex.open(kept, config.index().resolve("synonyms.txt"), policies, model, without);
            return new MeasuredProgram(config, Set.copyOf(without), model, index);
        } catch (IOException | UncheckedIOException e) {
            throw new RefusedException(e);
        }
    }

    /** Whether there are phrasings of a policy. */
    boolean isPhrased(PolicyId policy) {
        return Files.exists(phrasings().resolve(policy + ".tsv"));
    }

    /** Learns from all example messages but the phrasings of some policies. */
    Subject learn(Set<PolicyId> without) throws IOException, DataFileException {
        Learning learning = new Learning(!this.without.contains(Part.EXAMPLES), text -> true, without);
        return Subject.of(Answerer.open(index, model, sources(), learning));
    }

    /** One that has learnt from everything. */
    Answerer answerer() throws IOException, DataFileException {
        return Answerer.open(index, model, sources());
    }

    /** The least that an answer takes: see {@link ClauseIndex#bare}. */
    int bare(String question) {
        return index.bare(question);
    }

    List<Policy> policies() {
        return index.policies();
    }

    private Answerer.Sources sources() {
        return Learner.sources(config);
    }

    Path phrasings() {
        return config.index().resolve("phrasings");
    }

    /** Learns from the example messages that {@code from} allows. */
    Subject learn(Predicate<String> from) throws IOException, DataFileException {
        Learning learning = new Learning(!without.contains(Part.EXAMPLES), from);
        return Subject.of(Answerer.open(index, model, sources(), learning));
    }

    /** Learns from everything, as the program that serves people does. */
    Subject whole() throws IOException, DataFileException {
        return without.contains(Part.EXAMPLES)
                ? learn(text -> true)
                : Subject.of(Answerer.open(index, model, sources()));
    }

    @Override
    public void close() {
        Program.close(index, model);
    }
}
