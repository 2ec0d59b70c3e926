package org.clausebot.measure;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How well the messages of a file were answered.
 *
 * @param file the file's name; several with " + " between
 * @param form what kind of file it is: questions, messages or follow-ups
 * @param counts how many messages of each kind it has, and what else is counted
 * @param metrics by name, in the order to show them; those of ranking over the answerable
 * @param silence how well the program knew when to be silent
 * @param thresholds what other thresholds of urgency would have done; empty unless cross-validated
 * @param failures every message of which something was not as wanted
 * @param unknown clauses of the file's gold that no policy has: no answer can give them
 */
public record Measurement(
        String file,
        String form,
        Map<String, Integer> counts,
        Map<String, Figure> metrics,
        Silence silence,
        List<Threshold> thresholds,
        List<Failure> failures,
        List<String> unknown) {
    public Measurement {
        counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
        thresholds = List.copyOf(thresholds);
        failures = List.copyOf(failures);
        unknown = List.copyOf(unknown);
    }

    /**
     * A figure and where it would lie 95 times in 100 had other questions of the kind been asked.
     *
     * @param value the figure
     * @param low the lower end of the interval
     * @param high the upper end
     */
    public record Figure(double value, double low, double high) {}

    /**
     * What a threshold of urgency would do.
     *
     * @param from messages at least as urgent are stopped
     * @param recall share of the urgent that it stops
     * @param stopped share of the look-alikes that it stops
     */
    public record Threshold(double from, double recall, double stopped) {}

    /**
     * Something that was not as wanted.
     *
     * @param id where to find it in the file
     * @param question what was asked
     * @param what what went wrong, in a few words
     * @param got what was given
     * @param wanted what should have been
     */
    public record Failure(String id, String question, String what, String got, String wanted) {}

    /** As maps, lists, numbers and words, ready for JSON; without the failures, which can be many. */
    public Map<String, Object> asMap() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("questions", file);
        all.put("form", form);
        all.putAll(counts);
        all.put("metrics", figures(metrics));
        Map<String, Figure> refused = new LinkedHashMap<>();
        silence.abstention().forEach((share, figure) -> refused.put("%.2f".formatted(share), figure));
        all.put("refusedAtAnswered", figures(refused));
        all.put(
                "reliability",
                silence.bins().stream()
                        .map(bin -> ordered("said", bin.said(), "was", bin.was(), "count", bin.count()))
                        .toList());
        all.put(
                "thresholds",
                thresholds.stream()
                        .map(t -> ordered("from", t.from(), "recall", t.recall(), "lookAlikesStopped", t.stopped()))
                        .toList());
        all.put("unknownClauses", unknown);
        return all;
    }

    /** The failures, ready for JSON. */
    public List<Map<String, Object>> failuresAsMaps() {
        return failures.stream()
                .map(f -> ordered(
                        "id", f.id(), "question", f.question(), "what", f.what(), "got", f.got(), "wanted", f.wanted()))
                .toList();
    }

    private static Map<String, Object> figures(Map<String, Figure> figures) {
        Map<String, Object> maps = new LinkedHashMap<>();
        figures.forEach((name, figure) ->
                maps.put(name, ordered("value", figure.value(), "low", figure.low(), "high", figure.high())));
        return maps;
    }

    private static Map<String, Object> ordered(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    /** As lines for a terminal. */
    public String asTable() {
        return MeasurementTable.of(this);
    }

    /** The failures as lines for a terminal. */
    public String asList() {
        return MeasurementTable.list(this);
    }
}
