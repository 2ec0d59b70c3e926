package org.clausebot.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignInTest {
    private static final String PASSPHRASE = "correct horse battery";
    private static String hash = "";

    @TempDir
    private Path data;

    @BeforeAll
    static void hashOnce() {
        hash = SignIn.hash(PASSPHRASE);
    }

    @Test
    void the_link_signs_in_once_and_the_terminal_hears_of_the_next() throws Exception {
        try (HttpSite site = new HttpSite(data)) {
            URI first = site.links.getLast();
            assertThat(first.getQuery()).matches("token=[A-Za-z0-9_-]{43}");
            HttpResponse<String> in = site.get("/?" + first.getQuery());
            assertThat(in.statusCode()).isEqualTo(303);
            assertThat(in.headers().firstValue("Location")).contains("/");
            String setCookie = in.headers().firstValue("Set-Cookie").orElseThrow();
            assertThat(setCookie).contains("HttpOnly", "SameSite=Strict", "Path=/", "Max-Age=43200");
            assertThat(site.get("/", "Cookie", HttpSite.cookie(in)).statusCode())
                    .isEqualTo(200);

            assertThat(site.links).hasSize(2);
            assertThat(site.links.getLast()).isNotEqualTo(first);
            HttpResponse<String> again = site.get("/?" + first.getQuery());
            assertThat(again.statusCode()).isEqualTo(401);
            assertThat(again.body()).contains("used already", "terminal");
            assertThat(again.headers().firstValue("Set-Cookie")).isEmpty();
            assertThat(site.get("/?" + site.links.getLast().getQuery()).statusCode())
                    .isEqualTo(303);
        }
    }

    @Test
    void what_is_not_a_person_opening_the_link_does_not_use_it_up() throws Exception {
        try (HttpSite site = new HttpSite(data)) {
            String path = "/?" + site.links.getLast().getQuery();
            HttpRequest head = HttpRequest.newBuilder(site.at(path)).HEAD().build();
            assertThat(site.client.send(head, BodyHandlers.ofString()).statusCode())
                    .isEqualTo(401);
            assertThat(site.get(path, "Sec-Purpose", "prefetch").statusCode()).isEqualTo(401);
            assertThat(site.get(path, "Sec-Fetch-Dest", "image").statusCode()).isEqualTo(401);
            assertThat(site.get(path).statusCode()).isEqualTo(303);
        }
    }

    @Test
    void whoever_is_signed_in_already_keeps_the_link_for_later() throws Exception {
        try (HttpSite site = new HttpSite(data)) {
            String cookie = site.signIn();
            String path = "/?" + site.links.getLast().getQuery();
            HttpResponse<String> response = site.get(path, "Cookie", cookie);
            assertThat(response.headers().firstValue("Location")).contains("/");
            assertThat(site.get(path).statusCode()).isEqualTo(303);
        }
    }

    @Test
    void the_token_or_the_whole_link_can_be_pasted() throws Exception {
        try (HttpSite site = new HttpSite(data)) {
            String token = site.links.getLast().getQuery().substring("token=".length());
            HttpResponse<String> in = site.post("/sign-in", "token=" + token + "&next=/policies/social-media");
            assertThat(in.statusCode()).isEqualTo(303);
            assertThat(in.headers().firstValue("Location")).contains("/policies/social-media");
            String link = URLEncoder.encode(site.links.getLast().toString(), StandardCharsets.UTF_8);
            assertThat(site.post("/sign-in", "token=" + link).statusCode()).isEqualTo(303);
        }
    }

    @Test
    void after_sign_in_nobody_is_sent_to_another_site() throws Exception {
        try (HttpSite site = new HttpSite(data)) {
            for (String next : new String[] {
                "https://evil.example/", "//evil.example", "/\\evil.example", "/policies/%0d%0aX:y", "/nowhere"
            }) {
                String token = site.links.getLast().getQuery();
                HttpResponse<String> in =
                        site.post("/sign-in", token + "&next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
                assertThat(in.headers().firstValue("Location")).as(next).contains("/");
            }
        }
    }

    @Test
    void without_a_session_nothing_is_shown() throws Exception {
        try (HttpSite site = new HttpSite(data)) {
            assertThat(site.get("/").statusCode()).isEqualTo(401);
            assertThat(site.get("/policies/x").statusCode()).isEqualTo(401);
            assertThat(site.get("/policies/x").body()).contains("next=/policies/x");
            assertThat(site.post("/echo", "q=1").statusCode()).isEqualTo(401);
            String name = "clausebot-" + site.server.port();
            for (String forged : new String[] {
                "x", "a.b.c", "eyJhbGciOiJub25lIn0.eyJqdGkiOiJ4In0.", "\"", "eyJhbGciOiJIUzI1NiJ9.e30.AAAA"
            }) {
                assertThat(site.get("/", "Cookie", name + "=" + forged).statusCode())
                        .isEqualTo(401);
            }
        }
    }

    @Test
    void a_link_on_another_site_leads_in_by_one_more_step_from_our_own() throws Exception {
        try (HttpSite site = new HttpSite(data)) {
            HttpResponse<String> step =
                    site.get("/policies/x", "Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate");
            assertThat(step.body()).contains("content=\"0;url=/policies/x\"");
        }
    }

    @Test
    void a_restart_signs_nobody_out_and_signing_out_does() throws Exception {
        String cookie;
        int port;
        try (HttpSite site = new HttpSite(data)) {
            cookie = site.signIn();
            port = site.server.port();
        }
        try (HttpSite site = new HttpSite(data, s -> ServerSettings.local(port))) {
            String page = site.get("/", "Cookie", cookie).body();
            assertThat(page).startsWith("home ");
            String csrf = page.substring("home ".length());
            HttpResponse<String> out = site.post("/sign-out", "_csrf=" + csrf, "Cookie", cookie);
            assertThat(out.headers().firstValue("Set-Cookie").orElseThrow()).contains("Max-Age=0");
            assertThat(site.get("/", "Cookie", cookie).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void behind_https_the_cookie_is_for_https_and_this_host_only() throws Exception {
        try (HttpSite site = new HttpSite(
                data, s -> new ServerSettings(s.host(), 0, Set.of(), true, Optional.empty(), s.limits()))) {
            HttpResponse<String> in = site.get("/?" + site.links.getLast().getQuery());
            assertThat(in.headers().firstValue("Set-Cookie").orElseThrow())
                    .startsWith("__Host-clausebot=")
                    .contains("; Secure");
            assertThat(in.headers().firstValue("Strict-Transport-Security")).isPresent();
        }
    }

    @Test
    void the_passphrase_signs_in_and_guessing_is_slowed_down() throws Exception {
        try (HttpSite site = new HttpSite(data, s -> s, hash)) {
            assertThat(site.links).isEmpty();
            assertThat(site.get("/").body()).startsWith("sign in PASSPHRASE");
            String right = "passphrase=" + URLEncoder.encode(PASSPHRASE, StandardCharsets.UTF_8);
            HttpResponse<String> in = site.post("/sign-in", right);
            assertThat(in.statusCode()).isEqualTo(303);
            assertThat(site.get("/", "Cookie", HttpSite.cookie(in)).statusCode())
                    .isEqualTo(200);

            assertThat(site.post("/sign-in", "passphrase=" + "x".repeat(300)).statusCode())
                    .isEqualTo(401);
            for (int i = 0; i < 4; i++) {
                assertThat(site.post("/sign-in", "passphrase=wrong" + i).statusCode())
                        .isEqualTo(401);
            }
            HttpResponse<String> slowed = site.post("/sign-in", right);
            assertThat(slowed.statusCode()).isEqualTo(429);
            assertThat(slowed.headers().firstValue("Retry-After")).isPresent();
        }
    }

    @Test
    void each_failure_after_the_first_five_doubles_the_wait_and_time_heals_it() {
        TestClock clock = new TestClock();
        Attempts attempts = new Attempts(clock);
        for (int i = 0; i < 5; i++) {
            assertThat(attempts.mustWait("a")).isZero();
            attempts.failed("a");
        }
        assertThat(attempts.mustWait("a")).isBetween(2L, 3L);
        assertThat(attempts.mustWait("b")).isZero();
        clock.pass(Duration.ofSeconds(3));
        attempts.failed("a");
        assertThat(attempts.mustWait("a")).isBetween(4L, 5L);
        clock.pass(Duration.ofHours(1));
        attempts.failed("a");
        assertThat(attempts.mustWait("a")).isZero();
    }

    @Test
    void guesses_from_many_addresses_share_one_budget() {
        Attempts attempts = new Attempts(new TestClock());
        for (int i = 0; i < 100; i++) {
            attempts.failed("address " + i);
        }
        assertThat(attempts.mustWait("another")).isPositive();
    }

    @Test
    void listening_for_others_without_a_passphrase_is_refused_with_an_explanation() {
        for (String open : new String[] {"0.0.0.0", "::", "192.0.2.7"}) {
            assertThatThrownBy(() -> SignIn.requireFor(open, false))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(open)
                    .hasMessageContaining("passphrase");
            assertThatCode(() -> SignIn.requireFor(open, true)).doesNotThrowAnyException();
        }
        for (String closed : new String[] {"127.0.0.1", "localhost", "::1"}) {
            assertThatCode(() -> SignIn.requireFor(closed, false)).doesNotThrowAnyException();
        }
        ServerSettings open =
                new ServerSettings("0.0.0.0", 0, Set.of(), false, Optional.empty(), ServerSettings.Limits.usual());
        assertThatThrownBy(() -> new HttpSite(data, s -> open)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_setting_that_is_no_hash_is_refused_without_repeating_it() {
        for (String wrong : new String[] {PASSPHRASE, "", "$2b$12$abcdefghijklmnopqrstuv", "$argon2id$v=19$m=1"}) {
            assertThatThrownBy(() -> SignIn.byPassphrase(wrong, Clock.systemUTC()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("argon2id")
                    .hasMessageNotContaining(PASSPHRASE);
        }
        assertThatThrownBy(() -> SignIn.hash("short")).hasMessageContaining("12");
    }

    @Test
    void the_session_key_is_private_and_a_damaged_one_is_explained() throws Exception {
        Path key = data.resolve("keys/session.key");
        Sessions.in(data, Clock.systemUTC());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(key)).matches("[0-9a-f]{64}\n");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> Sessions.in(data, Clock.systemUTC())).hasMessageContaining("chmod 600");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        for (String damage : new String[] {"", "zz", "00".repeat(31), "00".repeat(500), "\u00ff"}) {
            Files.write(key, damage.getBytes(StandardCharsets.ISO_8859_1));
            assertThatThrownBy(() -> Sessions.in(data, Clock.systemUTC()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("is damaged")
                    .hasMessageContaining("Delete it");
        }
    }

    @Test
    void a_session_ends_after_twelve_hours_and_only_its_own_key_opens_it() {
        TestClock clock = new TestClock();
        Sessions sessions = new Sessions(new byte[32], clock);
        String cookie = sessions.seal(sessions.begin());
        assertThat(sessions.open(cookie)).isPresent();
        byte[] other = new byte[32];
        other[0] = 1;
        assertThat(new Sessions(other, clock).open(cookie)).isEmpty();
        clock.pass(Duration.ofHours(12).minusSeconds(2));
        assertThat(sessions.open(cookie)).isPresent();
        clock.pass(Duration.ofSeconds(3));
        assertThat(sessions.open(cookie)).isEmpty();
    }

    @Test
    void a_rate_limit_refills_steadily() {
        TestClock clock = new TestClock();
        RateLimit limit = new RateLimit(2, Duration.ofSeconds(10), clock);
        assertThat(limit.take("a")).isZero();
        assertThat(limit.take("a")).isZero();
        assertThat(limit.take("a")).isEqualTo(10);
        assertThat(limit.take("b")).isZero();
        clock.pass(Duration.ofSeconds(4));
        assertThat(limit.take("a")).isEqualTo(6);
        clock.pass(Duration.ofSeconds(6));
        assertThat(limit.take("a")).isZero();
        clock.pass(Duration.ofHours(1));
        assertThat(limit.take("a")).isZero();
        assertThat(limit.take("a")).isZero();
        assertThat(limit.take("a")).isPositive();
    }

    /** A clock that goes when told to. */
    private static final class TestClock extends Clock {
        private Instant now = Instant.parse("2026-11-20T10:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }
}
