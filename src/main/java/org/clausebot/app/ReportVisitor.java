package org.clausebot.app;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One browser at the chat page, for trials of the whole program. Used by one thread at a time. */
final class ReportVisitor {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern STEP = Pattern.compile("name=\"step\" value=\"([^\"/]+/[^\"]+)\"");
    private static final Pattern RECEIPT =
            Pattern.compile("<dl class=\"receipt\">\\s*<div><dt>[^<]*</dt>\\s*<dd class=\"code\">([^<]+)</dd>");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final URI base;
    private final String cookie;
    private String csrf = "";

    private ReportVisitor(URI base, String cookie) {
        this.base = base;
        this.cookie = cookie;
    }

    /**
     * What a page shows of a report.
     *
     * @param token of the step that is asked; empty when none is
     * @param receipt the code of the report that was sent; empty when none is shown
     * @param html the page, or the part of it that is new
     */
    record Shown(String token, String receipt, String html) {
        /** The step that is asked; empty when none is. */
        String step() {
            String[] parts = token.split("/", -1);
            return parts.length == 3 ? parts[1] : "";
        }
    }

    /** @param link works once */
    static ReportVisitor signIn(HttpClient client, URI link) throws IOException, InterruptedException {
        HttpResponse<String> in =
                client.send(HttpRequest.newBuilder(link).timeout(PATIENCE).build(), BodyHandlers.ofString());
        String set = in.headers()
                .firstValue("Set-Cookie")
                .orElseThrow(() -> new IOException("The link did not sign in: " + in.statusCode()));
        return new ReportVisitor(link.resolve("/"), set.substring(0, set.indexOf(';')));
    }

    /** The page as it is when it is opened anew. */
    Shown open(HttpClient client) throws IOException, InterruptedException {
        Shown shown = shown(client.send(request("/").build(), BodyHandlers.ofString()));
        csrf = first(CSRF, shown.html());
        return shown;
    }

    /** @param token of the step that is answered; empty when it is none */
    Shown say(HttpClient client, String token, String words) throws IOException, InterruptedException {
        String form = "_csrf=" + encoded(csrf) + "&step=" + encoded(token) + "&question=" + encoded(words);
        return shown(client.send(
                request("/ask")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("HX-Request", "true")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString()));
    }

    /** A page with nothing behind it. */
    Shown bare(HttpClient client) throws IOException, InterruptedException {
        return shown(client.send(request("/healthz").build(), BodyHandlers.ofString()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE).header("Cookie", cookie);
    }

    private static Shown shown(HttpResponse<String> response) {
        if (response.statusCode() != 200) {
            throw new IllegalStateException("The page was refused: " + response.statusCode());
        }
        String html = response.body();
        return new Shown(first(STEP, html), first(RECEIPT, html), html);
    }

    private static String first(Pattern pattern, String html) {
        Matcher matcher = pattern.matcher(html);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }
}
