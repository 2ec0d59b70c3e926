package org.clausebot.answer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clausebot.answer.Answer.Concern;
import org.clausebot.datafile.DataFileException;
import org.clausebot.datafile.Tsv;
import org.clausebot.search.Asked;
import org.clausebot.search.Example;
import org.clausebot.search.Examples;
import org.clausebot.search.SentenceModel;
import org.jspecify.annotations.Nullable;

/**
 * Knows a message that tells of a child at risk, a threat or an indecent image, by its likeness to examples of such
 * messages and its unlikeness to harmless ones that share their words. By the same examples it knows what a message tells
 * of that is not urgent and can be reported all the same: a friend request, a link with a family.
 */
final class UrgentDetector {
    private static final String URGENT = "urgent";
    private static final String TELLS_OF = "tells of ";
    private static final String NOTHING = "none";
    /** Rather too low than too high: a false alarm costs a click. docs/quality.md has the figures. */
    private static final double THRESHOLD = 0.35;

    /** From here on a report is offered below an ordinary answer. docs/quality.md has the figures. */
    private static final double TELLS = 0.3;

    /** What likeness to all messages of a kind counts beside likeness to its urgent ones. docs/quality.md has the figures. */
    private static final double TOLD = 2;
    /** The first steps for an image keep people from copying it: rather shown too often than once too seldom. */
    private static final double RATHER_AN_IMAGE = 0.1;

    private static final double ACCOUNT = 0.45;
    private static final double LONG = 0.55;
    private static final double TELLING = 0.7;
    private static final double NO_DOUBT = 1;

    private final Examples examples;

    private UrgentDetector(Examples examples) {
        this.examples = examples;
    }

    /**
     * @param sources the folder of phrasings has {@code urgent.tsv}, and {@code harmless.tsv} and {@code off-topic.tsv} for
     *     more that is not urgent
     * @param before what was learnt before; taken again where nothing has changed
     */
    static UrgentDetector learn(
            Answerer.Sources sources, SentenceModel model, Learning learning, @Nullable UrgentDetector before)
            throws IOException, DataFileException {
        return new UrgentDetector(learning.learn(
                sources.kept(), model, examples(sources.phrasings()), before == null ? null : before.examples));
    }

    static List<Example> examples(Path phrasings) throws DataFileException {
        List<Example> examples = new ArrayList<>();
        for (Tsv.Row row : Tsv.read(phrasings.resolve("urgent.tsv"), "text", "urgent", "flow")) {
            examples.add(new Example(row.required("text"), labels(row)));
        }
        for (Tsv.Row row : Tsv.read(phrasings.resolve("harmless.tsv"), "text")) {
            examples.add(new Example(row.required("text"), Map.of()));
        }
        for (Tsv.Row row : Phrasings.table(phrasings.resolve("off-topic.tsv"))) {
            examples.add(new Example(row.required("question"), Map.of()));
        }
        return List.copyOf(examples);
    }

    private static Map<String, Double> labels(Tsv.Row row) throws DataFileException {
        Map<String, Double> labels = new HashMap<>();
        if (row.get("urgent").equals("yes")) {
            labels.put(URGENT, 1.0);
            labels.put(concern(row).name(), 1.0);
        }
        if (!row.required("flow").equals(NOTHING)) {
            labels.put(TELLS_OF + row.required("flow"), 1.0);
        }
        return labels;
    }

    private static Concern concern(Tsv.Row row) throws DataFileException {
        String flow = row.required("flow");
        return Concern.ofFlow(flow)
                .orElseThrow(() -> row.error("an urgent message cannot have the flow \"" + flow + "\""));
    }

    /** What the examples say of a message, for the questions below. */
    Signs signs(Asked message) {
        return new Signs(examples.scores(message));
    }

    /** How much a message is like those of each kind. */
    record Signs(Map<String, Double> scores) {
        /** Of a message that is not looked at. */
        static final Signs NONE = new Signs(Map.of());

        Optional<Concern> concern(Question question) {
            return urgency(scores) < bar(question) ? Optional.empty() : Optional.of(likeliest(scores));
        }

        /** The flows for what it tells of, likeliest first. */
        List<String> tellsOf() {
            return scores.entrySet().stream()
                    .filter(e -> e.getKey().startsWith(TELLS_OF) && e.getValue() >= TELLS)
                    .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                    .map(e -> e.getKey().substring(TELLS_OF.length()))
                    .toList();
        }
    }

    /**
     * From what urgency on a message is urgent where it was typed. An answer to "where is it?" is like an emergency by its
     * words ("in the locked drawer"), and no news: of a few words, only those that tell of somebody's doing are, or those
     * that leave no doubt. docs/quality.md has the figures.
     */
    private static double bar(Question question) {
        return switch (question.place()) {
            case ANYWHERE -> THRESHOLD;
            case ACCOUNT -> ACCOUNT;
            case SHORT_ANSWER -> News.isLong(question.text()) ? LONG : News.tells(question.text()) ? TELLING : NO_DOUBT;
        };
    }

    /** How urgent a message looks, about 0 to 1.5. */
    double score(Asked message) {
        return urgency(examples.scores(message));
    }

    /** Likeness to urgent messages of every kind, and half as much to those of the nearest kind. */
    private static double urgency(Map<String, Double> scores) {
        double nearest = Arrays.stream(Concern.values())
                .mapToDouble(concern -> score(scores, concern.name()))
                .max()
                .orElse(0);
        return score(scores, URGENT) + nearest / 2;
    }

    /**
     * The kind that it tells of: by likeness to urgent messages of that kind, and more by likeness to all, of which there
     * are more. Of those kinds only that have urgent messages.
     */
    private static Concern likeliest(Map<String, Double> scores) {
        return Arrays.stream(Concern.values())
                .filter(concern -> scores.containsKey(concern.name()))
                .max(Comparator.comparingDouble(concern -> score(scores, concern.name())
                        + TOLD * score(scores, TELLS_OF + concern.flow())
                        + (concern == Concern.INDECENT_IMAGES ? RATHER_AN_IMAGE : 0)))
                .orElseThrow();
    }

    private static double score(Map<String, Double> scores, String label) {
        return scores.getOrDefault(label, 0.0);
    }
}
