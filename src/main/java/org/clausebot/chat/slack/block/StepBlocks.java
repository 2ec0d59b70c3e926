package org.clausebot.chat.slack.block;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.CheckboxesElement;
import com.slack.api.model.block.element.DatePickerElement;
import com.slack.api.model.block.element.StaticSelectElement;
import com.slack.api.model.block.element.TimePickerElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.clausebot.chat.Asking;
import org.clausebot.chat.Asking.Input;
import org.clausebot.chat.Phrases;
import org.clausebot.chat.Pieces;
import org.clausebot.chat.ReportPhrase;
import org.clausebot.chat.ReportWords;
import org.clausebot.chat.talk.ButtonValue;
import org.clausebot.chat.talk.Fields;
import org.clausebot.chat.talk.Press;
import org.clausebot.flow.Turn;
import org.clausebot.incident.Reporting.Evidence;

/**
 * How a step of a report is shown and answered. Any answer can be typed; what can be pressed or picked stands beside it.
 * Choices are buttons; where one is too long for a button, all stand in full with a button beside each.
 */
final class StepBlocks {
    /** Choices that go with no other. */
    private static final Set<String> ALONE = Set.of("no", "not-sure");
    /** More answers than this are changed from a menu. */
    private static final int CHANGE_BUTTONS = 5;
    /** More choices than this are listed and their numbers typed: ticks must stand in one message with their button. */
    private static final int MOST_TICKS = 40;

    private final Phrases phrases;
    private final SlackWords words;
    private final ReportWords reports;
    private final CardBlocks cards;

    StepBlocks(Phrases phrases, SlackWords words, CardBlocks cards) {
        this.phrases = phrases;
        this.words = words;
        this.reports = new ReportWords(phrases);
        this.cards = cards;
    }

    void asking(Sheet sheet, Asking asking) {
        Asking.Field field = asking.field();
        cards.said(sheet, asking.said());
        sheet.add(Kit.lines(asking.notes()));
        if (asking.notes().contains(phrases.say(ReportPhrase.OPENING))) {
            sheet.add(Kit.says(words.say(SlackPhrase.KEPT_BY_SLACK)));
        }
        if (!asking.literal().isEmpty()) {
            sheet.add(sheet.presses(
                    List.of(new Press(phrases.say(ReportPhrase.WAS_ANSWER), new ButtonValue.Literal(asking.token())))));
        }
        cards.quotes(sheet, field.quotes());
        summary(sheet, asking.summary());
        asking.addressees().ifPresent(seen -> cards.addressees(sheet, seen));
        List<LayoutBlock> last = new ArrayList<>(Kit.title(field.question()));
        last.addAll(answering(sheet, asking));
        if (!asking.summary().isEmpty()) {
            last.addAll(changing(sheet, asking));
        }
        last.addAll(sheet.presses(reports.asides(asking).stream()
                .map(a -> say(asking, a.label(), a.message()))
                .toList()));
        sheet.together(last);
    }

    private static Press say(Asking asking, String label, String message) {
        return new Press(label, new ButtonValue.Say(asking.token(), message));
    }

    /** A choice sends its label, as if it had been typed, or its id where the label is too long. */
    private static Press choice(Asking asking, Turn.Choice choice) {
        Press press = say(asking, choice.label(), choice.label());
        return press.works() ? press : say(asking, choice.label(), choice.id());
    }

    private void summary(Sheet sheet, List<Turn.Line> summary) {
        if (!summary.isEmpty()) {
            sheet.add(Kit.title(phrases.say(ReportPhrase.SUMMARY)));
        }
        for (Turn.Line line : summary) {
            List<LayoutBlock> answer = new ArrayList<>(Kit.says(line.number() + ". " + line.question()));
            answer.addAll(Kit.wrote(line.shown()));
            sheet.together(answer);
        }
    }

    private List<LayoutBlock> changing(Sheet sheet, Asking asking) {
        List<Turn.Line> lines = asking.summary();
        if (lines.size() <= CHANGE_BUTTONS) {
            return sheet.presses(lines.stream()
                    .map(line -> say(asking, change(line), "change " + line.number()))
                    .toList());
        }
        List<OptionObject> options = new ArrayList<>();
        for (Turn.Line line : lines) {
            String named = line.number() + ". " + line.question().strip();
            String value = new ButtonValue.Say(asking.token(), "change " + line.number()).value();
            options.add(Kit.option(named.length() <= Limits.LABEL ? named : change(line), value));
        }
        if (options.stream().anyMatch(o -> o.getValue().length() > Limits.OPTION_VALUE)) {
            return Kit.says(phrases.say(ReportPhrase.CHANGE_TYPED));
        }
        List<BlockElement> menus = new ArrayList<>();
        for (int at = 0; at < options.size(); at += Limits.MENU) {
            menus.add(StaticSelectElement.builder()
                    .placeholder(Kit.plain(words.say(SlackPhrase.CHANGE_WHICH)))
                    .actionId(new ButtonValue.Say("", "").actionId(sheet.next()))
                    .options(options.subList(at, Math.min(at + Limits.MENU, options.size())))
                    .build());
        }
        return List.of(ActionsBlock.builder().elements(menus).build());
    }

    private String change(Turn.Line line) {
        return words.say(SlackPhrase.CHANGE, "number", Integer.toString(line.number()));
    }

