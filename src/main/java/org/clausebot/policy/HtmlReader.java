package org.clausebot.policy;

import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/** Reads web pages. Menus, banners, cookie notices and footers are set aside. */
final class HtmlReader implements DocumentReader {
    static final int DEEPEST = 100;

    @Override
    public Blocks read(byte[] bytes) throws UnreadableDocumentException {
        Parser parser = Parser.htmlParser().setMaxDepth(DEEPEST);
        Document page = Jsoup.parse(TextReader.decode(bytes), "", parser);
        MarkupWriter writer = new MarkupWriter();
        if (page.body().selectFirst("h1") == null) {
            title(page.title()).ifPresent(writer::title);
        }
        new HtmlBlocks(writer).write(page.body());
        return writer.blocks();
    }

    /** The page's name without the site's. */
    private static Optional<String> title(String name) {
        int end = name.indexOf(" | ");
        return Optional.of(DocumentText.fold(end < 0 ? name : name.substring(0, end)))
                .filter(t -> !t.isEmpty());
    }
}
