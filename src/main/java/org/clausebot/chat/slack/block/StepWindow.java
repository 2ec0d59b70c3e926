package org.clausebot.chat.slack.block;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.CheckboxesElement;
import com.slack.api.model.block.element.DatePickerElement;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.block.element.RadioButtonsElement;
import com.slack.api.model.block.element.StaticSelectElement;
import com.slack.api.model.block.element.TimePickerElement;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewSubmit;
import com.slack.api.model.view.ViewTitle;
import java.util.List;
import java.util.Optional;
import org.clausebot.chat.Asking;
import org.clausebot.chat.Phrases;
import org.clausebot.chat.Reply;
import org.clausebot.chat.ReportPhrase;
import org.clausebot.chat.talk.Fields;
import org.clausebot.flow.Turn;

/**
 * A window in which a step is answered. It carries the step's token as its callback and nothing else: the state stays
 * where it is kept, sealed. {@link Fields#words} makes words of what is filled in.
 */
public final class StepWindow {
    private static final String CALLBACK = "step:";

    private StepWindow() {}

    /** A window for the step; where nothing can be filled in, as for files, it only says so. */
    public static View of(Asking asking, Phrases phrases, SlackWords words) {
        Sheet sheet = new Sheet(words);
        Asking.Field field = asking.field();
        switch (field.input()) {
            case LONG -> {
                typed(sheet, field.question(), phrases, true);
                more(sheet, words);
            }
            case LINE, PERSON, NUMBER, WEB_ADDRESS -> typed(sheet, field.question(), phrases, false);
            case DAY -> day(sheet, field.question(), phrases);
            case DAY_AND_TIME -> {
                day(sheet, field.question(), phrases);
                TimePickerElement time =
                        TimePickerElement.builder().actionId(Fields.TIME).build();
                sheet.add(List.of(input(Fields.TIME, phrases.say(ReportPhrase.TIME), time, true)));
            }
            case CHOICES, SURE, CONFIRM, SEND -> choices(sheet, field, phrases);
            case FILES -> sheet.add(Kit.says(phrases.say(ReportPhrase.FILES_ELSEWHERE)));
        }
        return view(sheet, asking.token(), SlackPhrase.WINDOW_ANSWER, words);
    }

    /** A window that adds to a report sent earlier. */
    public static View adding(Reply.Status status, Phrases phrases, SlackWords words) {
        Sheet sheet = new Sheet(words);
        typed(sheet, phrases.say(ReportPhrase.ADD), phrases, true);
        more(sheet, words);
        return view(sheet, status.token(), SlackPhrase.WINDOW_ADD, words);
    }

    /** The token of the step that a window was opened for; empty for any other window. */
    public static Optional<String> token(String callback) {
        return callback.startsWith(CALLBACK) ? Optional.of(callback.substring(CALLBACK.length())) : Optional.empty();
    }

    private static View view(Sheet sheet, String token, SlackPhrase title, SlackWords words) {
        View view = View.builder()
                .type("modal")
                .callbackId(CALLBACK + token)
                .title(ViewTitle.builder()
                        .type("plain_text")
                        .text(words.say(title))
                        .emoji(false)
                        .build())
                .close(ViewClose.builder()
                        .type("plain_text")
                        .text(words.say(SlackPhrase.WINDOW_CANCEL))
                        .emoji(false)
                        .build())
                .blocks(sheet.blocks())
                .build();
        if (sheet.blocks().stream().anyMatch(InputBlock.class::isInstance)) {
            view.setSubmit(ViewSubmit.builder()
                    .type("plain_text")
                    .text(words.say(SlackPhrase.WINDOW_SEND))
                    .emoji(false)
                    .build());
        }
        return view;
    }

    /** The question stands as the field's label, or above it where it is too long for one. */
    private static String label(Sheet sheet, String question, Phrases phrases) {
        if (question.length() <= Limits.INPUT_LABEL && !question.isBlank()) {
            return question;
        }
        sheet.add(Kit.says(question));
        return phrases.say(ReportPhrase.YOUR_ANSWER);
    }

    private static void typed(Sheet sheet, String question, Phrases phrases, boolean several) {
        String label = label(sheet, question, phrases);
        sheet.add(List.of(input(Fields.ANSWER, label, words(Fields.ANSWER, several), false)));
    }

    private static void more(Sheet sheet, SlackWords words) {
        sheet.add(List.of(input(Fields.MORE, words.say(SlackPhrase.WINDOW_MORE), words(Fields.MORE, true), true)));
    }

    private static PlainTextInputElement words(String name, boolean several) {
        return PlainTextInputElement.builder()
                .actionId(name)
                .multiline(several)
                .maxLength(Limits.INPUT)
                .build();
    }

    private static void day(Sheet sheet, String question, Phrases phrases) {
        String label = label(sheet, question, phrases);
        DatePickerElement day = DatePickerElement.builder().actionId(Fields.DAY).build();
        sheet.add(List.of(input(Fields.DAY, label, day, false)));
    }

    private static void choices(Sheet sheet, Asking.Field field, Phrases phrases) {
        List<Turn.Choice> choices = field.choices().stream()
                .filter(c -> c.id().length() <= Limits.OPTION_VALUE)
                .toList();
        String label = label(sheet, field.question(), phrases);
        sheet.add(Ticks.listed(choices, choices, false));
        List<List<OptionObject>> lists = Ticks.options(choices, choices);
        if (!field.several() && lists.size() > 1) {
            List<OptionObject> all = lists.stream().flatMap(List::stream).toList();
            for (int at = 0; at < all.size(); at += Limits.MENU) {
                String name = Fields.TICKS + sheet.next();
                StaticSelectElement menu = StaticSelectElement.builder()
                        .actionId(name)
                        .options(all.subList(at, Math.min(at + Limits.MENU, all.size())))
                        .build();
                sheet.add(List.of(input(name, label, menu, all.size() > Limits.MENU)));
            }
            return;
        }
        for (List<OptionObject> options : lists) {
            String name = Fields.TICKS + sheet.next();
            BlockElement box = field.several()
                    ? CheckboxesElement.builder()
                            .actionId(name)
                            .options(options)
                            .build()
                    : RadioButtonsElement.builder()
                            .actionId(name)
                            .options(options)
                            .build();
            sheet.add(List.of(input(name, label, box, lists.size() > 1)));
        }
    }

    private static LayoutBlock input(String name, String label, BlockElement element, boolean optional) {
        return InputBlock.builder()
                .blockId(name)
                .label(Kit.plain(label))
                .element(element)
                .optional(optional)
                .build();
    }
}
