package org.clausebot.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * How long each step of a report takes when many people report at once, through the web page: once with pauses such as
 * people make, and once without any, which shows what the server can do at most.
 */
final class ReportingBench {
    private static final String BEGIN = "(begin)";

    private final HttpClient client;
    private final List<ReportVisitor> people;
    private final LongSupplier nanos;
    private final Waiting waiting;

    /**
     * @param client speaks HTTP/1.1, as browsers do without TLS
     * @param nanos a clock in nanoseconds
     * @param waiting waits as long as it is told
     */
    ReportingBench(HttpClient client, List<ReportVisitor> people, LongSupplier nanos, Waiting waiting) {
        this.client = client;
        this.people = List.copyOf(people);
        this.nanos = nanos;
        this.waiting = waiting;
    }

    /** Waits. */
    @FunctionalInterface
    interface Waiting {
        void over(Duration pause) throws InterruptedException;
    }

    /**
     * How long people think before each step, each time as likely one length as another.
     *
     * @param seed makes the same pauses each time
     */
    record Pauses(Duration least, Duration most, long seed) {
        /** Half a second to three: far quicker than anybody reads a question and types the answer. */
        static Pauses quickPeople() {
            return new Pauses(Duration.ofMillis(500), Duration.ofSeconds(3), 20_261_122L);
        }

        static Pauses none() {
            return new Pauses(Duration.ZERO, Duration.ZERO, 0);
        }

        /** Those of one person, one after the other. */
        Supplier<Duration> of(int person) {
            SplittableRandom random = new SplittableRandom(seed + person);
            return () -> Duration.ofMillis(random.nextLong(least.toMillis(), most.toMillis() + 1));
        }
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
     * What one load measured.
     *
     * @param all every step of every report
     * @param steps each step by itself
     */
    record Load(int reports, double seconds, Times all, Map<String, Times> steps) {
        double stepsPerSecond() {
            return all.requests() / seconds;
        }
    }

    /**
     * What was measured.
     *
     * @param bare a page that needs no report and nothing on disk, asked for by as many at once: what the server, the
     *     network and this machine take anyway
     * @param paced with pauses
     * @param saturated without any
     */
    record Result(int people, Pauses pauses, Times bare, Load paced, Load saturated) {
        String asTable() {
            StringBuilder table = new StringBuilder(
                    "%-14s %9s %9s %9s %9s%n".formatted("", "requests", "p50 ms", "p95 ms", "p99 ms"));
            row(table, "(bare page)", bare);
            load(
                    table,
                    "%d people at once, who pause %.1f to %.1f s before each step"
                            .formatted(
                                    people,
                                    pauses.least().toMillis() / 1e3,
                                    pauses.most().toMillis() / 1e3),
                    paced);
            load(table, people + " people at once, without a pause", saturated);
            return table.toString();
        }

        private static void load(StringBuilder table, String title, Load load) {
            table.append("%n%s: %d reports, %.1f steps/s%n".formatted(title, load.reports(), load.stepsPerSecond()));
            load.steps().forEach((step, times) -> row(table, step, times));
            row(table, "all steps", load.all());
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

    /**
     * @param each how many reports each person sends without a pause, one after the other
     * @param pauses before each step of the one report that each person sends with pauses
     */
    Result run(int each, Pauses pauses) throws InterruptedException {
        together((person, number) -> List.of(report(person, -1, Pauses.none().of(number))));
        List<Timed> bare = together((person, number) -> {
            List<Timed> timed = new ArrayList<>();
            for (int i = 0; i < 10 * each; i++) {
                timed.add(timed("bare", () -> person.bare(client)));
            }
            return List.of(timed);
        });
        Load saturated = load(each, Pauses.none());
        Load paced = load(1, pauses);
        return new Result(people.size(), pauses, times(bare), paced, saturated);
    }

    private Load load(int each, Pauses pauses) throws InterruptedException {
        long start = nanos.getAsLong();
        List<Timed> steps = together((person, number) -> {
            Supplier<Duration> pause = pauses.of(number);
            List<List<Timed>> timed = new ArrayList<>();
            for (int i = 0; i < each; i++) {
                timed.add(report(person, i + number, pause));
            }
            return timed;
        });
        double seconds = (nanos.getAsLong() - start) / 1e9;
        Map<String, List<Timed>> byStep = new TreeMap<>();
        steps.forEach(
                t -> byStep.computeIfAbsent(t.step(), step -> new ArrayList<>()).add(t));
        Map<String, Times> table = new TreeMap<>();
        byStep.forEach((step, timed) -> table.put(step, times(timed)));
        return new Load(people.size() * each, seconds, times(steps), table);
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
        List<List<Timed>> by(ReportVisitor person, int number) throws IOException, InterruptedException;
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
            for (int i = 0; i < people.size(); i++) {
                int number = i;
                running.add(threads.submit(() -> {
                    begin.await();
                    visit.by(people.get(number), number).forEach(all::addAll);
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

    private List<Timed> report(ReportVisitor person, int turn, Supplier<Duration> pause)
            throws IOException, InterruptedException {
        ReportScript script = ReportScript.of(turn, "Trial " + turn);
        List<Timed> timed = new ArrayList<>();
        ReportVisitor.Shown[] shown = {person.open(client)};
        waiting.over(pause.get());
        timed.add(timed(BEGIN, () -> shown[0] = person.say(client, "", script.title())));
        while (shown[0].receipt().isEmpty()) {
            String token = shown[0].token();
            String step = shown[0].step();
            if (step.isEmpty() || timed.size() > 50) {
                throw new IllegalStateException("A trial report got lost at step \"" + step + "\"");
            }
            waiting.over(pause.get());
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
