package org.clausebot.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import javax.crypto.spec.SecretKeySpec;

/** The case desk, used as a receiver would, with the authenticator app in the other hand. */
final class DeskPage {
    private static final String PASSWORD = "copper lantern drifts northward";

    final Page page;
    private final JourneySite site;
    private final String email;
    private byte[] secret = new byte[0];

    DeskPage(Page page, JourneySite site, String email) {
        this.page = page;
        this.site = site;
        this.email = email;
    }

    void setUp(String link) {
        page.navigate(link);
        secret = secret(page.locator(".secret").textContent());
        shot("desk-welcome");
        page.locator("#password").fill(PASSWORD);
        page.locator("#again").fill(PASSWORD);
        page.locator("#code").fill(code());
        page.locator("button.go").click();
        assertThat(page.locator(".codes li")).hasCount(10);
        shot("desk-codes");
        page.locator("a.button").click();
        page.waitForURL(site.at("/desk") + "**");
        page.getByText("Sign out").click();
        signIn();
    }

    /** With the next code: the last one has been used. */
    void signIn() {
        site.clock.pass(Duration.ofMinutes(1));
        page.navigate(site.at("/desk/sign-in"));
        shot("desk-sign-in");
        page.getByLabel("E-mail address").fill(email);
        page.getByLabel("Password").fill(PASSWORD);
        page.getByLabel("Code from your authenticator app").fill(code());
        page.locator("button.go").click();
        page.waitForURL(site.at("/desk") + "**");
        assertThat(page.getByText("Sign out")).isVisible();
    }

    private String code() {
        try {
            return new TimeBasedOneTimePasswordGenerator()
                    .generateOneTimePasswordString(new SecretKeySpec(secret, "RAW"), site.clock.instant(), Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new AssertionError(e);
        }
    }

    /** RFC 4648's letters are the digits of a number of base 32, but for how they are written. */
    private static byte[] secret(String shown) {
        StringBuilder digits = new StringBuilder();
        shown.replace(" ", "")
                .chars()
                .map(c -> c >= 'A' ? c - 'A' : c - '2' + 26)
                .forEach(value -> digits.append(Character.forDigit(value, 32)));
        byte[] number = new BigInteger("1" + digits, 32).toByteArray();
        return Arrays.copyOfRange(number, number.length - 20, number.length);
    }

    void cases() {
        page.navigate(site.at("/desk"));
    }

    void open(String title) {
        cases();
        shot("desk-cases");
        page.locator(".case-list a").getByText(title).click();
        assertThat(page.locator("h1")).hasText(title);
    }

    void note(String words) {
        page.locator("#note-words").fill(words);
        page.getByText("Keep the note").click();
        assertThat(page.locator(".done")).containsText("The reporter cannot see it");
    }

    void message(String words) {
        page.locator("#message-words").fill(words);
        page.getByText("Send to the reporter").click();
        assertThat(page.locator(".done")).containsText("Your message is kept");
    }

    void inHand() {
        page.locator("#status-status").selectOption("in-hand");
        page.locator("#status-form button.go").click();
        assertThat(page.locator(".status").first()).containsText("In hand");
    }

    void close(String reason) {
        page.locator("#status-status").selectOption("closed");
        page.locator("#status-reason").fill(reason);
        page.getByText("Show the reason to the reporter").click();
        page.locator("#status-form button.go").click();
        assertThat(page.locator(".status").first()).containsText("Closed");
    }

    /** What the click gives to be saved. */
    byte[] saved(Runnable click) throws IOException {
        Download download = page.waitForDownload(click);
        return Files.readAllBytes(download.path());
    }

    void shot(String name) {
        JourneyShots.take(page, name);
    }
}
