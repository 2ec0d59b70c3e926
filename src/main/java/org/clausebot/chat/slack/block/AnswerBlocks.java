package org.clausebot.chat.slack.block;

import com.slack.api.model.block.LayoutBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.clausebot.answer.Answer;
import org.clausebot.answer.Quote;
import org.clausebot.chat.Feedback.Verdict;
import org.clausebot.chat.Phrases;
import org.clausebot.chat.Reply;
import org.clausebot.chat.Wording;
import org.clausebot.chat.awaited.Waiting;
import org.clausebot.chat.talk.ButtonValue;
import org.clausebot.chat.talk.Press;
import org.clausebot.chat.talk.WaitTalk;

/** What came of a question. */
final class AnswerBlocks {
    private final Phrases phrases;
    private final SlackWords words;
    private final Predicate<String> startable;
    private final People people;
    private final Wording wording;
    private final QuoteBlocks quotes;

    AnswerBlocks(Phrases phrases, SlackWords words, Predicate<String> startable, People people, QuoteBlocks quotes) {
        this.phrases = phrases;
        this.words = words;
        this.startable = startable;
        this.people = people;
        this.wording = new Wording(phrases);
        this.quotes = quotes;
    }

    void answer(Sheet sheet, Answer answer, Audience audience) {
        switch (answer) {
            case Answer.Quoted quoted -> {
                sheet.add(Kit.says(phrases.answers().quoted()));
                clauses(sheet, quoted, audience, true);
                share(sheet, quoted, audience);
            }
            // No badges: what no clause says directly has no strength, and a badge would read as a verdict.
            case Answer.Nearest nearest -> {
                sheet.add(Kit.says(phrases.answers().nearest()));
                clauses(sheet, nearest, audience, false);
                if (audience == Audience.ALONE) {
                    sheet.together(people.whomToAsk());
                }
                share(sheet, nearest, audience);
            }
            case Answer.NotCovered none -> {
                sheet.add(Kit.says(phrases.answers().notCovered()));
                none.elsewhere().ifPresent(words -> {
                    sheet.add(Kit.says(phrases.answers().elsewhere()));
                    sheet.add(Kit.says(words));
                });
                sheet.together(people.whomToAsk());
            }
            case Answer.Urgent urgent -> urgent(sheet, urgent);
            case Answer.SmallTalk talk -> sheet.add(Kit.says(phrases.smallTalk(talk.kind())));
        }
    }

    private void clauses(Sheet sheet, Answer answer, Audience audience, boolean badges) {
        sheet.add(Kit.lines(wording.before(answer)));
        for (Quote quote : answer.answering()) {
            List<LayoutBlock> group = new ArrayList<>(quotes.of(quote, badges));
            if (audience != Audience.EVERYBODY) {
                group.addAll(sheet.presses(presses(quote)));
            }
            sheet.together(group);
        }
        List<String> notes = wording.beside(answer);
        List<Quote> brought = answer.context().brought();
        if (notes.isEmpty() && brought.isEmpty()) {
            return;
        }
        List<LayoutBlock> beside = new ArrayList<>(Kit.title(phrases.beside().title()));
        beside.addAll(Kit.items(notes));
        sheet.together(beside);
        brought.forEach(quote -> sheet.together(quotes.of(quote, false)));
    }

    private List<Press> presses(Quote quote) {
        ButtonValue.Shown shown = shown(quote);
        List<Press> presses = new ArrayList<>();
        presses.add(new Press(words.say(SlackPhrase.HELPFUL), new ButtonValue.Vote(shown, Verdict.HELPFUL)));
        presses.add(new Press(words.say(SlackPhrase.NOT_ASKED), new ButtonValue.Vote(shown, Verdict.NOT_ASKED)));
        quotes.address(quote).ifPresent(url -> presses.add(Press.opening(words.say(SlackPhrase.IN_CONTEXT), url)));
        return presses;
    }

    static ButtonValue.Shown shown(Quote quote) {
        return new ButtonValue.Shown(
                quote.policy().id().value(),
                quote.policy().details().version(),
                quote.clause().ref().address());
    }

    /**
     * What can be done about an answer that its asker sees alone: report what the question seems to tell of, or anything,
     * or be told when there is one.
     */
    void offers(Sheet sheet, Reply.Answered answered) {
        Answer answer = answered.answer();
        List<Press> presses = new ArrayList<>();
        if (!answer.quotes().isEmpty() && !(answer instanceof Answer.Urgent)) {
            presses.add(answered.report()
                    .map(title -> new Press(title, new ButtonValue.Say("", title)))
                    .orElseGet(() -> new Press(phrases.reporting().list().button(), new ButtonValue.BeginReport())));
        }
        if (WaitTalk.isOffered(answer)) {
            String mark = Waiting.mark(answer.findings().question());
            presses.add(new Press(words.say(SlackPhrase.TELL_ME), new ButtonValue.TellMe(mark)));
        }
        if (!presses.isEmpty()) {
            sheet.add(sheet.presses(presses));
        }
    }

    private void share(Sheet sheet, Answer answer, Audience audience) {
        if (audience == Audience.ASKER_IN_CHANNEL) {
            List<ButtonValue.Shown> all =
                    answer.quotes().stream().map(AnswerBlocks::shown).toList();
            boolean direct = answer instanceof Answer.Quoted;
            sheet.add(sheet.presses(
                    List.of(new Press(words.say(SlackPhrase.SHARE), new ButtonValue.Share(direct, all)))));
        }
    }

    private void urgent(Sheet sheet, Answer.Urgent urgent) {
        Phrases.FirstSteps first = phrases.urgent(urgent.concern());
        List<LayoutBlock> now = new ArrayList<>(Kit.title(first.title()));
        List<String> steps = new ArrayList<>();
        first.steps().forEach(step -> steps.add((steps.size() + 1) + ". " + step));
        now.addAll(Kit.lines(steps));
        now.addAll(Kit.title(phrases.report().ring()));
        now.addAll(people.all());
        sheet.together(now);
        if (!urgent.quotes().isEmpty()) {
            sheet.add(Kit.title(phrases.report().clauses()));
            sheet.add(Kit.lines(wording.before(urgent)));
            urgent.quotes().forEach(quote -> sheet.together(quotes.of(quote, false)));
            sheet.add(Kit.items(wording.beside(urgent)));
        }
        List<Press> presses = new ArrayList<>();
        if (startable.test(first.report())) {
            presses.add(new Press(first.report(), new ButtonValue.Say("", first.report())).strongly());
        } else {
            quotes.page("/report?about=" + urgent.concern().flow())
                    .ifPresent(url -> presses.add(Press.opening(first.report(), url)));
        }
        String only = phrases.onlyAsking().button();
        presses.add(new Press(only, new ButtonValue.Say("", only)));
        sheet.add(sheet.presses(presses));
    }
}
