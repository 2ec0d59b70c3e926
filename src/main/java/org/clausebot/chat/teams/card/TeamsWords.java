package org.clausebot.chat.teams.card;

import java.nio.file.Path;
import org.clausebot.chat.ChannelWords;
import org.clausebot.datafile.DataFileException;

/** The words of {@link TeamsPhrase}. */
public final class TeamsWords {
    private final ChannelWords<TeamsPhrase> words;

    private TeamsWords(ChannelWords<TeamsPhrase> words) {
        this.words = words;
    }

    /**
     * Reads {@code conversations/phrases-teams.yaml} or a file like it.
     *
     * @throws DataFileException when a phrase is missing, empty, not known or too long for its place, with file and line
     */
    public static TeamsWords read(Path file) throws DataFileException {
        return new TeamsWords(ChannelWords.read(file, TeamsPhrase.class, TeamsPhrase::most));
    }

    public String say(TeamsPhrase phrase) {
        return words.say(phrase);
    }

    /** The words for {@code phrase} with {@code value} where they hold {@code {name}}. */
    public String say(TeamsPhrase phrase, String name, String value) {
        return words.say(phrase, name, value);
    }
}
