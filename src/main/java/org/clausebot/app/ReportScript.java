package org.clausebot.app;

import java.util.List;
import java.util.Map;

/**
 * What somebody says on the way through one flow, for trials of the whole program. The school is the example one.
 *
 * @param title begins the flow
 * @param answers what is said at each step; a step that is not named is skipped
 * @param receivers ids of those who must be told of the report, and of nobody else
 */
record ReportScript(String title, Map<String, String> answers, List<String> receivers) {
    ReportScript {
        answers = Map.copyOf(answers);
        receivers = List.copyOf(receivers);
    }

    String at(String step) {
        return answers.getOrDefault(step, "skip");
    }

    /** One of several reports in turn; {@code mark} stands in its words, so that no two are alike. */
    static ReportScript of(int turn, String mark) {
        return switch (Math.floorMod(turn, 3)) {
            case 0 -> pupilContact(mark);
            case 1 -> misjudgedMoment(mark, "no", "jane-smith");
            default -> misjudgedMoment(mark, "headteacher", "tom-reed");
        };
    }

    private static ReportScript pupilContact(String mark) {
        return new ReportScript(
                "Report contact from a pupil",
                Map.ofEntries(
                        Map.entry("worry", "No, I am not worried"),
                        Map.entry("about", "no"),
                        Map.entry("pupil", "Alex Green " + mark),
                        Map.entry("how", "In a game"),
                        Map.entry("what", "Good game, said the pupil. " + mark),
                        Map.entry("answered", "no"),
                        Map.entry("files", "done"),
                        Map.entry("name", "withheld"),
                        Map.entry("check", "yes"),
                        Map.entry("send", "yes")),
                List.of("jane-smith", "amina-khan"));
    }

    private static ReportScript misjudgedMoment(String mark, String about, String receiver) {
        return new ReportScript(
                "Tell about a moment that may be misread",
                Map.ofEntries(
                        Map.entry("about", about),
                        Map.entry("which", "Something that I did or said may be misread"),
                        Map.entry("what", "I gave a child a lift home, because nobody came for her. " + mark),
                        Map.entry("place", "Outside the school gate " + mark),
                        Map.entry("files", "done"),
                        Map.entry("name", "Sam Jones " + mark),
                        Map.entry("check", "yes"),
                        Map.entry("send", "yes")),
                List.of(receiver));
    }
}