    private List<LayoutBlock> answering(Sheet sheet, Asking asking) {
        List<LayoutBlock> blocks = new ArrayList<>();
        Input input = asking.field().input();
        if (input == Input.FILES) {
            blocks.addAll(files(sheet, asking));
            return blocks;
        }
        if (asking.field().several()) {
            blocks.addAll(several(sheet, asking));
        } else {
            blocks.addAll(choices(sheet, asking, asking.field().choices()));
        }
        switch (input) {
            case DAY -> blocks.add(picker(sheet, asking, false));
            case DAY_AND_TIME -> blocks.add(picker(sheet, asking, true));
            case LONG ->
                blocks.addAll(sheet.presses(List.of(new Press(
                        words.say(SlackPhrase.WRITE_IN_WINDOW), new ButtonValue.OpenWindow(asking.token())))));
            case LINE, PERSON, NUMBER, WEB_ADDRESS, FILES, CHOICES, SURE, CONFIRM, SEND -> {}
        }
        if (own(input)) {
            blocks.addAll(Kit.says(words.say(SlackPhrase.TYPE_HERE)));
        }
        return blocks;
    }

    private static boolean own(Input input) {
        return switch (input) {
            case LINE, LONG, PERSON, DAY, DAY_AND_TIME, NUMBER, WEB_ADDRESS -> true;
            case FILES, CHOICES, SURE, CONFIRM, SEND -> false;
        };
    }

    private List<LayoutBlock> choices(Sheet sheet, Asking asking, List<Turn.Choice> choices) {
        Input input = asking.field().input();
        boolean strong = input == Input.CONFIRM || input == Input.SEND;
        List<Press> presses = new ArrayList<>();
        for (Turn.Choice choice : choices) {
            Press press = choice(asking, choice);
            presses.add(strong && presses.isEmpty() ? press.strongly() : press);
        }
        return sheet.presses(presses);
    }

    private List<LayoutBlock> several(Sheet sheet, Asking asking) {
        List<Turn.Choice> choices = asking.field().choices();
        List<Turn.Choice> alone =
                choices.stream().filter(c -> ALONE.contains(c.id())).toList();
        List<LayoutBlock> blocks = new ArrayList<>(choices(sheet, asking, alone));
        List<Turn.Choice> ticked =
                choices.stream().filter(c -> !alone.contains(c)).toList();
        blocks.addAll(Kit.says(phrases.say(ReportPhrase.SEVERAL)));
        boolean fits =
                ticked.size() <= MOST_TICKS && ticked.stream().allMatch(c -> c.id().length() <= Limits.OPTION_VALUE);
        List<LayoutBlock> listed = Ticks.listed(choices, ticked, !fits);
        blocks.addAll(listed);
        if (!fits) {
            blocks.addAll(Kit.says(words.say(SlackPhrase.TYPE_HERE)));
            return blocks;
        }
        List<BlockElement> boxes = new ArrayList<>();
        for (List<OptionObject> options : Ticks.options(choices, ticked)) {
            boxes.add(CheckboxesElement.builder()
                    .actionId(Fields.TICKS + sheet.next())
                    .options(options)
                    .build());
        }
        boxes.forEach(
                box -> blocks.add(ActionsBlock.builder().elements(List.of(box)).build()));
        blocks.addAll(sheet.presses(
                List.of(new Press(phrases.say(ReportPhrase.ANSWER), new ButtonValue.Fill(asking.token(), Input.CHOICES))
                        .strongly())));
        return blocks;
    }

    private LayoutBlock picker(Sheet sheet, Asking asking, boolean time) {
        List<BlockElement> row = new ArrayList<>();
        row.add(DatePickerElement.builder()
                .actionId(Fields.DAY)
                .placeholder(placeholder(ReportPhrase.DAY))
                .build());
        if (time) {
            row.add(TimePickerElement.builder()
                    .actionId(Fields.TIME)
                    .placeholder(placeholder(ReportPhrase.TIME))
                    .build());
        }
        Press use = new Press(
                words.say(SlackPhrase.USE_THIS),
                new ButtonValue.Fill(asking.token(), asking.field().input()));
        row.add(sheet.button(use, use.label()));
        return ActionsBlock.builder().elements(row).build();
    }

    private com.slack.api.model.block.composition.PlainTextObject placeholder(ReportPhrase phrase) {
        return Kit.plain(Pieces.of(phrases.say(phrase), Limits.OPTION_VALUE).getFirst());
    }

    private List<LayoutBlock> files(Sheet sheet, Asking asking) {
        List<LayoutBlock> blocks = new ArrayList<>();
        List<String> names = asking.attached().stream().map(Evidence::name).toList();
        if (!names.isEmpty()) {
            blocks.addAll(Kit.says(phrases.say(ReportPhrase.FILES)));
            blocks.addAll(Kit.wrote(String.join("\n", names)));
        }
        blocks.addAll(Kit.says(phrases.say(ReportPhrase.FILES_ELSEWHERE)));
        // Whoever reads the report must not look for files that there never were.
        String message = names.isEmpty() ? "no files" : "done";
        blocks.addAll(sheet.presses(List.of(
                say(asking, phrases.say(ReportPhrase.FILES_DONE), message).strongly())));
        return blocks;
    }
}
