package org.clausebot.chat.slack.block;

import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.RichTextBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.RichTextElement;
import com.slack.api.model.block.element.RichTextQuoteElement;
import com.slack.api.model.block.element.RichTextSectionElement;
import com.slack.api.model.block.element.RichTextSectionElement.TextStyle;
import java.util.ArrayList;
import java.util.List;
import org.clausebot.chat.Pieces;

/** The few kinds of blocks that are used, each within its limits. */
final class Kit {
    private Kit() {}

    static PlainTextObject plain(String words) {
        return PlainTextObject.builder().text(words).emoji(false).build();
    }

    /** The bot's own words, in as many sections as they need; none where there are no words. */
    static List<LayoutBlock> says(String words) {
        List<LayoutBlock> blocks = new ArrayList<>();
        for (String piece : Pieces.of(words.strip(), Limits.SECTION)) {
            if (!piece.isBlank()) {
                blocks.add(SectionBlock.builder().text(plain(piece)).build());
            }
        }
        return blocks;
    }

    static List<LayoutBlock> lines(List<String> lines) {
        return says(String.join("\n", lines));
    }

    static List<LayoutBlock> items(List<String> items) {
        return lines(items.stream().map(item -> "• " + item).toList());
    }

    /** A heading. */
    static List<LayoutBlock> title(String words) {
        String line = words.strip();
        boolean fits = !line.isEmpty() && line.length() <= Limits.HEADER && line.indexOf('\n') < 0;
        return fits ? List.of(HeaderBlock.builder().text(plain(line)).build()) : says(line);
    }

    /** A name and what it is, which is written down or copied: in letters of equal width. */
    static LayoutBlock fact(String name, String value) {
        return rich(List.of(RichTextSectionElement.builder()
                .elements(List.of(
                        text(name + "\n", false),
                        RichTextSectionElement.Text.builder()
                                .text(value)
                                .style(TextStyle.builder().code(true).build())
                                .build()))
                .build()));
    }

    /** What a person wrote, exactly, as a quotation. */
    static List<LayoutBlock> wrote(String words) {
        List<LayoutBlock> blocks = new ArrayList<>();
        for (String piece : Pieces.of(words, Limits.SECTION)) {
            if (!piece.isBlank()) {
                blocks.add(rich(List.of(quote(List.of(text(piece, false))))));
            }
        }
        return blocks;
    }

    static RichTextBlock rich(List<BlockElement> elements) {
        return RichTextBlock.builder().elements(elements).build();
    }

    static RichTextQuoteElement quote(List<RichTextElement> elements) {
        return RichTextQuoteElement.builder().elements(elements).build();
    }

    static RichTextElement text(String words, boolean bold) {
        RichTextSectionElement.Text.TextBuilder text =
                RichTextSectionElement.Text.builder().text(words);
        return bold ? text.style(TextStyle.builder().bold(true).build()).build() : text.build();
    }

    static OptionObject option(String label, String value) {
        return OptionObject.builder().text(plain(label)).value(value).build();
    }

    /** For the words that notifications show: they alone can be markup, so nothing in them is. */
    static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
