package org.clausebot.desk.owner;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.clausebot.desk.DeskChromium;
import org.clausebot.http.Axe;
import org.clausebot.search.ClauseIndex;
import org.clausebot.search.TestIndexes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages of the numbers, the policy as staff use it and the search, in a browser. */
class StaffUseBrowserTest {
    private static final List<String> PLACES = List.of(
            OwnerTab.OVERVIEW.address(),
            OwnerTab.CLAUSES.address() + "/social-media",
            OwnerTab.CLAUSES.address() + "/social-media?show=uncounted",
            OwnerTab.SEARCH.address() + "?q=friend+AND+facebook",
            OwnerTab.SEARCH.address() + "?q=friend+AND+(parent");

    @TempDir
    private static Path folder;

    private static DeskChromium browser;
    private static ClauseIndex index;
    private static OwnerSite site;

    private final List<Page> pages = new ArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        browser = new DeskChromium();
        index = TestIndexes.socialMedia();
        site = new OwnerSite(folder, StaffUse.CLOCK, StaffUse.parts(StaffUse.autumn(), index));
    }

    @AfterAll
    static void stop() {
        site.close();
        index.close();
        browser.close();
    }

    @AfterEach
    void close() {
        pages.forEach(page -> page.context().close());
    }

    private Page page(NewContextOptions options) {
        Page page = browser.page(options);
        pages.add(page);
        page.context()
                .addCookies(List.of(new Cookie(site.cookieName(), OwnerSite.OWNER.id())
                        .setUrl(site.at("/").toString())));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("status of 400")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        return page;
    }

    private static void open(Page page, String path) {
        page.navigate(site.at(path).toString());
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)");
    }

    @Test
    void charts_are_drawn_from_their_tables_and_nothing_offends_the_browser() {
        Page page = page(new NewContextOptions());
        open(page, PLACES.getFirst());
        assertThat(page.locator("figure.chart:visible")).hasCount(6);
        assertThat(page.evaluate("(() => { const chart = Chart.getChart(document.querySelector('[data-table=clauses]'));"
                        + " return JSON.stringify([chart.data.labels, chart.data.datasets.map(d => d.data)]); })()"))
                .isEqualTo(page.evaluate("(() => { const rows = [...document.querySelectorAll('#clauses tbody tr')];"
                        + " const value = c => c.dataset.value ? Number(c.dataset.value) : null;"
                        + " return JSON.stringify([rows.map(r => r.cells[0].dataset.short),"
                        + " [1, 2].map(i => rows.map(r => value(r.cells[i])))]); })()"));
        assertThat(complaints).isEmpty();
    }

    @Test
    void without_scripts_the_tables_say_it_all() {
        Page page = page(new NewContextOptions().setJavaScriptEnabled(false));
        page.navigate(site.at(PLACES.getFirst()).toString());
        assertThat(page.locator("figure.chart:visible")).hasCount(0);
        assertThat(page.locator("#helpfulness")).isVisible();
    }

    @Test
    void every_page_is_accessible_light_and_dark_and_no_wider_than_a_phone() {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            Page page = page(new NewContextOptions().setColorScheme(scheme).setBypassCSP(true));
            for (String place : PLACES) {
                open(page, place);
                Axe.assertAccessible(page, scheme + " " + place);
            }
        }
        Page phone = page(new NewContextOptions().setViewportSize(320, 640));
        for (String place : PLACES) {
            open(phone, place);
            assertThat(phone.evaluate("document.documentElement.scrollWidth"))
                    .as(place)
                    .isEqualTo(320);
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void pictures_of_the_pages_can_be_taken() throws IOException {
        Optional<String> where = Optional.ofNullable(System.getenv("CLAUSEBOT_SHOTS"));
        Path shots = where.map(Path::of).orElse(folder.resolve("shots"));
        Files.createDirectories(shots);
        // All of them only where somebody wants to look.
        List<ColorScheme> schemes = where.isPresent() ? List.of(ColorScheme.LIGHT, ColorScheme.DARK) : List.of(ColorScheme.LIGHT);
        for (int width : where.isPresent() ? List.of(1280, 390) : List.of(390)) {
            for (ColorScheme scheme : schemes) {
                Page page = page(
                        new NewContextOptions().setViewportSize(width, 900).setColorScheme(scheme));
                for (String place : PLACES) {
                    page.navigate(site.at(place).toString());
                    String name = width + "-" + scheme + place.replaceAll("[^A-Za-z0-9]+", "-") + ".png";
                    assertThat(page.screenshot(new Page.ScreenshotOptions()
                                    .setFullPage(true)
                                    .setPath(shots.resolve(name))))
                            .as(place)
                            .hasSizeGreaterThan(5_000);
                }
            }
        }
    }
}
