package org.clausebot.chat.awaited;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clausebot.answer.Answer;
import org.clausebot.answer.Context;
import org.clausebot.answer.Findings;
import org.clausebot.answer.Question;
import org.clausebot.answer.Quote;
import org.clausebot.chat.awaited.Awaiting.Kept;
import org.clausebot.policy.Policy;
import org.clausebot.policy.SchoolId;
import org.clausebot.seal.KeyRing;
import org.clausebot.seal.KeySettings;
import org.clausebot.seal.Vault;
import org.clausebot.search.TestPolicies;
import org.clausebot.storage.SqliteStorage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AwaitedTest {
    private static final SchoolId SCHOOL = SchoolId.DEFAULT;
    private static final Address MARY = new Address("slack", "T1", "", "U1");
    private static final Address JOHN = new Address("slack", "T1", "", "U2");
    private static final Question HATS = new Question("May I wear a hat?");

    @TempDir
    private Path folder;

    private final Set<String> answered = new HashSet<>();
    private final List<Question> asked = new ArrayList<>();
    private final List<Waiting> told = new ArrayList<>();
    private Teller.Told outcome = Teller.Told.TOLD;
    private String known = "v1";
    private Clock clock = at("2026-11-23T09:00:00Z");
    private SqliteStorage storage;
    private Vault vault;
    private Awaited awaited;
    private AskingAgain again;

    @BeforeEach
    void open() throws Exception {
        storage = SqliteStorage.open(folder.resolve("clausebot.db"));
        vault = KeyRing.open(new KeySettings("", ""), folder.resolve("keys"), () -> false)
                .vault();
        made();
    }

    private void made() {
        awaited = new Awaited(storage.awaiting(), vault, clock);
        again = new AskingAgain(awaited, () -> known, this::answer);
        again.tellBy("slack", (waiting, answer) -> {
            told.add(waiting);
            return outcome;
        });
    }

    @AfterEach
    void close() {
        storage.close();
    }

    private static Clock at(String moment) {
        return Clock.fixed(Instant.parse(moment), ZoneOffset.UTC);
    }

    private Answer answer(Question question) {
        asked.add(question);
        Findings findings = new Findings(question.text(), 0.5, List.of());
        if (!answered.contains(question.text())) {
            return new Answer.NotCovered(findings);
        }
        Policy policy = TestPolicies.of("hats", "1", "A hat is worn outside.");
        Quote quote = new Quote(policy, policy.clauses().getFirst(), List.of(), 0);
        return new Answer.Quoted(findings, List.of(quote), Context.NONE);
    }

    private static List<String> words(List<Waiting> waiting) {
        return waiting.stream().map(w -> w.question().text()).toList();
    }

    @Test
    void a_question_comes_back_as_it_was_asked_with_what_was_asked_before_it() {
        Question question = new Question("And on a trip?", List.of("May I wear a hat?"), true);
        assertThat(awaited.keep(SCHOOL, MARY, question)).isEqualTo(Kept.KEPT);

        Waiting kept = awaited.of(SCHOOL, MARY).getFirst();
        assertThat(kept.question()).isEqualTo(question);
        assertThat(kept.to()).isEqualTo(MARY);
        assertThat(kept.since()).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(awaited.of(SCHOOL, JOHN)).isEmpty();
        assertThat(awaited.of(new SchoolId("another"), MARY)).isEmpty();
    }

    @Test
    void the_same_question_is_kept_once_whatever_its_capitals_and_spaces() {
        awaited.keep(SCHOOL, MARY, HATS);
        assertThat(awaited.keep(SCHOOL, MARY, new Question("  may I wear  a HAT? ")))
                .isEqualTo(Kept.ALREADY);
        assertThat(awaited.keep(SCHOOL, JOHN, HATS)).isEqualTo(Kept.KEPT);
    }

    @Test
    void a_person_of_an_organisation_is_the_same_in_all_its_workspaces() {
        awaited.keep(SCHOOL, new Address("slack", "T1", "E1", "U1"), HATS);
        assertThat(awaited.keep(SCHOOL, new Address("slack", "T2", "E1", "U1"), HATS))
                .isEqualTo(Kept.ALREADY);
        assertThat(awaited.keep(SCHOOL, new Address("teams", "T2", "E1", "U1"), HATS))
                .isEqualTo(Kept.KEPT);
    }

    @Test
    void nobody_waits_for_more_than_twenty_answers() {
        for (int i = 0; i < Awaited.MOST; i++) {
            assertThat(awaited.keep(SCHOOL, MARY, new Question("Question " + i)))
                    .isEqualTo(Kept.KEPT);
        }
        assertThat(awaited.keep(SCHOOL, MARY, HATS)).isEqualTo(Kept.TOO_MANY);
        awaited.takeBack(SCHOOL, MARY, Waiting.mark("question 3"));
        assertThat(awaited.keep(SCHOOL, MARY, HATS)).isEqualTo(Kept.KEPT);
    }

    @Test
    void a_question_that_is_taken_back_is_named_and_gone_and_nobody_elses_is() {
        awaited.keep(SCHOOL, MARY, HATS);
        awaited.keep(SCHOOL, JOHN, HATS);
        String mark = Waiting.mark(HATS.text());
        assertThat(awaited.takeBack(SCHOOL, MARY, mark).map(w -> w.question().text()))
                .contains("May I wear a hat?");
        assertThat(awaited.takeBack(SCHOOL, MARY, mark)).isEmpty();
        assertThat(words(awaited.of(SCHOOL, JOHN))).containsExactly("May I wear a hat?");
    }

    @Test
    void a_workspace_that_goes_takes_the_questions_of_its_people_with_it() {
        awaited.keep(SCHOOL, MARY, HATS);
        awaited.keep(SCHOOL, new Address("slack", "T2", "E1", "U3"), HATS);
        awaited.keep(SCHOOL, new Address("teams", "T1", "", "U4"), HATS);
        assertThat(awaited.forgetPlace("slack", "T1")).isEqualTo(1);
        assertThat(awaited.of(SCHOOL, MARY)).isEmpty();
        assertThat(awaited.forgetPlace("slack", "E1")).isZero();
        assertThat(awaited.forgetWider("slack", "E1")).isEqualTo(1);
        assertThat(awaited.of(SCHOOL, new Address("teams", "T1", "", "U4"))).hasSize(1);
    }

    @Test
    void who_waits_is_told_when_other_policies_answer_and_the_question_is_forgotten() {
        awaited.keep(SCHOOL, MARY, HATS);
        awaited.keep(SCHOOL, JOHN, new Question("May I keep a goat?"));
        again.look();
        assertThat(told).isEmpty();

        answered.add("May I wear a hat?");
        known = "v2";
        again.look();

        assertThat(words(told)).containsExactly("May I wear a hat?");
        assertThat(told.getFirst().to()).isEqualTo(MARY);
        assertThat(awaited.of(SCHOOL, MARY)).isEmpty();
        assertThat(words(awaited.of(SCHOOL, JOHN))).containsExactly("May I keep a goat?");
    }

    @Test
    void a_question_is_asked_once_of_the_same_policies() {
        awaited.keep(SCHOOL, MARY, HATS);
        again.look();
        again.look();
        assertThat(asked).containsExactly(HATS);
        known = "v2";
        again.look();
        assertThat(asked).hasSize(2);
    }

    @Test
    void who_cannot_be_reached_now_is_told_later_and_who_is_gone_is_forgotten() {
        answered.add("May I wear a hat?");
        awaited.keep(SCHOOL, MARY, HATS);
        outcome = Teller.Told.LATER;
        again.look();
        assertThat(awaited.of(SCHOOL, MARY)).hasSize(1);

        outcome = Teller.Told.GONE;
        again.look();
        assertThat(told).hasSize(2);
        assertThat(awaited.of(SCHOOL, MARY)).isEmpty();
    }

    @Test
    void what_waits_in_a_channel_that_is_not_there_now_goes_on_waiting() {
        Address teams = new Address("teams", "T", "", "U");
        answered.add("May I wear a hat?");
        awaited.keep(SCHOOL, teams, HATS);
        again.look();
        assertThat(told).isEmpty();
        assertThat(awaited.of(SCHOOL, teams)).hasSize(1);
    }

    @Test
    void a_question_that_fails_stands_in_no_other_ones_way() {
        answered.addAll(List.of("May I wear a hat?", "May I keep a goat?"));
        awaited.keep(SCHOOL, MARY, HATS);
        awaited.keep(SCHOOL, MARY, new Question("May I keep a goat?"));
        again.tellBy("slack", (waiting, answer) -> {
            if (waiting.question().equals(HATS)) {
                throw new IllegalStateException("as it happens");
            }
            told.add(waiting);
            return Teller.Told.TOLD;
        });
        again.look();
        assertThat(words(told)).containsExactly("May I keep a goat?");
        assertThat(words(awaited.of(SCHOOL, MARY))).containsExactly("May I wear a hat?");
    }

    @Test
    void after_half_a_year_a_question_is_forgotten_unanswered() {
        awaited.keep(SCHOOL, MARY, HATS);
        clock = Clock.offset(clock, Duration.ofDays(182));
        made();
        again.look();
        assertThat(awaited.of(SCHOOL, MARY)).hasSize(1);
        clock = Clock.offset(clock, Duration.ofDays(1));
        made();
        again.look();
        assertThat(awaited.of(SCHOOL, MARY)).isEmpty();
    }

    @Test
    void neither_the_words_nor_who_asked_can_be_read_in_the_database() throws Exception {
        awaited.keep(
                SCHOOL,
                new Address("slack", "T0PLACE", "E0WIDER", "U0PERSON"),
                new Question("A conspicuous hat?", List.of("An earlier goat?"), false));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.filter(Files::isRegularFile).map(AwaitedTest::read).collect(Collectors.joining()))
                    .contains("awaited")
                    .doesNotContain("conspicuous", "goat", "T0PLACE", "E0WIDER", "U0PERSON");
        }
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
