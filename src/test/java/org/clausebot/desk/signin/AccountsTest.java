package org.clausebot.desk.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clausebot.desk.signin.DeskSite.AMINA;
import static org.clausebot.desk.signin.DeskSite.PASSWORD;
import static org.clausebot.desk.signin.DeskSite.TOM;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.clausebot.desk.signin.DeskSite.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountsTest {
    @TempDir
    private Path folder;

    private DeskSite site;

    @BeforeEach
    void start() throws Exception {
        site = new DeskSite(folder);
    }

    @AfterEach
    void stop() {
        site.close();
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("");
    }

    @Test
    void an_invitation_leads_to_a_password_an_authenticator_recovery_codes_and_the_desk() throws Exception {
        Visitor amina = site.visitor();
        URI link = site.invitations.invite("amina-khan", site.base());
        assertThat(link.toString()).matches("http://localhost:\\d+/desk/welcome\\?token=[A-Za-z0-9_-]{43}");
        HttpResponse<String> done = amina.setUp(link, PASSWORD);
        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(amina.codes).hasSize(10).doesNotHaveDuplicates();
        assertThat(amina.get("/desk").body()).contains("cases of amina-khan");

        Visitor elsewhere = site.visitor();
        elsewhere.secret = amina.secret;
        assertThat(location(elsewhere.signIn(AMINA))).isEqualTo("/desk");
        assertThat(elsewhere.seesCases()).isTrue();
        assertThat(site.audit)
                .contains(
                        "operator: access invited amina-khan",
                        "amina-khan: access set up with password amina-khan",
                        "amina-khan: signed in with password amina-khan");
    }

    @Test
    void a_link_opens_as_often_as_it_likes_and_sets_up_once() throws Exception {
        URI link = site.invitations.invite("amina-khan", site.base());
        String path = link.getPath() + "?" + link.getQuery();
        assertThat(site.visitor().get(path).statusCode()).isEqualTo(200);
        assertThat(site.visitor().setUp(link, PASSWORD).statusCode()).isEqualTo(200);
        HttpResponse<String> again = site.visitor().get(path);
        assertThat(again.statusCode()).isEqualTo(404);
        assertThat(again.body())
                .isEqualTo(site.visitor()
                        .get("/desk/welcome?token=" + "x".repeat(43))
                        .body());
    }

    @Test
    void a_link_ends_after_a_day_and_when_a_newer_one_is_made() throws Exception {
        URI first = site.invitations.invite("amina-khan", site.base());
        URI second = site.invitations.invite("amina-khan", site.base());
        assertThat(site.visitor().get("/desk/welcome?" + first.getQuery()).statusCode())
                .isEqualTo(404);
        site.clock.pass(Duration.ofHours(24).minusSeconds(1));
        assertThat(site.visitor().get("/desk/welcome?" + second.getQuery()).statusCode())
                .isEqualTo(200);
        site.clock.pass(Duration.ofSeconds(1));
        assertThat(site.visitor().get("/desk/welcome?" + second.getQuery()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void two_who_use_one_link_at_once_make_one_account() throws Exception {
        URI link = site.invitations.invite("amina-khan", site.base());
        List<Callable<Integer>> both = List.of(
                () -> site.visitor().setUp(link, PASSWORD).statusCode(),
                () -> site.visitor().setUp(link, PASSWORD).statusCode());
        List<Integer> codes = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> one : threads.invokeAll(both)) {
                codes.add(one.get());
            }
        }
        assertThat(codes).containsExactlyInAnyOrder(200, 404);
    }

    @Test
    void what_is_wrong_with_a_new_password_stands_at_its_field_and_nothing_is_set_up() throws Exception {
        URI link = site.invitations.invite("amina-khan", site.base());
        for (String bad : new String[] {
            "short",
            "xx amina blue tree",
            "welcome to KHAN house",
            "PasswordPassword1!",
            "aaaaaaaaaaaaaaaa",
            "123456789012"
        }) {
            HttpResponse<String> refused = site.visitor().setUp(link, bad);
            assertThat(refused.statusCode()).as(bad).isEqualTo(422);
            assertThat(refused.body()).contains("id=\"password-error\"").doesNotContain(bad);
        }
        Visitor visitor = site.visitor();
        Map<String, String> fields =
                visitor.hidden(visitor.get("/desk/welcome?" + link.getQuery()).body());
        fields.putAll(Map.of("password", PASSWORD, "again", PASSWORD + "x", "code", "000000"));
        assertThat(visitor.post("/desk/welcome", fields).body())
                .contains("id=\"again-error\"", "id=\"code-error\"")
                .doesNotContain(PASSWORD);
        assertThat(site.storage.accounts().all(org.clausebot.policy.SchoolId.DEFAULT))
                .isEmpty();
    }

    @Test
    void whatever_is_wrong_the_answer_has_the_same_words() throws Exception {
        Visitor amina = site.settledIn("amina-khan");
        site.clock.pass(Duration.ofMinutes(1));
        String code = amina.code();
        List<HttpResponse<String>> answers = List.of(
                site.visitor().signIn("dsl@oakfield.example", "not the password", code),
                site.visitor().signIn("dsl@oakfield.example", PASSWORD, "000000"),
                site.visitor().signIn("dsl@oakfield.example", PASSWORD, "AAAAA-AAAAA"),
                site.visitor().signIn("head@oakfield.example", PASSWORD, code));
        assertThat(answers).allMatch(a -> a.statusCode() == 401);
        site.clock.pass(Duration.ofHours(1));
        HttpResponse<String> stranger = site.visitor().signIn("nobody@elsewhere.example", PASSWORD, code);
        List<String> words = new ArrayList<>(List.of(stranger.body().replace("nobody@elsewhere.example", "EMAIL")));
        for (HttpResponse<String> answer : answers) {
            words.add(answer.body().replaceAll("(dsl|head)@oakfield\\.example", "EMAIL"));
        }
        assertThat(words)
                .allMatch(w -> w.equals(words.getFirst()))
                .first()
                .asString()
                .contains(SignInPages.WRONG);
    }

    @Test
    void an_unknown_person_costs_the_work_of_a_known_one() {
        Passwords passwords = new Passwords();
        String hash = passwords.hash(PASSWORD);
        // Both paths check one argon2id hash of the same cost, whose time drowns all else.
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.isRight(PASSWORD, hash)).isTrue();
        assertThat(passwords.isRight("", hash)).isFalse();
        assertThat(passwords.isRight("x".repeat(100_000), hash)).isFalse();
    }

    @Test
    void no_code_is_taken_twice_and_one_step_either_way_is_forgiven() throws Exception {
        Visitor amina = site.settledIn("amina-khan");
        site.clock.pass(Duration.ofMinutes(2));
        String code = amina.code();
        site.clock.pass(Duration.ofSeconds(30));
        assertThat(site.visitor().signIn(AMINA.email(), PASSWORD, code).statusCode())
                .isEqualTo(303);
        assertThat(site.visitor().signIn(AMINA.email(), PASSWORD, code).statusCode())
                .isEqualTo(401);
        String ahead = Totp.code(amina.secret, site.clock.instant().plusSeconds(30));
        assertThat(site.visitor().signIn(AMINA.email(), PASSWORD, ahead).statusCode())
                .isEqualTo(303);
        // A later step was used: the one of this moment is spent too.
        assertThat(site.visitor().signIn(AMINA.email(), PASSWORD, amina.code()).statusCode())
                .isEqualTo(401);
        String far = Totp.code(amina.secret, site.clock.instant().plusSeconds(90));
        assertThat(site.visitor().signIn(AMINA.email(), PASSWORD, far).statusCode())
                .isEqualTo(401);
    }

    @Test
    void the_codes_are_those_of_rfc_6238() {
        byte[] secret = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
        assertThat(Totp.code(secret, java.time.Instant.ofEpochSecond(59))).isEqualTo("287082");
        assertThat(Totp.code(secret, java.time.Instant.ofEpochSecond(1_111_111_109)))
                .isEqualTo("081804");
        assertThat(Totp.base32(secret)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(Totp.address(secret, "a b@x.example"))
                .isEqualTo("otpauth://totp/Clausebot:a%20b%40x.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                        + "&issuer=Clausebot&algorithm=SHA1&digits=6&period=30");
    }

    @Test
    void a_recovery_code_signs_in_once_and_its_owner_is_told() throws Exception {
        Visitor amina = site.settledIn("amina-khan");
        site.told.clear();
        String code = amina.codes.get(3).toLowerCase(java.util.Locale.ROOT).replace("-", " ");
        assertThat(site.visitor().signIn(AMINA.email(), PASSWORD, code).statusCode())
                .isEqualTo(303);
        assertThat(site.told).contains("amina-khan");
        assertThat(site.audit).contains("amina-khan: recovery code used amina-khan");
        assertThat(site.visitor().signIn(AMINA.email(), PASSWORD, code).statusCode())
                .isEqualTo(401);
        assertThat(amina.get("/desk/account").body()).contains("recovery codes, 9 are left");
    }

    @Test
    void guessing_is_slowed_down_for_known_and_unknown_people_alike() throws Exception {
        Visitor amina = site.settledIn("amina-khan");
        for (String email : new String[] {AMINA.email(), "nobody@elsewhere.example"}) {
            site.clock.pass(Duration.ofHours(2));
            for (int i = 0; i < 5; i++) {
                assertThat(site.visitor()
                                .signIn(email, "guess number " + i, "000000")
                                .statusCode())
                        .isEqualTo(401);
            }
            HttpResponse<String> slowed = site.visitor().signIn(email, PASSWORD, amina.code());
            assertThat(slowed.statusCode()).as(email).isEqualTo(429);
            assertThat(slowed.headers().firstValue("Retry-After")).contains("3");
        }
        site.clock.pass(Duration.ofHours(2));
        assertThat(site.visitor().signIn(AMINA.email(), PASSWORD, amina.code()).statusCode())
                .isEqualTo(303);
    }

    @Test
    void a_session_ends_unused_after_half_an_hour_and_in_any_case_after_ten() throws Exception {
        Visitor amina = site.settledIn("amina-khan");
        site.clock.pass(Duration.ofMinutes(29));
        assertThat(amina.seesCases()).isTrue();
        site.clock.pass(Duration.ofMinutes(31));
        assertThat(amina.seesCases()).isFalse();
        amina.signIn(AMINA);
        for (int i = 0; i < 29; i++) {
            assertThat(amina.seesCases()).as("after %s times twenty minutes", i).isTrue();
            site.clock.pass(Duration.ofMinutes(20));
        }
        site.clock.pass(Duration.ofMinutes(20));
        assertThat(amina.seesCases()).isFalse();
    }

    @Test
    void sessions_outlive_a_restart_and_end_with_sign_out() throws Exception {
        Visitor amina = site.settledIn("amina-khan");
        assertThat(amina.seesCases()).isTrue();
        site.storage.close();
        try (var reopened = org.clausebot.storage.SqliteStorage.open(folder.resolve("clausebot.db"))) {
            assertThat(reopened.deskSessions().of(org.clausebot.policy.SchoolId.DEFAULT, "amina-khan"))
                    .hasSize(1);
        }
        site.server.stop();
        try (DeskSite next = new DeskSite(folder, Optional.empty(), site.vault)) {
            Visitor other = next.visitor();
            other.secret = amina.secret;
            other.signIn(AMINA);
            Map<String, String> csrf = other.hidden(other.get("/desk/account").body());
            assertThat(other.post("/desk/sign-out", Map.of("_csrf", "wrong")).statusCode())
                    .isEqualTo(403);
            assertThat(location(other.post("/desk/sign-out", csrf))).isEqualTo("/desk/sign-in?out=1");
            assertThat(other.seesCases()).isFalse();
        }
    }

    @Test
    void a_changed_password_ends_all_other_sessions_and_needs_a_sign_in_of_just_now() throws Exception {
        Visitor amina = site.settledIn("amina-khan");
        Visitor elsewhere = site.visitor();
        elsewhere.secret = amina.secret;
        elsewhere.signIn(AMINA);
        String other = "marble otter lantern 4";
        Map<String, String> change = Map.of("password", other, "again", other);
        site.clock.pass(Duration.ofMinutes(11));
        assertThat(location(amina.account("/password", change))).isEqualTo("/desk/sign-in?next=/desk/account");
        amina.signIn(AMINA);
        assertThat(location(amina.account("/password", change))).isEqualTo("/desk/account?done=password");
        assertThat(amina.seesCases()).isTrue();
        assertThat(elsewhere.seesCases()).isFalse();
        assertThat(elsewhere.signIn(AMINA).statusCode()).isEqualTo(401);
        site.clock.pass(Duration.ofMinutes(1));
        assertThat(elsewhere.signIn(AMINA.email(), other, amina.code()).statusCode())
                .isEqualTo(303);
    }

    @Test
    void another_authenticator_takes_the_place_of_the_first() throws Exception {
        Visitor amina = site.settledIn("amina-khan");
        byte[] first = amina.secret;
        Map<String, String> fields =
                amina.hidden(amina.get("/desk/account/authenticator").body());
        assertThat(amina.secret).isNotEqualTo(first);
        fields.put("code", amina.code());
        List<String> before = amina.codes;
        amina.readCodes(amina.post("/desk/account/authenticator", fields).body());
        assertThat(amina.codes).hasSize(10).doesNotContainAnyElementsOf(before);
        site.clock.pass(Duration.ofMinutes(1));
        assertThat(site.visitor()
                        .signIn(AMINA.email(), PASSWORD, Totp.code(first, site.clock.instant()))
                        .statusCode())
                .isEqualTo(401);
        assertThat(site.visitor()
                        .signIn(AMINA.email(), PASSWORD, before.getFirst())
                        .statusCode())
                .isEqualTo(401);
        assertThat(site.visitor().signIn(AMINA.email(), PASSWORD, amina.code()).statusCode())
                .isEqualTo(303);
    }

    @Test
    void whoever_leaves_the_school_is_out_at_once() throws Exception {
        Visitor amina = site.settledIn("amina-khan");
        site.people.remove(AMINA);
        assertThat(amina.seesCases()).isFalse();
        assertThat(amina.signIn(AMINA).statusCode()).isEqualTo(401);
        site.people.add(AMINA);
        assertThat(amina.seesCases())
                .as("the session was ended, not only hidden")
                .isFalse();
    }

    @Test
    void a_reset_stops_everything_old_tells_those_who_watch_and_shows_no_case_for_a_day() throws Exception {
        Visitor amina = site.settledIn("amina-khan");
        Visitor tom = site.settledIn("tom-reed");
        Visitor jane = site.settledIn("jane-smith");
        site.told.clear();
        URI link = site.invitations.reset("amina-khan", site.base());
        assertThat(site.told).containsExactlyInAnyOrder("amina-khan", "tom-reed");
        assertThat(site.audit).contains("operator: access reset amina-khan");
        assertThat(amina.seesCases()).isFalse();
        assertThat(amina.signIn(AMINA).statusCode()).isEqualTo(401);

        Visitor whoever = site.visitor();
        whoever.setUp(link, PASSWORD);
        assertThat(location(whoever.get("/desk"))).isEqualTo("/desk/account");
        assertThat(location(whoever.get("/desk/cases/AB-12"))).isEqualTo("/desk/account");
        assertThat(whoever.get("/desk/account").body())
                .contains("Your cases are shown from Tuesday 24 November")
                .doesNotContain("Access that waits");
        assertThat(tom.get("/desk/account").body()).contains("Access that waits", "Amina Khan");
        assertThat(jane.get("/desk/account").body()).doesNotContain("Access that waits");
        site.clock.pass(Duration.ofHours(25));
        whoever.signIn(AMINA);
        assertThat(whoever.seesCases()).isTrue();
    }

    @Test
    void the_chair_opens_waiting_access_sooner_and_a_headteacher_cannot() throws Exception {
        site.settledIn("amina-khan");
        Visitor tom = site.settledIn("tom-reed");
        Visitor jane = site.settledIn("jane-smith");
        Visitor whoever = site.visitor();
        whoever.setUp(site.invitations.reset("amina-khan", site.base()), PASSWORD);
        Map<String, String> confirm = Map.of("id", "amina-khan", "decision", "confirm");
        jane.account("/watch", confirm);
        whoever.account("/watch", confirm);
        assertThat(whoever.seesCases()).isFalse();
        assertThat(location(tom.account("/watch", confirm))).isEqualTo("/desk/account?done=confirmed");
        assertThat(whoever.seesCases()).isTrue();
        assertThat(site.audit).contains("tom-reed: access confirmed amina-khan");
    }

    @Test
    void waiting_access_that_is_not_right_is_closed() throws Exception {
        site.settledIn("amina-khan");
        Visitor tom = site.settledIn("tom-reed");
        Visitor whoever = site.visitor();
        whoever.setUp(site.invitations.reset("amina-khan", site.base()), PASSWORD);
        tom.account("/watch", Map.of("id", "amina-khan", "decision", "close"));
        assertThat(whoever.get("/desk/account").statusCode()).isEqualTo(303);
        assertThat(whoever.signIn(AMINA).statusCode()).isEqualTo(401);
        assertThat(site.audit).contains("tom-reed: access closed amina-khan");
    }

    @Test
    void an_invitation_waits_as_well_once_the_installation_is_a_week_old() throws Exception {
        site.settledIn("jane-smith");
        assertThat(site.settledIn("amina-khan").seesCases()).isTrue();
        site.clock.pass(Duration.ofDays(8));
        assertThat(site.settledIn("tom-reed").seesCases()).isFalse();
    }

    @Test
    void inviting_and_resetting_the_wrong_people_is_refused_with_what_to_do() throws Exception {
        site.settledIn("amina-khan");
        assertThatThrownBy(() -> site.invitations.invite("amina-khan", site.base()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("reset amina-khan");
        assertThatThrownBy(() -> site.invitations.reset("tom-reed", site.base()))
                .hasMessageContaining("invite tom-reed");
        assertThatThrownBy(() -> site.invitations.invite("tom-reeed", site.base()))
                .hasMessageContaining("receivers list");
        assertThat(site.invitations.list())
                .extracting(s -> s.receiver().id() + " " + s.way() + " " + s.sessions())
                .containsExactly("jane-smith  0", "amina-khan password 1", "tom-reed  0");
        assertThat(site.invitations.endSessions("amina-khan")).isEqualTo(1);
    }

    @Test
    void the_database_holds_no_secret_in_the_clear() throws Exception {
        Visitor amina = site.settledIn("amina-khan");
        URI open = site.invitations.invite("tom-reed", site.base());
        String cookie = amina.get("/desk/account")
                .request()
                .headers()
                .firstValue("Cookie")
                .orElseThrow();
        String token = cookie.substring(cookie.indexOf('=') + 1);
        site.storage.close();
        for (String name : new String[] {"clausebot.db", "clausebot.db-wal"}) {
            Path file = folder.resolve(name);
            String all = Files.exists(file) ? new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1) : "";
            assertThat(all)
                    .doesNotContain("$argon2id$", token, open.getQuery().substring("token=".length()))
                    .doesNotContain(new String(amina.secret, StandardCharsets.ISO_8859_1))
                    .doesNotContain(
                            amina.codes.getFirst(), amina.codes.getFirst().replace("-", ""));
        }
    }

    @Test
    void after_sign_in_nobody_is_sent_away_from_the_desk() throws Exception {
        Visitor amina = site.settledIn("amina-khan");
        for (Map.Entry<String, String> next : Map.of(
                        "/desk/cases/AB-12", "/desk/cases/AB-12",
                        "https://evil.example/", "/desk",
                        "//evil.example", "/desk",
                        "/desk/..//evil", "/desk",
                        "/policies", "/desk")
                .entrySet()) {
            site.clock.pass(Duration.ofMinutes(1));
            HttpResponse<String> in = site.visitor()
                    .post(
                            "/desk/sign-in",
                            Map.of(
                                    "email",
                                    AMINA.email(),
                                    "password",
                                    PASSWORD,
                                    "code",
                                    amina.code(),
                                    "next",
                                    next.getKey()));
            assertThat(location(in)).as(next.getKey()).isEqualTo(next.getValue());
        }
    }

    @Test
    void two_people_with_one_address_cannot_sign_in_as_each_other() throws Exception {
        Visitor amina = site.settledIn("amina-khan");
        site.people.remove(TOM);
        assertThat(site.visitor().signIn(AMINA.email(), PASSWORD, amina.code()).statusCode())
                .as("the code that set up the authenticator is spent")
                .isEqualTo(401);
        assertThat(amina.signIn(AMINA).statusCode()).isEqualTo(303);
        site.people.add(new org.clausebot.school.Receiver(
                "ann-other", "Ann Other", AMINA.email(), "", java.util.Set.of(org.clausebot.school.Role.LINE_MANAGER)));
        assertThat(amina.signIn(AMINA).statusCode()).isEqualTo(401);
        site.people.removeLast();
        assertThat(amina.signIn(AMINA).statusCode()).isEqualTo(303);
    }
}
