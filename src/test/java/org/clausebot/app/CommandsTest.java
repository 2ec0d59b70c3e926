package org.clausebot.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.clausebot.app.TestRun.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path TRUST = Path.of("src/test/resources/trust");

    @TempDir
    Path data;

    @Test
    void friending_a_parent_is_answered_with_the_clauses_that_bear_on_it_and_forbidden_by_none() throws Exception {
        Result result = TestRun.run(data, "", "ask", "--json", "can I friend a parent?");

        assertThat(result.exit()).isZero();
        JsonNode answer = JSON.readTree(result.out());
        assertThat(answer.get("outcome").asText()).isIn("nearest", "quoted");
        assertThat(answer.get("ranking").findValuesAsText("clause").subList(0, 3))
                .contains("2.6.2", "2.3.2");
        assertThat(answer.get("stance").asText()).isNotIn("must-not", "should-not");
    }

    @Test
    void a_batch_answers_line_by_line_blank_lines_and_turns_included() throws Exception {
        String questions = """
                can i use the school ipad for my holiday snaps

                can I phone parents on my own mobile?\twhat if it's an emergency?
                """;

        Result result = TestRun.run(data, questions, "ask", "--json", "--batch", "-");

        assertThat(result.exit()).isZero();
        List<String> lines = result.out().lines().toList();
        assertThat(lines).hasSize(3);
        JsonNode first = JSON.readTree(lines.get(0));
        assertThat(first.get("question").asText()).isEqualTo("can i use the school ipad for my holiday snaps");
        assertThat(JSON.readTree(lines.get(1)).get("outcome").asText()).isEqualTo("small-talk");
        assertThat(JSON.readTree(lines.get(2)).get("question").asText()).isEqualTo("what if it's an emergency?");
    }

    @Test
    void the_json_of_an_answer_has_the_promised_form() throws Exception {
        Result result = TestRun.run(data, "", "ask", "--json", "can i use the school ipad for my holiday snaps");

        JsonNode answer = JSON.readTree(result.out());
        assertThat(answer.properties().stream().map(Map.Entry::getKey))
                .containsExactly("question", "outcome", "stance", "answerable", "flow", "quotes", "ranking");
        assertThat(answer.get("answerable").asDouble()).isBetween(0.0, 1.0);
        assertThat(answer.get("flow").isNull()).isTrue();
        assertThat(answer.get("ranking")).hasSize(10);
        JsonNode quote = answer.get("quotes").get(0);
        assertThat(quote.properties().stream().map(Map.Entry::getKey))
                .containsExactly("policy", "version", "clause", "headings", "leadIn", "text", "score");
    }

    @Test
    void the_json_of_first_steps_has_the_ordinary_answer_last_in_a_field_of_its_own() throws Exception {
        Result result = TestRun.run(
                data, "", "ask", "--json", "someone found indecent photos of a child, may we check them first?");

        JsonNode answer = JSON.readTree(result.out());
        assertThat(answer.properties().stream().map(Map.Entry::getKey))
                .containsExactly(
                        "question", "outcome", "stance", "answerable", "flow", "quotes", "ranking", "ifOnlyAsked");
        assertThat(answer.get("stance").asText()).isEqualTo("none");
        assertThat(answer.get("quotes").get(0).get("clause").asText()).isEqualTo("2.7.4");
        JsonNode below = answer.get("ifOnlyAsked");
        assertThat(below.properties().stream().map(Map.Entry::getKey)).containsExactly("outcome", "stance", "quotes");
        assertThat(below.get("stance").asText()).isNotEqualTo("none");
        assertThat(below.get("quotes").get(0).get("clause").asText())
                .isEqualTo(answer.get("ranking").get(0).get("clause").asText());
    }

    @Test
    void a_policy_is_shown_with_the_span_of_each_clause_in_its_file() throws Exception {
        Result result = TestRun.run(data, "", "policy", "show", "social-media", "--json");

        JsonNode policy = JSON.readTree(result.out());
        String file = Files.readString(Path.of("index/policies/social-media/policy.txt"), StandardCharsets.UTF_8);
        assertThat(policy.get("clauses")).hasSize(72);
        for (JsonNode clause : policy.get("clauses")) {
            String spanned = file.substring(
                    clause.get("span").get(0).asInt(), clause.get("span").get(1).asInt());
            assertThat(spanned.replaceAll("\\s+", " ").strip())
                    .isEqualTo(clause.get("text").asText());
        }
    }

    @Test
    void an_imported_policy_is_listed_shown_found_and_quoted() throws Exception {
        Path file = TRUST.resolve("mobile-devices-and-cameras.txt");

        Result imported = TestRun.run(data, "", "policy", "import", file.toString(), "--id", "mobile-devices");

        assertThat(imported.err()).isEmpty();
        assertThat(imported.exit()).isZero();
        assertThat(imported.out()).contains("Staff must not:").contains("Imported");
        assertThat(TestRun.run(data, "", "policy", "list").out()).contains("mobile-devices", "social-media");
        assertThat(TestRun.run(data, "", "find", "policy:mobile-devices AND dashcams")
                        .out())
                .contains("A1");
        String stored = data.resolve("policies/mobile-devices").toString();
        try (var files = Files.walk(Path.of(stored))) {
            assertThat(files.filter(f -> f.endsWith("policy.txt")))
                    .singleElement()
                    .satisfies(kept -> assertThat(kept).hasSameBinaryContentAs(file));
        }
    }

    @Test
    void a_second_version_answers_and_the_first_can_still_be_read_and_compared() throws Exception {
        Path first = write(
                "first.md",
                "# Phones\n\n1.1 Staff may use phones at lunch.\n\n1.2 Lost phones are reported to the head.\n");
        Path second = write(
                "second.md",
                "# Phones\n\n1.1 Staff may not use phones at lunch.\n\n1.2 Lost phones are reported to the head.\n");
        TestRun.run(data, "", "policy", "import", first.toString(), "--id", "phones");
        TestRun.run(data, "", "policy", "import", second.toString(), "--id", "phones");

        String shown = TestRun.run(data, "", "policy", "show", "phones").out();
        Result diff = TestRun.run(data, "", "policy", "diff", first.toString(), "phones");

        assertThat(shown).contains("Staff may not use phones");
        assertThat(diff.exit()).isZero();
        assertThat(diff.out()).contains("{+not+}").contains("may now say the opposite");
    }

    @Test
    void a_refused_document_stores_nothing() throws Exception {
        Path file = write("policy.txt", "   \n \n");

        Result result = TestRun.run(data, "", "policy", "import", file.toString());

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.err()).contains("empty").doesNotContain("Exception");
        assertThat(data.resolve("policies")).doesNotExist();
    }

    @Test
    void the_names_of_files_and_policies_that_are_not_there_are_refused_with_what_there_is() {
        assertThat(TestRun.run(data, "", "policy", "import", "nowhere.txt").err())
                .contains("no file nowhere.txt");
        assertThat(TestRun.run(data, "", "policy", "show", "socal-media").err()).contains("did you mean social-media?");
        assertThat(TestRun.run(data, "", "policy", "show", "social-media@1999").err())
                .contains("No version of social-media is named \"1999\"");
    }

    @Test
    void a_malformed_search_is_pointed_at() {
        Result result = TestRun.run(data, "", "find", "heading:(phones AND");

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.err()).contains("^").doesNotContain("Exception");
    }

    @Test
    void the_settings_are_printed_without_their_secrets() {
        Result result = TestRun.run(data, Map.of("CLAUSEBOT_METRICS_TOKEN", "hunter2hunter2hunter2"), "", "config");

        assertThat(result.exit()).isZero();
        assertThat(result.out()).contains("metrics.token", "(set, hidden)", "CLAUSEBOT_METRICS_TOKEN");
        assertThat(result.out()).doesNotContain("hunter2");
    }

    @Test
    void a_server_that_others_could_reach_is_refused_without_a_passphrase() {
        Result result = TestRun.run(data, "", "serve", "--host", "0.0.0.0", "--port", "0");

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.err()).contains("0.0.0.0").contains("passphrase");
    }

    @Test
    void the_doctor_finds_a_new_folder_well() {
        Result result = TestRun.run(data, Map.of("CLAUSEBOT_HTTP_PORT", "0"), "", "doctor");

        assertThat(result.out())
                .contains("All is well.", "Teams: none is set up")
                .doesNotContain("FAIL");
        assertThat(result.exit()).isZero();
    }

    @Test
    void the_measure_prints_every_figure_as_json() throws Exception {
        Path few = write(
                "few.tsv",
                String.join(
                                "\n",
                                Files.readAllLines(Path.of("index/questions/short.tsv")).stream()
                                        .filter(line -> line.startsWith("id\t")
                                                || line.matches("D0[01].*|.*\tunanswerable\t.*"))
                                        .toList())
                        + "\n");

        Result result = TestRun.run(data, "", "measure", "--questions", few.toString(), "--json");

        assertThat(result.err()).isEmpty();
        assertThat(JSON.readTree(result.out()).toString()).contains("nDCG@3", "AUROC");
    }

    @Test
    void the_passphrase_command_prints_a_hash_and_never_the_passphrase() {
        Result result = TestRun.run(data, "correct horse battery\n", "passphrase");

        assertThat(result.out()).startsWith("$argon2id$").doesNotContain("horse");
        assertThat(TestRun.run(data, "short\n", "passphrase").exit()).isEqualTo(1);
    }

    @Test
    void a_conversation_in_the_terminal_answers_and_ends() {
        Result result = TestRun.run(data, "hello\nwhich email do I use to send homework out\nreport\nquit\n", "chat");

        assertThat(result.exit()).isZero();
        assertThat(result.out()).contains("2.4.3").contains("nothing to anybody");
    }

    private Path write(String name, String text) throws Exception {
        return Files.writeString(data.resolve(name), text);
    }
}
