package org.clausebot.policy;

import java.util.Map;

/** Which reader reads which files. */
final class DocumentReaders {
    private DocumentReaders() {}

    static Map<String, DocumentReader> all() {
        DocumentReader text = new TextReader();
        DocumentReader markdown = new MarkdownReader();
        DocumentReader html = new HtmlReader();
        return Map.of(
                "txt",
                text,
                "text",
                text,
                "md",
                markdown,
                "markdown",
                markdown,
                "html",
                html,
                "htm",
                html,
                "xhtml",
                html);
    }
}
