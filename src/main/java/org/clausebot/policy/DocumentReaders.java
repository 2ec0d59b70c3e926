package org.clausebot.policy;

import java.util.Map;

/** Which reader reads which files. */
final class DocumentReaders {
    private DocumentReaders() {}

    static Map<String, DocumentReader> all() {
        return Map.of("txt", new TextReader(), "text", new TextReader());
    }
}
