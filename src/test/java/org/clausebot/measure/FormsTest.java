package org.clausebot.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.clausebot.measure.Subjects.notCovered;
import static org.clausebot.measure.Subjects.quoted;
import static org.clausebot.measure.Subjects.urgent;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.clausebot.answer.Answer;
import org.clausebot.answer.Answer.Concern;
import org.clausebot.answer.Context;
import org.clausebot.answer.Question;
import org.clausebot.datafile.DataFileException;
import org.clausebot.datafile.Tsv;
import org.clausebot.measure.Measurement.Failure;
import org.clausebot.policy.Policy;
import org.clausebot.search.TestPolicies;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormsTest {
    private static final Path FIXTURES = Path.of("src/test/resources/measure");
    private static final Policy RULES =
            TestPolicies.of("rules", "1", "Staff must do one.", "2", "Two.", "3", "Three.", "4", "Four.");

    @TempDir
    Path folder;

    private Path write(String name, String... lines) throws Exception {
        return Files.writeString(
                folder.resolve(name),
                String.join("\n", lines).replace("; ", "\t").replace(";", "\t") + "\n");
    }

    private static Measurement measured(Subject subject, Path... files) throws Exception {
        return new Measure(List.of(RULES), from -> subject, 1).of(List.of(files), Optional.empty());
    }

    private static double value(Measurement found, String metric) {
        Measurement.Figure figure = found.metrics().get(metric);
        return figure == null ? Double.NaN : figure.value();
    }

    /** After a change that is meant: {@code mvn test -Dtest=FormsTest -Dgolden.write=true}, and read the difference. */
    private static void assertGolden(String name, String text) throws Exception {
        Path file = FIXTURES.resolve("golden").resolve(name);
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(file, text);
        }
        assertThat(text).isEqualTo(Files.readString(file));
    }

    private Path questions() throws Exception {
        return write(
                "some.tsv",
                "id;question;gold;kind;tags",
                "a;one?;1:2;answerable;",
                "b;two?;2:2;answerable;",
                "c;three?;3:2;answerable;",
                "d;lunch?;;unanswerable;",
                "e;four?;4:2;answerable;",
                "f;tea?;;unanswerable;");
    }

    private static final Subject SOME = Subjects.of(question -> switch (question.text()) {
        case "one?" -> quoted(RULES, 0.9, "1", "2");
        case "two?" -> quoted(RULES, 0.8, "1", "2");
        case "three?" -> quoted(RULES, 0.9, "3");
        case "four?" -> quoted(RULES, 0.7, "1", "2", "3", "4");
        case "lunch?" -> quoted(RULES, 0.6, "4");
        default -> notCovered(0.1);
    });

    @Test
    void a_stance_below_first_steps_counts_as_shown_and_is_told_from_one_that_stands_above() throws Exception {
        Path stances = write("stances.tsv", "id;stance", "a;must", "c;must");
        Subject alarmed = Subjects.of(question -> {
            Answer ordinary = SOME.answer(question);
            return question.text().equals("one?")
                    ? new Answer.Urgent(
                            ordinary.findings(), Concern.PUPIL_CONTACT, List.of(), Context.NONE, Optional.of(ordinary))
                    : ordinary;
        });
        Measurement found =
                new Measure(List.of(RULES), from -> alarmed, 1).of(List.of(questions()), Optional.of(stances));
        double shown = value(found, "stance right");
        double atOnce = value(found, "stance right at once");
        assertThat(shown - atOnce).isEqualTo(0.5);
        assertThat(found.counts()).containsEntry("taken as urgent", 1);
    }

    @Test
    void questions_and_stances_give_the_expected_table_list_and_pictures() throws Exception {
        Path stances = write("stances.tsv", "id;stance", "a;must", "b;must", "c;should-not");
        Measurement found = new Measure(List.of(RULES), from -> SOME, 1).of(List.of(questions()), Optional.of(stances));
        // b is not judged: its first clause is wrong
        assertThat(value(found, "stance right")).isEqualTo(0.5);
        assertThat(found.counts()).containsEntry("stances judged", 2);
        assertThat(found.failures().stream().map(Failure::what))
                .containsExactly(
                        "wrong clause first", "wrong stance", "quoted for", "no right clause among the first three");
        assertGolden("questions.txt", found.asTable() + "\n" + found.asList());
        for (var plot : Plots.of(found).entrySet()) {
            assertGolden(plot.getKey(), plot.getValue());
        }
    }

    @Test
    void several_files_are_measured_as_one() throws Exception {
        Path more = write("more.tsv", "id;question;gold;kind;tags", "g;one?;1:2;answerable;");
        Measurement found = measured(SOME, questions(), more);
        assertThat(found.file()).isEqualTo("some.tsv + more.tsv");
        assertThat(found.counts()).containsEntry("answerable", 5);
        Path urgent = write("urgent.tsv", "text;urgent;flow", "help;no;none");
        assertThatThrownBy(() -> measured(SOME, questions(), urgent))
                .hasMessageContaining("urgent.tsv:1: is a file of messages")
                .hasMessageContaining("measure them one after the other");
        assertThatThrownBy(() -> measured(SOME, questions(), questions())).hasMessageContaining("stands twice");
    }

    @Test
    void urgent_messages_are_measured_by_what_is_stopped_and_by_their_flows() throws Exception {
        Path file = write(
                "urgent.tsv",
                "text;urgent;flow",
                "image;yes;indecent-images",
                "threat;yes;online-bullying",
                "knife;yes;person-at-risk",
                "silence;yes;person-at-risk",
                "killing me;no;none",
                "printer;no;social-contact");
        Subject subject = Subjects.of(question -> switch (question.text()) {
            case "image" -> urgent(Concern.INDECENT_IMAGES);
            case "threat" -> urgent(Concern.PERSON_AT_RISK);
            case "knife", "killing me" -> urgent(Concern.PERSON_AT_RISK);
            default -> notCovered(0.1);
        });
        Measurement found = measured(subject, file);
        assertThat(value(found, "recall of urgent")).isEqualTo(0.75);
        assertThat(value(found, "look-alikes stopped")).isEqualTo(0.5);
        assertThat(value(found, "right flow")).isEqualTo(0.5);
        assertThat(found.thresholds()).as("not to be chosen on what measures").isEmpty();
        assertGolden("urgent.txt", found.asTable() + "\n" + found.asList());
    }

    @Test
    void the_last_turn_is_judged_with_those_before_it() throws Exception {
        List<Question> asked = new ArrayList<>();
        Measurement found = measured(
                Subjects.of(question -> {
                    asked.add(question);
                    return quoted(RULES, 0.9, "1", "2");
                }),
                write("follow.tsv", "id;turns;gold", "f;one? | and then?;2:2", "g;three? | why? | really;4:2"));
        assertThat(asked)
                .containsExactly(
                        new Question("and then?", List.of("one?")), new Question("really", List.of("three?", "why?")));
        assertThat(found.metrics().keySet()).containsExactly("nDCG@3", "success@1", "hit@3");
        assertThat(value(found, "hit@3")).isEqualTo(0.5);
        assertThat(found.asList()).contains("g  three? | why? | really").contains("wanted: 4");
    }

    @TestFactory
    Stream<DynamicTest> a_broken_file_is_named_with_what_is_wrong() throws Exception {
        Path broken = FIXTURES.resolve("broken");
        return Tsv.read(broken.resolve("expected.tsv"), "file", "message").stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.get("file"),
                        () -> assertThatThrownBy(() -> measured(SOME, broken.resolve(row.get("file"))))
                                .isInstanceOf(DataFileException.class)
                                .hasMessageContaining(row.get("file") + row.get("message"))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "misspelt|misspelt.tsv:2: \"must-nt\" is no stance; did you mean must-not?",
                "unknown-question|unknown-question.tsv:2: no question of --questions has the id z",
                "twice|twice.tsv:3: the id a stands twice",
                "none|none.tsv: has no stances",
                "absent|absent.tsv: no such file",
            })
    void broken_stances_are_named_with_what_is_wrong(String name, String message) throws Exception {
        Path stances = FIXTURES.resolve("broken/stances").resolve(name + ".tsv");
        Path questions = questions();
        assertThatThrownBy(
                        () -> new Measure(List.of(RULES), from -> SOME, 1).of(List.of(questions), Optional.of(stances)))
                .isInstanceOf(DataFileException.class)
                .hasMessageContaining(message);
    }

    @Test
    void urgent_messages_have_no_stances() throws Exception {
        Path messages = write("urgent.tsv", "text;urgent;flow", "help;no;none");
        assertThatThrownBy(
                        () -> new Measure(List.of(RULES), from -> SOME, 1).of(List.of(messages), Optional.of(messages)))
                .hasMessageContaining("urgent messages have none");
    }

    /** What each fold's subject may learn, of all that could be. */
    private record Learnt(Predicate<String> from, Set<String> asked) {}

    @Test
    void each_question_is_asked_of_one_that_has_not_learnt_it() throws Exception {
        List<String> texts = IntStream.range(0, 60)
                .mapToObj(i -> "question number " + i + "?")
                .toList();
        List<String> lines = new ArrayList<>(List.of("text;urgent;flow"));
        texts.forEach(text -> lines.add(text + ";no;none"));
        List<Learnt> learnt = new ArrayList<>();
        Measure measure = new Measure(
                List.of(RULES),
                from -> {
                    Learnt own = new Learnt(from, new HashSet<>());
                    learnt.add(own);
                    return Subjects.of(
                            question -> {
                                own.asked().add(question.text());
                                return notCovered(0);
                            },
                            question -> 0.3);
                },
                5);
        Measurement found = measure.of(List.of(write("m.tsv", lines.toArray(String[]::new))), Optional.empty());
        assertThat(learnt).hasSize(5);
        Set<String> all = new TreeSet<>();
        for (Learnt own : learnt) {
            assertThat(own.asked()).isNotEmpty();
            for (String text : texts) {
                assertThat(own.from().test(text.toUpperCase(Locale.ROOT) + " !"))
                        .isEqualTo(!own.asked().contains(text));
            }
            assertThat(own.from().test("A clause's own words.")).isTrue();
            all.addAll(own.asked());
        }
        assertThat(all).containsExactlyInAnyOrderElementsOf(texts);
        assertThat(found.thresholds())
                .anySatisfy(t -> assertThat(t).isEqualTo(new Measurement.Threshold(0.3, 0, 1)))
                .anySatisfy(t -> assertThat(t).isEqualTo(new Measurement.Threshold(0.32, 0, 0)));
        assertThat(found.asTable()).contains("urgent from");
    }

    @Test
    void a_row_stays_in_its_fold_whatever_stands_around_it() {
        Folds few = new Folds(5, List.of("one", "two", "three"));
        Folds more = new Folds(5, List.of("zero", "Three!", "two", "one", "four"));
        for (String text : List.of("one", "two", "three")) {
            assertThat(more.of(text)).isEqualTo(few.of(text)).isBetween(0, 4);
        }
    }

    @Test
    void too_few_questions_are_not_divided() throws Exception {
        Path file = write("m.tsv", "text;urgent;flow", "help;no;none", "Help!;no;none");
        assertThatThrownBy(() -> new Measure(List.of(RULES), from -> SOME, 5).of(List.of(file), Optional.empty()))
                .hasMessageContaining("m.tsv: has too few different questions");
    }

    private static List<Outcome> outcomes(double... saidAndWas) {
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < saidAndWas.length; i += 2) {
            Case asked =
                    new Case("c" + i, "q", saidAndWas[i + 1] > 0 ? java.util.Map.of("rules/1", 2) : java.util.Map.of());
            outcomes.add(Outcome.of(asked, notCovered(saidAndWas[i])));
        }
        return outcomes;
    }

    @Test
    void calibration_is_judged_in_bins_of_equal_mass() {
        // Three alone in their bins: off by .1, .4 and .2
        List<Outcome> three = outcomes(0.9, 1, 0.4, 0, 0.2, 0);
        assertThat(Calibration.error(three)).isCloseTo((0.1 + 0.4 + 0.2) / 3, within(1e-9));
        assertThat(Calibration.brier(three)).isCloseTo((0.01 + 0.16 + 0.04) / 3, within(1e-9));
        double[] forty = new double[80];
        for (int i = 0; i < 40; i++) {
            forty[2 * i] = 0.75;
            forty[2 * i + 1] = i < 30 ? 1 : 0;
        }
        assertThat(Calibration.error(outcomes(forty)))
                .as("equal predictions share what came true, however they are ordered")
                .isCloseTo(0, within(1e-9));
        assertThat(Calibration.bins(outcomes(forty))).hasSize(10).allMatch(bin -> bin.count() == 4);
    }

    @Test
    void a_picture_says_what_it_shows_and_can_be_read_by_any_program() throws Exception {
        Measurement found = measured(SOME, Files.copy(questions(), folder.resolve("a & <b>.tsv")));
        assertThat(Plots.of(found).keySet())
                .containsExactly("a-b-figures.svg", "a-b-reliability.svg", "a-b-refused.svg");
        for (String svg : Plots.of(found).values()) {
            var document = javax.xml.parsers.DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new java.io.ByteArrayInputStream(svg.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
            assertThat(document.getElementsByTagName("title").item(0).getTextContent())
                    .contains("a & <b>.tsv");
            assertThat(document.getElementsByTagName("desc").item(0).getTextContent())
                    .hasSizeGreaterThan(60);
            assertThat(svg).contains("prefers-color-scheme:dark");
        }
    }

    @Test
    void a_bin_of_few_questions_has_a_wide_range() {
        assertThat(Plots.wilson(new Silence.Bin(0.5, 0.5, 10)).low()).isCloseTo(0.237, within(1e-3));
        assertThat(Plots.wilson(new Silence.Bin(0, 0, 18)).high()).isCloseTo(0.176, within(1e-3));
    }

    @Test
    void nothing_failed_is_said_so() throws Exception {
        Path file = write("m.tsv", "text;urgent;flow", "help;no;none");
        Subject calm = Subjects.of(question -> notCovered(0));
        assertThat(measured(calm, file).asList()).isEqualTo("Nothing failed.\n");
    }
}
