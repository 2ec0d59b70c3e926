package org.clausebot.insight;

/** Makes a number inexact, so that nobody can tell from it whether one question more or less was asked. */
final class Noise {
    /** How much one question may change the chances of what is seen: as for the counts of the log. */
    static final double EPSILON = 0.2;

    private static final int STEP = 5;
    /** Hexadecimal digits for a random number: as many bits as a double takes. */
    private static final int DIGITS = 13;

    private Noise() {}

    /**
     * @param hash a keyed hash of what is counted, of 26 hexadecimal digits or more: the same number is always as wrong
     * @return 0 or more
     */
    static int inFives(int count, String hash) {
        int noise = geometric(hash.substring(0, DIGITS)) - geometric(hash.substring(DIGITS, 2 * DIGITS));
        return Math.max(0, Math.floorDiv(count + noise, STEP) * STEP);
    }

    private static int geometric(String digits) {
        double uniform = (Long.parseLong(digits, 16) + 0.5) / Math.pow(16, DIGITS);
        return (int) Math.floor(Math.log(uniform) / -EPSILON);
    }
}
