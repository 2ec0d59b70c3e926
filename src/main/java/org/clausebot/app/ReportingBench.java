package org.clausebot.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongSupplier;

/** How long each step of a report takes when many people report at once, without a pause, through the web page. */
final class ReportingBench {
    private static final String BEGIN = "(begin)";

    private final HttpClient client;
    private final List<ReportVisitor> people;
    private final LongSupplier nanos;

    /**
     * @param client speaks HTTP/1.1, as browsers do without TLS
     * @param nanos a clock in nanoseconds
     */
    ReportingBench(HttpClient client, List<ReportVisitor> people, LongSupplier nanos) {
        this.client = client;
        this.people = List.copyOf(people);
        this.nanos = nanos;
    }

    /** One timed request. */
    private record Timed(String step, double millis) {}

    /** Milliseconds below which half, 95 and 99 of a hundred requests were answered. */
    record Times(int requests, double p50, double p95, double p99) {
        static Times of(double[] millis) {
            double[] sorted = millis.clone();
            Arrays.sort(sorted);
            return new Times(sorted.length, at(sorted, 0.5), at(sorted, 0.95), at(sorted, 0.99));
        }

        private static double at(double[] sorted, double share) {
            return sorted[Math.clamp((int) Math.ceil(share * sorted.length) - 1, 0, sorted.length - 1)];
        }
    }

    /**
     * What was measured.
     *
     * @param bare a page that needs no report and nothing on disk, asked for by as many at once: what the server, the
     *     network and this machine take anyway
     * @param all every step of every report
     * @param steps each step by itself
     */
    record Result(int people, int reports, double seconds, Times bare, Times all, Map<String, Times> steps) {
        String asTable() {
            StringBuilder table = new StringBuilder("%d people at once, %d reports, %.1f steps/s, %.1f reports/s%n"
                    .formatted(people, reports, all.requests() / seconds, reports / seconds));
            table.append(
                    String.format(Locale.UK, "%-14s %9s %9s %9s %9s%n", "", "requests", "p50 ms", "p95 ms", "p99 ms"));
            row(table, "(bare page)", bare);
            steps.forEach((step, times) -> row(table, step, times));
            row(table, "all steps", all);
            return table.toString();
        }

        private static void row(StringBuilder table, String name, Times times) {
            table.append(String.format(
                    Locale.UK,
                    "%-14s %9d %9.1f %9.1f %9.1f%n",
                    name,
                    times.requests(),
                    times.p50(),
                    times.p95(),
                    times.p99()));
        }
    }

    /** @param each how many reports each person sends, one after the other */
    Result run(int each) throws InterruptedException {
        together(person -> List.of(report(person, -1)));
        List<Timed> bare = together(person -> {
            List<Timed> timed = new ArrayList<>();
            for (int i = 0; i < 10 * each; i++) {
                timed.add(timed("bare", () -> person.bare(client)));
            }
            return List.of(timed);
        });
        long start = nanos.getAsLong();
        List<Timed> steps = together(person -> {
            List<List<Timed>> timed = new ArrayList<>();
            for (int i = 0; i < each; i++) {
                timed.add(report(person, i));
            }
            return timed;
        });
        double seconds = (nanos.getAsLong() - start) / 1e9;
        Map<String, List<Timed>> byStep = new TreeMap<>();
        steps.forEach(
                t -> byStep.computeIfAbsent(t.step(), step -> new ArrayList<>()).add(t));
        Map<String, Times> table = new TreeMap<>();
        byStep.forEach((step, timed) -> table.put(step, times(timed)));
        return new Result(people.size(), people.size() * each, seconds, times(bare), times(steps), table);
    }

    private static Times times(List<Timed> timed) {
        return Times.of(timed.stream().mapToDouble(Timed::millis).toArray());
    }

    @FunctionalInterface
    interface Work<T> {
        T done() throws IOException, InterruptedException;
    }

    @FunctionalInterface
    private interface Visit {
        List<List<Timed>> by(ReportVisitor person) throws IOException, InterruptedException;
    }

    private Timed timed(String step, Work<?> work) throws IOException, InterruptedException {
        long start = nanos.getAsLong();
        work.done();
        return new Timed(step, (nanos.getAsLong() - start) / 1e6);
    }

    /** Everybody begins at the same moment; the first fault of anybody ends it. */
    private List<Timed> together(Visit visit) throws InterruptedException {
        ConcurrentLinkedQueue<Timed> all = new ConcurrentLinkedQueue<>();
        CyclicBarrier begin = new CyclicBarrier(people.size());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (ReportVisitor person : people) {
                running.add(threads.submit(() -> {
                    begin.await();
                    visit.by(person).forEach(all::addAll);
                    return all;
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io
                    ? new UncheckedIOException(io)
                    : new IllegalStateException("A trial report was not taken", e);
        }
        return List.copyOf(all);
    }

    private List<Timed> report(ReportVisitor person, int turn) throws IOException, InterruptedException {
        ReportScript script = ReportScript.of(turn, "Trial " + turn);
        List<Timed> timed = new ArrayList<>();
        ReportVisitor.Shown[] shown = {person.open(client)};
        timed.add(timed(BEGIN, () -> shown[0] = person.say(client, "", script.title())));
        while (shown[0].receipt().isEmpty()) {
            String token = shown[0].token();
            String step = shown[0].step();
            if (step.isEmpty() || timed.size() > 50) {
                throw new IllegalStateException("A trial report got lost at step \"" + step + "\"");
            }
            timed.add(timed(step, () -> shown[0] = person.say(client, token, script.at(step))));
        }
        return timed;
    }

    /** Signs in {@code count} people, each with a link of its own. */
    static List<ReportVisitor> arrive(HttpClient client, int count, Work<URI> nextLink)
            throws IOException, InterruptedException {
        List<ReportVisitor> people = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            people.add(ReportVisitor.signIn(client, nextLink.done()));
        }
        return people;
    }
}
