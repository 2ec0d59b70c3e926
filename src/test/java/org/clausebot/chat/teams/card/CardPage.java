package org.clausebot.chat.teams.card;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.clausebot.chat.web.Browser;
import org.clausebot.http.Npm;

/** A page in Chromium that draws cards with Microsoft's own renderer. */
final class CardPage implements AutoCloseable {
    /** About what a phone leaves for a card. */
    static final int PHONE = 320;

    static final int DESKTOP = 760;

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Chat programs break long words in messages, and draw boxes to tick as large as a finger needs; so does this page. */
    private static final String BODY = "<!doctype html><html lang='en-GB'><head><title>Cards</title><style>"
            + "body { margin: 0; font-family: 'Segoe UI', 'DejaVu Sans', sans-serif; }"
            + "main { overflow-wrap: anywhere; } h1 { font-size: 1px; margin: 0; }"
            + "input[type=checkbox], input[type=radio] { width: 24px; height: 24px; }</style>"
            + "</head><body><main><h1>Chat</h1><div id='card'></div></main></body></html>";

    private final Page page;
    private final boolean vertical;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    CardPage(Browser browser, int width) {
        page = browser.page(new NewContextOptions().setViewportSize(width, 800).setReducedMotion(ReducedMotion.REDUCE));
        page.onRequest(request -> complaints.add("asked for " + request.url()));
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> complaints.add(message.text()));
        vertical = width == PHONE;
        page.setContent(BODY);
        Path distributed = Npm.module("adaptivecards").resolve("dist");
        try {
            page.addStyleTag(new Page.AddStyleTagOptions()
                    .setContent(Files.readString(distributed.resolve("adaptivecards.css"))));
            page.addScriptTag(new Page.AddScriptTagOptions()
                    .setContent(Files.readString(distributed.resolve("adaptivecards.min.js"))));
            page.addScriptTag(new Page.AddScriptTagOptions()
                    .setContent(Files.readString(Path.of("src/test/resources/teams-card-page.js"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        complaints.clear();
    }

    /**
     * What became of a card.
     *
     * @param events what the parser or the validation of properties complains of
     * @param markdown all texts that were read as markdown
     * @param lines what can be read but for buttons and choices, element by element
     * @param cut elements that are wider than what is seen of them
     * @param json the card as the parser understood it
     */
    record Drawn(
            List<String> events,
            List<String> markdown,
            List<String> lines,
            List<String> buttons,
            List<String> choices,
            List<String> cut,
            JsonNode json) {}

    Drawn draw(TeamsMessage message) {
        return drawn(page.evaluate("([card, vertical]) => draw(card, vertical)", List.of(card(message), vertical)));
    }

    /** Several, of which the last stays on the page. */
    List<Drawn> draw(List<TeamsMessage> messages) {
        List<?> all = (List<?>) page.evaluate(
                "([cards, vertical]) => cards.map(card => draw(card, vertical))",
                List.of(messages.stream().map(CardPage::card).toList(), vertical));
        List<Drawn> drawn = new ArrayList<>();
        all.forEach(one -> drawn.add(drawn(one)));
        return drawn;
    }

    static String card(TeamsMessage message) {
        return message.card().orElseThrow();
    }

    private static Drawn drawn(Object evaluated) {
        Map<?, ?> found = (Map<?, ?>) evaluated;
        try {
            return new Drawn(
                    texts(found, "events"),
                    texts(found, "markdown"),
                    texts(found, "lines"),
                    texts(found, "buttons"),
                    texts(found, "choices"),
                    texts(found, "cut"),
                    JSON.readTree((String) Objects.requireNonNull(found.get("json"))));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> texts(Map<?, ?> found, String name) {
        return ((List<?>) Objects.requireNonNull(found.get(name)))
                .stream().map(String.class::cast).toList();
    }

    Page page() {
        return page;
    }

    /** What went wrong on the page, or was asked for from elsewhere; nothing may be. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        page.context().close();
    }
}
