package org.clausebot.chat.read;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.clausebot.datafile.DataFileException;
import org.clausebot.datafile.Yaml;
import org.clausebot.datafile.YamlNode;

/** The words of the cards. */
public final class ReadPhrases {
    private static final int MOST = 900;

    /** Phones cut what is longer. */
    private static final int MOST_ON_BUTTON = 30;

    private final Map<ReadPhrase, String> words;

    private ReadPhrases(Map<ReadPhrase, String> words) {
        this.words = words;
    }

    /** @throws DataFileException when a phrase is missing, not known or too long for its place, with the line */
    public static ReadPhrases read(Path file) throws DataFileException {
        YamlNode root = Yaml.read(file);
        root.only(Arrays.stream(ReadPhrase.values()).map(ReadPhrases::key).toArray(String[]::new));
        Map<ReadPhrase, String> words = new EnumMap<>(ReadPhrase.class);
        for (ReadPhrase phrase : ReadPhrase.values()) {
            YamlNode node = root.get(key(phrase));
            String said = node.text().strip();
            int most = isButton(phrase) ? MOST_ON_BUTTON : MOST;
            if (said.isEmpty() || said.length() > most) {
                throw node.error("between 1 and " + most + " characters stand here");
            }
            words.put(phrase, said);
        }
        return new ReadPhrases(words);
    }

    private static boolean isButton(ReadPhrase phrase) {
        return phrase == ReadPhrase.OPEN
                || phrase == ReadPhrase.BEGIN
                || phrase == ReadPhrase.UNDERSTOOD
                || phrase == ReadPhrase.ANSWER;
    }

    private static String key(ReadPhrase phrase) {
        return phrase.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @param values names and what stands for them, in turn */
    String say(ReadPhrase phrase, String... values) {
        String said = words.getOrDefault(phrase, "");
        for (int i = 0; i + 1 < values.length; i += 2) {
            said = said.replace("{" + values[i] + "}", values[i + 1]);
        }
        return said;
    }
}
