package org.clausebot.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** What reporters say in every flow, with words in place of their own that nobody would write by chance. */
final class TellingTalks {
    private static final Path TRANSCRIPTS = Path.of("conversations/transcripts");
    private static final List<String> SAID_BY_ALL = List.of("no", "yes", "skip", "withheld");

    private final Random random = new Random(20_261_122);
    private final TreeSet<String> words = new TreeSet<>();

    /** All telling words given out so far. */
    Set<String> words() {
        return new TreeSet<>(words);
    }

    /** A word of twelve letters that no language has. */
    String word() {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            word.append("bcdfgjklmnprstvxz".charAt(random.nextInt(17))).append("aeiou".charAt(random.nextInt(5)));
        }
        words.add(word.toString());
        return word.toString();
    }

    /** A name such as a person's. */
    String name() {
        return capital(word()) + " " + capital(word());
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    /** The usual way through a flow, each free answer two telling words; with a file where one is asked for. */
    List<String> of(String flow) throws IOException {
        List<String> lines = Files.readAllLines(TRANSCRIPTS.resolve(flow).resolve("happy-path.txt"));
        List<String> said = new ArrayList<>();
        String step = "";
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith("= ")) {
                step = line.substring(2).strip();
            } else if (line.startsWith("> ")) {
                String typed = line.substring(2).strip();
                boolean free = i + 1 < lines.size()
                        && lines.get(i + 1).equals("~ " + step + ": " + typed)
                        && !SAID_BY_ALL.contains(typed);
                if (step.equals("files")) {
                    said.add("+" + word() + ".txt " + word() + " and " + word());
                    said.add("done");
                } else if (step.equals("page")) {
                    said.add(typed.equals("skip") ? typed : "https://" + word() + ".example/" + word());
                } else {
                    said.add(free ? name() : typed);
                }
            }
        }
        return said;
    }
}
