package org.clausebot.chat.teams;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
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
import org.clausebot.chat.talk.ButtonValue;
import org.clausebot.chat.talk.Fields;
import org.clausebot.chat.talk.KilledReportsContract;
import org.clausebot.chat.teams.Controls.Control;
import org.clausebot.chat.teams.RecordingLine.Spoken;
import org.clausebot.incident.Reporter;
import org.jspecify.annotations.Nullable;

/** Teams, wherever the program is killed. */
class KilledReportsInTeamsTest extends KilledReportsContract {
    @Override
    protected Chat chat(Path disk) throws Exception {
        return new InTeams(disk);
    }

    private static final class InTeams implements Chat, Mortal.Doing<Delivered> {
        private final AtomicReference<@Nullable Mortal<Delivered>> mortal = new AtomicReference<>();
        private final TeamsSite site;
        private int typed;

        InTeams(Path disk) throws Exception {
            site = new TeamsSite(disk, write -> () -> {
                Mortal<Delivered> around = mortal.get();
                (around == null ? write : around.writing(write)).run();
            });
            site.at(Instant.parse("2026-11-25T15:10:00Z"));
            site.answerer = question ->
                    new Answer.SmallTalk(new Findings(question.text(), 0, List.of()), Answer.SmallTalk.Kind.UNCLEAR);
            TestReporting disks = site.reporting;
            Mortal<Delivered> made = new Mortal<>(disks.deliveries("teams"), disks.vault(), disks.clock(), this);
            mortal.set(made);
            site.through = made.through(TeamsLine.class, site.line);
            site.restart();
        }

        private Mortal<Delivered> mortal() {
            return Objects.requireNonNull(mortal.get());
        }

        @Override
        public void of(Delivered what) {
            if (what instanceof Delivered.Said) {
                site.teams.on(what);
            } else {
                site.teams.answer(what);
            }
        }

        @Override
        public void resumed(Delivered what) {
            if (what instanceof Delivered.Pressed) {
                site.teams.answer(what);
            } else {
                site.teams.on(what);
            }
        }

        @Override
        public void added(Delivered what) {
            site.teams.added(what);
        }

        @Override
        public TestReporting reporting() {
            return site.reporting;
        }

        @Override
        public Reporter reporter() {
            return TeamsSite.reporter(TeamsSite.ANNA);
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
                            new Delivered.Said(
                                    TeamsSite.ANNA,
                                    TeamsSite.personal(TeamsSite.ANNA),
                                    Integer.toString(typed),
                                    words,
                                    files),
                            killed);
        }

        @Override
        public boolean press(String words, Moment killed) throws Exception {
            for (Spoken message : site.direct(TeamsSite.ANNA).reversed()) {
                for (Control control : Controls.of(message.message())) {
                    if (!control.dialog() && Chat.says(control.means(), words)) {
                        return mortal()
                                .deliver(
                                        new Delivered.Pressed(
                                                TeamsSite.ANNA,
                                                TeamsSite.personal(TeamsSite.ANNA),
                                                message.id(),
                                                control.verb(),
                                                control.data()),
                                        killed);
                    }
                }
            }
            throw new AssertionError("There is no button that says " + words);
        }

        @Override
        public boolean window(String words, Moment killed) throws Exception {
            return dialog(site.asking(TeamsSite.ANNA).token(), words, killed);
        }

        @Override
        public boolean adding(String code, String words, Moment killed) throws Exception {
            return dialog("add/" + code, words, killed);
        }

        private boolean dialog(String token, String words, Moment killed) throws Exception {
            ButtonValue.OpenWindow window = new ButtonValue.OpenWindow(token);
            Map<String, String> fields = new HashMap<>();
            fields.put("verb", window.kind());
            fields.put(TeamsPresses.VALUE, window.value());
            fields.put(Fields.ANSWER, words);
            return mortal()
                    .deliver(
                            new Delivered.Dialog(
                                    TeamsSite.ANNA, TeamsSite.personal(TeamsSite.ANNA), true, fields),
                            killed);
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
            return site.direct(TeamsSite.ANNA).stream().map(Spoken::json).toList();
        }

        @Override
        public void close() throws Exception {
            site.close();
        }
    }
}
