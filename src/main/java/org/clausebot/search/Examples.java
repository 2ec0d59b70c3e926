package org.clausebot.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Judges a question by examples: how much it is like those of each label. Thread-safe. Vectors of examples are kept by
 * content, so that a restart embeds nothing again.
 */
public final class Examples {
    /** Chosen as docs/quality.md says. */
    private static final KernelRidge.Settings SETTINGS = new KernelRidge.Settings(1, 0.3, 0.3);

    /** Differs whenever the kept file's form does. */
    private static final String FORM = "5 ";

    private final String fingerprint;
    private final List<String> labels;
    private final KernelRidge ridge;

    private Examples(String fingerprint, List<String> labels, KernelRidge ridge) {
        this.fingerprint = fingerprint;
        this.labels = labels;
        this.ridge = ridge;
    }

    /**
     * Learns from examples.
     *
     * @param folder where their vectors are kept; created when missing
     * @param examples at least one; those without labels show what is none of it
     */
    public static Examples learn(Path folder, SentenceModel model, List<Example> examples) throws IOException {
        return learn(folder, model, examples, null);
    }

    /**
     * As {@link #learn(Path, SentenceModel, List)}.
     *
     * @param before given back when it was learnt from the same
     */
    public static Examples learn(Path folder, SentenceModel model, List<Example> examples, @Nullable Examples before)
            throws IOException {
        return before != null && before.fingerprint.equals(fingerprint(model, examples))
                ? before
                : learn(folder, model, examples, true);
    }

    /** As {@link #learn(Path, SentenceModel, List)}, and what is learnt is not kept: for measuring, which learns often what is needed once. */
    public static Examples learnOnce(Path folder, SentenceModel model, List<Example> examples) throws IOException {
        return learn(folder, model, examples, false);
    }

    private static Examples learn(Path folder, SentenceModel model, List<Example> examples, boolean keep)
            throws IOException {
        if (examples.isEmpty()) {
            throw new IllegalArgumentException("There is nothing to learn from no examples");
        }
        Files.createDirectories(folder);
        TreeSet<String> names = new TreeSet<>();
        examples.forEach(example -> names.addAll(example.labels().keySet()));
        List<String> labels = List.copyOf(names);
        Supplier<KernelRidge> learnt = () -> fit(folder, model, examples, labels);
        String fingerprint = fingerprint(model, examples);
        return new Examples(fingerprint, labels, keep ? new RidgeFile(folder, fingerprint).kept(learnt) : learnt.get());
    }

    /** The vectors are read here and not before: a start that finds all learnt needs none of them. */
    private static KernelRidge fit(Path folder, SentenceModel model, List<Example> examples, List<String> labels) {
        List<String> texts = examples.stream().map(Example::text).toList();
        try {
            VectorStore.Embedded vectors =
                    VectorStore.ofQuestions(folder, model).all(texts);
            float[][] points = new float[examples.size()][];
            float[][] outputs = new float[examples.size()][labels.size()];
            for (int i = 0; i < points.length; i++) {
                points[i] = vectors.of(texts.get(i));
                for (int k = 0; k < labels.size(); k++) {
                    outputs[i][k] = examples.get(i)
                            .labels()
                            .getOrDefault(labels.get(k), 0.0)
                            .floatValue();
                }
            }
            return KernelRidge.fit(texts, points, outputs, SETTINGS);
        } catch (IOException e) {
            throw new UncheckedIOException("The vectors of the examples cannot be kept in " + folder, e);
        }
    }

    private static String fingerprint(SentenceModel model, List<Example> examples) {
        StringBuilder all = new StringBuilder(FORM + model.fingerprint() + SETTINGS);
        for (Example example : examples) {
            all.append('\0').append(example.text()).append('\0').append(new TreeMap<>(example.labels()));
        }
        return Hashes.sha256(all.toString()).substring(0, 32);
    }

    /** How much a question is like the examples of each label: about 1 for very, about 0 for not. */
    public Map<String, Double> scores(Asked question) {
        double[] outputs = ridge.at(question.text(), question.meaning());
        Map<String, Double> scores = new HashMap<>();
        for (int k = 0; k < outputs.length; k++) {
            scores.put(labels.get(k), outputs[k]);
        }
        return scores;
    }
}
