package org.clausebot.chat.slack.block;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
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
import org.clausebot.chat.Pieces;
import org.clausebot.chat.Reply;
import org.clausebot.chat.ReportPhrase;
import org.clausebot.chat.Wording;
import org.clausebot.chat.awaited.Waiting;
import org.clausebot.chat.talk.Notice;
import org.clausebot.chat.talk.WaitTalk;

/**
 * Turns replies into messages. What may be said in a channel is decided here and nowhere else: there, a reply that is no
 * answer of the policy has no form but the line that says that the person was written to. Thread-safe.
 */
public final class SlackReplies {
    private final Phrases phrases;
    private final SlackWords words;
    private final AnswerBlocks answers;
    private final CardBlocks cards;
    private final StepBlocks steps;
    private final AwaitedBlocks awaited;

    /**
     * @param contacts whom to tell, as the settings have them at the moment
     * @param startable whether a report of this title can be begun by its title
     * @param pages the address of the web pages, for links from a quote to its clause; empty for none
     */
    public SlackReplies(
            Phrases phrases,
            SlackWords words,
            Supplier<List<Contact>> contacts,
            Predicate<String> startable,
            Optional<URI> pages) {
        this.phrases = phrases;
        this.words = words;
        People people = new People(phrases, contacts);
        QuoteBlocks quotes = new QuoteBlocks(words, new Wording(phrases), pages);
        this.answers = new AnswerBlocks(phrases, words, startable, people, quotes);
        this.cards = new CardBlocks(phrases, words, people, quotes);
        this.steps = new StepBlocks(phrases, words, cards);
        this.awaited = new AwaitedBlocks(words);
    }

    /** One message or more, in order, each within Slack's limits; what can be pressed to answer stands in the last. */
    public List<SlackMessage> of(Reply reply, Audience audience) {
        return audience == Audience.ALONE ? alone(reply) : inChannel(reply, audience);
    }

    private List<SlackMessage> alone(Reply reply) {
        return made(notice(reply), sheet -> draw(sheet, reply));
    }

    /** What {@code reply} is where others are near. */
    private List<SlackMessage> inChannel(Reply reply, Audience audience) {
        return switch (reply) {
            case Reply.Answered answered -> inChannel(answered.answer(), audience);
            case Reply.Blank r -> toAsker(phrases.answers().blank(), audience);
            case Reply.TooLong r -> toAsker(phrases.tooLong(r), audience);
            case Reply.Flows r -> directly(audience);
            case Reply.Asked r -> directly(audience);
            case Reply.Advice r -> directly(audience);
            case Reply.Unfinished r -> directly(audience);
            case Reply.Paused r -> directly(audience);
            case Reply.Cancelled r -> directly(audience);
            case Reply.Ended r -> directly(audience);
            case Reply.Sent r -> directly(audience);
            case Reply.NotReceived r -> directly(audience);
            case Reply.Status r -> directly(audience);
            case Reply.NoSuchCode r -> directly(audience);
            case Reply.TooManyCodes r -> directly(audience);
            case Reply.Gone r -> directly(audience);
        };
    }

    private List<SlackMessage> inChannel(Answer answer, Audience audience) {
        return switch (answer) {
            case Answer.Quoted quoted -> answered(quoted, audience);
            case Answer.Nearest nearest -> answered(nearest, audience);
            case Answer.NotCovered none ->
                audience == Audience.EVERYBODY ? directly(audience) : answered(none, audience);
            case Answer.SmallTalk talk ->
                audience == Audience.EVERYBODY ? directly(audience) : answered(talk, audience);
            case Answer.Urgent urgent -> directly(audience);
        };
    }

    private List<SlackMessage> answered(Answer answer, Audience audience) {
        return made(notice(new Reply.Answered(answer)), sheet -> answers.answer(sheet, answer, audience));
    }

    private List<SlackMessage> toAsker(String said, Audience audience) {
        return audience == Audience.EVERYBODY ? directly(audience) : words(said);
    }

    private List<SlackMessage> directly(Audience audience) {
        return words(words.say(audience == Audience.EVERYBODY ? SlackPhrase.NOT_HERE : SlackPhrase.DIRECTLY));
    }

    /** The bot's own words. They are shown in notifications too: never words of or about a report. */
    public List<SlackMessage> words(String said) {
        String notice = said.strip().lines().findFirst().orElse("");
        return made(Pieces.of(notice, Limits.WORDS).getFirst(), sheet -> sheet.add(Kit.says(said)));
    }

