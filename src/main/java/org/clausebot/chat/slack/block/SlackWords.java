package org.clausebot.chat.slack.block;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.clausebot.datafile.DataFileException;
import org.clausebot.datafile.Yaml;
import org.clausebot.datafile.YamlNode;

/** The words of {@link SlackPhrase}. */
public final class SlackWords {
    private final Map<SlackPhrase, String> words;

    private SlackWords(Map<SlackPhrase, String> words) {
        this.words = new EnumMap<>(words);
    }

    /**
     * Reads {@code conversations/phrases-slack.yaml} or a file like it.
     *
     * @throws DataFileException when a phrase is missing, empty, not known or too long for its place, with file and line
     */
    public static SlackWords read(Path file) throws DataFileException {
        YamlNode root = Yaml.read(file);
        root.only(Arrays.stream(SlackPhrase.values()).map(SlackPhrase::key).toArray(String[]::new));
        Map<SlackPhrase, String> words = new EnumMap<>(SlackPhrase.class);
        for (SlackPhrase phrase : SlackPhrase.values()) {
            words.put(phrase, words(root.get(phrase.key()), phrase));
        }
        return new SlackWords(words);
    }

    private static String words(YamlNode node, SlackPhrase phrase) throws DataFileException {
        String words = node.text().strip();
        if (words.isEmpty()) {
            throw node.error("these words are missing");
        }
        if (words.length() > phrase.most()) {
            throw node.error(
                    "Slack has room for " + phrase.most() + " characters here, and these are " + words.length());
        }
        return words;
    }

    /** What is kept about whoever asks, a paragraph each. */
    public List<String> logged() {
        return Stream.of(
                        SlackPhrase.HOME_LOGGED_ASKING,
                        SlackPhrase.HOME_LOGGED_AWAITED,
                        SlackPhrase.HOME_LOGGED_REPORTING,
                        SlackPhrase.HOME_LOGGED_SLACK,
                        SlackPhrase.HOME_LOGGED_CARE)
                .map(this::say)
                .toList();
    }

    public String say(SlackPhrase phrase) {
        return words.getOrDefault(phrase, "");
    }

    /** The words for {@code phrase} with {@code value} where they hold {@code {name}}. */
    public String say(SlackPhrase phrase, String name, String value) {
        return say(phrase).replace("{" + name + "}", value);
    }
}
