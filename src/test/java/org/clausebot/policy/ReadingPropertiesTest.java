package org.clausebot.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every document, however odd. */
class ReadingPropertiesTest {
    private static final Pattern WORD = Pattern.compile("\\p{L}{3,}");

    static List<Fixtures.Fixture> fixtures() throws Exception {
        return Fixtures.all();
    }

    static List<Fixtures.Fixture> everyDocument() throws Exception {
        List<Fixtures.Fixture> every = new ArrayList<>(Fixtures.all());
        every.addAll(Fixtures.byOthers());
        return every;
    }

    @ParameterizedTest
    @MethodSource("everyDocument")
    void every_clause_is_a_span_of_its_document(Fixtures.Fixture fixture) throws Exception {
        Policy policy = Fixtures.read(fixture.document());
        for (Clause clause : policy.clauses()) {
            String said = policy.document().read(clause.source());
            assertThat(DocumentText.letters(said)).isEqualTo(DocumentText.letters(clause.text()));
        }
    }

    @ParameterizedTest
    @MethodSource("everyDocument")
    void no_word_of_a_document_is_lost(Fixtures.Fixture fixture) throws Exception {
        Policy policy = Fixtures.read(fixture.document());
        String text = policy.document().text();
        boolean[] placed = new boolean[text.length()];
        List<Span> places = new ArrayList<>(policy.document().omitted());
        policy.sections().forEach(s -> places.add(s.source()));
        policy.setAside().forEach(s -> places.add(s.source()));
        for (Clause clause : policy.clauses()) {
            places.add(clause.source());
            clause.leadIn().ifPresent(l -> places.addAll(l.sources()));
        }
        places.forEach(span -> Arrays.fill(placed, span.start(), span.end(), true));
        List<String> lost = WORD.matcher(text)
                .results()
                .filter(w -> !placed[w.start()])
                .map(w -> w.group())
                .filter(w -> !w.equals("Section") && !w.matches("(?i)[ivx]+"))
                .toList();
        assertThat(lost).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void damaged_bytes_are_read_or_refused_within_seconds(Fixtures.Fixture fixture) throws Exception {
        byte[] whole = Files.readAllBytes(fixture.document());
        Random random = new Random(7);
        for (int i = 0; i < 25; i++) {
            byte[] bytes = damage(whole, random);
            Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> readOrRefuse(fixture.toString(), bytes));
        }
    }

    private static byte[] damage(byte[] whole, Random random) {
        byte[] bytes = Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
        int changes = random.nextInt(60);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(bytes.length);
            if (random.nextBoolean()) {
                bytes[at] = (byte) random.nextInt(256);
            } else {
                int from = random.nextInt(whole.length);
                int length = Math.min(random.nextInt(80), Math.min(whole.length - from, bytes.length - at));
                System.arraycopy(whole, from, bytes, at, length);
            }
        }
        return bytes;
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.txt", "a.md", "a.html", "a.tsv"})
    void random_bytes_are_read_or_refused(String name) {
        Random random = new Random(11);
        for (int i = 0; i < 40; i++) {
            byte[] bytes = new byte[1 + random.nextInt(4000)];
            random.nextBytes(bytes);
            Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> readOrRefuse(name, bytes));
        }
    }

    @Test
    void repeated_openings_end_within_seconds() {
        List<String> openings = List.of(
                "<div>",
                "<ul><li>",
                "<table><tr><td>",
                "<b><i>",
                "> ",
                "- ",
                "1. ",
                "*a _b ",
                "**[",
                "[",
                "(a) ",
                "a.b. ",
                ". . ",
                "....",
                "1.1.",
                "i",
                "{{",
                "| a ",
                "x\t",
                "Page 1 of 2\n",
                "Updated: ",
                "\n\n \n",
                "- a\n  ",
                "<dl><dt>a<dd>",
                "`",
                "<!--",
                "---\n",
                "\u00AD",
                "self-\n",
                "Section ",
                "Signed ......",
                "a:\n   b\n");
        for (String opening : openings) {
            byte[] bytes = opening.repeat(6_000).getBytes(StandardCharsets.UTF_8);
            for (String name : List.of("a.txt", "a.md", "a.html", "a.tsv")) {
                Assertions.assertTimeoutPreemptively(
                        Duration.ofSeconds(60), () -> readOrRefuse(name, bytes), () -> name + " " + opening);
            }
        }
    }

    @Test
    void a_long_document_is_read_within_seconds() throws Exception {
        byte[] whole = Files.readAllBytes(Fixtures.givenPolicy());
        String text = new String(whole, StandardCharsets.UTF_8).repeat(60);
        assertThatCode(() -> Assertions.assertTimeoutPreemptively(
                        Duration.ofSeconds(60), () -> readOrRefuse("a.txt", text.getBytes(StandardCharsets.UTF_8))))
                .doesNotThrowAnyException();
    }

    private static void readOrRefuse(String name, byte[] bytes) {
        try {
            assertThat(Fixtures.read(name, bytes).clauses()).isNotEmpty();
        } catch (UnreadableDocumentException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }
}
