package org.clausebot.chat.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.clausebot.http.Axe;
import org.clausebot.policy.SchoolId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrowserTest {
    private static final List<String> PLACES = List.of(
            "/report",
            "/policies",
            "/policies/social-media",
            "/policies/hostile",
            "/find",
            "/find?q=personal",
            "/find?q=((phone",
            "/nowhere");
    private static Browser browser;

    @TempDir
    private Path folder;

    private TestSite site;
    private final List<Page> pages = new ArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void openBrowser() {
        browser = new Browser();
    }

    @AfterAll
    static void closeBrowser() {
        browser.close();
    }

    @BeforeEach
    void start() throws Exception {
        site = new TestSite(folder);
    }

    @AfterEach
    void stop() {
        pages.forEach(page -> page.context().close());
        site.close();
    }

    private Page signedIn(NewContextOptions options) {
        Page page = browser.page(options);
        pages.add(page);
        page.onRequest(request -> {
            URI asked = URI.create(request.url().replaceAll("[?#].*", ""));
            if (asked.getPort() != site.server.port() && !request.url().startsWith("data:")) {
                complaints.add("left the server: " + asked);
            }
        });
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("status of 4")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.navigate(site.link().toString());
        return page;
    }

    private Page signedIn() {
        return signedIn(new NewContextOptions());
    }

    private static void ask(Page page, String question) {
        int before = page.locator(".exchange").count();
        page.locator("#question").fill(question);
        page.locator("#question").press("Enter");
        assertThat(page.locator(".exchange")).hasCount(before + 1);
    }

    private void assertNoComplaints() {
        assertThat(complaints).isEmpty();
    }

    @Test
    void an_answer_comes_in_place_and_the_focus_stays_in_the_box() {
        Page page = signedIn();
        assertThat(page).hasURL(site.at("/").toString());
        page.evaluate("window.sameDocument = true");
        page.getByText("Can I friend a parent?").click();
        assertThat(page.locator("#log blockquote")).hasCount(2);
        assertThat(page.locator("#log .says")).hasText("No clause says this directly; the nearest are:");
        assertThat(page.locator("#question")).isFocused();
        assertThat(page.locator("#question")).hasValue("");
        assertThat(page.locator("#log")).hasAttribute("role", "log");
        assertThat(page.locator("#log")).hasAttribute("aria-live", "polite");
        assertThat(page.evaluate("window.sameDocument")).isEqualTo(true);
        page.reload();
        assertThat(page.locator("#log blockquote")).hasCount(2);
        assertNoComplaints();
    }

    @Test
    void a_quotes_link_opens_the_clause_within_the_policy() {
        Page page = signedIn();
        ask(page, "quote 2.6.2");
        page.getByText("Read it in the policy").click();
        assertThat(page).hasURL(site.at("/policies/social-media#2.6.2").toString());
        Locator clause = page.locator("[id='2.6.2']");
        assertThat(clause).isInViewport();
        assertThat(page.evaluate("document.querySelector(':target').id")).isEqualTo("2.6.2");
        page.goBack();
        assertThat(page.locator("#log blockquote")).hasCount(1);
        page.navigate(site.at("/policies/social-media#1.1.1-3").toString());
        assertThat(page.locator("[id='1.1.1-3']")).isInViewport();
        assertNoComplaints();
    }

    @Test
    void a_vote_is_thanked_in_place_keeps_the_focus_and_may_change() {
        Page page = signedIn();
        ask(page, "quote 2.4.6");
        Locator helpful = page.locator("button[value=helpful]");
        helpful.click();
        assertThat(page.locator(".thanks")).containsText("Noted as helpful");
        assertThat(helpful).hasAttribute("aria-pressed", "true");
        assertThat(helpful).isFocused();
        assertThat(page.locator("#announcer")).containsText("Noted as helpful");
        page.locator("button[value=not-asked]").click();
        assertThat(page.locator("button[value=not-asked]")).hasAttribute("aria-pressed", "true");
        assertThat(helpful).hasAttribute("aria-pressed", "false");
        assertThat(site.feedback.tally(SchoolId.DEFAULT, site.policy.id()))
                .hasSize(1)
                .allMatch(t -> t.count() == 1);
        assertNoComplaints();
    }

    @Test
    void a_quote_can_be_copied_with_number_lead_in_policy_and_version() {
        Page page = signedIn(new NewContextOptions().setPermissions(List.of("clipboard-read", "clipboard-write")));
        ask(page, "quote 2.4.6");
        page.getByText("Copy quote").click();
        assertThat(page.locator("#announcer")).hasText("Copied.");
        assertThat(page.evaluate("navigator.clipboard.readText()"))
                .isEqualTo("2.4.6 Adults working in schools should not: Use school ICT equipment for personal use, e.g."
                        + " camera or computers.\n(Social Media Policy, version 2018-06)");
        assertNoComplaints();
    }

    @Test
    void the_whole_journey_works_with_the_keyboard_alone() {
        Page page = signedIn();
        page.keyboard().press("Tab");
        assertThat(page.locator(".skip")).isFocused();
        page.keyboard().press("Enter");
        tabTo(page, "#question");
        page.keyboard().type("quote 2.4.6");
        page.keyboard().press("Enter");
        assertThat(page.locator("#log blockquote")).hasCount(1);
        assertThat(page.locator("#question")).isFocused();
        shiftTabTo(page, "button[value=helpful]");
        page.keyboard().press("Space");
        assertThat(page.locator(".thanks")).isVisible();
        shiftTabTo(page, ".actions a");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(site.at("/policies/social-media#2.4.6").toString());
        shiftTabTo(page, ".report-link");
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("Report something");
        assertNoComplaints();
    }

    private static void tabTo(Page page, String target) {
        press(page, target, "Tab");
    }

    private static void shiftTabTo(Page page, String target) {
        press(page, target, "Shift+Tab");
    }

    /** Every stop on the way must show where the focus is. */
    private static void press(Page page, String target, String key) {
        for (int i = 0; i < 200; i++) {
            page.keyboard().press(key);
            Object shown =
                    page.evaluate("() => { const e = document.activeElement; if (e === document.body) return true;"
                            + " const s = getComputedStyle(e); return s.outlineStyle !== 'none' || e.id === 'main'"
                            + " || e.id === 'log'; }");
            assertThat(shown).as("focus is visible on the way to " + target).isEqualTo(true);
            if ((Boolean) page.evaluate("t => document.activeElement.matches(t)", target)) {
                return;
            }
        }
        throw new AssertionError("The keyboard never reaches " + target);
    }

    @Test
    void without_script_everything_works_by_plain_forms() {
        Page page = signedIn(new NewContextOptions().setJavaScriptEnabled(false));
        page.locator("#question").fill("quote 2.4.6");
        page.locator("button.go").click();
        assertThat(page.locator("#latest blockquote .lead-in")).hasText("Adults working in schools should not:");
        assertThat(page.locator("#latest")).isInViewport();
        page.locator("button[value=helpful]").click();
        assertThat(page.locator(".thanks")).containsText("Noted as helpful");
        assertThat(page.locator(".copy")).isHidden();
        page.locator("#question").fill("hello");
        page.locator("button.go").click();
        assertThat(page.locator(".exchange")).hasCount(2);
        page.getByText("Start again").click();
        assertThat(page.locator(".exchange")).hasCount(0);
        page.getByText("Sign out").click();
        assertThat(page.locator("h1")).hasText("Sign in");
    }

    @Test
    void a_script_is_shown_and_never_run_whether_asked_or_in_a_policy() {
        Page page = signedIn();
        String typed = "<script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">";
        ask(page, typed);
        assertThat(page.locator(".asked p").last()).containsText(typed);
        ask(page, "hostile");
        assertThat(page.locator("blockquote").nth(2))
                .hasText("Never type <script>document.title='owned'</script> & \"quotes\" or 'single' ones.");
        page.navigate(site.at("/policies/hostile").toString());
        assertThat(page.locator("[id='1.2'] p"))
                .hasText("</blockquote><img src=x onerror=\"document.title='owned'\"> ${7*7} {{7*7}}");
        assertThat(page.title()).doesNotContain("owned");
        assertNoComplaints();
    }

    @Test
    void nothing_is_wider_than_a_phone_and_nothing_leaves_the_server() {
        Page page = signedIn(new NewContextOptions().setViewportSize(320, 568).setHasTouch(true));
        assertFits(page);
        ask(page, "friend" + "x".repeat(300));
        ask(page, "indecent image");
        ask(page, "covered?");
        assertFits(page);
        assertThat(page.locator(".dock-report")).isInViewport();
        for (String place : PLACES) {
            page.navigate(site.at(place).toString());
            assertFits(page);
        }
        assertNoComplaints();
    }

    private static void assertFits(Page page) {
        Object tooWide = page.evaluate("() => document.documentElement.scrollWidth - innerWidth");
        assertThat(((Number) tooWide).intValue()).as(page.url()).isLessThanOrEqualTo(0);
    }

    @Test
    void at_twice_the_size_all_is_readable_without_scrolling_sideways() {
        // Zooming a window of 1280 by 800 to 200% leaves 640 by 400 CSS pixels.
        Page page = signedIn(new NewContextOptions().setViewportSize(640, 400).setDeviceScaleFactor(2));
        ask(page, "quote 2.4.6");
        assertFits(page);
        // The answer has the little room there is; the box comes back with the first letter typed.
        assertThat(page.locator("blockquote")).isInViewport();
        assertThat(page.locator("#question")).isFocused();
        page.keyboard().type("x");
        assertThat(page.locator("#question")).isInViewport();
        assertThat(page.locator(".dock")).not().hasCSS("position", "sticky");
        page.navigate(site.at("/policies/social-media").toString());
        assertFits(page);
        assertThat(page.locator(".report-link")).isInViewport();
    }

    @Test
    void the_way_to_report_is_always_in_sight() {
        Page page = signedIn();
        ask(page, "friend");
        ask(page, "friend");
        assertThat(page.locator(".report-link")).isInViewport();
        page.navigate(site.at("/policies/social-media#2.8.5").toString());
        assertThat(page.locator(".report-link")).isInViewport();
    }

    @Test
    void dark_calm_and_high_contrast_settings_are_followed() {
        Page dark = signedIn(
                new NewContextOptions().setColorScheme(ColorScheme.DARK).setReducedMotion(ReducedMotion.REDUCE));
        assertThat(dark.locator("body")).hasCSS("background-color", "rgb(18, 24, 25)");
        ask(dark, "quote 2.4.6");
        assertThat(dark.locator(".exchange")).hasCSS("animation-name", "none");
        Page light = signedIn(new NewContextOptions().setColorScheme(ColorScheme.LIGHT));
        assertThat(light.locator("body")).hasCSS("background-color", "rgb(247, 245, 240)");
        Page forced = signedIn(new NewContextOptions().setForcedColors(ForcedColors.ACTIVE));
        ask(forced, "quote 2.4.6");
        assertThat(forced.locator(".quote")).hasCSS("border-left-style", "solid");
    }

    @Test
    void a_policy_prints_without_what_only_a_screen_needs() {
        Page page = signedIn();
        page.navigate(site.at("/policies/social-media").toString());
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        for (String screenOnly : List.of(".top", ".contents")) {
            assertThat(page.locator(screenOnly)).isHidden();
        }
        assertThat(page.locator("[id='2.4.6'] p")).isVisible();
        assertThat(page.pdf()).hasSizeGreaterThan(10_000);
    }

    @Test
    void after_first_steps_one_click_says_that_it_was_only_a_question_and_another_leads_to_the_report() {
        Page page = signedIn();
        List<String> sent = new ArrayList<>();
        ask(page, "indecent image?");
        assertThat(page.locator(".below .quote").first()).isHidden();
        page.onRequest(request -> sent.add(request.url()));
        BoundingBox steps = page.locator(".first-steps").boundingBox();
        page.locator(".below summary").click();
        assertThat(page.locator(".below .quote").last()).isVisible();
        assertThat(sent).isEmpty();
        BoundingBox after = page.locator(".first-steps").boundingBox();
        // A scrolled box is placed anew between two pixels of the screen.
        assertThat(after.width).isCloseTo(steps.width, within(1.0));
        assertThat(after.height).isCloseTo(steps.height, within(1.0));
        page.locator(".go-on button").click();
        assertThat(page.locator(".exchange")).hasCount(2);
        assertThat(page.locator(".exchange").last().locator(".asked")).containsText("This was only a question");
        page.locator(".go-on a").click();
        assertThat(page.locator("main")).containsText("Report an indecent image");
    }

    @Test
    void a_server_that_has_gone_is_noticed_and_the_question_kept() {
        Page page = signedIn();
        page.route("**/ask", route -> route.abort());
        page.locator("#question").fill("Can I friend a parent?");
        page.locator("#question").press("Enter");
        assertThat(page.locator("#log .problem")).containsText("cannot be reached");
        assertThat(page.locator("#question")).hasValue("Can I friend a parent?");
    }

    @Test
    void an_accessibility_check_finds_nothing_on_any_page_in_light_and_dark() {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            NewContextOptions options =
                    new NewContextOptions().setColorScheme(scheme).setReducedMotion(ReducedMotion.REDUCE);
            Page stranger = browser.page(options);
            pages.add(stranger);
            stranger.navigate(site.at("/").toString());
            Axe.assertAccessible(stranger, scheme + " sign in");
            stranger.locator("#token").fill("wrong");
            stranger.locator("button.go").click();
            Axe.assertAccessible(stranger, scheme + " sign in failed");
            Page page = signedIn(options);
            Axe.assertAccessible(page, scheme + " empty");
            for (String question : List.of("friend", "quote 2.4.6", "covered?", "indecent image", "hello")) {
                ask(page, question);
            }
            page.locator("button[value=helpful]").first().click();
            assertThat(page.locator(".thanks")).isVisible();
            Axe.assertAccessible(page, scheme + " conversation");
            for (String place : PLACES) {
                page.navigate(site.at(place).toString());
                Axe.assertAccessible(page, scheme + " " + place);
            }
        }
        assertNoComplaints();
    }
}
