package org.clausebot.chat.slack;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.clausebot.answer.Answer;
import org.clausebot.answer.Findings;
import org.clausebot.chat.Reply;
import org.clausebot.chat.TestReporting;
import org.clausebot.chat.inbox.Mortal;
import org.clausebot.chat.inbox.Mortal.Moment;
import org.clausebot.chat.slack.Controls.Control;
import org.clausebot.chat.slack.RecordingWorkspace.How;
import org.clausebot.chat.slack.RecordingWorkspace.Spoken;
import org.clausebot.chat.talk.Fields;
import org.clausebot.chat.talk.KilledReportsContract;
import org.clausebot.incident.Reporter;
import org.jspecify.annotations.Nullable;

/** Slack, wherever the program is killed. */
class KilledReportsInSlackTest extends KilledReportsContract {
    @Override
    protected Chat chat(Path disk) throws Exception {
        return new InSlack(disk);
    }

    private static final class InSlack implements Chat, Mortal.Doing<Delivered> {
        private final AtomicReference<@Nullable Mortal<Delivered>> mortal = new AtomicReference<>();
        private final SlackSite site;
        private int typed;

        InSlack(Path disk) throws Exception {
            site = new SlackSite(disk, write -> () -> {
                Mortal<Delivered> around = mortal.get();
                (around == null ? write : around.writing(write)).run();
            });
            site.at(Instant.parse("2026-11-25T15:10:00Z"));
            site.answerer = question ->
                    new Answer.SmallTalk(new Findings(question.text(), 0, List.of()), Answer.SmallTalk.Kind.UNCLEAR);
            TestReporting disks = site.reporting;
            Mortal<Delivered> made = new Mortal<>(disks.deliveries("slack"), disks.vault(), disks.clock(), this);
            mortal.set(made);
            site.through = made.through(Workspace.class, site.workspace);
            site.restart();
        }

        private Mortal<Delivered> mortal() {
            return Objects.requireNonNull(mortal.get());
        }

        @Override
        public void of(Delivered what) {
            if (what instanceof Delivered.Window window) {
                site.slack.submitted(window);
            } else {
                site.slack.on(what);
            }
        }

        @Override
        public void resumed(Delivered what) {
            site.slack.on(what);
        }

        @Override
        public void added(Delivered what) {
            site.slack.added(what);
        }

        @Override
        public TestReporting reporting() {
            return site.reporting;
        }

        @Override
        public Reporter reporter() {
            return SlackSite.reporter(SlackSite.ANNA);
        }

        @Override
        public boolean type(String words, Moment killed) throws Exception {
            return said(words, false, killed);
        }

        @Override
        public boolean file(Moment killed) throws Exception {
            return said("", true, killed);
        }

        private boolean said(String words, boolean files, Moment killed) throws Exception {
            typed++;
            return mortal()
                    .deliver(
                            new Delivered.Said(SlackSite.ANNA, SlackSite.DIRECT, "1." + typed, words, files), killed);
        }

        @Override
        public boolean press(String words, Moment killed) throws Exception {
            for (Spoken message : site.workspace.direct().reversed()) {
                for (Control control : Controls.of(message.message())) {
                    if (Chat.says(control.means(), words)) {
                        return mortal()
                                .deliver(
                                        new Delivered.Pressed(
                                                SlackSite.ANNA,
                                                SlackSite.DIRECT,
                                                message.ts(),
                                                control.action(),
                                                control.value(),
                                                Map.of(),
                                                "https://hooks.slack.example/2",
                                                "trigger"),
                                        killed);
                    }
                }
            }
            throw new AssertionError("There is no button that says " + words);
        }

        @Override
        public boolean window(String words, Moment killed) throws Exception {
            return sentOff(site.asking(SlackSite.ANNA).token(), words, killed);
        }

        @Override
        public boolean adding(String code, String words, Moment killed) throws Exception {
            return sentOff("add/" + code, words, killed);
        }

        private boolean sentOff(String token, String words, Moment killed) throws Exception {
            return mortal()
                    .deliver(
                            new Delivered.Window(SlackSite.ANNA, "step:" + token, Map.of(Fields.ANSWER, words)), killed);
        }

        @Override
        public Reply web(String words) {
            return site.web(words);
        }

        @Override
        public void startAgain() throws Exception {
            site.restart();
            mortal().startAgain();
        }

        @Override
        public List<String> told() {
            return site.workspace.how(How.DIRECT).stream().map(Spoken::json).toList();
        }

        @Override
        public void close() throws Exception {
            site.close();
        }
    }
}
