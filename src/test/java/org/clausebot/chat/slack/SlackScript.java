package org.clausebot.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.clausebot.chat.Asking;
import org.clausebot.chat.ReportPhrase;
import org.clausebot.chat.slack.Controls.Control;
import org.clausebot.chat.slack.Delivered.Member;
import org.clausebot.chat.slack.RecordingWorkspace.Spoken;
import org.clausebot.chat.talk.ButtonValue;
import org.clausebot.chat.talk.Fields;
import org.clausebot.flow.Flow;
import org.clausebot.flow.Given;
import org.clausebot.flow.Turn;
import org.clausebot.incident.Reporting;

/**
 * A scripted conversation (conversations/transcripts/README.md) in Slack. Held to where the report is and what is kept of
 * it on disk after each message.
 */
final class SlackScript {
    private final SlackSite site;
    private final Flow flow;
    private final String name;
    private final List<String> lines;
    private final boolean pressing;
    private final Member who;
    private int before;
    private boolean left;
    private int pressed;

    SlackScript(SlackSite site, Flow flow, Path file, boolean pressing) throws IOException {
        this.site = site;
        this.flow = flow;
        this.name = file.toString();
        this.lines = Files.readAllLines(file);
        this.pressing = pressing;
        this.who = new Member("T1", "", "U" + file.getFileName());
    }

