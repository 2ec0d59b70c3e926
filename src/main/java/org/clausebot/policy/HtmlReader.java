package org.clausebot.policy;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/** Reads web pages. Menus, banners, cookie notices and footers are set aside. */
final class HtmlReader implements DocumentReader {
    private static final int DEEPEST = 200;

    @Override
    public Blocks read(byte[] bytes) throws UnreadableDocumentException {
        Parser parser = Parser.htmlParser().setMaxDepth(DEEPEST);
        Document page = Jsoup.parse(TextReader.decode(bytes), "", parser);
        MarkupWriter writer = new MarkupWriter();
        new HtmlBlocks(writer).write(page.body());
        return writer.blocks();
    }
}
