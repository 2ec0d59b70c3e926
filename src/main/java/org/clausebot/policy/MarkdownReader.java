package org.clausebot.policy;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Reads Markdown: CommonMark with tables and front matter. Its text is what a reader of the rendered page sees. */
final class MarkdownReader implements DocumentReader {
    /** More quotation marks or bullets than this before one line are no policy, and cost the parser dearly. */
    private static final int MOST_MARKERS = 200;

    private static final Pattern FRONT =
            Pattern.compile("\\A---[ \\t]*\\R((?:(?!---[ \\t]*\\R).{0,2000}\\R){0,200}?)---[ \\t]*(?:\\R|\\z)");
    private static final Pattern FRONT_TITLE = Pattern.compile("(?m)^title:[ \\t]*[\"']?([^\"'\\n\\r]{1,200})");
    private static final Pattern TEMPLATE_LINE = Pattern.compile(
            "(?m)^[ \\t]*(?:\\{\\{[#/^!>][^{}\\n]{0,200}\\}\\}|\\{%[^%\\n]{0,300}%\\})[ \\t]*(?:\\R|\\z)");
    private static final Pattern TEMPLATE_ADDRESS =
            Pattern.compile("\\]\\(\\{[%{][^{}\\n]{0,300}[%}]\\}([^()\\s]{0,200})\\)");

    private static final Pattern TEMPLATE_REFERENCE =
            Pattern.compile("(?m)^( {0,3}\\[[^\\]\\n]{1,100}\\]:[ \\t]*)\\{[%{][^{}\\n]{0,300}[%}]\\}\\S{0,200}");

    private final Parser parser = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .enabledBlockTypes(enabled())
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .build();

    /**
     * What is looked for, in this order: an underlined heading before the line across the page that looks like its
     * underline, and that before a list. Indented text is no code in a policy: it is a list that its author indented.
     */
    private static Set<Class<? extends Block>> enabled() {
        return new LinkedHashSet<>(List.of(
                BlockQuote.class,
                Heading.class,
                FencedCodeBlock.class,
                HtmlBlock.class,
                ThematicBreak.class,
                ListBlock.class));
    }

    @Override
    public Blocks read(byte[] bytes) throws UnreadableDocumentException {
        String source = TextReader.decode(bytes);
        if (source.lines().anyMatch(MarkdownReader::isTooDeep)) {
            throw new UnreadableDocumentException("Lists or quotations are nested too deeply to be read.");
        }
        MarkupWriter writer = new MarkupWriter();
        Matcher front = FRONT.matcher(source);
        if (front.lookingAt()) {
            Matcher title = FRONT_TITLE.matcher(front.group(1));
            if (title.find()) {
                writer.title(title.group(1).strip());
            }
            writer.setAside(front.group(1), SetAside.Reason.DOCUMENT_CONTROL);
            source = source.substring(front.end());
        }
        String shown = TEMPLATE_LINE.matcher(source).replaceAll("");
        String plain = TEMPLATE_ADDRESS.matcher(shown).replaceAll("](template)");
        plain = TEMPLATE_REFERENCE.matcher(plain).replaceAll("$1template");
        new MarkdownBlocks(writer, plain).write(parser.parse(plain));
        return writer.blocks();
    }

    private static boolean isTooDeep(String line) {
        int at = 0;
        while (at < line.length() && ">-*+ \t".indexOf(line.charAt(at)) >= 0) {
            at++;
        }
        long markers =
                line.substring(0, at).chars().filter(c -> c != ' ' && c != '\t').count();
        return markers > MOST_MARKERS && (at < line.length() || line.indexOf('>') >= 0);
    }
}
