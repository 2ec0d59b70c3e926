package org.clausebot.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingStoreTest {
    private static final SentenceModel MODEL = TestModel.get();
    private static final List<String> THREE = List.of("Dogs wait.", "Keys are kept.", "Bins go out.");

    @TempDir
    Path folder;

    private int read(List<String> passages) throws IOException {
        ReadingStore store = ReadingStore.of(folder, MODEL);
        try (ReadingStore.Known known = store.all(passages)) {
            for (String passage : passages) {
                assertThat(known.has(passage)).isTrue();
                assertThat(known.of(passage).vector()).isEqualTo(MODEL.passage(passage));
                assertThat(known.of(passage).words().bytes())
                        .isEqualTo(MODEL.readPassage(passage).words().bytes());
            }
        }
        return store.read();
    }

    private Path file() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findFirst().orElseThrow();
        }
    }

    @Test
    void what_was_read_once_is_known_after_a_restart() throws Exception {
        assertThat(read(THREE.subList(0, 2))).isEqualTo(2);
        assertThat(read(THREE)).isEqualTo(1);
        assertThat(read(THREE)).isZero();
    }

    @Test
    void a_record_that_was_damaged_or_cut_is_made_again_and_the_others_are_kept() throws Exception {
        read(THREE);
        byte[] whole = Files.readAllBytes(file());
        byte[] damaged = whole.clone();
        damaged[100] ^= 1;
        Files.write(file(), damaged);
        assertThat(read(THREE)).isEqualTo(1);
        Files.write(file(), Arrays.copyOf(whole, whole.length - 1));
        assertThat(read(THREE)).isEqualTo(1);
        Files.write(file(), Arrays.copyOf(whole, 33));
        assertThat(read(THREE)).isEqualTo(3);
        byte[] misled = whole.clone();
        Arrays.fill(misled, 32, 36, (byte) 0x7f);
        Files.write(file(), misled);
        assertThat(read(THREE)).isEqualTo(3);
        Files.write(file(), new byte[4096]);
        assertThat(read(THREE)).isEqualTo(3);
    }

    @Test
    void what_another_process_took_the_place_of_is_read_from_the_text() throws Exception {
        ReadingStore store = ReadingStore.of(folder, MODEL);
        try (ReadingStore.Known known = store.all(THREE.subList(0, 1))) {
            assertThat(known.has("Gates shut.")).isFalse();
            assertThat(known.of("Gates shut.").vector()).isEqualTo(MODEL.passage("Gates shut."));
        }
    }
}
