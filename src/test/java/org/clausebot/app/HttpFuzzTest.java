package org.clausebot.app;

import com.code_intelligence.jazzer.api.BugDetectors;
import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import org.jsoup.Jsoup;

/** Nothing that a signed-in person can send gives a 500 or a stack trace: the whole program, over HTTP. */
class HttpFuzzTest {
    private static final Site SITE = Site.start();

    @FuzzTest(maxDuration = "20s")
    void nothing_sent_gives_a_fault(FuzzedDataProvider input) throws Exception {
        // The fuzzer takes any connection for a leak; these go to the site under test.
        BugDetectors.allowNetworkConnections(
                (host, port) -> port == SITE.address().getPort());
        int way = input.consumeInt(0, 4);
        String text = input.consumeRemainingAsString();
        HttpResponse<String> response = switch (way) {
            case 0 -> SITE.post("/ask", "question=" + encoded(text));
            case 1 -> SITE.post("/feedback", text.replaceAll("[\\r\\n]", ""));
            case 2 -> SITE.get("/find?q=" + encoded(text));
            case 3 -> SITE.get("/policies/" + encoded(text));
            default -> SITE.get("/" + encoded(text));
        };
        // The page shows what was typed: a trace that the fuzzer typed itself is none of ours.
        boolean trace = response.body().contains("at org.clausebot.") && !text.contains("at org");
        if (response.statusCode() >= 500 || trace) {
            throw new IllegalStateException("A fault: " + response.statusCode() + " " + response.body());
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private record Site(URI address, HttpClient client, String token) {
        static Site start() {
            try {
                LinkedBlockingQueue<URI> links = new LinkedBlockingQueue<>();
                Config config = TestRun.config(
                                Files.createTempDirectory("clausebot-fuzz"),
                                Map.of("CLAUSEBOT_LIMITS_REQUESTS_PER_MINUTE", "100000"))
                        .serving("127.0.0.1", 0);
                WebProgram web = WebProgram.start(config, Clock.systemUTC(), links::add);
                HttpClient client = HttpClient.newBuilder()
                        .cookieHandler(new CookieManager())
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .build();
                String page = client.send(
                                HttpRequest.newBuilder(links.take()).build(), HttpResponse.BodyHandlers.ofString())
                        .body();
                String token = Jsoup.parse(page).select("input[name=_csrf]").attr("value");
                return new Site(web.address(), client, token);
            } catch (Exception e) {
                throw new IllegalStateException("The site to fuzz did not start", e);
            }
        }

        HttpResponse<String> get(String path) throws IOException, InterruptedException {
            return answered(HttpRequest.newBuilder(address.resolve(path)).build());
        }

        HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
            return answered(HttpRequest.newBuilder(address.resolve(path))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString("_csrf=" + token + "&" + body))
                    .build());
        }

        /**
         * Asks again once: the server may close a kept connection at the moment that it is used again (RFC 9112, 9.5),
         * and the second request has a connection of its own.
         */
        private HttpResponse<String> answered(HttpRequest request) throws IOException, InterruptedException {
            try {
                return client.send(request, HttpResponse.BodyHandlers.ofString());
            } catch (IOException closed) {
                return client.send(request, HttpResponse.BodyHandlers.ofString());
            }
        }
    }
}
