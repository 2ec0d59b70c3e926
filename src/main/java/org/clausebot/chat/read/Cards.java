package org.clausebot.chat.read;

import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.clausebot.acknowledgement.Acknowledgements.Due;
import org.clausebot.acknowledgement.Acknowledgements.Opened;
import org.clausebot.acknowledgement.Check;
import org.clausebot.acknowledgement.Checks;
import org.clausebot.acknowledgement.InChat;
import org.clausebot.acknowledgement.Round;
import org.clausebot.chat.read.Card.Button;
import org.clausebot.chat.read.Card.Line;

/** Draws the cards. What stands in a {@link Line.Quoted} is the policy's, to the letter. */
final class Cards {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final String GAP = " [ … ] ";

    private final ReadPhrases phrases;
    private final Supplier<URI> base;

    /** @param base the program's address as browsers know it */
    Cards(ReadPhrases phrases, Supplier<URI> base) {
        this.phrases = phrases;
        this.base = base;
    }

    /** Asks somebody to read a version. */
    Card request(Due due, boolean again) {
        Round round = due.round();
        List<Line> lines = new ArrayList<>();
        lines.add(words(again ? ReadPhrase.AGAIN : ReadPhrase.FIRST));
        lines.add(new Line.Title(round.title()));
        lines.add(new Line.Words(phrases.say(ReadPhrase.VERSION, "version", round.version())
                + round.by()
                        .map(day -> " " + phrases.say(ReadPhrase.BY, "day", day(day)))
                        .orElse("")));
        lines.add(words(round.checks().isEmpty() ? ReadPhrase.HOW_NONE : ReadPhrase.HOW_QUESTIONS));
        lines.add(words(ReadPhrase.KEPT));
        return card(
                lines,
                List.of(
                        open(due),
                        new Button.Do(
                                phrases.say(ReadPhrase.BEGIN),
                                new ReadPress.Questions(due.reading().id()),
                                true)));
    }

    Card question(InChat.Step.Put put) {
        Checks.Put question = put.question();
        List<Line> lines = new ArrayList<>();
        lines.add(new Line.Title(put.due().round().title()));
        if (put.again()) {
            lines.add(words(ReadPhrase.WRONG));
            lines.add(clause(question));
        }
        lines.add(new Line.Words(asked(question, put.number(), put.of())));
        List<Button> buttons = new ArrayList<>();
        switch (question.check()) {
            case Check.Strength strength -> {
                lines.add(new Line.Quoted("", question.before().stripTrailing() + GAP + question.after().stripLeading()));
                for (int i = 0; i < question.options().size(); i++) {
                    buttons.add(choice(put, i, question.options().get(i).text()));
                }
            }
            case Check.Place place -> {
                for (int i = 0; i < question.options().size(); i++) {
                    Checks.Option option = question.options().get(i);
                    String label = phrases.say(ReadPhrase.ANSWER, "letter", Character.toString((char) ('A' + i)));
                    lines.add(new Line.Quoted(label, (option.leadIn() + " " + option.text()).strip()));
                    buttons.add(choice(put, i, label));
                }
            }
        }
        buttons.add(open(put.due()));
        return card(lines, buttons);
    }

    private static Button choice(InChat.Step.Put put, int at, String label) {
        return new Button.Do(
                label, new ReadPress.Answer(put.due().reading().id(), put.number() - 1, at, put.mark()), false);
    }

    private String asked(Checks.Put question, int number, int of) {
        return phrases.say(
                        ReadPhrase.QUESTION, "number", Integer.toString(number), "count", Integer.toString(of))
                + " "
                + switch (question.check()) {
                    case Check.Strength strength -> phrases.say(ReadPhrase.LEFT_OUT);
                    case Check.Place place -> phrases.say(ReadPhrase.STANDS_UNDER, "heading", question.heading());
                };
    }

    private static Line clause(Checks.Put question) {
        return new Line.Quoted(
                (question.number() + " " + String.join(" › ", question.headings())).strip(), question.statement());
    }

    /** In the place of a question that was answered rightly. */
    Card right(InChat.Step.Right right) {
        return card(
                List.of(
                        new Line.Words(asked(right.question(), right.number(), right.of())),
                        words(ReadPhrase.RIGHT),
                        clause(right.question())),
                List.of());
    }

    /** Where only their own word is wanting. */
    Card ready(InChat.Step.Ready ready) {
        Round round = ready.due().round();
        return card(
                List.of(
                        words(ReadPhrase.LAST),
                        new Line.Words(phrases.say(
                                ReadPhrase.STATEMENT, "version", round.version(), "policy", round.title())),
                        words(ReadPhrase.KEPT)),
                List.of(
                        new Button.Do(
                                phrases.say(ReadPhrase.UNDERSTOOD),
                                new ReadPress.Understood(ready.due().reading().id(), ready.mark()),
                                true),
                        open(ready.due())));
    }

    /** Where nothing is to be done any more. */
    Card closed(InChat.Step.Closed closed) {
        return switch (closed.opened()) {
            case Opened.Done(Round round, LocalDate on) ->
                saying(phrases.say(
                        ReadPhrase.DONE, "version", round.version(), "policy", round.title(), "day", day(on)));
            case Opened.Over(Round round) when round.ended().isPresent() ->
                saying(phrases.say(ReadPhrase.ENDED, "version", round.version(), "policy", round.title()));
            case Opened.Over(Round round) ->
                saying(phrases.say(ReadPhrase.REPLACED, "version", round.version(), "policy", round.title())
                        + (closed.newer().isPresent() ? " " + phrases.say(ReadPhrase.NEWER) : ""));
            case Opened.Asked asked -> saying(ReadPhrase.NOT_THEIRS);
            case Opened.Unknown unknown -> saying(ReadPhrase.NOT_THEIRS);
        };
    }

    Card saying(ReadPhrase phrase) {
        return saying(phrases.say(phrase));
    }

    private Card saying(String said) {
        return card(List.of(new Line.Words(said)), List.of());
    }

    private Line words(ReadPhrase phrase) {
        return new Line.Words(phrases.say(phrase));
    }

    private Button open(Due due) {
        return new Button.Open(phrases.say(ReadPhrase.OPEN), base.get().resolve("/read/" + due.token()));
    }

    private Card card(List<Line> lines, List<Button> buttons) {
        return new Card(phrases.say(ReadPhrase.NOTICE), lines, buttons);
    }

    private static String day(LocalDate day) {
        return DAY.format(day);
    }
}
