package org.clausebot.chat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.clausebot.datafile.DataFileException;
import org.clausebot.datafile.Yaml;
import org.clausebot.datafile.YamlNode;

/** What a channel says in its own words: a phrase each, of a file such as {@code conversations/phrases-slack.yaml}. */
public final class ChannelWords<P extends Enum<P>> {
    private final Map<P, String> words;

    private ChannelWords(Map<P, String> words) {
        this.words = new EnumMap<>(words);
    }

    /**
     * Reads such a file.
     *
     * @param most how many characters a phrase may have where it stands
     * @throws DataFileException when a phrase is missing, empty, not known or too long for its place, with file and line
     */
    public static <P extends Enum<P>> ChannelWords<P> read(Path file, Class<P> phrases, ToIntFunction<P> most)
            throws DataFileException {
        P[] all = phrases.getEnumConstants();
        YamlNode root = Yaml.read(file);
        root.only(Arrays.stream(all).map(ChannelWords::key).toArray(String[]::new));
        Map<P, String> words = new EnumMap<>(phrases);
        for (P phrase : all) {
            words.put(phrase, words(root.get(key(phrase)), most.applyAsInt(phrase)));
        }
        return new ChannelWords<>(words);
    }

    private static String key(Enum<?> phrase) {
        return phrase.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String words(YamlNode node, int most) throws DataFileException {
        String words = node.text().strip();
        if (words.isEmpty()) {
            throw node.error("these words are missing");
        }
        if (words.length() > most) {
            throw node.error("there is room for " + most + " characters here, and these are " + words.length());
        }
        return words;
    }

    public String say(P phrase) {
        return words.getOrDefault(phrase, "");
    }

    /** The words for {@code phrase} with {@code value} where they hold {@code {name}}. */
    public String say(P phrase, String name, String value) {
        return say(phrase).replace("{" + name + "}", value);
    }
}
