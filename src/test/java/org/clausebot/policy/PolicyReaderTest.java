package org.clausebot.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PolicyReaderTest {
    private static final String RULES = "1. Scope\r\n\r\n1.1 Staff’s phones stay off.\r\n1.2 Café “rules” apply.\r\n";

    private static List<String> texts(String name, byte[] bytes) throws Exception {
        return Fixtures.read(name, bytes).clauses().stream().map(Clause::text).toList();
    }

    @Test
    void text_is_read_in_every_encoding_that_schools_use() throws Exception {
        List<String> wanted = List.of("Staff’s phones stay off.", "Café “rules” apply.");
        byte[] utf16 = ("\uFEFF" + RULES).getBytes(StandardCharsets.UTF_16LE);
        assertThat(texts("a.txt", RULES.getBytes(StandardCharsets.UTF_8))).isEqualTo(wanted);
        assertThat(texts("a.txt", ("\uFEFF" + RULES).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(wanted);
        assertThat(texts("a.txt", utf16)).isEqualTo(wanted);
        assertThat(texts("a.txt", RULES.getBytes(Charset.forName("windows-1252"))))
                .isEqualTo(wanted);
    }

    @Test
    void split_text_keeps_its_addresses_to_the_letter() throws Exception {
        for (Fixtures.Fixture fixture : Fixtures.all()) {
            List<String> lines = Files.readAllLines(fixture.reference());
            List<String> given = Fixtures.read(fixture.reference()).clauses().stream()
                    .map(c -> c.ref().address() + "\t" + String.join(" > ", c.headings()) + "\t" + c.leadInText() + "\t"
                            + c.text())
                    .toList();
            assertThat(given).containsExactlyElementsOf(lines.subList(1, lines.size()));
        }
    }

    @Test
    void a_mistake_in_split_text_is_named_with_its_line() {
        assertRefused(
                "a.tsv", "ref\theadings\tleadIn\ttext\n1\tA\t\tOne.\n1\tA\t\tTwo.\n", "a.tsv:3: repeats the ref 1");
        assertRefused("a.tsv", "ref\theadings\tleadIn\ttext\n1\tA\tOne.\n", "a.tsv:2: has 3 columns");
        assertRefused("a.tsv", "number\ttext\n", "a.tsv:1: must be the header");
        assertRefused("a.tsv", "ref\theadings\tleadIn\ttext\n", "no clause");
    }

    @Test
    void a_list_that_begins_again_does_not_take_the_lead_in_of_an_older_one() throws Exception {
        String text = """
                # Uniform

                Pupils may wear:

                1. a watch
                2. ear studs

                They may not wear

                1. rings
                2. chains
                """;
        Policy policy = new PolicyReader()
                .read("a.md", text.getBytes(StandardCharsets.UTF_8), Given.named(new PolicyId("uniform")));
        assertThat(policy.clauses())
                .filteredOn(clause -> clause.text().equals("rings"))
                .singleElement()
                .satisfies(rings -> assertThat(rings.leadInText()).doesNotContain("Pupils may wear"));
    }

    @Test
    void what_holds_no_clause_is_refused() {
        assertRefused("a.txt", "", "empty");
        assertRefused("a.txt", " \n\t\n", "is empty");
        assertRefused("a.md", "# Only a title\n", "no clause");
        assertRefused("a.xyz", "1.1 Text.", "Give the policy as");
    }

    @Test
    void what_is_given_goes_before_what_is_found() throws Exception {
        Given given = new Given(
                new PolicyId("phones"),
                Optional.of("Phones"),
                Optional.of("Oak School"),
                Optional.of("Headteacher"),
                Optional.of("May 2020"),
                Optional.empty());
        Policy policy = new PolicyReader().read("a.txt", RULES.getBytes(StandardCharsets.UTF_8), given);
        assertThat(policy.details().title()).isEqualTo("Phones");
        assertThat(policy.details().version()).startsWith("May 2020 (");
        assertThat(policy.details().school()).contains("Oak School");
    }

    @Test
    void a_divided_word_is_mended_by_what_the_document_says_elsewhere() throws Exception {
        String text = """
                1.1 Every new start-
                    er signs. A starter keeps a self-
                    certificate and all infor-
                    mation about safe-
                    guarding in a lock-
                    box; each lock-box is numbered.
                """;
        assertThat(texts("a.txt", text.getBytes(StandardCharsets.UTF_8)))
                .containsExactly("Every new starter signs. A starter keeps a self-certificate and all information about"
                        + " safeguarding in a lock-box; each lock-box is numbered.");
    }

    private static void assertRefused(String name, String content, String message) {
        assertThatThrownBy(() -> Fixtures.read(name, content.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadableDocumentException.class)
                .hasMessageContaining(message);
    }
}
