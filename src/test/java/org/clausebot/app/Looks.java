package org.clausebot.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import org.clausebot.chat.web.Browser;
import org.clausebot.http.Axe;

/**
 * Looks at what somebody's browser shows, in light, in dark and at the width of a phone: axe finds nothing, nothing is wider
 * than the page, and a picture of each is kept in {@code target/screenshots} for people to look at.
 */
final class Looks {
    private static final Path FOLDER = Path.of("target/screenshots");
    private static final int PHONE = 390;

    private final Page page;

    /** axe is put into the page, which the pages' own rules would not let it; the journey itself is played under them. */
    Looks(Browser browser) {
        page = browser.page(new NewContextOptions().setBypassCSP(true));
        page.context().setDefaultTimeout(30_000);
    }

    /** @param details whether what is folded away is looked at as well */
    void at(Page other, String name, boolean details) {
        page.context().clearCookies();
        page.context().addCookies(other.context().cookies());
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            page.setViewportSize(1280, 900);
            page.navigate(other.url());
            if (details) {
                page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)");
            }
            seen(name + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT));
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(PHONE, 844);
        seen(name + "-phone");
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
                .as(name)
                .isEqualTo(PHONE);
    }

    private void seen(String name) {
        Axe.assertAccessible(page, name);
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(FOLDER.resolve(name + ".png")));
    }

    void close() {
        page.context().close();
    }
}
