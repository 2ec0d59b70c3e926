package org.clausebot.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;

/** The chat page, used as one of the staff would. */
record StaffPage(Page page) {
    /** Types into the box at the bottom. */
    void say(String words) {
        page.locator("#question").fill(words);
        page.locator("#question").press("Enter");
    }

    /** Waits until this is what is asked, and answered by nothing yet. */
    StaffPage asked(String question) {
        assertThat(page.locator(".question").last()).hasText(question, new HasTextOptions().setTimeout(30_000));
        return this;
    }

    Locator latest() {
        return page.locator(".exchange").last();
    }

    void choose(String label) {
        latest().getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(label).setExact(true))
                .click();
    }

    void answer(String words) {
        Locator box = latest().locator(".box");
        box.locator("[name=question]").fill(words);
        box.locator("button").click();
    }

    void tick(String label) {
        latest().getByLabel(label).check();
        latest().locator(".ticks button").click();
    }

    void add(String name, String type, byte[] content) {
        latest().locator("input[type=file]").setInputFiles(new FilePayload(name, type, content));
        choose("Add the file");
    }

    /** Sends what stands in the summary. */
    String send() {
        asked("Is this right?");
        choose("Yes, that is right");
        asked("Shall I send it now?");
        choose("Yes, send it now");
        assertThat(page.locator(".sent .card-title").first())
                .hasText("It is sent", new HasTextOptions().setTimeout(30_000));
        return page.locator(".receipt .code").first().textContent().strip();
    }

    void shot(String name) {
        JourneyShots.take(page, name);
    }
}
