package org.clausebot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.clausebot.seal.KeyRing;
import org.clausebot.seal.KeySettings;
import org.clausebot.seal.ReceiptText;
import org.clausebot.storage.SqliteStorage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of docs/operating.md work, one after the other, on one data folder. */
class OperatingTest {
    private static final Pattern BLOCK = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path folder;

    @Test
    void every_command_of_the_page_works_in_the_order_of_the_page() throws Exception {
        Path data = folder.resolve("var");
        Files.createDirectories(folder.resolve("backup"));
        Path passphrase = folder.resolve("safe/passphrase.txt");
        Files.createDirectories(passphrase.getParent());
        Files.writeString(passphrase, "tractor onion velvet quay\n");
        Files.setPosixFilePermissions(passphrase, PosixFilePermissions.fromString("rw-------"));
        KeyRing ring = KeyRing.open(new KeySettings("", ""), data.resolve("keys"), () -> false);
        String signature =
                ring.signer().sign(ReceiptText.of("7K4Q-MXPD-29TF", Instant.parse("2026-11-22T09:00:00Z"), "default"));
        SqliteStorage.open(data.resolve("clausebot.db")).close();
        String page = Files.readString(Path.of("docs/operating.md"));

        List<String> lines = BLOCK.matcher(page)
                .results()
                .map((MatchResult block) -> block.group(1))
                .flatMap(String::lines)
                .toList();

        assertThat(lines).hasSizeGreaterThan(8).allMatch(line -> line.startsWith("./clausebot "));
        for (String line : lines) {
            String[] words = line.replace("/srv", folder.toString())
                    .replace("SIGNATURE", signature)
                    .substring("./clausebot ".length())
                    .split(" ");
            TestRun.Result result = TestRun.run(data, "", words);
            assertThat(result.exit()).as(line + ": " + result.err()).isZero();
            assertThat(result.out()).isNotBlank();
        }
    }
}
