package org.clausebot.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clausebot.chat.read.ReadContract;
import org.clausebot.chat.read.TestReading;
import org.clausebot.chat.slack.Controls.Control;
import org.clausebot.chat.slack.Delivered.Member;
import org.clausebot.chat.slack.RecordingWorkspace.How;
import org.clausebot.chat.slack.RecordingWorkspace.Spoken;
import org.clausebot.chat.slack.block.SlackPhrase;
import org.clausebot.policy.Policy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Read and understood in Slack. */
class ReadInSlackTest extends ReadContract {
    private static final Member OURS = new Member("T1", "", "");

    @TempDir
    private Path folder;

    private SlackSite site;

    @BeforeEach
    void open() throws Exception {
        site = new SlackSite(folder);
        site.workspace.mails.put(SlackSite.ANNA, TestReading.ANNA);
        site.workspace.mails.put(SlackSite.BEN, TestReading.BEN);
        tell();
    }

    @AfterEach
    void close() throws Exception {
        site.close();
    }

    private void tell() {
        site.reading.talk().tellBy(new SlackReader(site.workspace, OURS, site.words));
    }

    private static Member member(Who who) {
        return switch (who) {
            case ANNA -> SlackSite.ANNA;
            case BEN -> SlackSite.BEN;
        };
    }

    private List<Spoken> messages(Who who) {
        return site.workspace.direct().stream()
                .filter(s -> s.to().equals(member(who)))
                .toList();
    }

    @Override
    protected TestReading reading() {
        return site.reading;
    }

    @Override
    protected List<String> said(Who who) {
        return messages(who).stream().map(Spoken::json).toList();
    }

    @Override
    protected String instead() {
        List<Spoken> replaced = site.workspace.how(How.REPLACE);
        return replaced.isEmpty() ? "" : replaced.getLast().json();
    }

    @Override
    protected boolean saidElsewhere() {
        String pointer = site.words.say(SlackPhrase.DIRECTLY);
        return site.workspace.elsewhere().stream()
                .anyMatch(spoken -> !spoken.message().text().equals(pointer));
    }

    @Override
    protected List<String> buttons(Who who, int message) {
        return Controls.of(messages(who).get(message).message()).stream()
                .map(Control::label)
                .toList();
    }

    @Override
    protected void press(Who by, Who whose, int message, String label) {
        Spoken spoken = messages(whose).get(message);
        Control control = Controls.of(spoken.message()).stream()
                .filter(SlackSite.labelled(label))
                .findFirst()
                .orElseThrow();
        site.press(member(by), spoken, control, Map.of());
    }

    @Override
    protected void type(Who who, String words) {
        site.type(member(who), words);
    }

    @Override
    protected void typeAmongOthers(String words) {
        site.mention(SlackSite.CHANNEL, words);
    }

    @Override
    protected void forgetsTheAddress(Who who) {
        site.workspace.mails.remove(member(who));
    }

    @Override
    protected void removesTheBot(Who who) {
        site.workspace.gone.add(member(who));
    }

    @Override
    protected void isDown() {
        site.workspace.reached = Workspace.Reached.NOT_NOW;
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
    void policy_read_shows_it_in_the_direct_message_wherever_it_is_typed() {
        site.reading.ask(0);
        site.command(SlackSite.CHANNEL, "/policy", "read");
        assertThat(said(Who.ANNA)).hasSize(1);
        assertThat(said(Who.ANNA).getLast()).contains("Version 2018-06");
        assertThat(saidElsewhere()).isFalse();
        assertThat(heard()).isEmpty();
    }

    @Test
    void read_is_an_answer_like_any_other_while_a_report_asks_something() {
        site.reading.ask(0);
        site.type("Report contact from a pupil");
        String step = site.step(SlackSite.ANNA).orElseThrow();
        site.type("I am not sure");
        site.type("No");
        site.type("read");
        assertThat(site.step(SlackSite.ANNA)).isPresent().isNotEqualTo(Optional.of(step));
        assertThat(String.join("", said(Who.ANNA))).doesNotContain("Version 2018-06");
        site.command(SlackSite.DIRECT, "/policy", "read");
        assertThat(said(Who.ANNA).getLast()).contains("Version 2018-06");
    }

    @Test
    void whose_address_slack_does_not_find_gets_a_mail() {
        site.workspace.mails.remove(SlackSite.BEN);
        site.reading.ask(0);
        site.reading.pass();
        assertThat(site.reading.mailed).containsExactly(TestReading.BEN);
    }

    @Test
    void somebody_of_another_organisation_with_the_same_address_is_not_written_to() {
        site.workspace.kinds.put(SlackSite.BEN, Workspace.Kind.STRANGER);
        site.reading.ask(0);
        site.reading.pass();
        assertThat(site.reading.mailed).containsExactly(TestReading.BEN);
        assertThat(said(Who.BEN)).isEmpty();
    }
}
