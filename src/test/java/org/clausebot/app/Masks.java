package org.clausebot.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Takes out of what a person sees what differs between any two runs of the program, and nothing else: each
 * mask says why. All but that of the QR code stand for a text of one length, so that lengths can be compared.
 */
final class Masks {
    private record Mask(Pattern pattern, String instead) {
        String in(String text) {
            return pattern.matcher(text).replaceAll(instead);
        }
    }

    private final List<Mask> masks = new ArrayList<>();

    /**
     * @param port that the program listens on, a free one in each run
     * @param ids references and ids of files by the names that the test gives them: they are drawn at random
     */
    Masks(int port, Map<String, String> ids) {
        // Random in each session: they tie a form to it.
        mask("name=\"_csrf\" value=\"[A-Za-z0-9_-]{20,64}\"", "csrf");
        mask("data-csrf=\"[A-Za-z0-9_-]{20,64}\"", "csrf");
        // Random at each showing of a form: it is done once.
        mask("name=\"once\" value=\"[A-Za-z0-9_-]{22}\"", "once");
        // Random at each showing: an authenticator that could be set up, as text and as a QR code (of any length).
        mask("name=\"setup\" value=\"[A-Za-z0-9_-]{20,64}\"", "setup");
        mask("class=\"secret\">[A-Z2-7 ]+<", "secret");
        mask("<path d=\"M[^\"]*\"", "QR code");
        // Random: the ids of sessions, by which their owner ends them.
        mask("name=\"id\" value=\"[A-Za-z0-9_-]{20,64}\"", "session");
        // Cookies that begin a session.
        mask("(?<=set-cookie: clausebot)[^;]*", "cookie");
        // The machine's own time of day, which Jetty writes, not our clock's.
        mask("(?m)^date: .*$", "date");
        mask(":" + port + "\\b", ":port");
        mask("clausebot-(desk-|ticket-)?" + port, "clausebot-port");
        // When the mail worker came to it, and the id of each mail, which is random.
        mask("(?m)^Date: .*$", "Date");
        mask("(?m)^Message-ID: <[0-9a-f]{32}@", "Message-ID");
        // What the mail server of the test writes on each, with the machine's time.
        mask("(?m)^Received: .*$", "Received");
        // How long a request took.
        mask("\\b\\d+ ms\\b", "ms");
        ids.forEach((name, id) -> masks.add(new Mask(Pattern.compile("\\b" + Pattern.quote(id) + "\\b"), name)));
    }

    private void mask(String pattern, String name) {
        masks.add(new Mask(Pattern.compile(pattern), "[" + name + "]"));
    }

    String in(String text) {
        String masked = text;
        for (Mask mask : masks) {
            masked = mask.in(masked);
        }
        return masked;
    }

    /**
     * The metrics without readings of the machine (memory, threads, processor, uptime) and without how long requests took
     * (sums, longest, histogram). Every counter stays, that of looking at the metrics among them.
     */
    static String inMetrics(String page) {
        StringBuilder kept = new StringBuilder();
        for (String line : page.lines().toList()) {
            String name = line.replaceFirst("^# (HELP|TYPE) ", "");
            boolean machine = name.matches("(jvm|process|system)_.*");
            boolean latency = line.matches("\\w+_seconds_(sum|max|bucket)\\b.*") || line.matches("\\w+_seconds_max .*");
            if (!machine && !latency) {
                kept.append(line).append('\n');
            }
        }
        return kept.toString();
    }
}
