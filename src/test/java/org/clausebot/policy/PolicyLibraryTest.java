package org.clausebot.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyLibraryTest {
    private static final PolicyId PHONES = new PolicyId("phones");

    @TempDir
    Path folder;

    private Path bundled;
    private Path imported;
    private final PolicyReader reader = new PolicyReader();
    private final Clock clock = Clock.fixed(Instant.parse("2026-11-23T09:00:00Z"), ZoneOffset.UTC);
    private PolicyLibrary library;

    @BeforeEach
    void aLibraryWithOneBundledPolicy() throws IOException {
        bundled = folder.resolve("bundled");
        imported = folder.resolve("imported");
        Files.createDirectories(bundled.resolve("phones"));
        Files.writeString(bundled.resolve("phones/policy.txt"), "Phones\n\n1.1 Phones stay in the locker.\n");
        Files.writeString(bundled.resolve("phones/policy.yaml"), "id: phones\ntitle: Phones\n");
        library = new PolicyLibrary(bundled, imported, reader, clock);
    }

    @Test
    void a_bundled_policy_is_in_force_until_another_version_is_imported() throws Exception {
        assertThat(said()).isEqualTo("Phones stay in the locker.");
        String before = library.fingerprint();

        boolean added = store("Phones\n\n1.1 Phones stay at home.\n");

        assertThat(added).isTrue();
        assertThat(said()).isEqualTo("Phones stay at home.");
        assertThat(library.fingerprint()).isNotEqualTo(before);
        assertThat(library.versions(PHONES))
                .extracting(policy -> policy.clauses().getFirst().text())
                .containsExactly("Phones stay at home.", "Phones stay in the locker.");
    }

    @Test
    void the_document_is_kept_byte_for_byte_with_what_is_known_of_it() throws Exception {
        byte[] bytes = "\uFEFFPhones\r\n\r\n1.1 Phones \u201Cstay\u201D at home.\r\n".getBytes(StandardCharsets.UTF_8);
        Given given = new Given(
                PHONES,
                Optional.of("Phones: \"at school\" \\ rules"),
                Optional.of("Oak School"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        library.store(reader.read("Rules.TXT", bytes, given), "Rules.TXT", bytes, "operator:rob");

        try (var files = Files.walk(imported)) {
            Path kept = files.filter(f -> f.endsWith("policy.txt")).findFirst().orElseThrow();
            assertThat(kept).hasBinaryContent(bytes);
        }
        PolicyDetails details = library.inForce().inForce().getFirst().details();
        assertThat(details.title()).isEqualTo("Phones: \"at school\" \\ rules");
        assertThat(details.school()).contains("Oak School");
    }

    @Test
    void an_old_version_can_be_put_back_in_force_by_importing_it_again() throws Exception {
        store("Phones\n\n1.1 Phones stay at home.\n");
        store("Phones\n\n1.1 Phones may be used at lunch.\n");

        boolean added = store("Phones\n\n1.1 Phones stay at home.\n");

        assertThat(added).isFalse();
        assertThat(said()).isEqualTo("Phones stay at home.");
        assertThat(library.versions(PHONES)).hasSize(3);
    }

    @Test
    void a_half_written_version_is_not_seen() throws Exception {
        store("Phones\n\n1.1 Phones stay at home.\n");
        Path draft = Files.createDirectory(imported.resolve("phones/.draft-123"));
        Files.writeString(draft.resolve("policy.txt"), "Phones\n\n1.1 Pho");

        assertThat(library.versions(PHONES)).hasSize(2);
        assertThat(library.inForce().problems()).isEmpty();
    }

    @Test
    void a_policy_that_cannot_be_read_is_named_and_the_others_are_served() throws Exception {
        Files.createDirectories(bundled.resolve("broken"));
        Files.writeString(bundled.resolve("broken/policy.yaml"), "id: broken\ntitel: Broken\n");

        PolicyLibrary.Shelf shelf = library.inForce();

        assertThat(shelf.inForce()).extracting(Policy::id).containsExactly(PHONES);
        assertThat(shelf.problems()).singleElement().asString().contains("broken");
    }

    @Test
    void a_folder_whose_name_is_no_policy_id_is_named() throws Exception {
        Files.createDirectories(bundled.resolve("Not An Id"));

        assertThat(library.inForce().problems()).singleElement().asString().contains("Not An Id");
    }

    private boolean store(String text) throws Exception {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Given given = new Given(
                PHONES, Optional.of("Phones"), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        return library.store(reader.read("policy.txt", bytes, given), "policy.txt", bytes, "operator:rob");
    }

    private String said() {
        List<Policy> policies = library.inForce().inForce();
        assertThat(policies).hasSize(1);
        return policies.getFirst().clauses().getFirst().text();
    }
}
