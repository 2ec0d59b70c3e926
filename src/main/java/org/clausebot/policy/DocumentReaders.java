package org.clausebot.policy;

/** Which reader reads which format. */
final class DocumentReaders {
    private DocumentReaders() {}

    static DocumentReader of(DocumentGuard.Format format) {
        return switch (format) {
            case WORD -> new DocxReader();
            case PDF -> new PdfReader();
            case MARKDOWN -> new MarkdownReader();
            case HTML -> new HtmlReader();
            case TEXT -> new TextReader();
            case SPLIT -> throw new IllegalArgumentException("Split text has no blocks; TsvReader reads it whole");
        };
    }
}
