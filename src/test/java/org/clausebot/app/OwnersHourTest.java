package org.clausebot.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.clausebot.chat.web.Browser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The policy owner's hour, from signing in to the governors' report, against the whole server, as it is served.
 */
class OwnersHourTest {
    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String WATCH = "may i wear my smart watch in lessons?";
    private static final String PODCAST = "can our class have a podcast?";
    private static final String ADDED = "A class may make a podcast when the headteacher has agreed to it in writing.";

    private static final int MOST_LOOKS = 400;
    private static final double REHEARSAL_MILLIS = 240_000;

    @TempDir
    private static Path folder;

    private static Browser browser;
    private static JourneySite site;
    private static Looks looks;
    private static @Nullable DeskPage owner;
    private static @Nullable StaffPage asker;

    @BeforeAll
    static void serve() throws Exception {
        Path data = folder.resolve("data");
        OwnersSchool.open(data);
        browser = new Browser();
        looks = new Looks(browser);
        site = new JourneySite(
                data,
                browser,
                Map.of(
                        "CLAUSEBOT_FOLDERS_INDEX",
                        OwnersSchool.index(folder.resolve("index")).toString()));
    }

    @AfterAll
    static void stop() {
        looks.close();
        site.close();
        browser.close();
    }

    private static Page desk() {
        return requireNonNull(owner).page;
    }

    /** Waits until the answer is there: before, the latest one is that to the question before. */
    private static void ask(String question) {
        int before = asker().page().locator(".exchange").count();
        asker().say(question);
        assertThat(asker().page().locator(".exchange")).hasCount(before + 1);
    }

    private static StaffPage asker() {
        return requireNonNull(asker);
    }

