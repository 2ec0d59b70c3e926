package org.clausebot.chat.teams;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.clausebot.chat.read.ReadContract;
import org.clausebot.chat.read.TestReading;
import org.clausebot.chat.teams.Controls.Control;
import org.clausebot.chat.teams.Delivered.Person;
import org.clausebot.chat.teams.RecordingLine.Spoken;
import org.clausebot.chat.teams.card.TeamsPhrase;
import org.clausebot.policy.Policy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Read and understood in Teams. */
class ReadInTeamsTest extends ReadContract {
    @TempDir
    private Path folder;

    private TeamsSite site;
    private String instead = "";

    @BeforeEach
    void open() throws Exception {
        site = new TeamsSite(folder);
        site.line.mails.put(TeamsSite.ANNA, TestReading.ANNA);
        site.line.mails.put(TeamsSite.BEN, TestReading.BEN);
        tell();
    }

    @AfterEach
    void close() throws Exception {
        site.close();
    }

    private void tell() {
        site.reading.talk().tellBy(new TeamsReader(site.line, "tenant", site.words));
    }

    private static Person person(Who who) {
        return switch (who) {
            case ANNA -> TeamsSite.ANNA;
            case BEN -> TeamsSite.BEN;
        };
    }

    @Override
    protected TestReading reading() {
        return site.reading;
    }

    @Override
    protected List<String> said(Who who) {
        return site.direct(person(who)).stream().map(Spoken::json).toList();
    }

    @Override
    protected String instead() {
        return instead;
    }

    @Override
    protected boolean saidElsewhere() {
        String pointer = site.say(TeamsPhrase.DIRECTLY);
        return site.openly().stream()
                .anyMatch(spoken -> !spoken.message().text().equals(pointer));
    }

    @Override
    protected List<String> buttons(Who who, int message) {
        return Controls.of(site.direct(person(who)).get(message).message()).stream()
                .map(Control::label)
                .toList();
    }

    @Override
    protected void press(Who by, Who whose, int message, String label) {
        Spoken spoken = site.direct(person(whose)).get(message);
        Control control = Controls.of(spoken.message()).stream()
                .filter(TeamsSite.labelled(label))
                .findFirst()
                .orElseThrow();
        assertThat(control.fallback()).as("older programs send the same").containsAllEntriesOf(control.data());
        instead = site.press(person(by), spoken, control, Map.of()).response() instanceof Response.Instead(var card)
                ? card.text() + card.card().orElse("")
                : "";
    }

    @Override
    protected void type(Who who, String words) {
        site.type(person(who), words);
    }

    @Override
    protected void typeAmongOthers(String words) {
        site.mention(TeamsSite.CHANNEL, words);
    }

    @Override
    protected void forgetsTheAddress(Who who) {
        site.line.mails.remove(person(who));
    }

    @Override
    protected void removesTheBot(Who who) {
        site.line.without.add(person(who));
    }

    @Override
    protected void isDown() {
        site.line.unreachable = true;
    }

    @Override
    protected void restart() {
        site.restart();
        tell();
    }

    @Override
    protected void nextDays(int days) {
        site.reporting.pass(Duration.ofDays(days));
    }

    @Override
    protected List<Policy> policies() {
        return site.policies;
    }

    @Override
    protected void policies(List<Policy> policies) {
        site.policies = policies;
    }

    @Override
    protected List<?> heard() {
        return site.policy.heard;
    }

    @Test
    void a_card_that_was_passed_on_to_others_is_for_them_no_more_than_a_card() {
        site.reading.ask(0);
        site.reading.pass();
        Spoken spoken = site.direct(TeamsSite.ANNA).getLast();
        Control control = Controls.of(spoken.message()).stream()
                .filter(TeamsSite.labelled("I have read it"))
                .findFirst()
                .orElseThrow();
        Response response = site.teams.answer(new Delivered.Pressed(
                TeamsSite.BEN, TeamsSite.CHANNEL, spoken.id(), control.verb(), control.data()));
        assertThat(response).isEqualTo(new Response.Word(site.say(TeamsPhrase.ACTION_DONE)));
        assertThat(said(Who.BEN).getLast()).contains("this is not asked of you");
        assertThat(site.openly()).isEmpty();
    }

    @Test
    void whose_address_teams_has_not_told_gets_a_mail() {
        site.line.mails.remove(TeamsSite.BEN);
        site.reading.ask(0);
        site.reading.pass();
        assertThat(site.reading.mailed).containsExactly(TestReading.BEN);
    }
}
