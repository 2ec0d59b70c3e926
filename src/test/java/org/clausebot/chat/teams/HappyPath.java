package org.clausebot.chat.teams;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.clausebot.datafile.DataFileException;
import org.clausebot.flow.Flow;
import org.clausebot.flow.FlowLibrary;

/**
 * What somebody types in the scripted conversation of a flow that goes from its first word to its last
 * (conversations/transcripts/README.md).
 *
 * @param title begins the flow
 */
public record HappyPath(String flow, String title, List<Line> lines) {
    private static final Path CONVERSATIONS = Path.of("conversations");

    public HappyPath {
        lines = List.copyOf(lines);
    }

    /**
     * @param kept the answer as it is kept; empty where none is
     * @param then the step that is asked after it, or {@code finished}
     */
    public record Line(String words, String kept, String then) {
        /** Whether it is kept as it was typed, and says something that nothing else does. */
        public boolean isFree() {
            return words.equals(kept) && words.length() > 4;
        }
    }

    /** One of each flow. */
    public static List<HappyPath> all() throws IOException, DataFileException {
        List<HappyPath> all = new ArrayList<>();
        for (Flow flow : FlowLibrary.read(CONVERSATIONS.resolve("flows")).all()) {
            Path file = CONVERSATIONS.resolve("transcripts").resolve(flow.id()).resolve("happy-path.txt");
            all.add(new HappyPath(flow.id(), flow.title(), read(Files.readAllLines(file))));
        }
        return all;
    }

    private static List<Line> read(List<String> file) {
        List<Line> lines = new ArrayList<>();
        String words = "";
        String kept = "";
        for (String line : file) {
            String rest = line.isEmpty() ? "" : line.substring(1).strip();
            switch (line.isEmpty() ? '#' : line.charAt(0)) {
                case '>' -> words = rest;
                case '~' -> kept = rest.endsWith(" -") ? "" : rest.substring(rest.indexOf(':') + 1).strip();
                case '=' -> {
                    if (!words.isEmpty()) {
                        lines.add(new Line(words, kept, rest));
                    }
                    words = "";
                    kept = "";
                }
                default -> {}
            }
        }
        return lines;
    }

    public List<Line> firstHalf() {
        return lines.subList(0, lines.size() / 2);
    }

    public List<Line> secondHalf() {
        return lines.subList(lines.size() / 2, lines.size());
    }

    /** What was typed in {@code lines} and must be read again before it is sent. */
    public static List<String> free(List<Line> lines) {
        return lines.stream().filter(Line::isFree).map(Line::words).collect(Collectors.toList());
    }
}