    private static void tab(String title) {
        desk().navigate(site.at("/desk/policies"));
        desk().getByLabel("Policy desk")
                .getByText(title, new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(desk().locator("h1")).isVisible();
    }

    private static void button(String words) {
        desk().locator("button")
                .filter(new Locator.FilterOptions().setHasText(words))
                .first()
                .click();
    }

    private static void reloadUntil(Page page, Locator there) {
        for (int looks = 0; looks < MOST_LOOKS && there.count() == 0; looks++) {
            page.reload();
        }
        assertThat(there.first()).isVisible();
    }

    @Test
    void the_owner_s_hour_goes_well_from_the_overview_to_the_governors_report() throws Exception {
        the_owner_signs_in_and_reads_the_overview();
        somebody_gets_no_clause_and_asks_to_be_told();
        a_gap_is_tied_to_a_clause_and_the_question_is_answered_with_it();
        a_revised_document_is_brought_and_what_was_misread_is_corrected();
        it_is_rehearsed_before_it_is_published();
        it_is_published_and_whoever_waited_is_told();
        the_governors_report_says_what_was_asked_what_was_changed_and_what_is_open();
        the_other_pages_of_the_desk_are_as_easy_to_read();
        assertThat(site.complaints).isEmpty();
    }

    private static void the_owner_signs_in_and_reads_the_overview() {
        owner = site.receiver("ruth-bell", "office@oakfield.example");
        tab("Overview");
        assertThat(desk().locator("figure.chart:visible").first()).isVisible();
        assertThat(desk().locator("main")).containsText("2.6.2");
        looks.at(desk(), "01-overview", true);
    }

    private static void somebody_gets_no_clause_and_asks_to_be_told() throws Exception {
        asker = site.staff();
        ask(WATCH);
        assertThat(asker().latest()).containsText("No clause");
        ask(PODCAST);
        assertThat(asker().latest()).containsText("No clause");
        asker().choose("Tell me when this is answered");
        assertThat(asker().latest()).containsText("When you open this page again in this browser");
        assertThat(site.holding("podcast?")).isEmpty();
        looks.at(asker().page(), "02-chat-waiting", true);
    }

    private static void a_gap_is_tied_to_a_clause_and_the_question_is_answered_with_it() throws Exception {
        tab("Gaps");
        Locator gap = desk().locator(".gaps a").filter(new Locator.FilterOptions().setHasText("watch"));
        // They are looked for in the background, from the start of the server on.
        reloadUntil(desk(), gap);
        looks.at(desk(), "03-gaps", true);
        gap.first().click();
        looks.at(desk(), "04-gap", true);
        desk().locator("#clause").selectOption("social-media 2.3.6");
        button("Tie it to the clause");
        assertThat(desk().locator("[role=status]")).containsText("Tied.");
        site.learnt();
        ask(WATCH);
        assertThat(asker().latest().locator(".quote").first()).containsText("Staff should use only equipment");
        assertThat(asker().latest()).containsText("This is what the policy says");

        desk().locator(".gaps a")
                .filter(new Locator.FilterOptions().setHasText("podcast"))
                .first()
                .click();
        desk().getByLabel("Note for the next revision").fill("Say who agrees to a podcast.");
        button("Put it on the list");
        desk().locator("a[href$='/revision']").click();
        assertThat(desk().locator("main")).containsText("Say who agrees to a podcast.");
        looks.at(desk(), "04b-next-revision", true);
    }

    private static void a_revised_document_is_brought_and_what_was_misread_is_corrected() throws Exception {
        tab("Drafts and versions");
        looks.at(desk(), "05-drafts", true);
        desk().getByLabel("The document")
                .setInputFiles(new FilePayload("Social media policy 2026.docx", WORD, OwnersSchool.revised()));
        desk().getByLabel("Short name").fill("social-media");
        button("Read it");
        assertThat(desk().locator("h1")).containsText("Draft");
        String draft = desk().url();
        looks.at(desk(), "06-draft", true);
        desk().getByText("Correct 2.3.14").click();
        looks.at(desk(), "07-correct", true);
        desk().getByLabel("The second begins with the words").fill("Staff should keep the surnames");
        desk().getByLabel("Its number, such as").fill("2.3.15");
        button("Split it");
        assertThat(desk().locator("main")).containsText("1 correction was made by hand");
        assertThat(desk().locator(".read-clause")
                        .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*2\\.3\\.15"))))
                .containsText("Staff should keep the surnames of children out of a podcast.");
        assertThat(desk().url()).startsWith(draft.replaceAll("[?#].*", ""));
        assertThat(desk().getByLabel("School")).hasValue("St Michael’s CE Primary School");
        desk().getByLabel("Last changed").fill("November 2026");
        desk().getByLabel("To be reviewed").fill("November 2027");
        button("Keep these");
        assertThat(desk().locator(".lede")).containsText("Version November 2026");
    }

    private static void it_is_rehearsed_before_it_is_published() {
        desk().getByText("Rehearse it first").click();
        button("Rehearse it");
        // It makes both versions ready and asks each question of both, on one processor.
        assertThat(desk().locator("#rehearsal")).isVisible(new IsVisibleOptions().setTimeout(REHEARSAL_MILLIS));
        assertThat(desk().locator("main")).containsText("Newly answered");
        assertThat(desk().locator("main")).containsText("Can our class have a podcast");
        assertThat(desk().locator("main")).containsText(ADDED);
        looks.at(desk(), "08-rehearsal", true);
    }

    private static void it_is_published_and_whoever_waited_is_told() throws Exception {
        tab("Drafts and versions");
        desk().locator(".case-list[aria-labelledby=drafts] a").first().click();
        desk().getByLabel("In force from").fill("2026-11-23");
        desk().getByLabel("Note for the history").fill("Podcasts added. Agreed by the governors on 18 November.");
        desk().locator("form[action$='/publish'] button").click();
        assertThat(desk().locator("[role=status]")).containsText("It is published");
        looks.at(desk(), "09-versions", true);

        Locator told = asker().page()
                .locator(".exchange")
                .filter(new Locator.FilterOptions().setHasText("you wanted to be told"));
        asker().page().navigate(site.at("/"));
        // A running server takes a version over within seconds.
        reloadUntil(asker().page(), told);
        assertThat(told).hasCount(1);
        assertThat(told.locator(".asked")).containsText(PODCAST);
        assertThat(told.locator(".quote").first()).containsText(ADDED);
        assertThat(asker().page().locator("#waits details")).hasCount(0);
        looks.at(asker().page(), "10-chat-told", true);
    }

    private static void the_governors_report_says_what_was_asked_what_was_changed_and_what_is_open() throws Exception {
        tab("Governors’ report");
        assertThat(desk().locator(".governors")).containsText("Podcasts added.");
        looks.at(desk(), "11-report", true);
        byte[] pdf = requireNonNull(owner)
                .saved(() -> desk().getByText("Save as PDF").click());
        try (var document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            assertThat(text)
                    .contains(
                            "Governors’ report",
                            "smart watch",
                            "Now answered with clause 2.3.6.",
                            "Podcasts added. Agreed by the governors")
                    .doesNotContain("ruth-bell");
        }
    }

    private static void the_other_pages_of_the_desk_are_as_easy_to_read() {
        tab("As staff use it");
        desk().locator("main a[href*='/clauses/']").first().click();
        looks.at(desk(), "12-as-staff-use-it", true);
        tab("Search");
        desk().navigate(site.at("/desk/policies/search?q=friend+AND+facebook"));
        looks.at(desk(), "13-search", true);
        tab("Read and understood");
        desk().getByText("Add the staff").click();
        desk().getByLabel("A person a line")
                .fill("Mary Wood, m.wood@oakfield.example\nJohn Hill, j.hill@oakfield.example");
        button("Take the list over");
        assertThat(desk().locator("main")).containsText("On the list: 2");
        looks.at(desk(), "14-staff", true);
        tab("Read and understood");
        looks.at(desk(), "15-read-and-understood", true);
        desk().locator("main a.button").first().click();
        looks.at(desk(), "16-ask-to-read", true);
        button("Send to 2 people");
        assertThat(desk().locator("main")).containsText("0 of 2 have read and understood it");
        looks.at(desk(), "17-outstanding", true);
    }
}
