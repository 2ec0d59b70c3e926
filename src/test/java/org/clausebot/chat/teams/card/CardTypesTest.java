package org.clausebot.chat.teams.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.clausebot.http.Npm;
import org.junit.jupiter.api.Test;

/**
 * Every card is what Microsoft's own description of cards for Teams, in TypeScript, says a card is: each property known,
 * each value one of those that there are. Microsoft publishes the JSON schema of version 1.5 in no npm package.
 */
class CardTypesTest {
    private static final String IMPORT = "import type { IAdaptiveCard } from '@microsoft/teams.cards';\n";

    /** What the compiler says, line by line; nothing when all is right. */
    private static List<String> compiled(String name, String source) throws IOException, InterruptedException {
        Path file = Npm.folder().resolve(name);
        Files.writeString(file, source);
        Path compiler = Npm.module("typescript").resolve("bin/tsc");
        Process tsc = new ProcessBuilder(
                        "node",
                        compiler.toString(),
                        "--noEmit",
                        "--strict",
                        "--skipLibCheck",
                        "--module",
                        "nodenext",
                        file.toString())
                .directory(Npm.folder().toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(tsc.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(tsc.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return said.lines().toList();
    }

    /** {@code $schema} names the standard and is none of the names that the type has. */
    private static String literal(String card) {
        return card.replace("\"$schema\":\"http://adaptivecards.io/schemas/adaptive-card.json\",", "");
    }

    @Test
    void every_card_is_of_microsofts_type_of_a_card() throws Exception {
        Set<String> cards = new LinkedHashSet<>();
        TeamsSamples.all().values().forEach(messages -> messages.forEach(m -> cards.add(literal(CardPage.card(m)))));
        StringBuilder source = new StringBuilder(IMPORT);
        List<String> all = new ArrayList<>(cards);
        for (int i = 0; i < all.size(); i++) {
            source.append("export const card").append(i).append(": IAdaptiveCard = ");
            source.append(all.get(i)).append(";\n");
        }
        assertThat(all).hasSizeGreaterThan(50);
        assertThat(compiled("cards.mts", source.toString())).isEmpty();
    }

    @Test
    void a_card_with_a_property_or_a_value_that_there_is_not_is_found() throws Exception {
        String card = literal(CardPage.card(TeamsSamples.cards().commands().getFirst()));
        String source = IMPORT
                + "export const one: IAdaptiveCard = "
                + card.replaceFirst("\"wrap\"", "\"wraps\"")
                + ";\nexport const two: IAdaptiveCard = "
                + card.replaceFirst("\"Bolder\"", "\"Boldest\"")
                + ";\n";
        assertThat(compiled("broken.mts", source))
                .hasSize(2)
                .anyMatch(line -> line.contains("wraps"))
                .anyMatch(line -> line.contains("Boldest"));
    }
}
