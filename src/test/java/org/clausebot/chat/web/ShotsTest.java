package org.clausebot.chat.web;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.*;
import com.microsoft.playwright.Locator;
import java.nio.file.Path;
import java.util.Optional;
import org.clausebot.chat.TestReporting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShotsTest {
    @TempDir Path folder;
    Page page; String dir; int n;
    void shot(String name) { page.waitForTimeout(500); page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("/tmp/channel-shots", dir + "-" + (n++) + "-" + name + ".png")).setFullPage(false)); }
    void choose(String label) { page.locator(".exchange").last().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(label).setExact(true)).click(); page.waitForTimeout(300);}
    void type(String w) { page.locator(".step .box [name=question]").fill(w); page.locator(".step .box button").click(); page.waitForTimeout(300);}
    @Test void shots() throws Exception {
        try (Browser browser = new Browser()) {
            for (int w : new int[] {390, 1200}) {
                dir = w == 390 ? "phone" : "desk"; n = 10;
                Path f = folder.resolve(dir);
                try (TestReporting r = new TestReporting(f.resolve("r")); TestSite site = new TestSite(f, Optional.of(r))) {
                    page = browser.page(new NewContextOptions().setViewportSize(w, 844));
                    page.navigate(site.link().toString());
                    page.navigate(site.at("/report").toString()); shot("report");
                    page.navigate(site.at("/").toString());
                    page.locator("#question").fill("he sent an image"); page.locator("#question").press("Enter"); shot("urgent");
                    choose("Report an indecent image"); shot("image-step");
                    choose("Cancel"); shot("really"); choose("Yes, delete it"); shot("cancelled");
                    page.locator("#question").fill("Report contact from a pupil"); page.locator("#question").press("Enter"); shot("first");
                    choose("No, I am not worried"); shot("subject");
                    type("blah blah"); shot("misread");
                    page.locator(".exchange").last().locator(".choices button").first().click(); page.waitForTimeout(300);
                    type("can I friend a parent?"); shot("question");
                    type("Sam in 9B"); choose("In a game"); shot("when"); type("yesterday about 4"); shot("what"); type("He wrote hi.\nI saw an image"); shot("firststeps");
                    choose("No"); choose("Skip this"); shot("files"); choose("No more files"); shot("name"); type("Mary Wood"); shot("summary");
                    choose("Save for later"); shot("paused"); page.navigate(site.at("/").toString()); shot("offer"); choose("Go on with it");
                    page.locator(".exchange").last().locator(".choices button").first().click(); shot("send"); page.locator(".exchange").last().locator(".choices button").first().click(); shot("sent");
                    String code = page.locator(".receipt .code").first().textContent();
                    page.reload(); page.locator("#question").fill(code); page.locator("#question").press("Enter"); page.waitForTimeout(300);
                    page.locator(".card textarea").fill("He wrote again."); choose("Send this too"); shot("status");
                    page.locator("#question").fill("Report something"); page.locator("#question").press("Enter"); shot("menu");
                }
            }
        }
    }
}
