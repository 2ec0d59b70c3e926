package org.clausebot.flow;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clausebot.datafile.DataFileException;

/** No message at any step makes the engine throw or go round; the same messages give the same conversation. */
class FlowFuzzTest {
    private static final Context CONTEXT = new Context(
            Instant.parse("2026-11-22T15:30:00Z"), ZoneId.of("Europe/London"), Optional.of(TestSchool.SCHOOL));
    private static final List<String> LIKELY = List.of(
            "yes",
            "no",
            "skip",
            "back",
            "cancel",
            "1",
            "2",
            "a",
            "yesterday about 4",
            "yesterday at 8",
            "change 1",
            "change the date",
            "why",
            "help",
            "save for later",
            "start again",
            "who will see this?",
            "answer: x",
            "not sure",
            "headteacher",
            "done",
            "https://a.example",
            "can i phone a parent?",
            "still lots",
            "",
            "all",
            "1,2",
            "3");

    @FuzzTest(maxDuration = "15s")
    void any_messages_are_answered(FuzzedDataProvider input) throws DataFileException {
        Flow flow = FlowLibrary.parse("all", EveryKind.SOURCE);
        List<String> messages = new ArrayList<>();
        while (input.remainingBytes() > 0 && messages.size() < 60) {
            messages.add(
                    input.consumeBoolean()
                            ? LIKELY.get(input.consumeInt(0, LIKELY.size() - 1))
                            : input.consumeString(80));
        }
        if (!play(flow, messages).equals(play(flow, messages))) {
            throw new IllegalStateException("The same messages gave another conversation");
        }
    }

    static List<Turn> play(Flow flow, List<String> messages) {
        List<Turn> turns = new ArrayList<>();
        Turn turn = FlowEngine.begin(flow, "fuzz", CONTEXT);
        turns.add(turn);
        for (String message : messages) {
            if (turn instanceof Turn.Finished || turn instanceof Turn.Cancelled) {
                break;
            }
            FlowEngine.resume(flow, turn.conversation(), CONTEXT);
            FlowEngine.looksLikeQuestion(message);
            turn = FlowEngine.advance(flow, turn.conversation(), message, CONTEXT);
            turns.add(turn);
        }
        return turns;
    }
}
