package org.clausebot.measure;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clausebot.measure.Measurement.Figure;

/**
 * How well the program knows when to be silent. Empty where a file has no unanswerable questions, or no others.
 *
 * @param abstention by the share of answerable questions that are answered, the share of the others that are refused
 * @param bins the questions by how sure the program was, least sure first
 * @param coverage the abstention table at every threshold, least answered first
 */
public record Silence(Map<Double, Figure> abstention, List<Bin> bins, List<Point> coverage) {
    static final Silence UNKNOWN = new Silence(Map.of(), List.of(), List.of());

    public Silence {
        abstention = Collections.unmodifiableMap(new LinkedHashMap<>(abstention));
        bins = List.copyOf(bins);
        coverage = List.copyOf(coverage);
    }

    /**
     * Questions of which the program was about as sure.
     *
     * @param said the mean of what it took the probability of an answer to be
     * @param was the share that had one
     * @param count how many they are
     */
    public record Bin(double said, double was, int count) {}

    /**
     * A threshold, by what it does.
     *
     * @param answered share of the answerable questions
     * @param refused share of the unanswerable ones
     */
    public record Point(double answered, double refused) {}
}
