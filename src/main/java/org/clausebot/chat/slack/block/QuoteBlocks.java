package org.clausebot.chat.slack.block;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.RichTextElement;
import com.slack.api.model.block.element.RichTextSectionElement;
import com.slack.api.model.block.element.RichTextSectionElement.TextStyle;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clausebot.answer.Quote;
import org.clausebot.chat.Anchors;
import org.clausebot.chat.Pieces;
import org.clausebot.chat.Wording;
import org.clausebot.policy.Clause;
import org.clausebot.policy.ClauseRef;
import org.clausebot.policy.PolicyDetails;
import org.clausebot.policy.Span;

/** A clause as rich text: where it stands, its lead-in and words to the letter, its policy and version. */
final class QuoteBlocks {
    /** Beyond this a number is a path of headings, and is shown without a link. */
    private static final int LONGEST_LINK = 200;

    private final SlackWords words;
    private final Wording wording;
    private final Optional<URI> pages;

    QuoteBlocks(SlackWords words, Wording wording, Optional<URI> pages) {
        this.words = words;
        this.wording = wording;
        this.pages = pages;
    }

    /** An element of rich text, and how many characters it has. */
    private record Part(BlockElement element, int length, boolean continued) {}

    /** @param badge whether to say how strongly the clause speaks */
    List<LayoutBlock> of(Quote quote, boolean badge) {
        List<Part> parts = new ArrayList<>(head(quote.clause()));
        parts.addAll(body(quote));
        parts.addAll(foot(quote, badge));
        List<LayoutBlock> blocks = new ArrayList<>();
        List<BlockElement> open = new ArrayList<>();
        int length = 0;
        for (Part part : parts) {
            if (!open.isEmpty() && (part.continued() || length + part.length() > Limits.SECTION)) {
                blocks.add(Kit.rich(List.copyOf(open)));
                open.clear();
                length = 0;
            }
            if (part.continued()) {
                blocks.addAll(goesOn(quote.clause()));
            }
            open.add(part.element());
            length += part.length();
        }
        blocks.add(Kit.rich(List.copyOf(open)));
        return blocks;
    }

    /** The address of the clause in the web pages. */
    Optional<String> address(Quote quote) {
        return page(Anchors.link(quote.clause().ref())).filter(url -> url.length() <= Limits.URL);
    }

    /** The address of {@code path} in the web pages. */
    Optional<String> page(String path) {
        return pages.map(base -> base.toString().replaceAll("/+$", "") + path);
    }

    private List<Part> head(Clause clause) {
        String headings = String.join(" › ", clause.headings());
        String name = Wording.name(clause.ref());
        List<Part> parts = new ArrayList<>();
        for (String piece : Pieces.of(headings, Limits.SECTION)) {
            parts.add(section(List.of(Kit.text(piece, false)), piece.length()));
        }
        if (name.length() <= LONGEST_LINK) {
            parts.add(section(List.of(number(clause.ref(), name)), name.length()));
        } else {
            Pieces.of(name, Limits.SECTION)
                    .forEach(piece -> parts.add(section(List.of(Kit.text(piece, true)), piece.length())));
        }
        return parts;
    }

    private RichTextElement number(ClauseRef ref, String name) {
        Optional<String> url = page(Anchors.link(ref)).filter(u -> u.length() <= Limits.URL);
        return url.<RichTextElement>map(u -> RichTextSectionElement.Link.builder()
                        .url(u)
                        .text(name)
                        .style(TextStyle.builder().bold(true).build())
                        .build())
                .orElseGet(() -> Kit.text(name, true));
    }

    private static Part section(List<RichTextElement> elements, int length) {
        return new Part(RichTextSectionElement.builder().elements(elements).build(), length, false);
    }

    private static List<Part> body(Quote quote) {
        String leadIn = quote.clause().leadIn().map(l -> l.text() + "\n").orElse("");
        String text = leadIn + quote.clause().text();
        List<Span> bold = quote.emphasis().stream()
                .map(s -> new Span(s.start() + leadIn.length(), s.end() + leadIn.length()))
                .toList();
        List<Part> parts = new ArrayList<>();
        int at = 0;
        for (String piece : Pieces.of(text, Limits.SECTION)) {
            Span here = new Span(at, at + piece.length());
            parts.add(new Part(Kit.quote(runs(text, here, bold)), piece.length(), at > 0));
            at = here.end();
        }
        return parts;
    }

    private static List<RichTextElement> runs(String text, Span here, List<Span> bold) {
        List<RichTextElement> runs = new ArrayList<>();
        int at = here.start();
        for (Span span : bold) {
            int start = Math.max(span.start(), here.start());
            int end = Math.min(span.end(), here.end());
            if (start < end) {
                run(runs, text.substring(at, start), false);
                run(runs, text.substring(start, end), true);
                at = end;
            }
        }
        run(runs, text.substring(at, here.end()), false);
        return runs;
    }

    private static void run(List<RichTextElement> runs, String text, boolean bold) {
        if (!text.isEmpty()) {
            runs.add(Kit.text(text, bold));
        }
    }

    private List<LayoutBlock> goesOn(Clause clause) {
        String name = Wording.name(clause.ref());
        return clause.leadIn()
                .map(l -> Kit.says(words.say(SlackPhrase.GOES_ON, "clause", name) + "\n" + l.text()))
                .orElseGet(() -> Kit.says(words.say(SlackPhrase.GOES_ON_ALONE, "clause", name)));
    }

    private List<Part> foot(Quote quote, boolean badge) {
        PolicyDetails details = quote.policy().details();
        String said = badge ? wording.badge(quote) : "";
        String foot = words.say(SlackPhrase.VERSION, "policy", details.title()).replace("{version}", details.version())
                + (said.isEmpty() ? "" : "\n" + said);
        List<Part> parts = new ArrayList<>();
        for (String piece : Pieces.of(foot, Limits.SECTION)) {
            parts.add(section(List.of(Kit.text(piece, false)), piece.length()));
        }
        return parts;
    }
}
