package org.clausebot.chat.teams.card;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The cards of every reply for everybody who may read it, of every dialog and of all else, against {@code
 * src/test/resources/golden-teams}; each is held against our rules too. Changed on purpose: {@code mvn test
 * -Dtest=TeamsGoldenTest -Dgolden.update=true}, and read the difference.
 */
class TeamsGoldenTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden-teams");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TestFactory
    Stream<DynamicTest> each_message_is_what_its_golden_file_has_and_keeps_our_rules() {
        return TeamsSamples.all().entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    assertThat(entry.getValue())
                            .isNotEmpty()
                            .allSatisfy(message ->
                                    assertThat(CardRules.violations(message)).isEmpty());
                    golden(entry.getKey(), json(entry.getValue()));
                }));
    }

    @Test
    void every_golden_file_is_of_something_that_is_shown() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            assertThat(files.map(f -> String.valueOf(f.getFileName()).replace(".json", "")))
                    .containsExactlyInAnyOrderElementsOf(TeamsSamples.all().keySet());
        }
    }

    private static String json(List<TeamsMessage> messages) throws JsonProcessingException {
        ArrayNode all = JSON.createArrayNode();
        for (TeamsMessage message : messages) {
            ObjectNode one = all.addObject();
            one.put("text", message.text());
            if (!message.suggested().isEmpty()) {
                message.suggested().forEach(one.withArray("suggested")::add);
            }
            one.set("card", CardRules.read(CardPage.card(message)));
        }
        DefaultPrettyPrinter pretty = new DefaultPrettyPrinter();
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        pretty.indentArraysWith(lines);
        pretty.indentObjectsWith(lines);
        return JSON.writer(pretty).writeValueAsString(all) + "\n";
    }

    private static void golden(String name, String shown) throws IOException {
        Path file = GOLDEN.resolve(name + ".json");
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(file, shown);
        }
        assertThat(file).exists();
        assertThat(shown).isEqualTo(Files.readString(file));
    }
}
