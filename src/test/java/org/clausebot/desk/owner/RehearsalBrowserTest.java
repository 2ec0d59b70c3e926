package org.clausebot.desk.owner;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.clausebot.desk.DeskChromium;
import org.clausebot.http.Axe;
import org.clausebot.insight.RehearsalRoom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rehearsal and the governors' report in a browser. */
class RehearsalBrowserTest {
    private static final String REHEARSALS = OwnerTab.REHEARSAL.address();
    private static final AtomicReference<CountDownLatch> GO_ON = new AtomicReference<>(new CountDownLatch(0));

    @TempDir
    private static Path folder;

    private static @Nullable DeskChromium browser;
    private static @Nullable RehearsalRoom room;
    private static @Nullable OwnerSite site;

    private final List<Page> pages = new ArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        browser = new DeskChromium();
        room = new RehearsalRoom((school, draft, progress) -> {
            progress.at(3, 10);
            try {
                GO_ON.get().await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return RehearsalPartTest.rehearsed();
        });
        site = new OwnerSite(
                folder,
                ReportPartTest.CLOCK,
                new RehearsalPart(room, () -> List.of(RehearsalPartTest.IN_FORCE), new RehearsalPartTest.Kept()),
                ReportPartTest.part(ReportPartTest.CLOCK));
    }

    @AfterAll
    static void stop() {
        Objects.requireNonNull(room).close();
        Objects.requireNonNull(site).close();
        Objects.requireNonNull(browser).close();
    }

    @AfterEach
    void close() {
        pages.forEach(page -> page.context().close());
    }

    private Page page(NewContextOptions options) {
        OwnerSite here = Objects.requireNonNull(site);
        Page page = Objects.requireNonNull(browser).page(options);
        pages.add(page);
        page.context()
                .addCookies(List.of(new Cookie(here.cookieName(), OwnerSite.OWNER.id())
                        .setUrl(here.at("/").toString())));
        return page;
    }

    private static String at(String path) {
        return Objects.requireNonNull(site).at(path).toString();
    }

    private static void begin(Page page) {
        page.navigate(at(REHEARSALS));
        page.getByLabel("A draft or version that is kept here").selectOption("d-1");
        page.locator("button:text('Rehearse it')").click();
    }

    @Test
    void the_bar_moves_and_the_result_comes_by_itself_and_without_scripts_by_looking_again() {
        for (boolean scripts : List.of(true, false)) {
            GO_ON.set(new CountDownLatch(1));
            Page page = page(new NewContextOptions().setJavaScriptEnabled(scripts));
            begin(page);
            assertThat(page.locator("progress")).isVisible();
            if (!scripts) {
                page.locator("a:text('Look again')").click();
            }
            assertThat(page.locator(".rehearsal-count")).hasText("30% of the questions are asked");
            GO_ON.get().countDown();
            if (!scripts) {
                while (Objects.requireNonNull(room).state() instanceof RehearsalRoom.State.Running) {
                    Thread.onSpinWait();
                }
                page.locator("a:text('Look again')").click();
            }
            assertThat(page.locator("#rehearsal")).isVisible();
        }
    }

    @Test
    void both_pages_are_accessible_light_and_dark_and_no_wider_than_a_phone() {
        GO_ON.set(new CountDownLatch(0));
        Page first = page(new NewContextOptions());
        begin(first);
        assertThat(first.locator("#rehearsal")).isVisible();
        List<String> places = List.of(REHEARSALS, OwnerTab.REPORT.address());
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            Page page = page(new NewContextOptions().setColorScheme(scheme).setBypassCSP(true));
            for (String place : places) {
                open(page, place);
                Axe.assertAccessible(page, scheme + " " + place);
                picture(page, scheme + place);
            }
        }
        Page phone = page(new NewContextOptions().setViewportSize(320, 640));
        for (String place : places) {
            open(phone, place);
            assertThat(phone.evaluate("document.documentElement.scrollWidth"))
                    .as(place)
                    .isEqualTo(320);
            picture(phone, "phone" + place);
        }
    }

    private static void open(Page page, String place) {
        page.navigate(at(place));
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)");
    }

    /** For whoever wants to look; see {@code CLAUSEBOT_SHOTS}. */
    private static void picture(Page page, String name) {
        String where = System.getenv("CLAUSEBOT_SHOTS");
        if (where != null) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of(where, name.replaceAll("[^A-Za-z0-9]+", "-") + ".png")));
        }
    }
}
