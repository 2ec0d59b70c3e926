package org.clausebot.chat.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clausebot.chat.Asking;
import org.clausebot.chat.Asking.Input;
import org.clausebot.chat.Incoming;
import org.clausebot.chat.Reply;
import org.clausebot.chat.ReportPhrase;
import org.clausebot.chat.ReportWords;
import org.clausebot.chat.Reports;
import org.clausebot.incident.Reporter;

/**
 * Files that are given by their paths. A path is followed only at a step that asks for files, and only when it was typed
 * as one.
 */
final class TerminalFiles {
    private static final Pattern FILE = Pattern.compile("(?is)\\s*file\\b[:\\s]*(.*)");
    private static final Pattern REMOVE = Pattern.compile("(?i)\\s*remove\\s+(\\d{1,3})\\s*");
    /** What begins like this is meant as a path, at any step. */
    private static final Pattern PATH = Pattern.compile("(?is)(?:[\"']?(?:/|~/|\\.{1,2}/|file://|[a-z]:[\\\\/])).+");

    private static final int LARGEST = ReportWords.LARGEST_FILE_MB * 1024 * 1024;

    private final Reports reports;
    private final ReportWords words;
    private final Reporter who;

    TerminalFiles(Reports reports, ReportWords words, Reporter who) {
        this.reports = reports;
        this.words = words;
        this.who = who;
    }

    /** What came of a line about files: a reply, or only words. */
    sealed interface Taken {
        record Replied(Reply reply) implements Taken {}

        record Said(String words) implements Taken {}
    }

    /** Empty when {@code line} is not about files. */
    Optional<Taken> take(String line, Asking asked) {
        boolean here = asked.field().input() == Input.FILES;
        Matcher remove = REMOVE.matcher(line);
        if (here
                && remove.matches()
                && number(remove) >= 1
                && number(remove) <= asked.attached().size()) {
            String id = asked.attached().get(number(remove) - 1).id();
            return Optional.of(new Taken.Replied(reports.detach(at(asked), id)));
        }
        Matcher file = FILE.matcher(line);
        if (!file.matches()) {
            return Optional.empty();
        }
        String path = file.group(1).strip();
        if (here) {
            return Optional.of(path.isEmpty() ? nothing(asked) : read(path, asked));
        }
        // Not looked at: the step says itself that it takes no file.
        return PATH.matcher(path).matches() ? Optional.of(nothing(asked)) : Optional.empty();
    }

    private static int number(Matcher remove) {
        return Integer.parseInt(remove.group(1));
    }

    private Incoming at(Asking asked) {
        return new Incoming(who.school(), who.channel(), "", Optional.of(who), asked.token());
    }

    private Taken nothing(Asking asked) {
        return new Taken.Replied(reports.attach(at(asked), "", new byte[0]));
    }

    private Taken read(String typed, Asking asked) {
        Path path;
        try {
            path = path(typed);
        } catch (InvalidPathException e) {
            return said(ReportPhrase.FILE_MISSING, typed);
        }
        if (Files.isDirectory(path)) {
            return said(ReportPhrase.FILE_FOLDER, typed);
        }
        if (!Files.exists(path)) {
            return said(ReportPhrase.FILE_MISSING, typed);
        }
        // Neither a pipe nor a device: they may never end.
        if (!Files.isRegularFile(path)) {
            return said(ReportPhrase.FILE_UNREADABLE, typed);
        }
        try (InputStream in = Files.newInputStream(path)) {
            byte[] content = in.readNBytes(LARGEST + 1);
            if (content.length > LARGEST) {
                return said(ReportPhrase.FILE_LARGE, typed);
            }
            Path name = path.getFileName();
            return new Taken.Replied(reports.attach(at(asked), name == null ? "file" : name.toString(), content));
        } catch (IOException e) {
            return said(ReportPhrase.FILE_UNREADABLE, typed);
        }
    }

    private Taken said(ReportPhrase phrase, String path) {
        return new Taken.Said(words.say(phrase)
                .replace("{size}", Integer.toString(ReportWords.LARGEST_FILE_MB))
                .replace("{path}", TerminalText.printable(path)));
    }

    /** As people type it, drag it or copy it: with quotes, with a tilde, with escaped blanks, as an address. */
    private static Path path(String typed) {
        String plain = typed.replaceFirst("^(['\"])(.*)\\1$", "$2");
        if (plain.startsWith("file://")) {
            return Path.of(plain.substring("file://".length()).replace("%20", " "));
        }
        if (plain.startsWith("~/")) {
            plain = System.getProperty("user.home") + plain.substring(1);
        }
        Path path = Path.of(plain);
        return Files.exists(path) ? path : Path.of(plain.replaceAll("\\\\([ '()&])", "$1"));
    }
}
