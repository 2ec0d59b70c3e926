package org.clausebot.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Pairs reworded clauses so that the sum of their likeness is greatest. Clauses that are like no other are left alone.
 * Clauses fall into groups with no likeness between them, and each group is solved by itself.
 */
final class Assignment {
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    /** Below this share of common words and word pairs, two clauses are not one. */
    private static final double ALIKE = 0.4;
    /** Enough when the number and the headings stayed as well. */
    private static final double ALIKE_IN_PLACE = 0.2;
    /** More comparisons than this would take more memory than a comparison is worth. */
    private static final long MOST_COMPARED = 4_000_000;
    /** A larger group is paired greedily: the best method takes the cube of its size. */
    private static final int LARGEST_GROUP = 500;

    /** Two clauses that are one, reworded. */
    record Pair(Clause left, Clause right) {}

    private final double[][] likeness;

    private Assignment(double[][] likeness) {
        this.likeness = likeness;
    }

    static List<Pair> best(List<Clause> left, List<Clause> right) {
        List<Pair> pairs = new ArrayList<>();
        if (left.isEmpty() || right.isEmpty()) {
            return pairs;
        }
        if ((long) left.size() * right.size() > MOST_COMPARED) {
            return inPlace(left, right);
        }
        double[][] likeness = likeness(left, right);
        for (List<List<Integer>> group : groups(likeness)) {
            List<Integer> rows = group.getFirst();
            List<Integer> columns = group.getLast();
            double[][] part = new double[rows.size()][columns.size()];
            for (int i = 0; i < rows.size(); i++) {
                for (int j = 0; j < columns.size(); j++) {
                    part[i][j] = likeness[rows.get(i)][columns.get(j)];
                }
            }
            int[] chosen = new Assignment(part).solve();
            for (int i = 0; i < chosen.length; i++) {
                if (chosen[i] >= 0 && part[i][chosen[i]] > 0) {
                    pairs.add(new Pair(left.get(rows.get(i)), right.get(columns.get(chosen[i]))));
                }
            }
        }
        return pairs;
    }

    /** Two very long versions with little in common: only clauses that kept their number are looked at. */
    private static List<Pair> inPlace(List<Clause> left, List<Clause> right) {
        Map<String, Clause> numbered = new HashMap<>();
        right.forEach(c -> numbered.put(c.ref().address(), c));
        List<Pair> pairs = new ArrayList<>();
        for (Clause clause : left) {
            Clause other = numbered.get(clause.ref().address());
            if (other != null && dice(grams(clause), grams(other)) >= ALIKE) {
                pairs.add(new Pair(clause, other));
            }
        }
        return pairs;
    }

    private static double[][] likeness(List<Clause> left, List<Clause> right) {
        List<Map<String, Integer>> leftWords =
                left.stream().map(Assignment::grams).toList();
        List<Map<String, Integer>> rightWords =
                right.stream().map(Assignment::grams).toList();
        double[][] likeness = new double[left.size()][right.size()];
        for (int i = 0; i < left.size(); i++) {
            for (int j = 0; j < right.size(); j++) {
                Clause one = left.get(i);
                Clause other = right.get(j);
                double words = dice(leftWords.get(i), rightWords.get(j));
                boolean number = one.ref().address().equals(other.ref().address());
                boolean headings = PolicyDiff.sameHeadings(one, other);
                if (words >= ALIKE || (words >= ALIKE_IN_PLACE && number && headings)) {
                    likeness[i][j] = words + (number ? 0.08 : 0) + (headings ? 0.04 : 0);
                }
            }
        }
        return likeness;
    }

    /** Words and pairs of neighbouring words, with how often they stand there. */
    private static Map<String, Integer> grams(Clause clause) {
        Map<String, Integer> grams = new HashMap<>();
        String last = "^";
        for (String word :
                NO_WORD.splitAsStream(clause.text().toLowerCase(Locale.UK)).toList()) {
            if (!word.isEmpty()) {
                grams.merge(word, 1, Integer::sum);
                grams.merge(last + " " + word, 1, Integer::sum);
                last = word;
            }
        }
        return grams;
    }

