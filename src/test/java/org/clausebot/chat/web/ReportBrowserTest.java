package org.clausebot.chat.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.clausebot.chat.TestReporting;
import org.clausebot.http.Axe;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportBrowserTest {
    private static Browser browser;

    @TempDir
    private Path folder;

    private TestReporting reporting;
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
        reporting = new TestReporting(folder.resolve("reports"));
        site = new TestSite(folder, Optional.of(reporting));
    }

    @AfterEach
    void stop() throws Exception {
        pages.forEach(page -> page.context().close());
        site.close();
        reporting.close();
    }

    private Page signedIn(NewContextOptions options) {
        Page page = browser.page(options);
        pages.add(page);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("status of 4")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.navigate(site.link().toString());
        return page;
    }

    private static void choose(Page page, String label) {
        page.locator(".exchange")
                .last()
                .getByRole(AriaRole.BUTTON, named(label))
                .click();
    }

    private static Locator.GetByRoleOptions named(String label) {
        return new Locator.GetByRoleOptions().setName(label).setExact(true);
    }

    private static void type(Page page, String words) {
        Locator box = page.locator(".step .box [name=question]");
        box.fill(words);
        page.locator(".step .box button").click();
    }

    private static Locator newest(Page page) {
        return page.locator(".exchange").last();
    }

    private static void asked(Page page, String question) {
        assertThat(page.locator(".question").last()).hasText(question);
    }

    private static void begin(Page page) {
        page.locator("#question").fill("he sent an image");
        page.locator("#question").press("Enter");
        assertThat(page.locator(".urgent")).hasCount(1);
    }

    /** As far as the summary. */
    private static void answerAll(Page page) {
        page.navigate(page.url().replaceAll("/[^/]*$", "/report"));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Report contact from a pupil"))
                .click();
        asked(page, "Does anything in it make you worried for the child?");
        choose(page, "No, I am not worried");
        asked(page, "Is this about one of these people, or might it be?");
        choose(page, page.locator(".step .choices button").first().textContent().strip());
        asked(page, "Which pupil was it?");
        type(page, "Sam in 9B");
        asked(page, "How did the pupil reach you?");
        choose(page, "In a game");
        asked(page, "When was it?");
        page.locator(".step [name=day]").fill("2026-11-21");
        page.locator(".step [name=time]").fill("16:00");
        page.locator(".step .box button").click();
        asked(page, "What did the pupil write or say?");
        type(page, "He wrote: hi, it is Sam.");
        asked(page, "Have you answered the pupil?");
        choose(page, "No");
        asked(page, "How did the pupil get your number, address or account, if you know?");
        choose(page, "Skip this");
        asked(page, "Have you a screen print of the messages to add?");
        choose(page, "No more files");
        asked(page, "What is your name?");
        type(page, "Mary Wood");
        asked(page, "Is this right?");
    }

    @Test
    void from_first_steps_to_the_receipt_and_back_with_its_code() {
        Page page = signedIn(new NewContextOptions());
        begin(page);
        choose(page, "Report an indecent image");
        assertThat(page.locator(".step .ring")).not().hasCount(0);
        assertThat(page.locator(".step input[type=file]")).hasCount(0);
        choose(page, "Cancel");
        choose(page, "Yes, delete it");
        assertThat(page.locator(".parts.card").last()).containsText("was not sent");

        answerAll(page);
        assertThat(newest(page).locator(".given").nth(2)).hasText("Sam in 9B");
        assertThat(page.locator(".sees")).containsText("Jane Smith");
        page.locator(".summary button").nth(2).click();
        asked(page, "Which pupil was it?");
        type(page, "Alex in 9B");
        asked(page, "Is this right?");
        assertThat(newest(page).locator(".given").nth(2)).hasText("Alex in 9B");
        page.reload();
        asked(page, "Is this right?");
        assertThat(newest(page).locator(".given").nth(2)).hasText("Alex in 9B");
        choose(page, "Yes, that is right");
        asked(page, "Shall I send it now?");
        choose(page, "Yes, send it now");
        assertThat(page.locator(".sent .card-title").first()).hasText("It is sent");
        String code = page.locator(".receipt .code").first().textContent();
        assertThat(code).matches("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}");
        assertThat(page.locator("#question")).isVisible();

        page.reload();
        assertThat(page.locator(".receipt")).hasCount(0);
        assertThat(page.content()).doesNotContain("Alex in 9B").doesNotContain(code);
        page.locator("#question").fill(code.toLowerCase(java.util.Locale.ROOT));
        page.locator("#question").press("Enter");
        assertThat(page.locator(".card .card-title")).containsText("Report contact from a pupil");
        page.locator(".card textarea").fill("He wrote again.");
        choose(page, "Send this too");
        assertThat(page.locator(".messages").last()).containsText("He wrote again.");
        assertThat(complaints).isEmpty();
    }

    @Test
    void a_report_is_made_by_keyboard_alone() {
        Page page = signedIn(new NewContextOptions());
        page.locator("#question").fill("Report contact from a pupil");
        page.keyboard().press("Enter");
        asked(page, "Does anything in it make you worried for the child?");
        assertThat(page.locator(".question")).isFocused();
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        asked(page, "Is this about one of these people, or might it be?");
        page.locator(".step .box [name=question]").focus();
        page.keyboard().type("no");
        page.keyboard().press("Enter");
        asked(page, "Which pupil was it?");
        assertThat(page.locator(".step .box [name=question]")).isFocused();
        page.keyboard().type("can I friend a parent?");
        page.keyboard().press("Enter");
        assertThat(newest(page).locator(".says")).containsText("nearest");
        asked(page, "Which pupil was it?");
        page.keyboard().type("Sam");
        page.keyboard().press("Enter");
        asked(page, "How did the pupil reach you?");
        assertThat(complaints).isEmpty();
    }

    @Test
    void only_the_newest_step_can_be_answered_and_an_old_page_changes_nothing() {
        Page page = signedIn(new NewContextOptions());
        page.locator("#question").fill("Report contact from a pupil");
        page.locator("#question").press("Enter");
        asked(page, "Does anything in it make you worried for the child?");
        Page other = page.context().newPage();
        other.navigate(site.at("/").toString());
        choose(page, "No, I am not worried");
        asked(page, "Is this about one of these people, or might it be?");
        assertThat(page.locator(".controls.quiet")).hasCount(1);
        choose(other, "Yes, I am worried");
        assertThat(other.locator(".step .note").last()).containsText("nothing was changed");
        asked(other, "Is this about one of these people, or might it be?");
    }

    @Test
    void files_are_added_listed_refused_in_place_and_removed() {
        Page page = signedIn(new NewContextOptions());
        answerAll(page);
        page.locator(".step .box [name=question]").fill("change the files");
        page.locator(".step .box button").click();
        if (page.locator(".step input[type=file]").count() == 0) {
            asked(page, "Have you a screen print of the messages to add?");
        }
        page.locator(".step input[type=file]")
                .setInputFiles(new FilePayload("notes.txt", "text/plain", "12:05 hi".getBytes(StandardCharsets.UTF_8)));
        choose(page, "Add the file");
        assertThat(newest(page).locator(".file")).hasText("notes.txt");
        page.locator(".exchange")
                .last()
                .locator("input[type=file]")
                .setInputFiles(
                        new FilePayload("x.pdf", "application/pdf", "%PDF-1.7".getBytes(StandardCharsets.UTF_8)));
        int before = page.locator(".exchange").count();
        choose(page, "Add the file");
        assertThat(page.locator(".exchange")).hasCount(before + 1);
        assertThat(newest(page).locator(".note")).containsText("not kept");
        assertThat(newest(page).locator(".file")).hasCount(1);
        newest(page).getByText("Remove").click();
        assertThat(newest(page).locator(".file")).hasCount(0);
        assertThat(complaints).isEmpty();
    }

    @Test
    void it_all_works_without_scripts() {
        Page page = signedIn(new NewContextOptions().setJavaScriptEnabled(false));
        answerAll(page);
        choose(page, "Who will see this?");
        assertThat(page.locator(".sees")).containsText("Jane Smith");
        choose(page, "Yes, that is right");
        asked(page, "Shall I send it now?");
        choose(page, "Yes, send it now");
        assertThat(page.locator(".receipt .code").first()).isVisible();
        page.navigate(site.at("/").toString());
        assertThat(page.locator(".receipt")).hasCount(0);
        assertThat(page.locator("body")).not().containsText("Sam in 9B");
    }

    @Test
    void signing_out_in_the_middle_says_that_it_is_kept_and_how_to_come_back() {
        Page page = signedIn(new NewContextOptions());
        answerAll(page);
        page.getByText("Sign out").click();
        assertThat(page.locator("h1")).hasText("Before you go");
        String code = page.locator(".receipt .code").textContent();
        page.getByText("Sign out now").click();
        assertThat(page.locator("h1")).hasText("Sign in");

        Page later = signedIn(new NewContextOptions());
        later.navigate(site.at("/report").toString());
        later.locator("#code").fill(code);
        later.getByText("Open it").click();
        asked(later, "Is this right?");
        assertThat(later.locator(".summary")).containsText("Sam in 9B");
    }

    @Test
    void signing_out_with_nothing_unfinished_asks_nothing() {
        Page page = signedIn(new NewContextOptions());
        page.getByText("Sign out").click();
        assertThat(page.locator("h1")).hasText("Sign in");
    }

    @Test
    void somebody_who_comes_back_later_is_asked_whether_to_go_on() {
        Page page = signedIn(new NewContextOptions());
        answerAll(page);
        reporting.pass(Duration.ofHours(1));
        page.navigate(site.at("/").toString());
        assertThat(page.locator(".offer .note").first()).containsText("have not sent it");
        choose(page, "Go on with it");
        asked(page, "Is this right?");
    }

    @Test
    void steps_summary_receipt_and_the_list_of_reports_pass_axe() {
        Page page = signedIn(new NewContextOptions().setViewportSize(390, 844));
        page.navigate(site.at("/report").toString());
        Axe.assertAccessible(page, page.url());
        answerAll(page);
        Axe.assertAccessible(page, page.url());
        choose(page, "Yes, that is right");
        asked(page, "Shall I send it now?");
        choose(page, "Yes, send it now");
        assertThat(page.locator(".receipt")).hasCount(1);
        Axe.assertAccessible(page, page.url());
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
    }

    @Test
    void a_long_answer_in_the_summary_is_cut_on_a_phone_and_whole_on_paper() {
        Page page = signedIn(new NewContextOptions().setViewportSize(375, 740));
        answerAll(page);
        type(page, "change 6");
        asked(page, "What did the pupil write or say?");
        type(page, "He wrote to me again and again. ".repeat(20));
        asked(page, "Is this right?");
        String hidden = "e => e.scrollHeight - e.clientHeight > 4";
        Locator words = page.locator(".summary .long").last();

        assertThat((Boolean) words.evaluate(hidden)).isTrue();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat((Boolean) words.evaluate(hidden)).isFalse();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        page.locator(".summary details summary").last().click();
        assertThat((Boolean) words.evaluate(hidden)).isFalse();
        assertThat(complaints).isEmpty();
    }
}