    /** What came of asking to be told when a question is answered. */
    public List<SlackMessage> told(WaitTalk.Kept kept) {
        return switch (kept) {
            case WaitTalk.Kept.New(String question) -> kept(SlackPhrase.TELL_KEPT, question);
            case WaitTalk.Kept.Already(String question) -> kept(SlackPhrase.TELL_ALREADY, question);
            case WaitTalk.Kept.TooMany(int most) ->
                words(words.say(SlackPhrase.TELL_TOO_MANY, "most", Integer.toString(most)));
            case WaitTalk.Kept.Gone gone -> words(words.say(SlackPhrase.TELL_GONE));
        };
    }

    private List<SlackMessage> kept(SlackPhrase said, String question) {
        return made(words.say(said), sheet -> awaited.kept(sheet, said, question));
    }

    /** That a question is not waited for any more; empty where nobody waited. */
    public List<SlackMessage> takenBack(Optional<String> question) {
        return question.map(
                        asked -> made(words.say(SlackPhrase.TELL_TAKEN_BACK), sheet -> awaited.takenBack(sheet, asked)))
                .orElseGet(() -> words(words.say(SlackPhrase.TELL_NOTHING)));
    }

    /** What somebody waits for. */
    public List<SlackMessage> waiting(List<Waiting> waiting) {
        return made(
                words.say(waiting.isEmpty() ? SlackPhrase.TELL_NOTHING : SlackPhrase.TELL_WAITING),
                sheet -> awaited.all(sheet, waiting));
    }

    /** To somebody who wanted to be told: their question, and what answers it now. */
    public List<SlackMessage> answeredNow(Waiting waiting, Answer.Quoted answer) {
        return made(words.say(SlackPhrase.NOTICE_ANSWERED), sheet -> {
            awaited.answered(sheet, waiting);
            answers.answer(sheet, answer, Audience.ALONE);
            answers.offers(sheet, new Reply.Answered(answer));
        });
    }

    /** What “Share in thread” shows to everybody: clauses only, never the question. */
    public List<SlackMessage> shared(Answer answer) {
        return inChannel(new Reply.Answered(answer), Audience.EVERYBODY);
    }

    /** The message that was pressed, with a line in the place of what could be pressed, so that it is pressed once. */
    public SlackMessage pressed(SlackMessage before, String label) {
        List<LayoutBlock> blocks = new ArrayList<>();
        for (LayoutBlock block : before.blocks()) {
            switch (block) {
                case ActionsBlock row -> {}
                case InputBlock field -> {}
                case SectionBlock section
                when section.getAccessory() != null ->
                    blocks.add(SectionBlock.builder().text(section.getText()).build());
                default -> blocks.add(block);
            }
        }
        List<LayoutBlock> line = Kit.says(words.say(SlackPhrase.PRESSED, "label", label));
        if (blocks.size() + line.size() <= SlackMessage.MOST_BLOCKS) {
            blocks.addAll(line);
        }
        return new SlackMessage(before.text(), blocks);
    }

    private List<SlackMessage> made(String notice, Consumer<Sheet> draw) {
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
            case Reply.Flows flows -> cards.flows(sheet, flows);
            case Reply.Asked asked -> {
                asked.before().ifPresent(before -> drawBefore(sheet, before));
                steps.asking(sheet, asked.asking());
            }
            case Reply.Advice advice -> cards.advice(sheet, advice);
            case Reply.Unfinished unfinished -> {
                unfinished.before().ifPresent(before -> drawBefore(sheet, before));
                cards.unfinished(sheet, unfinished);
            }
            case Reply.Paused paused -> cards.paused(sheet, paused);
            case Reply.Cancelled cancelled -> cards.cancelled(sheet, cancelled);
            case Reply.Ended ended -> cards.ended(sheet, ended);
            case Reply.Sent sent -> cards.sent(sheet, sent);
            case Reply.NotReceived nobody -> cards.notReceived(sheet, nobody);
            case Reply.Status status -> cards.status(sheet, status);
            case Reply.NoSuchCode none -> sheet.add(Kit.says(phrases.say(ReportPhrase.NO_SUCH_CODE)));
            case Reply.TooManyCodes many -> cards.tooManyCodes(sheet, many);
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
                words.say(quoted ? SlackPhrase.NOTICE_QUOTED : SlackPhrase.NOTICE_NEAREST, "clauses", numbers)
                        .strip();
            case Notice.Plain plain ->
                words.say(
                        switch (plain) {
                            case NOT_COVERED -> SlackPhrase.NOTICE_NOT_COVERED;
                            case URGENT -> SlackPhrase.NOTICE_URGENT;
                            case STEP -> SlackPhrase.NOTICE_STEP;
                            case REPORT -> SlackPhrase.NOTICE_REPORT;
                            case REPORTS -> SlackPhrase.NOTICE_REPORTS;
                        });
        };
    }
}
