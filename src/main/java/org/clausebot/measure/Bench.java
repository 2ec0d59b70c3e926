package org.clausebot.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Measures how fast questions are answered against what cannot be avoided: one embedding and one plain search. Both are
 * run in turns, question by question, so that a busy machine slows both alike and their ratio stays true.
 */
public final class Bench {
    private static final int WARM_UP = 3;

    private final List<String> questions;
    private final Consumer<String> answer;
    private final Consumer<String> limit;
    private final LongSupplier nanos;

    /**
     * @param questions what to ask; at least one
     * @param answer the whole way from a question to its answer
     * @param limit one embedding of the question and one plain search
     * @param nanos the clock, as {@link System#nanoTime}
     */
    public Bench(List<String> questions, Consumer<String> answer, Consumer<String> limit, LongSupplier nanos) {
        this.questions = List.copyOf(questions);
        this.answer = answer;
        this.limit = limit;
        this.nanos = nanos;
        if (questions.isEmpty()) {
            throw new IllegalArgumentException("A bench needs questions");
        }
    }

    /**
     * What a run found. Times are milliseconds for one question on one thread.
     *
     * @param answerMedian half of the answers took no longer
     * @param answerP99 99 in 100 took no longer
     * @param limitMedian the same for the limit
     * @param limitP99 the same for the limit
     * @param perSecond answers a second with all processors busy; 0 where that was not measured
     * @param residentBytes memory of the whole process that is in the machine's memory, where the system tells
     */
    public record Result(
            double answerMedian,
            double answerP99,
            double limitMedian,
            double limitP99,
            double perSecond,
            OptionalLong residentBytes) {

        /** How many times the limit the answer takes, at the median. At most 1.5 is wanted. */
        public double ratio() {
            return answerMedian / limitMedian;
        }

        Result withPerSecond(double measured) {
            return new Result(answerMedian, answerP99, limitMedian, limitP99, measured, residentBytes);
        }

        /** As lines for a terminal. */
        public String asTable() {
            StringBuilder table = new StringBuilder();
            asMap().forEach((name, value) -> table.append(String.format(Locale.ROOT, "%-28s %10.2f%n", name, value)));
            return table.toString();
        }

        /** By name, ready for JSON. */
        public Map<String, Double> asMap() {
            Map<String, Double> map = new LinkedHashMap<>();
            map.put("answer median, ms", answerMedian);
            map.put("answer p99, ms", answerP99);
            map.put("limit median, ms", limitMedian);
            map.put("limit p99, ms", limitP99);
            map.put("answer to limit, ratio", ratio());
            if (perSecond > 0) {
                map.put("answers a second", perSecond);
            }
            residentBytes.ifPresent(bytes -> map.put("resident, MB", bytes / 1e6));
            return map;
        }
    }

    /**
     * Runs for about {@code rounds} times all questions, and as long again on all processors.
     *
     * @param rounds 1 or more
     */
    public Result run(int rounds) {
        return oneByOne(rounds).withPerSecond(throughput(rounds));
    }

    /** As {@link #run}, without asking on all processors: for a clock that tells one thread's processor time. */
    public Result oneByOne(int rounds) {
        for (int i = 0; i < Math.min(WARM_UP * 10, WARM_UP * questions.size()); i++) {
            answer.accept(questions.get(i % questions.size()));
            limit.accept(questions.get(i % questions.size()));
        }
        double[] answers = new double[rounds * questions.size()];
        double[] limits = new double[answers.length];
        for (int i = 0; i < answers.length; i++) {
            String question = questions.get(i % questions.size());
            boolean first = i % 2 == 0;
            double before = first ? timed(answer, question) : timed(limit, question);
            double after = first ? timed(limit, question) : timed(answer, question);
            answers[i] = first ? before : after;
            limits[i] = first ? after : before;
        }
        Arrays.sort(answers);
        Arrays.sort(limits);
        return new Result(
                quantile(answers, 0.5),
                quantile(answers, 0.99),
                quantile(limits, 0.5),
                quantile(limits, 0.99),
                0,
                resident());
    }

    private double timed(Consumer<String> what, String question) {
        long start = nanos.getAsLong();
        what.accept(question);
        return (nanos.getAsLong() - start) / 1e6;
    }

    private double throughput(int rounds) {
        AtomicInteger next = new AtomicInteger();
        int all = rounds * questions.size();
        Thread[] threads = new Thread[Runtime.getRuntime().availableProcessors()];
        long start = nanos.getAsLong();
        for (int t = 0; t < threads.length; t++) {
            threads[t] = Thread.ofPlatform().start(() -> {
                for (int i = next.getAndIncrement(); i < all; i = next.getAndIncrement()) {
                    answer.accept(questions.get(i % questions.size()));
                }
            });
        }
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("The bench was interrupted", e);
            }
        }
        return all / ((nanos.getAsLong() - start) / 1e9);
    }

    /** The value below which {@code share} of the sorted values lie. */
    static double quantile(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))];
    }

    /** Read from Linux's process table; empty on other systems. */
    public static OptionalLong resident() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}
