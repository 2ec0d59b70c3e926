package org.clausebot.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.clausebot.http.Axe;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeskBrowserTest {
    private List<String> places() {
        return List.of(
                "/desk",
                "/desk?q=nothing-like-it",
                "/desk?status=nonsense",
                theCase(),
                theCase() + "/print",
                theCase() + "/evidence/" + site.filed.file + "/original",
                "/desk/register",
                "/desk/retention?by=2030-01-01",
                "/desk/retention?by=yesterday");
    }

    private String theCase() {
        return "/desk/cases/" + site.filed.contact;
    }

    private static DeskChromium browser;

    @TempDir
    private Path folder;

    private DeskSite site;
    private final List<Page> pages = new ArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void openBrowser() {
        browser = new DeskChromium();
    }

    @AfterAll
    static void closeBrowser() {
        browser.close();
    }

    @BeforeEach
    void start() throws Exception {
        site = new DeskSite(folder, new Fixtures(folder).file());
    }

    @AfterEach
    void stop() throws IOException {
        pages.forEach(page -> page.context().close());
        site.close();
    }

    private Page as(String receiver, NewContextOptions options) {
        Page page = browser.page(options);
        pages.add(page);
        page.context()
                .addCookies(List.of(new Cookie(site.cookieName(), receiver)
                        .setUrl(site.at("/").toString())));
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
        return page;
    }

    private Page as(String receiver) {
        return as(receiver, new NewContextOptions());
    }

    private void open(Page page, String path) {
        page.navigate(site.at(path).toString());
    }

    /** Scripts are off: the desk needs none. */
    @Test
    void a_case_is_worked_from_first_look_to_closed_without_scripts() {
        Page page = as("amina-khan", new NewContextOptions().setJavaScriptEnabled(false));
        open(page, "/desk");
        page.getByText("Report contact from a pupil").click();
        assertThat(page.locator("h1")).hasText("Report contact from a pupil");
        assertThat(page.locator(".answers")).containsText("Łukasz Ångström, 6B");

        page.locator("#note-words").fill("Rang the parents.");
        page.getByText("Keep the note").click();
        assertThat(page.locator(".done")).hasText("Your note is kept. The reporter cannot see it.");
        page.locator("#message-words").fill("We are looking into it.");
        page.getByText("Send to the reporter").click();
        assertThat(page.locator(".done")).containsText("The reporter sees it");
        page.getByText("Add somebody").click();
        page.locator("#recipient-receiver").selectOption("ravi-patel");
        page.locator("#recipient-reason").fill("Knows the class");
        page.getByText("Add them to the case").click();
        assertThat(page.locator(".people")).containsText("Ravi Patel");
        page.getByText("Set a legal hold").click();
        page.locator("#hold-reason").fill("The police asked");
        page.getByText("Hold the case").click();
        assertThat(page.locator("h1 + .case-marks")).containsText("Legal hold");
        page.locator("#status-status").selectOption("closed");
        page.locator("#status-reason").fill("Settled with the family.");
        page.getByText("Show the reason to the reporter").click();
        page.locator(".panel button.go").click();
        assertThat(page.locator(".done")).hasText("The status is now “Closed”. The reporter can read your reason.");
        assertThat(page.locator(".chronology")).containsText("Closed: Settled with the family.");

        page.getByText("Hand the case over").click();
        page.locator("#hand-over-receiver").selectOption("zoe-o-brien");
        page.locator("#hand-over-reason").fill("On leave");
        page.locator("form[action$=hand-over] [name=sure]").check();
        page.getByText("Hand it over").click();
        assertThat(page).hasURL(java.util.regex.Pattern.compile(".*/desk\\?done=.*"));
        assertThat(page.locator(".done")).containsText("The case is handed over.");
        assertThat(page.locator(".case-list")).not().containsText("Report contact from a pupil");
        assertThat(complaints).isEmpty();
    }

    @Test
    void a_note_and_a_message_look_and_read_differently() {
        Page page = as("amina-khan");
        open(page, theCase());
        Locator note = page.locator(".note-form");
        Locator message = page.locator(".message-form");
        assertThat(note.locator(".who-sees")).hasText("Only those who have the case see this");
        assertThat(message.locator(".who-sees")).hasText("The reporter will see this");
        assertThat(colour(message)).isNotEqualTo(colour(note));
        assertThat(colour(page.locator(".event-message"))).isNotEqualTo(colour(page.locator(".event-note")));
        assertThat(page.locator("#message-words")).hasAttribute("aria-describedby", "message-who");
    }

    private static Object colour(Locator element) {
        return element.evaluate("e => getComputedStyle(e).backgroundColor");
    }

    @Test
    void files_are_only_ever_saved_and_the_original_needs_a_second_press() throws IOException {
        Page page = as("amina-khan");
        open(page, theCase());
        Download clean = page.waitForDownload(
                () -> page.getByText("Download the clean copy").click());
        assertThat(new String(Files.readAllBytes(clean.path()), StandardCharsets.ISO_8859_1))
                .doesNotContain("taken at home by Jo");
        assertThat(clean.suggestedFilename()).isEqualTo("écran “1”.png");
        page.getByText("The original …").click();
        assertThat(page.locator("main")).containsText("Take the clean copy unless you must have the original.");
        Download original = page.waitForDownload(
                () -> page.getByText("Download the original").click());
        assertThat(new String(Files.readAllBytes(original.path()), StandardCharsets.ISO_8859_1))
                .contains("taken at home by Jo");
        assertThat(page.locator("img[src*=evidence]")).hasCount(0);
        assertThat(complaints).isEmpty();
    }

    @Test
    void every_page_is_accessible_light_and_dark() {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            Page page = as(
                    "amina-khan", new NewContextOptions().setColorScheme(scheme).setBypassCSP(true));
            site.mail.add("The mail server has not taken anything since 9:00.");
            for (String place : places()) {
                open(page, place);
                page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)");
                Axe.assertAccessible(page, scheme + " " + place);
            }
        }
    }

    @Test
    void no_page_is_wider_than_a_phone() {
        Page page = as("amina-khan", new NewContextOptions().setViewportSize(320, 640));
        for (String place : places()) {
            open(page, place);
            page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)");
            assertThat(page.evaluate("document.documentElement.scrollWidth"))
                    .as(place)
                    .isEqualTo(320);
        }
    }

    @Test
    void the_print_view_has_the_whole_case_and_no_buttons() {
        Page page = as("amina-khan");
        open(page, theCase() + "/print");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator("main")).containsText("Ring the parents first.");
        assertThat(page.locator("main")).containsText(java.util.regex.Pattern.compile("[0-9a-f]{64}"));
        assertThat(page.locator("main form")).hasCount(0);
        assertThat(page.locator(".back")).isHidden();
        assertThat(page.title()).doesNotContain("owned");
    }

    @Test
    void pictures_of_the_pages_can_be_taken() throws IOException {
        Optional<String> where = Optional.ofNullable(System.getenv("CLAUSEBOT_SHOTS"));
        Path shots = where.map(Path::of).orElse(folder.resolve("shots"));
        Files.createDirectories(shots);
        for (int width : List.of(1280, 390)) {
            Page page = as("amina-khan", new NewContextOptions().setViewportSize(width, 900));
            for (String place : places()) {
                open(page, place);
                String name = width + site.filed.steady(place).replaceAll("[^A-Za-z0-9]+", "-") + ".png";
                byte[] picture = page.screenshot(
                        new Page.ScreenshotOptions().setFullPage(true).setPath(shots.resolve(name)));
                assertThat(picture.length).as(place).isGreaterThan(5_000);
            }
        }
    }
}
