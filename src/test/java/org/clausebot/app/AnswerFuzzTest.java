package org.clausebot.app;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.file.Files;
import java.util.Map;
import org.clausebot.chat.ClauseFinder.Found;
import org.clausebot.chat.Incoming;
import org.clausebot.chat.Reply;
import org.clausebot.policy.SchoolId;

/** Any text is answered, and any query found or pointed at; the query parser and the answerer throw nothing. */
class AnswerFuzzTest {
    private static final Program PROGRAM = open();

    @FuzzTest(maxDuration = "15s")
    void any_text_is_answered(FuzzedDataProvider input) {
        String text = input.consumeRemainingAsString();
        Found found = PROGRAM.finder().find(text, 20);
        Reply reply = PROGRAM.assistant().reply(new Incoming(SchoolId.DEFAULT, "fuzz", text));
        boolean pointed = found instanceof Found.Malformed malformed && malformed.column() > text.length() + 1;
        if (pointed || (text.isBlank() && !(reply instanceof Reply.Blank))) {
            throw new IllegalStateException("Not answered as promised");
        }
    }

    private static Program open() {
        try {
            return Program.open(TestRun.config(Files.createTempDirectory("clausebot-fuzz"), Map.of()), TestRun.CLOCK);
        } catch (Exception e) {
            throw new IllegalStateException("The program to fuzz did not open", e);
        }
    }
}
