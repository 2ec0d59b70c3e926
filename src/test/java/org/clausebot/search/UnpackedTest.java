package org.clausebot.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackedTest {
    private static final String RESOURCE = "/bge-small-en-v1.5-q-tokenizer.json";

    @TempDir
    Path folder;

    @Test
    void a_whole_copy_is_left_alone() throws Exception {
        Path copy = Unpacked.at(folder.resolve("deep/copy"), RESOURCE);
        Files.setLastModifiedTime(copy, FileTime.fromMillis(0));
        Unpacked.at(copy, RESOURCE);
        assertThat(Files.getLastModifiedTime(copy).toMillis()).isZero();
        assertThat(folder.resolve("deep").toFile().list()).containsExactly("copy");
    }

    @Test
    void a_half_written_or_damaged_copy_is_replaced() throws Exception {
        Path copy = Unpacked.at(folder.resolve("copy"), RESOURCE);
        byte[] whole = Files.readAllBytes(copy);
        Files.write(copy, java.util.Arrays.copyOf(whole, 1000));
        assertThat(Files.readAllBytes(Unpacked.at(copy, RESOURCE))).isEqualTo(whole);
        byte[] flipped = whole.clone();
        flipped[5000] ^= 1;
        Files.write(copy, flipped);
        assertThat(Files.readAllBytes(Unpacked.at(copy, RESOURCE))).isEqualTo(whole);
    }

    @Test
    void a_missing_resource_says_that_the_program_is_incomplete() {
        assertThatThrownBy(() -> Unpacked.at(folder.resolve("copy"), "/none")).hasMessageContaining("incomplete");
    }
}