    private static double dice(Map<String, Integer> one, Map<String, Integer> other) {
        int common = 0;
        int total = 0;
        for (Map.Entry<String, Integer> gram : one.entrySet()) {
            common += Math.min(gram.getValue(), other.getOrDefault(gram.getKey(), 0));
            total += gram.getValue();
        }
        for (int count : other.values()) {
            total += count;
        }
        return total == 0 ? 0 : 2.0 * common / total;
    }

    /** Rows and columns that are joined by likeness, each group as its rows and its columns. */
    private static List<List<List<Integer>>> groups(double[][] likeness) {
        int rows = likeness.length;
        int[] joined = IntStream.range(0, rows + likeness[0].length).toArray();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < likeness[0].length; column++) {
                if (likeness[row][column] > 0) {
                    joined[root(joined, row)] = root(joined, rows + column);
                }
            }
        }
        Map<Integer, List<List<Integer>>> groups = new LinkedHashMap<>();
        for (int i = 0; i < joined.length; i++) {
            List<List<Integer>> group =
                    groups.computeIfAbsent(root(joined, i), root -> List.of(new ArrayList<>(), new ArrayList<>()));
            group.get(i < rows ? 0 : 1).add(i < rows ? i : i - rows);
        }
        return groups.values().stream()
                .filter(g -> !g.getFirst().isEmpty() && !g.getLast().isEmpty())
                .toList();
    }

    private static int root(int[] joined, int start) {
        int at = start;
        while (joined[at] != at) {
            joined[at] = joined[joined[at]];
            at = joined[at];
        }
        return at;
    }

    /** For each row its column, or -1. */
    private int[] solve() {
        int rows = likeness.length;
        int columns = likeness[0].length;
        return Math.max(rows, columns) > LARGEST_GROUP
                ? greedy(rows, columns)
                : hungarian(rows, Math.max(rows, columns));
    }

    private int[] greedy(int rows, int columns) {
        List<int[]> candidates = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                if (likeness[i][j] > 0) {
                    candidates.add(new int[] {i, j});
                }
            }
        }
        candidates.sort((a, b) -> Double.compare(likeness[b[0]][b[1]], likeness[a[0]][a[1]]));
        int[] chosen = new int[rows];
        Arrays.fill(chosen, -1);
        boolean[] used = new boolean[columns];
        for (int[] pair : candidates) {
            if (chosen[pair[0]] < 0 && !used[pair[1]]) {
                chosen[pair[0]] = pair[1];
                used[pair[1]] = true;
            }
        }
        return chosen;
    }

    /** Kuhn's Hungarian method with potentials, rows and columns counted from 1; a missing column costs nothing. */
    private int[] hungarian(int rows, int columns) {
        double[] u = new double[rows + 1];
        double[] v = new double[columns + 1];
        int[] rowOf = new int[columns + 1];
        for (int row = 1; row <= rows; row++) {
            augment(row, columns, u, v, rowOf);
        }
        int[] chosen = new int[rows];
        Arrays.fill(chosen, -1);
        for (int column = 1; column <= columns; column++) {
            if (rowOf[column] > 0 && column <= likeness[0].length) {
                chosen[rowOf[column] - 1] = column - 1;
            }
        }
        return chosen;
    }

    private void augment(int row, int columns, double[] u, double[] v, int[] rowOf) {
        double[] least = new double[columns + 1];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        int[] way = new int[columns + 1];
        boolean[] done = new boolean[columns + 1];
        rowOf[0] = row;
        int at = 0;
        do {
            done[at] = true;
            int from = rowOf[at];
            int next = 0;
            double step = Double.POSITIVE_INFINITY;
            for (int column = 1; column <= columns; column++) {
                if (!done[column]) {
                    double slack = cost(from, column) - u[from] - v[column];
                    if (slack < least[column]) {
                        least[column] = slack;
                        way[column] = at;
                    }
                    if (least[column] < step) {
                        step = least[column];
                        next = column;
                    }
                }
            }
            for (int column = 0; column <= columns; column++) {
                if (done[column]) {
                    u[rowOf[column]] += step;
                    v[column] -= step;
                } else {
                    least[column] -= step;
                }
            }
            at = next;
        } while (rowOf[at] != 0);
        while (at != 0) {
            rowOf[at] = rowOf[way[at]];
            at = way[at];
        }
    }

    private double cost(int row, int column) {
        return column <= likeness[0].length ? -likeness[row - 1][column - 1] : 0;
    }
}