    /** @return how many times something was pressed */
    int replay() {
        begin();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank() || line.startsWith("#") || line.startsWith("@")) {
                continue;
            }
            String at = name + ":" + (i + 1) + ": ";
            String rest = line.substring(1).strip();
            switch (line.charAt(0)) {
                case '>' -> say(rest, i, at);
                case '=' -> {
                    place(rest, at);
                    left = rest.equals("paused");
                }
                case '~' -> answer(rest, at);
                case '!' -> site.restart();
                default -> {} // What is said in which words is held by the transcripts of the engine.
            }
        }
        return pressed;
    }

    private void begin() {
        before = site.workspace.spoken.size();
        if (pressing) {
            site.slack.on(new Delivered.Shortcut(who, Shortcuts.REPORT, "trigger", Optional.empty()));
            press(c -> c.means().equals(new ButtonValue.Say("", flow.title())), Map.of());
        } else {
            site.type(who, flow.title());
        }
    }

    private void say(String words, int line, String at) {
        if (left) {
            // Somebody who left, before a restart or not, is asked nothing until they go on.
            site.type(who, site.phrases.reporting().goOn().button());
            left = false;
        }
        before = site.workspace.spoken.size();
        if (!pressing || !press(words, expected(line), at)) {
            site.type(who, words.isEmpty() ? "\u00a0" : words);
        }
    }

    /** The answer that the script expects of a message: the value of the next line about one. */
    private Optional<String> expected(int line) {
        for (int i = line + 1; i < lines.size() && !lines.get(i).startsWith(">"); i++) {
            if (lines.get(i).startsWith("~ ") && lines.get(i).contains(":")) {
                return Optional.of(
                        lines.get(i).substring(lines.get(i).indexOf(':') + 1).strip());
            }
        }
        return Optional.empty();
    }

    private boolean press(String words, Optional<String> value, String at) {
        if (site.step(who).isEmpty()) {
            return false;
        }
        Asking asking = site.asking(who);
        Optional<Control> aside = find(c -> c.means() instanceof ButtonValue.Say say
                && say.token().equals(asking.token())
                && say.message().equalsIgnoreCase(words));
        if (aside.isPresent()) {
            press(c -> c.equals(aside.get()), Map.of());
            return true;
        }
        if (value.isEmpty()) {
            return false;
        }
        return switch (asking.field().input()) {
            case DAY, DAY_AND_TIME -> pick(value.get());
            case CHOICES -> asking.field().several() ? tick(asking, value.get()) : choose(asking, value.get(), at);
            case LONG -> window(words, asking);
            case LINE, PERSON, NUMBER, WEB_ADDRESS, FILES, SURE, CONFIRM, SEND -> false;
        };
    }

    private boolean choose(Asking asking, String id, String at) {
        Optional<Turn.Choice> choice =
                asking.field().choices().stream().filter(c -> c.id().equals(id)).findFirst();
        if (choice.isEmpty()) {
            return false;
        }
        assertThat(find(button(asking, choice.get())))
                .as(at + "a button for " + id)
                .isPresent();
        press(button(asking, choice.get()), Map.of());
        return true;
    }

    private static Predicate<Control> button(Asking asking, Turn.Choice choice) {
        return c -> c.means().equals(new ButtonValue.Say(asking.token(), choice.label()))
                || c.means().equals(new ButtonValue.Say(asking.token(), choice.id()));
    }

    private boolean tick(Asking asking, String value) {
        List<String> ids = Arrays.stream(value.split(",")).map(String::strip).toList();
        if (ids.size() == 1 && (ids.contains("no") || ids.contains("not-sure"))) {
            return choose(asking, ids.getFirst(), name);
        }
        Map<String, String> fields = new HashMap<>();
        Controls.ticks(site.last(who).message()).forEach((action, options) -> {
            List<String> ticked = options.stream().filter(ids::contains).toList();
            if (!ticked.isEmpty()) {
                fields.put(action, String.join(",", ticked));
            }
        });
        assertThat(String.join(",", fields.values()).split(",", -1))
                .as(name + value)
                .hasSize(ids.size());
        press(SlackSite.means(ButtonValue.Fill.class), fields);
        return true;
    }

    private boolean pick(String value) {
        if (!value.matches("\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2})?")) {
            return false;
        }
        Map<String, String> fields = new HashMap<>();
        fields.put(Fields.DAY, value.substring(0, 10));
        if (value.length() > 10) {
            fields.put(Fields.TIME, value.substring(11));
        }
        press(SlackSite.means(ButtonValue.Fill.class), fields);
        return true;
    }

    private boolean window(String words, Asking asking) {
        press(SlackSite.means(ButtonValue.OpenWindow.class), Map.of());
        String callback = site.workspace.windows.getLast().getCallbackId();
        assertThat(callback).isEqualTo("step:" + asking.token());
        assertThat(site.slack.submitted(new Delivered.Window(who, callback, Map.of(Fields.ANSWER, words))))
                .isEmpty();
        return true;
    }

    private Optional<Control> find(Predicate<Control> which) {
        return site.workspace.direct().reversed().stream()
                .filter(s -> s.to().equals(who))
                .limit(4)
                .flatMap(s -> Controls.of(s.message()).stream())
                .filter(which)
                .findFirst();
    }

    private void press(Predicate<Control> which, Map<String, String> fields) {
        int replaced = site.workspace.how(RecordingWorkspace.How.REPLACE).size();
        Control control = site.press(who, which, fields);
        pressed++;
        if (!(control.means() instanceof ButtonValue.OpenWindow)) {
            List<Spoken> replacements = site.workspace.how(RecordingWorkspace.How.REPLACE);
            assertThat(replacements).hasSize(replaced + 1);
            assertThat(Controls.of(replacements.getLast().message())).isEmpty();
        }
    }

    private void place(String expected, String at) {
        Optional<String> step = site.step(who);
        switch (expected) {
            case "finished" -> {
                if (since().contains(site.phrases.say(ReportPhrase.NOT_RECEIVED))) {
                    // Nobody is left to whom it may go: it is still kept, and says whom to ring.
                    assertThat(step).hasValue("send");
                    return;
                }
                assertThat(step).as(at + "nothing waits").isEmpty();
                assertThat(since()).as(at).contains(site.phrases.say(ReportPhrase.SENT_KEEP));
            }
            case "ended" -> {
                assertThat(step).as(at + "nothing waits").isEmpty();
                assertThat(since()).as(at).contains(site.phrases.say(ReportPhrase.ENDED));
            }
            case "cancelled" -> {
                assertThat(step).as(at + "nothing waits").isEmpty();
                assertThat(since()).as(at).contains("Thrown away.");
            }
            case "paused" -> {
                assertThat(step).as(at + "it waits").isPresent();
                assertThat(since()).as(at).contains(site.phrases.say(ReportPhrase.CODE_CARE));
            }
            default -> assertThat(step).as(at + "the step; said: " + since()).hasValue(expected);
        }
    }

    private String since() {
        return RecordingWorkspace.words(site.workspace.spoken.subList(before, site.workspace.spoken.size()));
    }

    private void answer(String rest, String at) {
        Optional<Reporting.Unfinished> kept = site.reporting.reporting().unfinished(SlackSite.reporter(who));
        if (kept.isEmpty()) {
            return;
        }
        Map<String, Given> answers = kept.get().conversation().answers();
        if (rest.endsWith(" -")) {
            Given given = answers.get(rest.substring(0, rest.length() - 2));
            assertThat(given == null ? "" : given.value()).as(at).isEmpty();
            return;
        }
        int colon = rest.indexOf(':');
        Given given = answers.get(rest.substring(0, colon));
        assertThat(given == null ? "(none)" : given.value())
                .as(at + "the answer kept")
                .isEqualTo(rest.substring(colon + 1).strip());
    }
}
