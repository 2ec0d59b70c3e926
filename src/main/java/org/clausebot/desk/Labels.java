package org.clausebot.desk;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.clausebot.incident.Status;

/** The desk's names for what has codes elsewhere. */
final class Labels {
    static final String REPORTER_SEES = "The reporter sees this";
    private static final String RECEIVERS_SEE = "Only those who have the case see this";

    private static final Map<String, String> EVENTS = Map.ofEntries(
            Map.entry("sent", "Reported"),
            Map.entry("added", "Added to the report"),
            Map.entry("viewed", "Read"),
            Map.entry("status", "Status"),
            Map.entry("note", "Note"),
            Map.entry("message", "Message to the reporter"),
            Map.entry("recipient", "Who has the case"),
            Map.entry("held", "Legal hold"),
            Map.entry("due", "Due"),
            Map.entry("evidence", "File downloaded"),
            Map.entry("exported", "Printed or exported"));

    private Labels() {}

    static String status(Status status) {
        return switch (status) {
            case NEW -> "New";
            case SEEN -> "Seen";
            case IN_HAND -> "In hand";
            case PASSED_ON -> "Passed on";
            case CLOSED -> "Closed";
        };
    }

    /** The words of an event; a status stands first in them as its code. */
    static String words(String code, String words) {
        if (!code.equals("status")) {
            return words;
        }
        int colon = words.indexOf(':');
        String status = colon < 0 ? words : words.substring(0, colon);
        return Arrays.stream(Status.values())
                .filter(s -> s.code().equals(status))
                .findFirst()
                .map(s -> status(s) + words.substring(status.length()))
                .orElse(words);
    }

    /** A code that is not known here is shown in its own words rather than left out. */
    static String event(String code) {
        String known = EVENTS.get(code);
        if (known != null) {
            return known;
        }
        String words = code.replace('-', ' ').replace('_', ' ');
        return words.isEmpty() ? "Changed" : words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1);
    }

    /** Who can see an entry, where mistaking it would do harm; empty elsewhere. */
    static String aside(String code) {
        return switch (code) {
            case "note" -> RECEIVERS_SEE;
            case "message" -> REPORTER_SEES;
            default -> "";
        };
    }

    /** A file's kind as people say it. */
    static String kind(String mediaType) {
        return switch (mediaType) {
            case "image/png", "image/jpeg", "image/gif", "image/webp" ->
                "picture (" + mediaType.substring("image/".length()).toUpperCase(Locale.ROOT) + ")";
            case "application/pdf" -> "PDF";
            case "text/plain" -> "plain text";
            default -> mediaType;
        };
    }

    static String size(long bytes) {
        if (bytes < 1_000) {
            return bytes + " bytes";
        }
        return bytes < 1_000_000
                ? Math.round(bytes / 1_000.0) + " kB"
                : String.format(Locale.UK, "%.1f MB", bytes / 1_000_000.0);
    }
}
