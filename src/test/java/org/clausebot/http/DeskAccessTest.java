package org.clausebot.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeskAccessTest {
    private static final String CSRF = field("_csrf", "desk-csrf");

    @TempDir
    private Path data;

    private HttpSite site;

    @BeforeEach
    void start() throws IOException {
        site = new HttpSite(data);
    }

    @AfterEach
    void stop() {
        site.close();
    }

    private String cookie() {
        return "clausebot-desk-" + site.server.port() + "=" + HttpSite.DESK_TOKEN;
    }

    private HttpResponse<String> upload(String body) throws Exception {
        return upload(body.getBytes(StandardCharsets.ISO_8859_1), "multipart/form-data; boundary=XX");
    }

    private HttpResponse<String> upload(byte[] body, String type) throws Exception {
        return site.client.send(
                HttpRequest.newBuilder(site.at("/desk/evidence"))
                        .header("Cookie", cookie())
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String field(String name, String value) {
        return "--XX\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private static String file(String field, String name, String bytes) {
        return "--XX\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"" + name
                + "\"\r\nContent-Type: image/png\r\n\r\n" + bytes + "\r\n";
    }

    @Test
    void without_a_session_at_the_desk_every_page_leads_to_its_sign_in() throws Exception {
        HttpResponse<String> away = site.get("/desk/cases/AB-12");
        assertThat(away.statusCode()).isEqualTo(303);
        assertThat(away.headers().firstValue("Location")).contains("/desk/sign-in?next=/desk/cases/AB-12");
        assertThat(site.get("/desk").headers().firstValue("Location")).contains("/desk/sign-in");
        assertThat(site.post("/desk/note", "q=1").headers().firstValue("Location"))
                .contains("/desk/sign-in");
        assertThat(site.get("/desk", "HX-Request", "true").statusCode()).isEqualTo(401);
        assertThat(site.get("/desk/cases/%22%3E", "Sec-Fetch-Site", "none")
                        .headers()
                        .firstValue("Location"))
                .contains("/desk/sign-in");
    }

    @Test
    void the_staffs_session_opens_nothing_at_the_desk_and_the_desks_nothing_else() throws Exception {
        String staff = site.signIn();
        assertThat(site.get("/desk", "Cookie", staff).statusCode()).isEqualTo(303);
        assertThat(site.get("/", "Cookie", cookie()).statusCode()).isEqualTo(401);
        assertThat(site.get("/desk", "Cookie", cookie()).body()).isEqualTo("desk of amina-khan");
        assertThat(site.get("/desk", "Cookie", cookie() + "x").statusCode()).isEqualTo(303);
    }

    @Test
    void a_form_at_the_desk_needs_the_desks_own_token() throws Exception {
        assertThat(site.post("/desk/note", "_csrf=desk-csrf", "Cookie", cookie())
                        .body())
                .isEqualTo("noted");
        assertThat(site.post("/desk/note", "_csrf=other", "Cookie", cookie()).statusCode())
                .isEqualTo(403);
        assertThat(site.post("/desk/note", "a=b", "Cookie", cookie()).statusCode())
                .isEqualTo(403);
        assertThat(site.post("/desk/sign-in", "a=b", "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void the_desks_cookie_is_strict_and_ends_with_the_browser() throws Exception {
        var cookies = site.post("/desk/sign-in", "a=b").headers().allValues("Set-Cookie");
        assertThat(cookies)
                .contains("clausebot-desk-" + site.server.port() + "=open-sesame; Path=/; HttpOnly; SameSite=Strict")
                .anyMatch(c -> c.startsWith("clausebot-ticket-") && c.endsWith("Max-Age=0"));
        assertThat(site.get("/desk/ticket").headers().firstValue("Set-Cookie").orElseThrow())
                .contains("=abc;", "HttpOnly", "SameSite=Lax", "Max-Age=300");
        String ticket = "clausebot-ticket-" + site.server.port() + "=xyz";
        assertThat(site.get("/desk/ticket", "Cookie", ticket).body()).isEqualTo("xyz");
        try (HttpSite tls = new HttpSite(
                data, s -> new ServerSettings(s.host(), 0, Set.of(), true, Optional.empty(), s.limits()))) {
            assertThat(tls.post("/desk/sign-in", "a=b").headers().allValues("Set-Cookie"))
                    .contains("__Host-clausebot-desk=open-sesame; Path=/; HttpOnly; Secure; SameSite=Strict");
        }
    }

    @Test
    void a_link_elsewhere_leads_to_the_desk_by_one_more_step_from_our_own() throws Exception {
        HttpResponse<String> step =
                site.get("/desk/cases/AB-12", "Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate");
        assertThat(step.body()).contains("content=\"0;url=/desk/cases/AB-12\"");
    }

    @Test
    void a_download_is_never_shown_as_a_page_of_this_site() throws Exception {
        var headers = site.get("/desk/file", "Cookie", cookie()).headers();
        assertThat(headers.firstValue("Content-Disposition"))
                .contains("attachment; filename=\"a _b_ _.png\"; filename*=UTF-8''a%20%22b%22%20%E2%98%83.png");
        assertThat(headers.allValues("Content-Security-Policy"))
                .containsExactly("default-src 'none'; sandbox; frame-ancestors 'none'");
        assertThat(headers.allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(headers.firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void files_arrive_byte_for_byte_with_the_fields_beside_them() throws Exception {
        HttpResponse<String> got = upload(CSRF + field("note", "caf\u00c3\u00a9")
                + file("evidence", "C:\\photos\\a.png", "\u0000\u00ff\r\n\u0080") + file("evidence", "", "")
                + "--XX--\r\n");
        assertThat(got.body()).isEqualTo("caf\u00e9|evidence a.png 0 -1 13 10 -128");
    }

    @Test
    void a_form_with_files_needs_the_token_too() throws Exception {
        assertThat(upload(field("_csrf", "wrong") + file("e", "a", "x") + "--XX--\r\n")
                        .statusCode())
                .isEqualTo(403);
        assertThat(upload(file("e", "a", "x") + "--XX--\r\n").statusCode()).isEqualTo(403);
    }

    @Test
    void broken_bodies_are_refused_with_words_and_no_fault() throws Exception {
        String[] broken = {
            "",
            "--XX",
            CSRF,
            CSRF + "--XX\r\nContent-Disposition: form-data\r\n\r\nx\r\n--XX--\r\n",
            CSRF + "--XX\r\n\r\nx\r\n--XX--\r\n",
            CSRF + CSRF + "--XX--\r\n",
            CSRF + field("note", "\u0000") + "--XX--\r\n",
            CSRF + field("note", "\u00ff\u00fe") + "--XX--\r\n",
            CSRF + field("f", "x").repeat(40) + "--XX--\r\n",
            CSRF + file("e", "a", "x").repeat(11) + "--XX--\r\n",
            CSRF + "--XX\r\nX: " + "y".repeat(4_000) + "\r\n\r\nx\r\n--XX--\r\n",
            CSRF.replace("\r\n", "\n") + "--XX--\n",
        };
        for (String body : broken) {
            assertThat(upload(body).statusCode()).as(body).isEqualTo(400);
        }
        byte[] whole = (CSRF + "--XX--\r\n").getBytes(StandardCharsets.ISO_8859_1);
        for (String type : new String[] {
            "multipart/form-data",
            "multipart/form-data; boundary=\"\"",
            "multipart/form-data; boundary=" + "z".repeat(80)
        }) {
            assertThat(upload(whole, type).statusCode()).as(type).isEqualTo(400);
        }
        assertThat(upload(whole, "multipart/mixed; boundary=XX").statusCode()).isEqualTo(415);
    }

    @Test
    void too_large_a_file_is_refused_before_it_is_read() throws Exception {
        assertThat(upload(CSRF + file("e", "a", "x".repeat(60 * 1024)) + "--XX--\r\n")
                        .statusCode())
                .isEqualTo(200);
        String answer = site.raw(
                "POST /desk/evidence HTTP/1.1\r\nHost: localhost\r\nCookie: " + cookie()
                        + "\r\nContent-Type: multipart/form-data; boundary=XX\r\nContent-Length: 99999999\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 413").contains("64 kB");
        answer = site.raw(
                "POST /desk/evidence HTTP/1.1\r\nHost: localhost\r\nCookie: " + cookie()
                        + "\r\nContent-Type: multipart/form-data; boundary=XX\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n0\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 411");
    }

    @Test
    void a_route_that_takes_no_files_refuses_them() throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes((CSRF + file("e", "a", "x") + "--XX--\r\n").getBytes(StandardCharsets.ISO_8859_1));
        HttpResponse<String> refused = site.client.send(
                HttpRequest.newBuilder(site.at("/desk/note"))
                        .header("Cookie", cookie())
                        .header("Content-Type", "multipart/form-data; boundary=XX")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                        .build(),
                BodyHandlers.ofString());
        assertThat(refused.statusCode()).isEqualTo(415);
    }
}
