package org.clausebot.app;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What in a pasted text may be a receipt's code, time and signature. A signature that a terminal or a letter broke into
 * lines is put together again.
 *
 * @param codes in capitals
 * @param times whole seconds
 * @param signatures 92 characters each
 */
record PastedReceipt(List<String> codes, List<Instant> times, List<String> signatures) {
    private static final int MOST = 8;
    private static final int SIGNATURE = 92;
    private static final String ALONE_BEFORE = "(?<![A-Za-z0-9_-])";
    private static final String ALONE_AFTER = "(?![A-Za-z0-9_-])";
    private static final Pattern CODE =
            Pattern.compile(ALONE_BEFORE + "[A-Za-z0-9]{4}(?:-[A-Za-z0-9]{4}){2}" + ALONE_AFTER);
    private static final Pattern TIME = Pattern.compile(ALONE_BEFORE
            + "(\\d{4}-\\d\\d-\\d\\d)[Tt ](\\d\\d:\\d\\d:\\d\\d)\\s?(Z|z|[+-]\\d\\d:\\d\\d)?" + ALONE_AFTER);
    private static final Pattern PIECE = Pattern.compile("[A-Za-z0-9_-]+");

    PastedReceipt {
        codes = List.copyOf(codes);
        times = List.copyOf(times);
        signatures = List.copyOf(signatures);
    }

    /** @param zone of a time that names none */
    static PastedReceipt read(String text, ZoneId zone) {
        List<String> codes = CODE.matcher(text)
                .results()
                .map(found -> found.group().toUpperCase(Locale.ROOT))
                .distinct()
                .limit(MOST)
                .toList();
        return new PastedReceipt(codes, times(text, zone), signatures(text));
    }

    boolean isWhole() {
        return !codes.isEmpty() && !times.isEmpty() && !signatures.isEmpty();
    }

    /** What is missing, in words. */
    String lacks() {
        List<String> missing = new ArrayList<>();
        if (codes.isEmpty()) {
            missing.add("the code");
        }
        if (times.isEmpty()) {
            missing.add("the time");
        }
        if (signatures.isEmpty()) {
            missing.add("the signature");
        }
        return missing.isEmpty() ? "the school" : String.join(" and ", missing);
    }

    private static List<Instant> times(String text, ZoneId zone) {
        List<Instant> times = new ArrayList<>();
        Matcher time = TIME.matcher(text);
        while (time.find() && times.size() < MOST) {
            String local = time.group(1) + "T" + time.group(2);
            String offset = time.group(3);
            try {
                times.add(
                        offset == null
                                ? LocalDateTime.parse(local).atZone(zone).toInstant()
                                : OffsetDateTime.parse(local + offset.toUpperCase(Locale.ROOT))
                                        .toInstant());
            } catch (DateTimeException e) {
                // The thirtieth of February is no time of a receipt.
            }
        }
        return times;
    }

    /** Runs of pieces that come to the length of a signature; Tink's begin with A. */
    private static List<String> signatures(String text) {
        List<String> pieces =
                PIECE.matcher(text).results().map(found -> found.group()).toList();
        List<String> found = new ArrayList<>();
        for (int first = 0; first < pieces.size() && found.size() < MOST; first++) {
            if (pieces.get(first).startsWith("A")) {
                StringBuilder run = new StringBuilder();
                for (int i = first; i < pieces.size() && run.length() < SIGNATURE; i++) {
                    run.append(pieces.get(i));
                }
                if (run.length() == SIGNATURE) {
                    found.add(run.toString());
                }
            }
        }
        return found;
    }
}
