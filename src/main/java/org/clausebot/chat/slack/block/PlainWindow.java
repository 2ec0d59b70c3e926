package org.clausebot.chat.slack.block;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewSubmit;
import com.slack.api.model.view.ViewTitle;
import java.util.List;
import org.clausebot.chat.talk.Fields;

/** Windows of one field that belong to no step of a report. What is written stands in {@link Fields#ANSWER}. */
public final class PlainWindow {
    /** The callback of the window in which a question is asked. */
    public static final String ASK = "ask";

    /** The callback of the window in which a report is looked up by its code. */
    public static final String CODE = "code";

    private PlainWindow() {}

    public static View ask(SlackWords words) {
        return window(ASK, SlackPhrase.WINDOW_ASK, SlackPhrase.HOME_ASK, Limits.INPUT, words);
    }

    /** For the code of a receipt. */
    public static View code(SlackWords words) {
        return window(CODE, SlackPhrase.WINDOW_CODE, SlackPhrase.WINDOW_CODE_LABEL, Limits.CODE, words);
    }

    private static View window(String callback, SlackPhrase title, SlackPhrase label, int most, SlackWords words) {
        LayoutBlock input = InputBlock.builder()
                .blockId(Fields.ANSWER)
                .label(PlainTextObject.builder()
                        .text(words.say(label))
                        .emoji(false)
                        .build())
                .element(PlainTextInputElement.builder()
                        .actionId(Fields.ANSWER)
                        .multiline(most > Limits.CODE)
                        .maxLength(most)
                        .build())
                .build();
        return View.builder()
                .type("modal")
                .callbackId(callback)
                .title(ViewTitle.builder()
                        .type("plain_text")
                        .text(words.say(title))
                        .emoji(false)
                        .build())
                .submit(ViewSubmit.builder()
                        .type("plain_text")
                        .text(words.say(SlackPhrase.WINDOW_SEND))
                        .emoji(false)
                        .build())
                .close(ViewClose.builder()
                        .type("plain_text")
                        .text(words.say(SlackPhrase.WINDOW_CANCEL))
                        .emoji(false)
                        .build())
                .blocks(List.of(input))
                .build();
    }
}
