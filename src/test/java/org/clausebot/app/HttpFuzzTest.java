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
        String body = response.body();
        if (response.statusCode() >= 500 || body.contains("\tat org.") || body.contains("Exception:")) {
            throw new IllegalStateException("A fault: " + response.statusCode() + " " + body);
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
            return client.send(
                    HttpRequest.newBuilder(address.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
        }

        HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
            return client.send(
                    HttpRequest.newBuilder(address.resolve(path))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString("_csrf=" + token + "&" + body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
