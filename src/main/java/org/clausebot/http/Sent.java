package org.clausebot.http;

import java.util.List;
import java.util.Map;

/** What a form sent. */
record Sent(Map<String, String> fields, List<UploadedFile> files) {
    static final Sent NOTHING = new Sent(Map.of(), List.of());
}
