package org.clausebot.chat.teams.card;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.clausebot.answer.Answer;
import org.clausebot.chat.Contact;
import org.clausebot.chat.Phrases;
import org.clausebot.chat.Reply;
import org.clausebot.chat.ReportPhrase;
import org.clausebot.chat.awaited.Waiting;
import org.clausebot.chat.talk.ButtonValue;
import org.clausebot.chat.talk.Notice;
import org.clausebot.chat.talk.Press;
import org.clausebot.chat.talk.WaitTalk;

/**
 * Turns replies into messages. What may be said where others read is decided here too: there, whatever belongs to a
 * report and the first steps of an urgent message have no form but the line that says that the person was written to.
 * Thread-safe.
 */
public final class TeamsCards {
    private final Phrases phrases;
    private final TeamsWords words;
    private final AnswerParts answers;
    private final ReportParts reports;
    private final StepParts steps;
    private final AwaitedParts awaited;

    /**
     * @param contacts whom to tell, as the settings have them at the moment
     * @param startable whether a report of this title can be begun by its title
     * @param pages the address of the web pages, for links from a quote to its clause; empty for none
     */
    public TeamsCards(
            Phrases phrases,
            TeamsWords words,
            Supplier<List<Contact>> contacts,
            Predicate<String> startable,
            Optional<URI> pages) {
        this.phrases = phrases;
        this.words = words;
        People people = new People(phrases, contacts);
        QuoteParts quotes = new QuoteParts(words, pages);
        this.answers = new AnswerParts(phrases, words, startable, people, quotes);
        this.reports = new ReportParts(phrases, words, people, quotes);
        this.steps = new StepParts(phrases, words, reports);
        this.awaited = new AwaitedParts(words);
    }

    /** One message or more, in order, each within what Teams takes; what can be pressed to answer stands in the last. */
    public List<TeamsMessage> of(Reply reply, Audience audience) {
        return switch (audience) {
            case ALONE -> made(notice(reply), sheet -> draw(sheet, reply));
            case EVERYBODY -> openly(reply);
        };
    }

    /** What {@code reply} is where others read. */
    private List<TeamsMessage> openly(Reply reply) {
        return switch (reply) {
            case Reply.Answered answered when answered.answer() instanceof Answer.Urgent -> directly();
            case Reply.Answered answered ->
                made(notice(answered), sheet -> answers.answer(sheet, answered.answer(), Audience.EVERYBODY));
            case Reply.Blank r -> words(phrases.answers().blank());
            case Reply.TooLong r -> words(phrases.tooLong(r));
            case Reply.Flows r -> directly();
            case Reply.Asked r -> directly();
            case Reply.Advice r -> directly();
            case Reply.Unfinished r -> directly();
            case Reply.Paused r -> directly();
            case Reply.Cancelled r -> directly();
            case Reply.Ended r -> directly();
            case Reply.Sent r -> directly();
            case Reply.NotReceived r -> directly();
            case Reply.Status r -> directly();
            case Reply.NoSuchCode r -> directly();
            case Reply.TooManyCodes r -> directly();
            case Reply.Gone r -> directly();
        };
    }

    private List<TeamsMessage> directly() {
        return words(words.say(TeamsPhrase.DIRECTLY));
    }

    /** The bot's own words. Their first line is shown in notifications too: never words of or about a report. */
    public List<TeamsMessage> words(String said) {
        String notice = said.strip().lines().findFirst().orElse("");
        return made(notice, sheet -> sheet.add(Kit.says(said)));
    }

    /** What is said once, when the app is added. */
    public List<TeamsMessage> welcome() {
        Phrases.Welcome welcome = phrases.welcome();
        List<TeamsMessage> messages = made(welcome.title(), sheet -> {
            sheet.add(Kit.title(welcome.title()));
            sheet.add(Kit.says(welcome.text()));
            commands(sheet);
            sheet.add(Kit.says(words.say(TeamsPhrase.WELCOME_PRIVACY)));
            sheet.add(sheet.presses(
                    List.of(new Press(phrases.reporting().list().button(), new ButtonValue.BeginReport()))));
        });
        List<TeamsMessage> suggesting = new ArrayList<>(messages.subList(0, messages.size() - 1));
        suggesting.add(messages.getLast().suggesting(welcome.examples()));
        return List.copyOf(suggesting);
    }

    /** What can be typed. */
    public List<TeamsMessage> commands() {
        return made(words.say(TeamsPhrase.COMMANDS), this::commands);
    }

    private void commands(Sheet sheet) {
        List<Part> parts = new ArrayList<>(Kit.title(words.say(TeamsPhrase.COMMANDS)));
        parts.addAll(Kit.items(words.say(TeamsPhrase.COMMANDS_LIST).lines().toList()));
        sheet.together(parts);
    }

    /**
     * Offers the address of a message as the answer to a step that asks for one: the address, and none of its words.
     *
     * @param token of the step
     */
    public List<TeamsMessage> offeredLink(URI link, String token) {
        return made(words.say(TeamsPhrase.NOTICE_STEP), sheet -> {
            List<Part> parts = new ArrayList<>(Kit.says(words.say(TeamsPhrase.LINK_OFFERED)));
            parts.addAll(Kit.wrote(link.toString()));
            parts.addAll(sheet.presses(
                    List.of(new Press(words.say(TeamsPhrase.LINK_USE), new ButtonValue.Say(token, link.toString())))));
            sheet.together(parts);
        });
    }

