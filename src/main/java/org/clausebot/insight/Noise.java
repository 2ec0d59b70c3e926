package org.clausebot.insight;

/** Makes a number inexact, so that nobody can tell from it whether one question more or less was asked. */
final class Noise {
    /**
     * How much one question may change the chances of what is seen. More than for the counts of the log: a year of a small
     * school is thirteen numbers to a gap, and their errors add up.
     */
    static final double EPSILON = 0.5;

    static final int STEP = 5;
    /** Hexadecimal digits for a random number: as many bits as a double takes. */
    private static final int DIGITS = 13;

    private Noise() {}

    /**
     * What to add to a number: of each size e^-{@link #EPSILON} times as likely as of the one before.
     *
     * @param hash a keyed hash of what is counted, of 26 hexadecimal digits or more: the same number is always as wrong
     */
    static int of(String hash) {
        return of(hash, EPSILON);
    }

    /** As {@link #of(String)}; of each size e^-{@code epsilon} times as likely as of the one before. */
    static int of(String hash, double epsilon) {
        return geometric(hash.substring(0, DIGITS), epsilon) - geometric(hash.substring(DIGITS, 2 * DIGITS), epsilon);
    }

    /** As it is shown: 0 or more. */
    static int in(int step, int count) {
        return Math.max(0, Math.floorDiv(count, step) * step);
    }

    private static int geometric(String digits, double epsilon) {
        double uniform = (Long.parseLong(digits, 16) + 0.5) / Math.pow(16, DIGITS);
        return (int) Math.floor(Math.log(uniform) / -epsilon);
    }
}
