package org.clausebot.chat.teams.card;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.clausebot.answer.Quote;
import org.clausebot.chat.Asking;
import org.clausebot.chat.Reply;
import org.clausebot.chat.awaited.Awaited;
import org.clausebot.chat.awaited.Waiting;
import org.clausebot.chat.read.Card;
import org.clausebot.chat.read.ReadPress;
import org.clausebot.chat.slack.block.SlackSamples;
import org.clausebot.chat.slack.block.StepSamples;
import org.clausebot.chat.talk.Fields;
import org.clausebot.chat.talk.WaitTalk;
import org.clausebot.datafile.DataFileException;
import org.clausebot.policy.Policy;

/** Messages of every kind, the same each time. */
public final class TeamsSamples {
    private static final TeamsWords WORDS = read();

    /** Whatever a card may take for markup, a mention, a link, a picture, a formula or a list. */
    static final String HOSTILE =
            "A & B < C > D *bold* **strong** _slanted_ ~~struck~~ `code` # no heading [link](https://evil.example)"
                    + " ![picture](https://evil.example/p.png) <https://evil.example> https://evil.example <at>everyone</at>"
                    + " <b>b</b> <img src=x onerror=alert(1)> :rotating_light: {{DATE(2017-02-14T06:08:39Z, SHORT)}} ${name}"
                    + " 1. one - two &amp; &lt;at&gt; 👩‍👩‍👧 é\u0301 \\* \\ \" '";

    private TeamsSamples() {}

    public static TeamsWords words() {
        return WORDS;
    }

    private static TeamsWords read() {
        try {
            return TeamsWords.read(Path.of("conversations/phrases-teams.yaml"));
        } catch (DataFileException e) {
            throw new IllegalStateException(e);
        }
    }

    public static TeamsCards cards() {
        return new TeamsCards(
                SlackSamples.phrases(), WORDS, () -> SlackSamples.CONTACTS, title -> true, SlackSamples.PAGES);
    }

    /** By the name of their golden file. */
    static Map<String, List<TeamsMessage>> all() {
        TeamsCards cards = cards();
        Map<String, List<TeamsMessage>> all = new LinkedHashMap<>();
        SlackSamples.all().forEach((name, reply) -> {
            for (Audience audience : Audience.values()) {
                all.put(name + "." + audience.name().toLowerCase(Locale.ROOT), cards.of(reply, audience));
            }
        });
        StepSamples.all().forEach((name, asking) -> all.put("dialog-" + name, List.of(dialog(asking))));
        Asking day = StepSamples.step("day-and-time");
        Asking written = StepSamples.step("long");
        all.put(
                "dialog-wrong",
                List.of(DialogCard.step(
                        written,
                        List.of("That is too long.", HOSTILE),
                        Map.of(Fields.ANSWER, HOSTILE, Fields.MORE, "and more"),
                        SlackSamples.phrases(),
                        WORDS)));
        all.put(
                "dialog-day-again",
                List.of(DialogCard.step(
                        day,
                        List.of("That day is still to come."),
                        Map.of(Fields.DAY, "2027-01-01", Fields.TIME, "16:05"),
                        SlackSamples.phrases(),
                        WORDS)));
        all.put(
                "dialog-add",
                List.of(DialogCard.adding(
                        (Reply.Status) SlackSamples.reply("status"),
                        List.of(),
                        Map.of(),
                        SlackSamples.phrases(),
                        WORDS)));
        all.put("welcome", cards.welcome());
        all.put("commands", cards.commands());
        all.put("logged", cards.words(WORDS.say(TeamsPhrase.LOGGED)));
        all.put(
                "offered-link",
                cards.offeredLink(
                        URI.create("https://teams.microsoft.com/l/message/19:a@thread.v2/1"), SlackSamples.TOKEN));
        all.put("old-card", List.of(cards.oldCard()));
        waiting(cards, all);
        all.put("desk-notice", DeskNotice.of(URI.create("https://clausebot.school.example/desk"), WORDS));
        all.put("desk-review", DeskNotice.review(URI.create("https://clausebot.school.example/desk"), WORDS));
        reading().forEach((name, card) -> all.put(name, ReadCard.of(card, WORDS)));
        Policy policy = SlackSamples.given();
        all.put("search", List.of(search(SlackSamples.quote(policy, "2.4.6"))));
        return all;
    }

