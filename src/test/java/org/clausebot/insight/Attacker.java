package org.clausebot.insight;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
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
    private static final int REHEARSED = 200;
    /** From so many they learn; with the others they try how much of it is better left aside as chance. */
    private static final int LEARNT = 150;

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

    /** All that is shown in two successive weeks. */
    private Map<String, String> inTwoWeeks(SchoolLog log, long seed) {
        Map<String, String> both = new TreeMap<>();
        on(log, seed, 0).forEach((what, stands) -> both.put("first " + what, stands));
        on(log, seed, 7).forEach((what, stands) -> both.put("second " + what, stands));
        // What stands there still tells nothing more.
        both.keySet().removeIf(what -> what.startsWith("second ")
                && both.getOrDefault(what, "").equals(both.get("first " + what.substring(7))));
        return both;
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
        Odds odds = new Odds();
        for (int i = 0; i < REHEARSED; i++) {
            boolean learns = i < LEARNT;
            odds.hear(inTwoWeeks(log(others, one, seed + 2L * i), seed + 2L * i), true, learns);
            odds.hear(inTwoWeeks(log(others, other, seed + 2L * i + 1), seed + 2L * i + 1), false, learns);
        }
        odds.choose();
        Random coin = new Random(seed);
        int right = 0;
        for (int i = 0; i < ATTACKED; i++) {
            long real = seed + 1_000_000 + i;
            boolean truth = coin.nextBoolean();
            double more = odds.of(inTwoWeeks(log(others, truth ? one : other, real), real));
            right += (more == 0 ? coin.nextBoolean() : more > 0) == truth ? 1 : 0;
        }
        return (double) right / ATTACKED;
    }

    private static SchoolLog log(LongFunction<List<Question>> others, List<Question> more, long seed) {
        return new SchoolLog(seed).with(others.apply(seed)).with(more);
    }
}
