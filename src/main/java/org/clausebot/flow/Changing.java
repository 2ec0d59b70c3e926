package org.clausebot.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** "change 3", "change the date": which answer is to be changed. */
final class Changing {
    private static final Pattern CHANGE = Pattern.compile(
            "^(?:please )?(?:i want to |i'd like to |can i )?(?:change|correct|edit|fix|amend)(?: (.+))?$");
    private static final Set<String> IDLE = Set.of(
            "the",
            "my",
            "a",
            "an",
            "answer",
            "question",
            "number",
            "it",
            "to",
            "about",
            "of",
            "please",
            "step",
            "what",
            "is",
            "was",
            "your",
            "this");

    private Changing() {}

    /** What is named after "change"; empty when the message asks for no change. */
    static Optional<String> asked(String message) {
        Matcher m = CHANGE.matcher(Plain.of(message));
        return m.matches() ? Optional.of(m.group(1) == null ? "" : m.group(1)) : Optional.empty();
    }

    /** The one answered line that {@code what} names. */
    static Optional<Turn.Line> line(Flow flow, List<Turn.Line> lines, String what) {
        String number = what.replaceFirst("^(?:the )?(?:number|answer|question|no) ", "");
        if (number.matches("[0-9]{1,3}")) {
            return lines.stream()
                    .filter(l -> l.number() == Integer.parseInt(number))
                    .findFirst();
        }
        Set<String> wanted = words(what);
        int best = 0;
        List<Turn.Line> found = new ArrayList<>();
        for (Turn.Line line : lines) {
            int score = score(flow, line, wanted);
            if (score > best) {
                best = score;
                found.clear();
            }
            if (score > 0 && score == best) {
                found.add(line);
            }
        }
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** The id counts most, then the kind of answer, then the words of the question. */
    private static int score(Flow flow, Turn.Line line, Set<String> wanted) {
        Set<String> id = new HashSet<>(Arrays.asList(line.step().split("-")));
        Set<String> question = words(line.question());
        Set<String> kind = flow.step(line.step())
                .flatMap(Step::kind)
                .map(Changing::kindWords)
                .orElse(Set.of());
        int score = 0;
        for (String word : wanted) {
            score += id.contains(word) ? 4 : kind.contains(word) ? 3 : question.contains(word) ? 1 : 0;
        }
        return score;
    }

    private static Set<String> kindWords(AnswerKind kind) {
        return switch (kind) {
            case AnswerKind.When when -> Set.of("date", "time", "day", "when");
            case AnswerKind.Date date -> Set.of("date", "day", "when");
            case AnswerKind.Person person -> Set.of("who", "person");
            case AnswerKind.Name name -> Set.of("name");
            case AnswerKind.WebAddress address -> Set.of("address", "link", "page");
            case AnswerKind.Evidence evidence -> Set.of("files", "file", "evidence", "screenshot");
            case AnswerKind.Recipient recipient -> Set.of("recipient");
            case AnswerKind.Text other -> Set.of();
            case AnswerKind.LongText other -> Set.of();
            case AnswerKind.YesNo other -> Set.of();
            case AnswerKind.Choice other -> Set.of();
            case AnswerKind.Choices other -> Set.of();
            case AnswerKind.Number other -> Set.of();
            case AnswerKind.Subject other -> Set.of();
        };
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>(Arrays.asList(Plain.of(text).split("[ -]")));
        words.removeAll(IDLE);
        words.remove("");
        return words;
    }
}
