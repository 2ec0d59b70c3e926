package org.clausebot.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.clausebot.answer.Answer;
import org.clausebot.answer.Answerer;
import org.clausebot.answer.Question;
import org.clausebot.answer.Question.Place;
import org.clausebot.datafile.DataFileException;
import org.clausebot.datafile.Tsv;
import org.clausebot.flow.Context;
import org.clausebot.flow.Conversation;
import org.clausebot.flow.Flow;
import org.clausebot.flow.FlowEngine;
import org.clausebot.flow.FlowLibrary;
import org.clausebot.flow.Turn;
import org.clausebot.search.TestAnswerers;
import org.junit.jupiter.api.Test;

/** Which messages in the middle of a report are taken for an emergency; docs/quality.md has these figures. */
class UrgentInTheMiddleTest {
    private static final Path CONVERSATIONS = Path.of("conversations");
    private static final Answerer ANSWERER = TestAnswerers.socialMedia();

    /** An answer of a transcript, at its step. */
    private record Given(Flow flow, Place place, String words) {
        boolean alarms() {
            return urgent(place, words)
                    .filter(concern -> !flow.urgent().contains(concern.flow()))
                    .isPresent();
        }
    }

    private static Optional<Answer.Concern> urgent(Place place, String words) {
        return ANSWERER.answer(Question.at(place, words)) instanceof Answer.Urgent urgent
                ? Optional.of(urgent.concern())
                : Optional.empty();
    }

    @Test
    void no_short_answer_of_a_transcript_sets_off_first_steps_and_few_accounts_do() throws Exception {
        List<Given> answers = looked(Place.SHORT_ANSWER);
        List<Given> accounts = looked(Place.ACCOUNT);

        assertThat(answers).hasSizeGreaterThan(70).noneMatch(Given::alarms);
        assertThat(accounts).hasSizeGreaterThan(25);
        assertThat(accounts.stream().filter(Given::alarms)).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void urgent_messages_stay_urgent_in_the_middle_of_any_report() throws Exception {
        assertThat(missed("urgent.tsv", Place.ACCOUNT)).isEmpty();
        assertThat(missed("held-out-urgent.tsv", Place.ACCOUNT)).isEmpty();
        assertThat(missed("urgent.tsv", Place.SHORT_ANSWER)).isEmpty();
        assertThat(missed("held-out-urgent.tsv", Place.SHORT_ANSWER)).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void a_few_words_that_answer_are_not_news_and_a_few_words_of_news_are() throws Exception {
        // What the bars were chosen by.
        assertThat(taken(shortOnes("yes", "no"))).as("of 83").isLessThanOrEqualTo(2);
        assertThat(taken(shortOnes("yes", "yes"))).as("of 25").isGreaterThanOrEqualTo(23);
        // Written afterwards.
        assertThat(taken(shortOnes("no", "no"))).as("of 70").isLessThanOrEqualTo(2);
        assertThat(taken(shortOnes("no", "yes"))).as("of 24").isGreaterThanOrEqualTo(19);
    }

    @Test
    void the_drawer_is_a_place_and_a_threat_is_news() {
        assertThat(urgent(Place.SHORT_ANSWER, "in the locked drawer")).isEmpty();
        assertThat(urgent(Place.SHORT_ANSWER, "In the school office, in the locked drawer"))
                .isEmpty();
        assertThat(urgent(Place.SHORT_ANSWER, "he says he will hurt her tonight"))
                .contains(Answer.Concern.PERSON_AT_RISK);
        assertThat(urgent(Place.SHORT_ANSWER, "there is another picture on my phone"))
                .contains(Answer.Concern.INDECENT_IMAGES);
        assertThat(urgent(Place.ACCOUNT, "I want to end it all")).isPresent();
    }

    /** Urgent messages that are not taken for it where {@code place} is asked. */
    private static List<String> missed(String file, Place place) throws IOException, DataFileException {
        return Tsv.read(Path.of("index/questions", file), "text", "urgent", "flow").stream()
                .filter(row -> row.get("urgent").equals("yes"))
                .map(row -> row.get("text"))
                .filter(words -> urgent(place, words).isEmpty())
                .toList();
    }

    private static List<String> shortOnes(String tuned, String news) throws IOException, DataFileException {
        return Tsv.read(Path.of("src/test/resources/urgent-in-short.tsv"), "text", "news", "tuned").stream()
                .filter(row -> row.get("tuned").equals(tuned) && row.get("news").equals(news))
                .map(row -> row.get("text"))
                .toList();
    }

    /** How many are taken as urgent where a short answer is asked for. */
    private static long taken(List<String> messages) {
        return messages.stream()
                .filter(words -> urgent(Place.SHORT_ANSWER, words).isPresent())
                .count();
    }

    /** Every message of the transcripts that is looked at for urgent words where {@code place} is asked, once each. */
    private static List<Given> looked(Place place) throws Exception {
        Map<String, Given> looked = new LinkedHashMap<>();
        for (Flow flow : FlowLibrary.read(CONVERSATIONS.resolve("flows")).all()) {
            try (Stream<Path> files =
                    Files.list(CONVERSATIONS.resolve("transcripts").resolve(flow.id()))) {
                for (Path file : files.sorted().toList()) {
                    replay(flow, file, looked);
                }
            }
        }
        return looked.values().stream().filter(given -> given.place() == place).toList();
    }

    private static void replay(Flow flow, Path file, Map<String, Given> looked) throws IOException {
        Context context = context("2026-11-22T09:30", "Europe/London");
        Turn turn = FlowEngine.begin(flow, "transcript", context);
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith("@")) {
                List<String> parts = List.of(line.substring(1).strip().split(" ", -1));
                context = context(parts.getFirst(), parts.size() > 1 ? parts.get(1) : "Europe/London");
            }
            if (!line.startsWith(">")) {
                continue;
            }
            String words = line.substring(1).strip();
            Conversation at = turn.conversation();
            turn = FlowEngine.advance(flow, at, words, context);
            boolean taken = Turns.takesWords(flow, at) && turn instanceof Turn.Prompt;
            if (!words.isEmpty() && (taken || turn instanceof Turn.Misread)) {
                looked.put(flow.id() + "/" + at.at() + "/" + words, new Given(flow, Turns.place(flow, at), words));
            }
        }
    }

    private static Context context(String time, String zone) {
        ZoneId id = ZoneId.of(zone);
        return new Context(LocalDateTime.parse(time).atZone(id).toInstant(), id, Optional.of(TestReporting.school()));
    }
}
