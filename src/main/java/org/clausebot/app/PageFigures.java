package org.clausebot.app;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.clausebot.measure.Bench;

/**
 * How fast the pages of the policy desk were.
 *
 * @param questions of how many the log was
 * @param gaps how many are shown
 * @param looked how long it took until gaps were found
 * @param pages the times of each page, warm, in the order in which they were measured
 * @param before memory before the rounds
 * @param after memory after them
 * @param load of the machine when they had been measured, as it tells it; negative where it does not
 */
record PageFigures(
        int questions, int gaps, Duration looked, Map<String, Times> pages, Memory before, Memory after, double load) {
    private static final int MOST = 95;

    PageFigures {
        pages = new LinkedHashMap<>(pages);
    }

    /**
     * Memory, in bytes.
     *
     * @param resident of the whole process, where the system tells
     * @param heap what is in use of the heap once nothing is left that could be thrown away
     */
    record Memory(OptionalLong resident, long heap) {
        static Memory now() {
            MemoryMXBean heap = ManagementFactory.getMemoryMXBean();
            heap.gc();
            return new Memory(Bench.resident(), heap.getHeapMemoryUsage().getUsed());
        }
    }

    /**
     * Of one page, in milliseconds, a place for each time that it was opened.
     *
     * @param clock as a person waits
     * @param processor what all threads of the program used meanwhile, in steps of about ten; a busy machine changes it
     *     little
     */
    @SuppressWarnings("ArrayRecordComponent") // filled once, while the rounds last
    record Times(long[] clock, long[] processor) {
        Times(int rounds) {
            this(new long[rounds], new long[rounds]);
        }
    }

    /** The time that so many in a hundred took at most. */
    static long percentile(long[] times, int hundredth) {
        long[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[Math.max(0, (int) Math.ceil(sorted.length * hundredth / 100.0) - 1)];
    }

    /** Of the slowest page, by the clock. */
    long slowest() {
        return pages.values().stream()
                .mapToLong(times -> percentile(times.clock(), MOST))
                .max()
                .orElse(0);
    }

    /** What is in use of the heap before the rounds, in bytes. */
    long heapBefore() {
        return before.heap();
    }

    /** The same after them. */
    long heapAfter() {
        return after.heap();
    }

    /** Of the page that uses most processor time. */
    long dearest() {
        return pages.values().stream()
                .mapToLong(times -> percentile(times.processor(), MOST))
                .max()
                .orElse(0);
    }

    String asTable() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%,d questions; %d gaps, found within %d s of the start%n%n%-45s %8s %8s %14s%n",
                questions,
                gaps,
                looked.toSeconds(),
                "page",
                "p50 ms",
                "p95 ms",
                "processor p95"));
        pages.forEach((page, times) -> text.append(String.format(
                Locale.ROOT,
                "%-45s %8d %8d %14d%n",
                page,
                percentile(times.clock(), 50),
                percentile(times.clock(), MOST),
                percentile(times.processor(), MOST))));
        text.append(String.format(Locale.ROOT, "%-45s %8s %8d %14d%n", "the slowest", "", slowest(), dearest()));
        if (load >= 0) {
            text.append(String.format(
                    Locale.ROOT,
                    "%nLoad of the machine: %.1f on %d processors%n",
                    load,
                    Runtime.getRuntime().availableProcessors()));
        }
        if (before.resident().isPresent() && after.resident().isPresent()) {
            text.append(String.format(
                    Locale.ROOT,
                    "%nMemory of the process: %,d MB before these rounds, %,d MB after",
                    before.resident().getAsLong() >> 20,
                    after.resident().getAsLong() >> 20));
        }
        return text.append(String.format(
                        Locale.ROOT,
                        "%nWhat is in use of its heap: %,d MB before, %,d MB after%n",
                        before.heap() >> 20,
                        after.heap() >> 20))
                .toString();
    }
}
