package org.clausebot.desk.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clausebot.desk.signin.DeskSite.AMINA;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.clausebot.desk.signin.DeskSite.Visitor;
import org.clausebot.school.Receiver;
import org.clausebot.school.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OidcTest {
    @TempDir
    private Path folder;

    private final TestClock clock = new TestClock();
    private TestProvider provider;

    @SuppressWarnings("NullAway.Init") // every test serves first
    private DeskSite site;

    @BeforeEach
    void start() throws Exception {
        provider = new TestProvider(clock);
    }

    @AfterEach
    void stop() {
        site.close();
        provider.close();
    }

    private void serve(OidcSettings settings) throws Exception {
        site = new DeskSite(folder, Optional.of(settings), new TestVault());
    }

    /** Goes to the provider and comes back, as a browser would. */
    private HttpResponse<String> there(Visitor visitor, String from) throws Exception {
        return visitor.get(provider.authorize(redirect(visitor.get(from))));
    }

    private static URI redirect(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(303);
        return URI.create(response.headers().firstValue("Location").orElseThrow());
    }

    private Visitor linked() throws Exception {
        Visitor amina = site.visitor();
        URI invitation = site.invitations.invite("amina-khan", site.base());
        HttpResponse<String> in = there(amina, "/desk/oidc/welcome?" + invitation.getQuery());
        assertThat(in.headers().firstValue("Location")).contains("/desk");
        assertThat(amina.seesCases()).isTrue();
        return amina;
    }

    private void assertRefused(String why) throws Exception {
        Visitor visitor = site.visitor();
        HttpResponse<String> refused = there(visitor, "/desk/oidc/begin");
        assertThat(refused.statusCode()).as(why).isEqualTo(401);
        assertThat(refused.body()).as(why).contains("did not work");
        assertThat(visitor.seesCases()).as(why).isFalse();
    }

    @Test
    void an_invitation_ties_an_entra_account_that_signs_in_from_then_on() throws Exception {
        serve(provider.entra());
        linked();
        Visitor later = site.visitor();
        there(later, "/desk/oidc/begin");
        assertThat(later.get("/desk").body()).contains("cases of amina-khan");
        assertThat(site.audit)
                .contains(
                        "amina-khan: access set up with school account amina-khan",
                        "amina-khan: signed in with Microsoft amina-khan");
        assertThat(site.visitor().get("/desk/sign-in").body()).contains("Sign in with Microsoft");
    }

    @Test
    void what_is_sent_to_the_provider_asks_for_a_code_with_pkce_state_and_nonce() throws Exception {
        serve(provider.entra());
        String query = redirect(site.visitor().get("/desk/oidc/begin")).getRawQuery();
        assertThat(query)
                .contains("response_type=code", "code_challenge_method=S256", "client_id=" + TestProvider.CLIENT)
                .containsPattern("state=[A-Za-z0-9_-]{43}")
                .containsPattern("nonce=[A-Za-z0-9_-]{43}")
                .doesNotContain(TestProvider.SECRET);
    }

    @Test
    void without_an_invitation_nobody_is_let_in_whatever_their_address_says() throws Exception {
        for (OidcSettings settings : List.of(provider.entra(), provider.google())) {
            serve(settings);
            assertRefused(settings.name());
            site.close();
        }
        serve(provider.entra());
    }

    @Test
    void an_invitation_cannot_be_taken_with_somebody_elses_school_account() throws Exception {
        serve(provider.entra());
        URI invitation = site.invitations.invite("amina-khan", site.base());
        provider.claims = c -> c.claim("oid", "00000000-0000-0000-0000-00000000b002")
                .claim("preferred_username", "head@oakfield.example")
                .claim("email", "head@oakfield.example");
        Visitor jane = site.visitor();
        assertThat(there(jane, "/desk/oidc/welcome?" + invitation.getQuery()).statusCode())
                .isEqualTo(401);
        assertThat(jane.seesCases()).isFalse();
        provider.claims = c -> c;
        Visitor amina = site.visitor();
        there(amina, "/desk/oidc/welcome?" + invitation.getQuery());
        assertThat(amina.seesCases()).as("the invitation was not used up").isTrue();
    }

    @Test
    void a_token_that_is_wrong_in_any_part_lets_nobody_in() throws Exception {
        serve(provider.entra());
        linked();
        Map<String, UnaryOperator<JWTClaimsSet.Builder>> lies = new LinkedHashMap<>();
        lies.put("another audience", c -> c.audience("another-client"));
        lies.put("two audiences", c -> c.audience(List.of(TestProvider.CLIENT, "another-client")));
        lies.put("another party", c -> c.claim("azp", "another-client"));
        lies.put("another issuer", c -> c.issuer("https://evil.example"));
        lies.put("another nonce", c -> c.claim("nonce", "another"));
        lies.put("no nonce", c -> c.claim("nonce", null));
        lies.put("expired", c -> c.expirationTime(Date.from(clock.instant().minusSeconds(120))));
        lies.put("no expiry", c -> c.expirationTime(null));
        lies.put("issued long ago", c -> c.issueTime(Date.from(clock.instant().minusSeconds(3_600))));
        lies.put("not yet valid", c -> c.notBeforeTime(Date.from(clock.instant().plusSeconds(600))));
        lies.put("another tenant", c -> c.claim("tid", "11111111-2222-3333-4444-555555555555"));
        lies.put("no tenant", c -> c.claim("tid", null));
        lies.put("no person", c -> c.claim("oid", null));
        lies.put("another person of the same address", c -> c.claim("oid", "00000000-0000-0000-0000-00000000c003"));
        lies.put("claims of another kind", c -> c.claim("tid", List.of(TestProvider.TENANT)));
        for (Map.Entry<String, UnaryOperator<JWTClaimsSet.Builder>> lie : lies.entrySet()) {
            provider.claims = lie.getValue();
            assertRefused(lie.getKey());
        }
        provider.claims = c -> c;
        for (TestProvider.Signing signing : TestProvider.Signing.values()) {
            provider.signing = signing;
            if (signing != TestProvider.Signing.RIGHT) {
                assertRefused(signing.name());
            }
        }
        provider.signing = TestProvider.Signing.RIGHT;
        Visitor right = site.visitor();
        there(right, "/desk/oidc/begin");
        assertThat(right.seesCases()).isTrue();
    }

    @Test
    void an_answer_with_another_state_in_another_browser_or_late_lets_nobody_in() throws Exception {
        serve(provider.entra());
        linked();
        Visitor visitor = site.visitor();
        String back = provider.authorize(redirect(visitor.get("/desk/oidc/begin")));
        assertThat(visitor.get(back.replaceAll("state=.*", "state=forged")).statusCode())
                .isEqualTo(401);
        assertThat(site.visitor().get(back).statusCode()).as("another browser").isEqualTo(401);
        assertThat(visitor.get(back).statusCode()).as("the state is used up").isEqualTo(401);

        String late = provider.authorize(redirect(visitor.get("/desk/oidc/begin")));
        site.clock.pass(Duration.ofMinutes(11));
        assertThat(visitor.get(late).statusCode()).isEqualTo(401);

        String other = provider.authorize(redirect(visitor.get("/desk/oidc/begin")));
        assertThat(visitor.get(other + "&iss=https%3A%2F%2Fevil.example").statusCode())
                .isEqualTo(401);
        String refused = provider.authorize(redirect(visitor.get("/desk/oidc/begin")));
        assertThat(visitor.get(refused + "&error=access_denied").statusCode()).isEqualTo(401);
        assertThat(visitor.seesCases()).isFalse();
    }

    @Test
    void a_google_account_needs_its_verified_address_and_the_schools_domain_each_time() throws Exception {
        serve(provider.google());
        linked();
        Visitor later = site.visitor();
        there(later, "/desk/oidc/begin");
        assertThat(later.seesCases()).isTrue();
        Map<String, UnaryOperator<JWTClaimsSet.Builder>> lies = new LinkedHashMap<>();
        lies.put("unverified address", c -> c.claim("email_verified", false));
        lies.put("no word on it", c -> c.claim("email_verified", null));
        lies.put("another domain", c -> c.claim("hd", "elsewhere.example"));
        lies.put("a private account", c -> c.claim("hd", null));
        lies.put("another address", c -> c.claim("email", "head@oakfield.example"));
        lies.put("another person", c -> c.subject("subject-2"));
        for (Map.Entry<String, UnaryOperator<JWTClaimsSet.Builder>> lie : lies.entrySet()) {
            provider.claims = lie.getValue();
            assertRefused(lie.getKey());
        }
    }

    @Test
    void whoever_leaves_the_school_or_is_reset_is_out_at_the_provider_too() throws Exception {
        serve(provider.entra());
        Visitor amina = linked();
        site.people.remove(AMINA);
        assertThat(amina.seesCases()).isFalse();
        assertRefused("left");
        site.people.add(AMINA);
        site.invitations.reset("amina-khan", site.base());
        assertRefused("reset");
    }

    @Test
    void one_school_account_is_tied_to_one_receiver_only() throws Exception {
        serve(provider.entra());
        linked();
        site.people.add(new Receiver("amina-too", "Amina K", "other@oakfield.example", "", Set.of(Role.SENIOR_LEADER)));
        provider.claims = c -> c.claim("email", "other@oakfield.example");
        URI invitation = site.invitations.invite("amina-too", site.base());
        assertThat(there(site.visitor(), "/desk/oidc/welcome?" + invitation.getQuery())
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_provider_that_is_down_is_said_so_kindly() throws Exception {
        serve(provider.entra());
        provider.close();
        HttpResponse<String> answer = site.visitor().get("/desk/oidc/begin");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("did not work", "id=\"password\"");
    }

    @Test
    void settings_that_would_let_strangers_in_are_refused() throws Exception {
        serve(provider.entra());
        String issuer = "https://login.microsoftonline.com/x/v2.0";
        for (String tenant : new String[] {"common", "organizations", "consumers", "oakfield"}) {
            assertThatThrownBy(() -> OidcSettings.of(issuer, "c", "s", tenant, ""))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("desk.oidc.tenant");
        }
        assertThatThrownBy(() -> OidcSettings.of("http://idp.example", "c", "s", TestProvider.TENANT, ""))
                .hasMessageContaining("https");
        assertThatThrownBy(() -> OidcSettings.of(issuer, "c", "s", TestProvider.TENANT, "oakfield.example"))
                .hasMessageContaining("not both");
        assertThatThrownBy(() -> OidcSettings.of(issuer, "c", "s", "", "")).hasMessageContaining("not both");
        assertThatThrownBy(() -> OidcSettings.of(issuer, "", "s", TestProvider.TENANT, ""))
                .hasMessageContaining("client-id");
        assertThat(OidcSettings.of(issuer, "c", "very-secret", TestProvider.TENANT, "")
                        .toString())
                .doesNotContain("very-secret");
    }
}
