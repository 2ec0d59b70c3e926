package org.clausebot.chat.teams.card;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.clausebot.chat.awaited.Waiting;
import org.clausebot.chat.talk.ButtonValue;
import org.clausebot.chat.talk.Press;

/** Questions that somebody waits for. Only they themselves are shown them, in their own words. */
final class AwaitedParts {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private final TeamsWords words;

    AwaitedParts(TeamsWords words) {
        this.words = words;
    }

    /** The words of a question below {@code said}, with the button that takes it back. */
    void kept(Sheet sheet, TeamsPhrase said, String question) {
        sheet.add(Kit.says(words.say(said)));
        sheet.together(question(sheet, question));
    }

    void takenBack(Sheet sheet, String question) {
        sheet.add(Kit.says(words.say(TeamsPhrase.TELL_TAKEN_BACK)));
        sheet.add(Kit.wrote(question));
    }

    /** All that somebody waits for. */
    void all(Sheet sheet, List<Waiting> waiting) {
        if (waiting.isEmpty()) {
            sheet.add(Kit.says(words.say(TeamsPhrase.TELL_NOTHING)));
            return;
        }
        sheet.add(Kit.says(words.say(TeamsPhrase.TELL_WAITING)));
        waiting.forEach(one -> sheet.together(question(sheet, one.question().text())));
    }

    /** Above an answer that was waited for. */
    void answered(Sheet sheet, Waiting waiting) {
        sheet.add(Kit.says(words.say(TeamsPhrase.TELL_ANSWERED, "day", day(waiting.since()))));
        sheet.add(Kit.wrote(waiting.question().text()));
    }

    private static String day(LocalDate day) {
        return DAY.format(day);
    }

    private List<Part> question(Sheet sheet, String question) {
        List<Part> parts = new ArrayList<>(Kit.wrote(question));
        parts.addAll(sheet.presses(List.of(
                new Press(words.say(TeamsPhrase.DONT_TELL), new ButtonValue.DontTell(Waiting.mark(question))))));
        return parts;
    }
}