    /** In the place of a step's card from before the program was started again. */
    public TeamsMessage oldCard() {
        return words(words.say(TeamsPhrase.OLD_CARD)).getFirst();
    }

    /** What came of asking to be told when a question is answered. */
    public List<TeamsMessage> told(WaitTalk.Kept kept) {
        return switch (kept) {
            case WaitTalk.Kept.New(String question) -> kept(TeamsPhrase.TELL_KEPT, question);
            case WaitTalk.Kept.Already(String question) -> kept(TeamsPhrase.TELL_ALREADY, question);
            case WaitTalk.Kept.TooMany(int most) ->
                words(words.say(TeamsPhrase.TELL_TOO_MANY, "most", Integer.toString(most)));
            case WaitTalk.Kept.Gone gone -> words(words.say(TeamsPhrase.TELL_GONE));
        };
    }

    private List<TeamsMessage> kept(TeamsPhrase said, String question) {
        return made(words.say(said), sheet -> awaited.kept(sheet, said, question));
    }

    /** That a question is not waited for any more; empty where nobody waited. */
    public List<TeamsMessage> takenBack(Optional<String> question) {
        return question.map(
                        asked -> made(words.say(TeamsPhrase.TELL_TAKEN_BACK), sheet -> awaited.takenBack(sheet, asked)))
                .orElseGet(() -> words(words.say(TeamsPhrase.TELL_NOTHING)));
    }

    /** What somebody waits for. */
    public List<TeamsMessage> waiting(List<Waiting> waiting) {
        return made(
                words.say(waiting.isEmpty() ? TeamsPhrase.TELL_NOTHING : TeamsPhrase.TELL_WAITING),
                sheet -> awaited.all(sheet, waiting));
    }

    /** To somebody who wanted to be told: their question, and what answers it now. */
    public List<TeamsMessage> answeredNow(Waiting waiting, Answer.Quoted answer) {
        return made(words.say(TeamsPhrase.NOTICE_ANSWERED), sheet -> {
            awaited.answered(sheet, waiting);
            answers.answer(sheet, answer, Audience.ALONE);
            answers.offers(sheet, new Reply.Answered(answer));
        });
    }

    private List<TeamsMessage> made(String notice, Consumer<Sheet> draw) {
        Sheet sheet = new Sheet(words);
        draw.accept(sheet);
        return sheet.messages(notice);
    }

    private void draw(Sheet sheet, Reply reply) {
        switch (reply) {
            case Reply.Answered answered -> {
                answers.answer(sheet, answered.answer(), Audience.ALONE);
                answers.offers(sheet, answered);
            }
            case Reply.Blank blank -> sheet.add(Kit.says(phrases.answers().blank()));
            case Reply.TooLong tooLong -> sheet.add(Kit.says(phrases.tooLong(tooLong)));
            case Reply.Flows flows -> reports.flows(sheet, flows);
            case Reply.Asked asked -> {
                asked.before().ifPresent(before -> drawBefore(sheet, before));
                steps.asking(sheet, asked.asking());
            }
            case Reply.Advice advice -> reports.advice(sheet, advice);
            case Reply.Unfinished unfinished -> {
                unfinished.before().ifPresent(before -> drawBefore(sheet, before));
                reports.unfinished(sheet, unfinished);
            }
            case Reply.Paused paused -> reports.paused(sheet, paused);
            case Reply.Cancelled cancelled -> reports.cancelled(sheet, cancelled);
            case Reply.Ended ended -> reports.ended(sheet, ended);
            case Reply.Sent sent -> reports.sent(sheet, sent);
            case Reply.NotReceived nobody -> reports.notReceived(sheet, nobody);
            case Reply.Status status -> reports.status(sheet, status);
            case Reply.NoSuchCode none -> sheet.add(Kit.says(phrases.say(ReportPhrase.NO_SUCH_CODE)));
            case Reply.TooManyCodes many -> reports.tooManyCodes(sheet, many);
            case Reply.Gone gone -> sheet.add(Kit.says(phrases.say(ReportPhrase.GONE)));
        }
    }

    /** What stands before a step: an answer offers no report there, for one is being made. */
    private void drawBefore(Sheet sheet, Reply before) {
        if (before instanceof Reply.Answered answered) {
            answers.answer(sheet, answered.answer(), Audience.ALONE);
        } else {
            draw(sheet, before);
        }
    }

    private String notice(Reply reply) {
        return switch (Notice.of(reply, phrases)) {
            case Notice.Own(String own) -> own;
            case Notice.Clauses(boolean quoted, String numbers) ->
                words.say(quoted ? TeamsPhrase.NOTICE_QUOTED : TeamsPhrase.NOTICE_NEAREST, "clauses", numbers)
                        .strip();
            case Notice.Plain plain ->
                words.say(
                        switch (plain) {
                            case NOT_COVERED -> TeamsPhrase.NOTICE_NOT_COVERED;
                            case URGENT -> TeamsPhrase.NOTICE_URGENT;
                            case STEP -> TeamsPhrase.NOTICE_STEP;
                            case REPORT -> TeamsPhrase.NOTICE_REPORT;
                            case REPORTS -> TeamsPhrase.NOTICE_REPORTS;
                        });
        };
    }
}
