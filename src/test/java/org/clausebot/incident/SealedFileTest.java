package org.clausebot.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clausebot.incident.World.DSL;
import static org.clausebot.incident.World.as;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.clausebot.flow.Conversation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of the database, searched for any word of any report, hold none. */
class SealedFileTest extends WorldTest {
    private final List<String> words = new ArrayList<>();

    /** A word that is found nowhere by chance. */
    private String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < 9; i++) {
            word.append((char) ('a' + random.nextInt(26)));
        }
        words.add(word.toString());
        return word.toString();
    }

    private String words(Random random) {
        return word(random) + " " + word(random) + ", " + word(random) + "!";
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void no_word_of_a_report_stands_in_the_database_or_its_log(long seed) throws Exception {
        Random random = new Random(seed);
        for (int i = 0; i < 4; i++) {
            report(random, "conversation" + i);
        }
        words.addAll(List.of(
                "Report a concern",
                "about-them",
                "concern.yaml",
                "headteacher",
                "2018-06",
                "2.2.2",
                "What happened",
                "kept-out",
                "LADO of the council"));
        none();
        world.housekeeping();
        world.close();
        none();
        world.open();
    }

    private void report(Random random, String id) throws Exception {
        Reporting reporting = world.reporting();
        Conversation conversation = world.conversation(
                id, World.concern(), "about", "headteacher,line-manager", "who", words(random), "what", words(random));
        words.add(id);
        reporting.keep(World.REPORTER, World.concern(), conversation);
        String name = word(random);
        String content = words(random);
        String evidence = reporting
                .attach(World.REPORTER, "files", name + ".txt", content.getBytes(StandardCharsets.UTF_8))
                .id();
        words.add(reporting.laterCode(World.REPORTER));
        none();
        Receipt receipt = reporting.send(World.REPORTER, World.concern(), conversation);
        words.add(receipt.code());
        words.add(receipt.signature());
        reporting.add(receipt.code(), words(random));
        String ref = receipt.reference();
        Cases.Viewer chair = as(World.CHAIR);
        world.cases().open(chair, ref);
        world.cases().note(chair, ref, words(random));
        world.cases().message(chair, ref, words(random));
        world.cases().addRecipient(chair, ref, DSL.id(), words(random));
        world.cases().status(chair, ref, Status.SEEN, Status.CLOSED, words(random), true);
        world.cases().list(chair, java.util.Optional.empty(), words(random));
        assertThat(world.cases().evidence(chair, ref, evidence, true)).isPresent();
        // Half a report stays unfinished.
        reporting.keep(
                World.REPORTER,
                World.concern(),
                world.conversation(id + "-next", World.concern(), "what", words(random)));
        words.add(World.REPORTER.key());
    }

    private void none() throws IOException {
        try (var files = Files.list(world.folder)) {
            for (Path file : files.filter(f -> f.getFileName().toString().startsWith("clausebot.db"))
                    .toList()) {
                byte[] bytes = Files.readAllBytes(file);
                String single = new String(bytes, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
                String wide = new String(bytes, StandardCharsets.UTF_16LE).toLowerCase(Locale.ROOT);
                for (String word : words) {
                    String wanted = word.toLowerCase(Locale.ROOT);
                    assertThat(single.contains(wanted) || wide.contains(wanted))
                            .as("%s in %s", word, file.getFileName())
                            .isFalse();
                }
            }
        }
    }
}
