package org.clausebot.chat.slack.block;

import java.util.Map;
import org.clausebot.chat.Reply;

/** Replies of every kind, for tests of where they are shown. */
public final class Samples {
    private Samples() {}

    public static Map<String, Reply> all() {
        return SlackSamples.all();
    }
}
