package org.clausebot.chat.slack.block;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.clausebot.chat.ChannelWords;
import org.clausebot.datafile.DataFileException;

/** The words of {@link SlackPhrase}. */
public final class SlackWords {
    private final ChannelWords<SlackPhrase> words;

    private SlackWords(ChannelWords<SlackPhrase> words) {
        this.words = words;
    }

    /**
     * Reads {@code conversations/phrases-slack.yaml} or a file like it.
     *
     * @throws DataFileException when a phrase is missing, empty, not known or too long for its place, with file and line
     */
    public static SlackWords read(Path file) throws DataFileException {
        return new SlackWords(ChannelWords.read(file, SlackPhrase.class, SlackPhrase::most));
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
        return words.say(phrase);
    }

    /** The words for {@code phrase} with {@code value} where they hold {@code {name}}. */
    public String say(SlackPhrase phrase, String name, String value) {
        return words.say(phrase, name, value);
    }
}
