package org.clausebot.mail;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.clausebot.datafile.DataFileException;
import org.clausebot.datafile.Yaml;
import org.clausebot.datafile.YamlNode;

/**
 * The words of the mails. There is one notice for every kind of report, so that nobody who sees a mail, or its size, can
 * tell what it is about.
 */
public record MailWords(Letter notice, Letter review, Letter trial) {
    private static final String DESK = "{desk}";
    private static final String POLICIES = "{policies}";

    /**
     * One mail.
     *
     * @param subject one line
     * @param body plain text; {@code {desk}} stands for the desk's address, in a reminder {@code {policies}} for what is to
     *     be reviewed
     */
    public record Letter(String subject, String body) {
        Letter at(URI desk) {
            return new Letter(subject, body.replace(DESK, desk.toString()));
        }

        /** @param lines a policy each */
        Letter naming(List<String> lines) {
            String named = lines.stream()
                    .map(line -> "- " + line.replaceAll("\\p{Cntrl}+", " "))
                    .collect(Collectors.joining("\n"));
            return new Letter(subject, body.replace(POLICIES, named));
        }
    }

    /** @throws DataFileException when words are missing or too many, with the line */
    public static MailWords read(Path file) throws DataFileException {
        YamlNode root = Yaml.read(file);
        root.only("notice", "review", "trial");
        return new MailWords(leading(root.get("notice")), naming(root.get("review")), letter(root.get("trial")));
    }

    private static Letter leading(YamlNode node) throws DataFileException {
        Letter letter = letter(node);
        if (!letter.body().contains(DESK)) {
            throw node.get("body").error("this mail must say where to read; write " + DESK + " there");
        }
        return letter;
    }

    private static Letter naming(YamlNode node) throws DataFileException {
        Letter letter = leading(node);
        if (!letter.body().contains(POLICIES)) {
            throw node.get("body").error("this mail must say what is to be reviewed; write " + POLICIES + " there");
        }
        return letter;
    }

    private static Letter letter(YamlNode node) throws DataFileException {
        node.only("subject", "body");
        String subject = node.get("subject").text().strip();
        if (subject.isEmpty() || subject.length() > 150 || subject.codePoints().anyMatch(Character::isISOControl)) {
            throw node.get("subject").error("a subject is one line of 150 characters at most");
        }
        String body = node.get("body").text().strip();
        if (body.isEmpty()) {
            throw node.get("body").error("a mail needs words");
        }
        return new Letter(subject, body + "\n");
    }
}
