package org.clausebot.insight;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;
import org.clausebot.insight.SchoolLog.Question;

/**
 * Somebody who knows the program, the school and everybody in it, and wants to know of one person: did they ask, or who of
 * two was it. They lack the school's secret and the entries' random ids, so they play
 * each case through many times with secrets of their own, learn how often each thing stands on each page of two successive
 * weeks in either case, and then look at the real pages.
 */
final class Attacker {
    private static final int REHEARSED = 150;
    private static final int ATTACKED = 400;

    private final List<Shown> desk;

    Attacker(List<Shown> desk) {
        this.desk = desk;
    }

    /** A key and ids that nobody knows. */
    static UnaryOperator<String> secret(long seed) {
        return text -> {
            try {
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256")
                                .digest((seed + "\0" + text).getBytes(StandardCharsets.UTF_8)));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    /**
     * All that is shown.
     *
     * @param days after {@link SchoolLog#AFTER}
     */
    Map<String, String> on(SchoolLog log, long seed, int days) {
        Clock clock = Clock.fixed(SchoolLog.AFTER.plus(Duration.ofDays(days)), ZoneOffset.UTC);
        Map<String, String> all = new TreeMap<>();
        for (int part = 0; part < desk.size(); part++) {
            String name = part + " ";
            desk.get(part).of(log, secret(seed), clock).forEach((what, stands) -> all.put(name + what, stands));
        }
        return all;
    }

    /**
     * Tells two cases apart.
     *
     * @param others what everybody else asked: always the same where the attacker knows it to the letter, or as chance has it
     *     where they know everybody's habits
     * @param one what was asked besides in the first case; empty for nothing
     * @param other what was asked besides in the second
     * @return how often they guess right; 0.5 for no better than tossing a coin
     */
    double right(LongFunction<List<Question>> others, List<Question> one, List<Question> other, long seed) {
        Map<String, Map<String, Integer>> first = new HashMap<>();
        Map<String, Map<String, Integer>> second = new HashMap<>();
        for (int i = 0; i < REHEARSED; i++) {
            learn(first, on(log(others, one, seed + 2L * i), seed + 2L * i, 0));
            learn(second, on(log(others, other, seed + 2L * i + 1), seed + 2L * i + 1, 0));
        }
        Random coin = new Random(seed);
        int right = 0;
        for (int i = 0; i < ATTACKED; i++) {
            long real = seed + 1_000_000 + i;
            boolean truth = coin.nextBoolean();
            Map<String, String> pages = on(log(others, truth ? one : other, real), real, 0);
            double more = likely(first, pages) - likely(second, pages);
            right += (more == 0 ? coin.nextBoolean() : more > 0) == truth ? 1 : 0;
        }
        return (double) right / ATTACKED;
    }

    private static SchoolLog log(LongFunction<List<Question>> others, List<Question> more, long seed) {
        return new SchoolLog(seed).with(others.apply(seed)).with(more);
    }

    private static void learn(Map<String, Map<String, Integer>> often, Map<String, String> pages) {
        pages.forEach((what, stands) ->
                often.computeIfAbsent(what, w -> new HashMap<>()).merge(stands, 1, Integer::sum));
    }

    /** What stands nowhere tells as well: it is one more thing that may stand there. */
    private static double likely(Map<String, Map<String, Integer>> often, Map<String, String> pages) {
        double sum = 0;
        for (Map.Entry<String, String> page : pages.entrySet()) {
            Map<String, Integer> counts = often.getOrDefault(page.getKey(), Map.of());
            sum += Math.log((counts.getOrDefault(page.getValue(), 0) + 0.5) / (REHEARSED + 5.0));
        }
        for (Map.Entry<String, Map<String, Integer>> known : often.entrySet()) {
            if (!pages.containsKey(known.getKey())) {
                int shown = known.getValue().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum();
                sum += Math.log((REHEARSED - shown + 0.5) / (REHEARSED + 5.0));
            }
        }
        return sum;
    }
}
