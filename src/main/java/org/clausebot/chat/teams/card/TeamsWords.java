package org.clausebot.chat.teams.card;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.clausebot.datafile.DataFileException;
import org.clausebot.datafile.Yaml;
import org.clausebot.datafile.YamlNode;

/** The words of {@link TeamsPhrase}. */
public final class TeamsWords {
    private final Map<TeamsPhrase, String> words;

    private TeamsWords(Map<TeamsPhrase, String> words) {
        this.words = new EnumMap<>(words);
    }

    /**
     * Reads {@code conversations/phrases-teams.yaml} or a file like it.
     *
     * @throws DataFileException when a phrase is missing, empty, not known or too long for its place, with file and line
     */
    public static TeamsWords read(Path file) throws DataFileException {
        YamlNode root = Yaml.read(file);
        root.only(Arrays.stream(TeamsPhrase.values()).map(TeamsPhrase::key).toArray(String[]::new));
        Map<TeamsPhrase, String> words = new EnumMap<>(TeamsPhrase.class);
        for (TeamsPhrase phrase : TeamsPhrase.values()) {
            words.put(phrase, words(root.get(phrase.key()), phrase));
        }
        return new TeamsWords(words);
    }

    private static String words(YamlNode node, TeamsPhrase phrase) throws DataFileException {
        String words = node.text().strip();
        if (words.isEmpty()) {
            throw node.error("these words are missing");
        }
        if (words.length() > phrase.most()) {
            throw node.error(
                    "there is room for " + phrase.most() + " characters here, and these are " + words.length());
        }
        return words;
    }

    public String say(TeamsPhrase phrase) {
        return words.getOrDefault(phrase, "");
    }

    /** The words for {@code phrase} with {@code value} where they hold {@code {name}}. */
    public String say(TeamsPhrase phrase, String name, String value) {
        return say(phrase).replace("{" + name + "}", value);
    }
}
