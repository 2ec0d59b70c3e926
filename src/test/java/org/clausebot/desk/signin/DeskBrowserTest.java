package org.clausebot.desk.signin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.clausebot.desk.signin.DeskSite.AMINA;
import static org.clausebot.desk.signin.DeskSite.PASSWORD;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.clausebot.desk.signin.DeskSite.Visitor;
import org.clausebot.http.Axe;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sign-in in Chromium, with its own virtual authenticator, and the accessibility of every page. */
class DeskBrowserTest {
    private static Playwright playwright;
    private static Browser browser;

    @TempDir
    private Path folder;

    private DeskSite site;
    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void open() {
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Path program = Stream.concat(
                        Optional.ofNullable(System.getenv("CLAUSEBOT_CHROMIUM")).stream(),
                        Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"))
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("These tests need Chromium, or its path in CLAUSEBOT_CHROMIUM"));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
    }

    @AfterAll
    static void shut() {
        browser.close();
        playwright.close();
    }

    @BeforeEach
    void start() throws Exception {
        site = new DeskSite(folder);
    }

    @AfterEach
    void stop() {
        contexts.forEach(BrowserContext::close);
        site.close();
    }

    private Page page(NewContextOptions options) {
        BrowserContext context = browser.newContext(options);
        context.setDefaultTimeout(30_000);
        contexts.add(context);
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            // A refused sign-in is a 401, which the browser mentions.
            if (message.type().equals("error") && !message.text().contains("status of 4")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        return page;
    }

    private static CDPSession authenticator(Page page) {
        CDPSession devtools = page.context().newCDPSession(page);
        devtools.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject add = new JsonObject();
        add.add("options", options);
        devtools.send("WebAuthn.addVirtualAuthenticator", add);
        return devtools;
    }

    private String at(String path) {
        return site.base().resolve(path).toString();
    }

    private String invited(String receiver) {
        URI link = site.invitations.invite(receiver, site.base());
        return link.toString();
    }

    @Test
    void a_passkey_made_with_an_invitation_signs_in_alone() {
        Page page = page(new NewContextOptions());
        authenticator(page);
        page.navigate(invited("amina-khan"));
        page.getByText("Use a passkey on this device").click();
        page.waitForURL(at("/desk"));
        assertThat(page.locator("h1")).hasText("cases of amina-khan");

        page.navigate(at("/desk/account"));
        page.getByText("Sign out").click();
        assertThat(page.locator(".done")).containsText("You have signed out");
        page.navigate(at("/desk/cases/AB-12"));
        page.getByText("Sign in with a passkey").click();
        page.waitForURL(at("/desk/cases/AB-12"));
        page.navigate(at("/desk/account"));
        assertThat(page.locator("main")).containsText("First device");
        page.getByText("Remove").click();
        assertThat(page.locator(".problem[role=alert]").first()).containsText("only way to sign in");
        assertThat(site.audit)
                .contains(
                        "amina-khan: access set up with passkey amina-khan",
                        "amina-khan: signed in with passkey amina-khan");
        assertThat(complaints).isEmpty();
    }

    @Test
    void a_passkey_is_added_beside_a_password_and_taken_away_again() throws Exception {
        Visitor amina = site.settledIn("amina-khan");
        site.clock.pass(Duration.ofMinutes(1));
        Page page = page(new NewContextOptions());
        authenticator(page);
        page.navigate(at("/desk/sign-in?next=/desk/account"));
        page.getByLabel("E-mail address").fill(AMINA.email());
        page.getByLabel("Password").fill(PASSWORD);
        page.getByLabel("Code from your authenticator app").fill(amina.code());
        page.locator("button.go").click();
        page.waitForURL(at("/desk/account"));
        page.getByLabel("A name for the new passkey").fill("School laptop <b>");
        page.getByText("Add a passkey").click();
        assertThat(page.locator(".done")).containsText("The passkey is added");
        assertThat(page.locator("main")).containsText("School laptop <b>");
        Axe.assertAccessible(page, page.url());
        page.getByText("Remove").click();
        assertThat(page.locator(".done")).containsText("The passkey is removed");
        page.getByText("Sign out").click();
        page.getByText("Sign in with a passkey").click();
        assertThat(page.locator("#passkey-problem")).containsText("was not accepted");
        assertThat(complaints).isEmpty();
    }

    @Test
    void a_person_who_is_not_verified_by_the_device_is_not_let_in() {
        Page page = page(new NewContextOptions());
        CDPSession devtools = authenticator(page);
        page.navigate(invited("amina-khan"));
        page.getByText("Use a passkey on this device").click();
        page.waitForURL(at("/desk"));
        page.context().clearCookies();
        page.navigate(at("/desk/sign-in"));
        // An answer without user verification, as a changed page would ask for.
        Object status = page.evaluate("""
                async () => {
                  const b = t => Uint8Array.from(atob(t.replace(/-/g, "+").replace(/_/g, "/")), c => c.charCodeAt(0));
                  const t = a => btoa(String.fromCharCode(...new Uint8Array(a))).replace(/\\+/g, "-").replace(/\\//g, "_").replace(/=+$/, "");
                  const ask = async (path, fields) => fetch(path, {method: "POST", body: new URLSearchParams(fields)});
                  const send = async (verification) => {
                    const o = await (await ask("/desk/passkey/options", {})).json();
                    const challenge = o.challenge;
                    o.challenge = b(challenge);
                    o.userVerification = verification;
                    const c = await navigator.credentials.get({publicKey: o});
                    const answer = JSON.stringify({id: c.id, rawId: t(c.rawId), type: c.type, clientExtensionResults: {}, response: {
                      clientDataJSON: t(c.response.clientDataJSON), authenticatorData: t(c.response.authenticatorData),
                      signature: t(c.response.signature), userHandle: t(c.response.userHandle)}});
                    const first = await ask("/desk/passkey/sign-in", {challenge, answer});
                    const again = await ask("/desk/passkey/sign-in", {challenge, answer});
                    return first.status + " " + again.status;
                  };
                  return await send("discouraged") + " " + await send("required");
                }""");
        assertThat(status).isEqualTo("401 401 200 401");
        devtools.detach();
    }

    @Test
    void without_scripts_everything_but_passkeys_works() throws Exception {
        Page page = page(new NewContextOptions().setJavaScriptEnabled(false));
        page.navigate(invited("amina-khan"));
        assertThat(page.getByText("Use a passkey on this device")).isHidden();
        page.locator("#password").fill(PASSWORD);
        page.locator("#again").fill(PASSWORD);
        page.locator("#code").fill("000000");
        page.locator("button.go").click();
        assertThat(page.locator("#code-error")).containsText("not the code");
        assertThat(page.locator("#code")).hasAttribute("aria-describedby", "code-error");
        byte[] key = DeskSite.unBase32(page.locator(".secret").textContent().replace(" ", ""));
        page.locator("#password").fill(PASSWORD);
        page.locator("#again").fill(PASSWORD);
        page.locator("#code").fill(Totp.code(key, site.clock.instant()));
        page.locator("button.go").click();
        assertThat(page.locator(".codes li")).hasCount(10);
        page.locator("a.button").click();
        assertThat(page.locator("h1")).hasText("cases of amina-khan");
    }

    @Test
    void every_page_is_accessible_by_day_and_by_night_on_a_phone_and_a_desk() throws Exception {
        Visitor amina = site.settledIn("amina-khan");
        Visitor tom = site.settledIn("tom-reed");
        site.settledIn("jane-smith");
        site.visitor().setUp(site.invitations.reset("jane-smith", site.base()), PASSWORD);
        String open = site.invitations.reset("amina-khan", site.base()).toString();
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : new int[] {360, 1280}) {
                Page page = page(new NewContextOptions().setColorScheme(scheme).setViewportSize(width, 800));
                page.navigate(open);
                Axe.assertAccessible(page, page.url());
                page.locator("#password").fill("short");
                page.locator("#again").fill("other");
                page.locator("#code").fill("000000");
                page.locator("button.go").click();
                assertThat(page.locator("#password-error")).isVisible();
                Axe.assertAccessible(page, page.url());
                page.navigate(at("/desk/account"));
                assertThat(page.locator("h1")).hasText("Sign in to the case desk");
                Axe.assertAccessible(page, page.url());
                site.clock.pass(Duration.ofMinutes(1));
                page.getByLabel("E-mail address").fill("chair@oakfield.example");
                page.getByLabel("Password").fill(PASSWORD);
                page.getByLabel("Code from your authenticator app").fill("000000");
                page.locator("button.go").click();
                assertThat(page.locator("#problem")).isVisible();
                Axe.assertAccessible(page, page.url());
                page.getByLabel("Password").fill(PASSWORD);
                page.getByLabel("Code from your authenticator app").fill(tom.code());
                page.locator("button.go").click();
                page.waitForURL(at("/desk/account"));
                assertThat(page.locator("main")).containsText("Access that waits");
                Axe.assertAccessible(page, page.url());
                for (String path : List.of("/desk/account/password", "/desk/account/authenticator")) {
                    page.navigate(at(path));
                    Axe.assertAccessible(page, page.url());
                }
                boolean scrollsSideways =
                        (Boolean) page.evaluate("document.documentElement.scrollWidth > window.innerWidth");
                assertThat(scrollsSideways).isFalse();
            }
        }
        assertThat(amina.seesCases()).isFalse();
        assertThat(complaints).isEmpty();
    }
}