    private static void waiting(TeamsCards cards, Map<String, List<TeamsMessage>> all) {
        Waiting waiting = SlackSamples.waiting(SlackSamples.HOSTILE);
        String question = waiting.question().text();
        all.put("tell-kept", cards.told(new WaitTalk.Kept.New(question)));
        all.put("tell-already", cards.told(new WaitTalk.Kept.Already(question)));
        all.put("tell-too-many", cards.told(new WaitTalk.Kept.TooMany(Awaited.MOST)));
        all.put("tell-gone", cards.told(new WaitTalk.Kept.Gone()));
        all.put("tell-taken-back", cards.takenBack(Optional.of(question)));
        all.put("tell-not-waiting", cards.takenBack(Optional.empty()));
        all.put("tell-waiting", cards.waiting(List.of(waiting, SlackSamples.waiting("May I? ".repeat(900)))));
        all.put("tell-answered", cards.answeredNow(waiting, SlackSamples.quoted()));
    }

    /** What somebody is asked to read, with as many lines and buttons as there ever are, and the policy's words at their worst. */
    private static Map<String, Card> reading() {
        String notice = "Your school asks you to read something.";
        Card.Button open =
                new Card.Button.Open("Read it", URI.create("https://clausebot.school.example/read/" + "t".repeat(43)));
        Map<String, Card> all = new LinkedHashMap<>();
        all.put(
                "read-request",
                new Card(
                        notice,
                        List.of(
                                new Card.Line.Words("Your school asks all staff to read this policy."),
                                new Card.Line.Title(HOSTILE),
                                new Card.Line.Words("Version 2026-09. Please do so by 4 December 2026.")),
                        List.of(open, pressed("I have read it", new ReadPress.Questions("r".repeat(22)), true))));
        all.put(
                "read-question",
                new Card(
                        notice,
                        List.of(
                                new Card.Line.Title("Social Media Policy"),
                                new Card.Line.Words("Question 1 of 3. Which of these stands under “" + HOSTILE + "”?"),
                                new Card.Line.Quoted("Answer A", HOSTILE),
                                new Card.Line.Quoted(
                                        "Answer B", "Use school ICT equipment for personal use. ".repeat(60)),
                                new Card.Line.Quoted("", "one [ … ] two")),
                        List.of(answer("Answer A", 0), answer("Answer B", 1), answer("Answer C", 2), open)));
        all.put(
                "read-ready",
                new Card(
                        notice,
                        List.of(new Card.Line.Words(
                                "“I have read and understood version 2026-09 of " + HOSTILE + ".”")),
                        List.of(
                                pressed(
                                        "Read and understood",
                                        new ReadPress.Understood("r".repeat(22), "m".repeat(22)),
                                        true),
                                open)));
        all.put(
                "read-right",
                new Card(
                        notice,
                        List.of(
                                new Card.Line.Words("That is right."),
                                new Card.Line.Quoted("2.4.6 Protection › of information", HOSTILE)),
                        List.of()));
        return all;
    }

    private static Card.Button answer(String label, int choice) {
        return pressed(label, new ReadPress.Answer("r".repeat(22), 0, choice, "m".repeat(22)), false);
    }

    private static Card.Button pressed(String label, ReadPress press, boolean strong) {
        return new Card.Button.Do(label, press, strong);
    }

    static TeamsMessage search(Quote quote) {
        return SearchCard.of(quote, SlackSamples.PAGES, WORDS);
    }

    static TeamsMessage dialog(Asking asking) {
        return DialogCard.step(asking, List.of(), Map.of(), SlackSamples.phrases(), WORDS);
    }
}
