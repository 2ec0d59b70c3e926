package org.clausebot.chat.teams.card;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.clausebot.chat.slack.block.SlackSamples;
import org.clausebot.chat.teams.card.CardPage.Drawn;
import org.clausebot.chat.web.Browser;
import org.clausebot.http.Axe;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every card as Microsoft's own parser takes it and as its own renderer draws it, on a phone and on a desktop. With {@code
 * -Dteams.shots=true} pictures are left in {@code target/shots/teams}.
 */
class CardsDrawnTest {
    /**
     * What the parser leaves out of what it understood: what it takes for granted, what is Teams's own, and what is used
     * only where the rest is not understood. {@link CardTypesTest} holds these.
     */
    private static final Set<String> TAKEN_FOR_GRANTED =
            Set.of("$schema", "msteams", "associatedInputs", "style", "fallback");

    private static Browser browser;
    private static CardPage phone;
    private static CardPage desktop;

    @BeforeAll
    static void open() {
        browser = new Browser();
        phone = new CardPage(browser, CardPage.PHONE);
        desktop = new CardPage(browser, CardPage.DESKTOP);
    }

    @AfterAll
    static void close() {
        phone.close();
        desktop.close();
        browser.close();
    }

    /** Each card once, by a name. */
    private static Map<String, TeamsMessage> cards() {
        Map<TeamsMessage, String> names = new LinkedHashMap<>();
        TeamsSamples.all().forEach((name, messages) -> {
            for (TeamsMessage message : messages) {
                names.putIfAbsent(message, messages.size() == 1 ? name : name + "-" + (messages.indexOf(message) + 1));
            }
        });
        Map<String, TeamsMessage> cards = new LinkedHashMap<>();
        names.forEach((message, name) -> cards.put(name, message));
        return cards;
    }

    @TestFactory
    Stream<DynamicTest> microsofts_parser_takes_each_card_and_misses_nothing_in_it() {
        return cards().entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    Drawn drawn = desktop.draw(entry.getValue());
                    assertThat(drawn.events()).isEmpty();
                    assertThat(missed(CardRules.read(CardPage.card(entry.getValue())), drawn.json(), ""))
                            .isEmpty();
                    assertThat(desktop.complaints()).isEmpty();
                }));
    }

    /** What of {@code sent} the parser did not understand. */
    private static List<String> missed(JsonNode sent, JsonNode understood, String at) {
        List<String> missed = new ArrayList<>();
        if (sent.isObject() && !at.endsWith("/data")) {
            sent.properties().forEach(field -> {
                if (!TAKEN_FOR_GRANTED.contains(field.getKey())) {
                    missed.addAll(missed(field.getValue(), understood.path(field.getKey()), at + "/" + field.getKey()));
                }
            });
        } else if (sent.isArray()) {
            for (int i = 0; i < sent.size(); i++) {
                missed.addAll(missed(sent.path(i), understood.path(i), at + "/" + i));
            }
        } else if (!sent.equals(understood)) {
            missed.add(at + ": " + sent + " was understood as " + understood);
        }
        return missed;
    }

    @TestFactory
    Stream<DynamicTest> nothing_is_cut_and_everybody_can_use_it() {
        return cards().entrySet().stream()
                .flatMap(entry -> Stream.of(phone, desktop)
                        .map(page -> DynamicTest.dynamicTest(
                                entry.getKey() + (page == phone ? " on a phone" : " on a desktop"),
                                () -> usable(page, entry.getKey(), entry.getValue()))));
    }

    private static void usable(CardPage page, String name, TeamsMessage message) {
        Drawn drawn = page.draw(message);
        assertThat(drawn.cut()).isEmpty();
        assertThat(drawn.buttons()).hasSize(CardRules.shownButtons(message));
        if (page == phone) {
            Axe.assertAccessible(page.page(), name);
        }
        assertThat(page.complaints()).isEmpty();
        if (Boolean.getBoolean("teams.shots")) {
            Path file = Path.of("target/shots/teams", name + (page == phone ? "-phone.png" : "-desktop.png"));
            page.page().screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
        }
    }

    private static List<String> lines(String name) {
        return desktop.draw(Objects.requireNonNull(cards().get(name))).lines();
    }

    @Test
    void what_a_person_wrote_is_drawn_as_written() {
        String hostile = SlackSamples.HOSTILE;
        assertThat(lines("status.alone")).contains(hostile);
        assertThat(lines("step-confirm.alone")).contains(hostile);
        assertThat(lines("dialog-wrong")).contains(TeamsSamples.HOSTILE);
        assertThat(desktop.page().locator("textarea").first().inputValue()).isEqualTo(TeamsSamples.HOSTILE);
        List<TeamsMessage> words = TeamsSamples.cards().words(TeamsSamples.HOSTILE);
        assertThat(desktop.draw(words.getFirst()).lines()).containsExactly(TeamsSamples.HOSTILE);
        assertThat(desktop.complaints()).isEmpty();
    }
}
