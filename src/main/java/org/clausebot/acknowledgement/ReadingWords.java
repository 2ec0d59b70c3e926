package org.clausebot.acknowledgement;

import java.net.URI;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.clausebot.datafile.DataFileException;
import org.clausebot.datafile.Yaml;
import org.clausebot.datafile.YamlNode;

/**
 * The words of the mails that ask somebody to read a policy.
 *
 * @param by until when, for requests that have a day; {@code {day}} stands for it
 */
public record ReadingWords(Letter first, Letter again, String by) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final String LINK = "{link}";
    private static final int LONGEST_SUBJECT = 150;

    /**
     * One mail.
     *
     * @param subject one line
     * @param body plain text; {@code {name}}, {@code {policy}} and {@code {link}} stand for theirs
     */
    public record Letter(String subject, String body) {
        /** @param by a sentence on until when; empty for none */
        Letter to(String name, String policy, String by, URI link) {
            String line = policy.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
            String whole = subject.replace("{policy}", line);
            return new Letter(
                    whole.length() <= LONGEST_SUBJECT ? whole : whole.substring(0, LONGEST_SUBJECT - 1) + "…",
                    body.replace("{policy}", by.isEmpty() ? line : line + "\n" + by)
                            .replace("{name}", name).replace(LINK, link.toString()));
        }
    }

    /** @throws DataFileException when words are missing or too many, with the line */
    public static ReadingWords read(Path file) throws DataFileException {
        YamlNode root = Yaml.read(file);
        root.only("first", "again", "by");
        return new ReadingWords(letter(root.get("first")), letter(root.get("again")), root.get("by").text().strip());
    }

    /** The sentence for a request. */
    String by(Round round) {
        return round.by().map(day -> by.replace("{day}", DAY.format(day))).orElse("");
    }

    private static Letter letter(YamlNode node) throws DataFileException {
        node.only("subject", "body");
        String subject = node.get("subject").text().strip();
        if (subject.isEmpty()
                || subject.length() > LONGEST_SUBJECT
                || subject.lines().count() > 1) {
            throw node.get("subject").error("a subject is one line of " + LONGEST_SUBJECT + " characters at most");
        }
        String body = node.get("body").text().strip();
        if (!body.contains(LINK)) {
            throw node.get("body").error("the mail must lead to the page; write " + LINK + " there");
        }
        return new Letter(subject, body + "\n");
    }
}
