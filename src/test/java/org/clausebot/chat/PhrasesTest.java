package org.clausebot.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.clausebot.answer.Answer;
import org.clausebot.answer.Context;
import org.clausebot.datafile.DataFileException;
import org.clausebot.policy.IsoWeek;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhrasesTest {
    private static final Path OURS = Path.of("conversations/phrases.yaml");

    @TempDir
    private Path folder;

    private Path changed(String from, String to) throws Exception {
        String text = Files.readString(OURS);
        assertThat(text).contains(from);
        return Files.writeString(folder.resolve("phrases.yaml"), text.replace(from, to));
    }

    @Test
    void every_kind_of_answer_has_words() throws Exception {
        Phrases phrases = Phrases.read(OURS);
        for (Answer.SmallTalk.Kind kind : Answer.SmallTalk.Kind.values()) {
            assertThat(phrases.smallTalk(kind)).isNotBlank();
        }
        for (Answer.Concern concern : Answer.Concern.values()) {
            assertThat(phrases.urgent(concern).steps()).isNotEmpty();
        }
        for (Context.Relation relation : Context.Relation.values()) {
            assertThat(phrases.beside(relation)).contains("{other}");
        }
        assertThat(phrases.badge().says()).contains("{words}");
    }

    @Test
    void no_phrase_gives_a_verdict() throws Exception {
        Phrases phrases = Phrases.read(OURS);
        assertThat(List.of(phrases.badge().says(), phrases.badge().differ()))
                .allSatisfy(words -> assertThat(words)
                        .doesNotContainPattern("(?i)\\b(yes|no|forbidden|allowed|not permitted|you)\\b"));
    }

    @Test
    void a_person_may_say_in_several_ways_that_it_was_only_a_question() throws Exception {
        Phrases.OnlyAsking only = Phrases.read(OURS).onlyAsking();
        assertThat(List.of(only.button(), "Only a question.", "just asking!", "  I was only asking "))
                .allMatch(only::says);
        assertThat(List.of("", "just asking for a friend", "question")).noneMatch(only::says);
    }

    @Test
    void a_phrase_that_is_not_known_is_named_with_its_line_and_the_likely_one() throws Exception {
        assertThatThrownBy(() -> Phrases.read(changed("  thanks:", "  thanx:")))
                .isInstanceOf(DataFileException.class)
                .hasMessageMatching(".*phrases\\.yaml:\\d+: unknown key \"thanx\"; did you mean \"thanks\"\\?");
    }

    @Test
    void a_phrase_that_is_missing_or_empty_is_named_with_its_line() throws Exception {
        assertThatThrownBy(() -> Phrases.read(changed("  thanks: You are welcome.\n", "")))
                .hasMessageMatching(".*phrases\\.yaml:\\d+: \"thanks\" is missing here");
        assertThatThrownBy(() -> Phrases.read(changed("  thanks: You are welcome.", "  thanks: ' '")))
                .hasMessageMatching(".*phrases\\.yaml:\\d+: this phrase is empty.*");
    }

    @Test
    void weeks_are_those_of_the_iso_calendar() {
        assertThat(IsoWeek.of(LocalDate.of(2026, 11, 22))).hasToString("2026-W47");
        assertThat(IsoWeek.of(LocalDate.of(2027, 1, 1))).hasToString("2026-W53");
        assertThat(IsoWeek.parse("2026-W05")).isEqualTo(new IsoWeek(2026, 5));
        assertThatThrownBy(() -> IsoWeek.parse("2026-5")).hasMessageContaining("2026-W47");
    }
}
