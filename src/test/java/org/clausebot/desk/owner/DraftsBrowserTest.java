package org.clausebot.desk.owner;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.clausebot.desk.DeskChromium;
import org.clausebot.http.Axe;
import org.clausebot.policy.draft.Shelf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An owner brings a document, corrects how it was read and publishes it, in a browser without scripts; then axe looks. */
class DraftsBrowserTest {
    @TempDir
    private Path folder;

    @Test
    void a_document_is_brought_corrected_and_published_without_scripts_and_every_page_is_accessible() throws Exception {
        Shelf shelf = new Shelf(folder.resolve("policies"));
        Path document = Files.writeString(
                folder.resolve("Phones.txt"), Shelf.FIRST.replace("1.1.2 lend phones", "1.1.2 sell phones"));
        try (DeskChromium browser = new DeskChromium();
                OwnerSite site = new OwnerSite(
                        Files.createDirectories(folder.resolve("site")), shelf.clock, DraftsPartTest.part(shelf))) {
            Page page = page(browser, site, new NewContextOptions().setJavaScriptEnabled(false));
            page.navigate(site.at(OwnerTab.DRAFTS.address()).toString());
            page.getByLabel("The document").setInputFiles(document);
            page.getByLabel("Short name").fill("phones");
            page.getByText("Read it").click();
            assertThat(page.locator("mark.of-clause")).hasCount(6);
            assertThat(page.locator(".changes")).containsText("sell");
            String draft = page.url();

            page.getByText("Correct 1.2").click();
            everyPageIsAccessible(browser, site, List.of(OwnerTab.DRAFTS.address(), draft, page.url()));
            page.getByLabel("The second begins with the words").fill("Lockers are");
            page.getByLabel("Its number, such as").fill("1.3");
            page.getByText("Split it").click();
            assertThat(page.locator("mark.of-clause")).hasCount(7);
            page.getByLabel("Note for the history").fill("Agreed by the governors");
            page.locator("form[action$='/publish'] button").click();
            assertThat(page.locator("[role=status]")).containsText("It is published");
            assertThat(shelf.says("1.3")).isEqualTo("Lockers are locked.");
            everyPageIsAccessible(browser, site, List.of(page.url()));
        }
    }

    private static Page page(DeskChromium browser, OwnerSite site, NewContextOptions options) {
        Page page = browser.page(options);
        page.context()
                .addCookies(List.of(new Cookie(site.cookieName(), OwnerSite.OWNER.id())
                        .setUrl(site.at("/").toString())));
        return page;
    }

    /** Light and dark, and no wider than a phone; pictures are kept where somebody wants to look. */
    private static void everyPageIsAccessible(DeskChromium browser, OwnerSite site, List<String> places)
            throws Exception {
        Optional<String> shots = Optional.ofNullable(System.getenv("CLAUSEBOT_SHOTS"));
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            Page page = page(
                    browser,
                    site,
                    new NewContextOptions().setColorScheme(scheme).setBypassCSP(true));
            Page phone = page(
                    browser,
                    site,
                    new NewContextOptions().setColorScheme(scheme).setViewportSize(320, 640));
            for (String place : places) {
                page.navigate(site.at(place).toString());
                page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)");
                Axe.assertAccessible(page, scheme + " " + place);
                phone.navigate(site.at(place).toString());
                assertThat(phone.evaluate("document.documentElement.scrollWidth"))
                        .as(place)
                        .isEqualTo(320);
                if (shots.isPresent()) {
                    String name = scheme + "-" + place.replaceAll("[^A-Za-z0-9]+", "-") + ".png";
                    page.screenshot(
                            new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of(shots.get(), name)));
                    phone.screenshot(new Page.ScreenshotOptions()
                            .setFullPage(true)
                            .setPath(Path.of(shots.get(), "phone-" + name)));
                }
            }
            page.context().close();
            phone.context().close();
        }
    }
}
