package org.clausebot.chat.teams;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Objects;
import org.clausebot.chat.teams.card.TeamsPhrase;
import org.clausebot.flow.Given;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody changes a message of theirs in Teams, or takes it away, and may believe that a report changed with it. */
class AlteredMessagesTest {
    @TempDir
    private Path folder;

    private TeamsSite site;

    @BeforeEach
    void open() throws Exception {
        site = new TeamsSite(folder);
    }

    @AfterEach
    void close() throws Exception {
        site.close();
    }

    private void altered(boolean gone) {
        site.line.spoken.clear();
        site.teams.on(new Delivered.Altered(TeamsSite.ANNA, TeamsSite.personal(TeamsSite.ANNA), gone));
    }

    private void assertSaid(TeamsPhrase phrase) {
        assertThat(site.line.spoken).hasSize(1);
        assertThat(site.direct(TeamsSite.ANNA).getFirst().message().text()).isEqualTo(site.say(phrase));
    }

    private String answer(String step) {
        Given given = Objects.requireNonNull(site.reporting
                .reporting()
                .unfinished(TeamsSite.reporter(TeamsSite.ANNA))
                .orElseThrow()
                .conversation()
                .answers()
                .get(step));
        return given.value();
    }

    @Test
    void a_changed_message_changes_no_answer_and_the_person_is_told_how_to() {
        for (String words : new String[] {"Report contact from a pupil", "No, I am not worried", "no", "Sam in 9B"}) {
            site.type(words);
        }
        altered(false);
        assertSaid(TeamsPhrase.CHANGED);
        altered(true);
        assertSaid(TeamsPhrase.TAKEN_AWAY);
        assertThat(site.step(TeamsSite.ANNA)).hasValue("how");
        assertThat(answer("pupil")).isEqualTo("Sam in 9B");

        site.type("back");
        assertThat(site.step(TeamsSite.ANNA)).hasValue("pupil");
        site.type("Sam in 9C");
        assertThat(answer("pupil")).isEqualTo("Sam in 9C");
    }

    @Test
    void what_is_said_of_it_is_the_same_with_and_without_a_report_and_asks_nothing() {
        altered(false);
        assertSaid(TeamsPhrase.CHANGED);
        altered(true);
        assertSaid(TeamsPhrase.TAKEN_AWAY);
        assertThat(site.policy.heard).isEmpty();
    }

    @Test
    void a_stranger_hears_nothing_of_it() {
        site.line.kinds.put(TeamsSite.ANNA, TeamsLine.Kind.STRANGER);
        altered(true);
        assertThat(site.line.spoken).isEmpty();
    }
}
