package org.clausebot.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import org.clausebot.answer.Answer;
import org.clausebot.chat.Incoming;
import org.clausebot.chat.Reply;
import org.clausebot.chat.terminal.AnswerJson;
import org.clausebot.policy.SchoolId;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The promise that everything rests on, for every question of the measuring sets: what each channel prints as the
 * policy's words is in the policy's file, to the letter, with the lead-in that stands above it there.
 */
class VerbatimTest {
    private static final Path POLICY = Path.of("index/policies/social-media/policy.txt");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The clauses whose sense their lead-in decides, and the lead-in as printed. */
    private static final Map<String, String> LEAD_INS = Map.of(
            "2.4.1", "Adults working in schools should:",
            "2.4.2", "Adults working in schools should:",
            "2.4.3", "Adults working in schools should:",
            "2.4.4", "Adults working in schools should:",
            "2.4.6", "Adults working in schools should not:",
            "2.4.7", "Adults working in schools should not:");

    @TempDir
    static Path data;

    private static String policy = "";
    private static final List<String> QUESTIONS = new ArrayList<>();

    @BeforeAll
    static void readThePolicyAndTheQuestions() throws IOException {
        policy = letters(Files.readString(POLICY));
        for (String file : List.of("short.tsv", "scenario.tsv")) {
            Files.readAllLines(Path.of("index/questions").resolve(file)).stream()
                    .skip(1)
                    .map(line -> line.split("\t", -1)[1])
                    .forEach(QUESTIONS::add);
        }
        Files.readAllLines(Path.of("index/questions/urgent.tsv")).stream()
                .skip(1)
                .map(line -> line.split("\t", -1)[0])
                .forEach(QUESTIONS::add);
        assertThat(QUESTIONS).hasSizeGreaterThan(400);
    }

    @Test
    void every_quote_in_json_is_in_the_policy_with_its_lead_in() throws Exception {
        int quotes = 0;
        try (Program program = Program.open(TestRun.config(data, Map.of()), TestRun.CLOCK)) {
            for (String question : QUESTIONS) {
                JsonNode answer = JSON.readTree(AnswerJson.write(answered(program, question), question));
                for (JsonNode shown : List.of(
                        answer.path("quotes"), answer.path("ifOnlyAsked").path("quotes"))) {
                    for (JsonNode quote : shown) {
                        assertQuoted(
                                quote.get("clause").asText(),
                                quote.get("leadIn").asText(),
                                quote.get("text").asText());
                        quotes++;
                    }
                }
            }
        }
        assertThat(quotes).isGreaterThan(300);
    }

    @Test
    void every_quote_in_the_terminal_is_in_the_policy_with_its_lead_in() throws Exception {
        int quotes = 0;
        try (Program program = Program.open(TestRun.config(data, Map.of()), TestRun.CLOCK)) {
            var terminal = program.terminal(new Surroundings(
                    Path.of("").toAbsolutePath(),
                    Map.of(),
                    InputStream.nullInputStream(),
                    Main.writer(OutputStream.nullOutputStream()),
                    Main.writer(OutputStream.nullOutputStream()),
                    false,
                    TestRun.CLOCK));
            for (String question : QUESTIONS) {
                String shown = terminal.show(new Reply.Answered(answered(program, question)));
                for (Printed quote : Printed.in(shown)) {
                    String leadIn = program.policies()
                            .getFirst()
                            .clause(quote.clause())
                            .orElseThrow()
                            .leadInText();
                    assertThat(quote.words()).startsWith(leadIn);
                    assertQuoted(quote.clause(), leadIn, quote.words().substring(leadIn.length()));
                    quotes++;
                }
            }
        }
        assertThat(quotes).isGreaterThan(300);
    }

    @Test
    void every_quote_on_the_page_is_in_the_policy_with_its_lead_in() throws Exception {
        int quotes = 0;
        LinkedBlockingQueue<URI> links = new LinkedBlockingQueue<>();
        Config config = TestRun.config(data, Map.of("CLAUSEBOT_LIMITS_REQUESTS_PER_MINUTE", "100000"))
                .serving("127.0.0.1", 0);
        try (WebProgram web = WebProgram.start(config, Clock.systemUTC(), links::add);
                HttpClient client = HttpClient.newBuilder()
                        .cookieHandler(new CookieManager())
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .build()) {
            Document start = Jsoup.parse(
                    client.send(HttpRequest.newBuilder(links.take()).build(), HttpResponse.BodyHandlers.ofString())
                            .body());
            String token = start.select("input[name=_csrf]").attr("value");
            for (String question : QUESTIONS) {
                Document page = ask(client, web.address(), token, question);
                for (Element quote : page.select("article.quote")) {
                    String clause = clause(quote);
                    String leadIn = quote.select("blockquote .lead-in").text();
                    assertQuoted(
                            clause, leadIn, quote.select("blockquote .text").text());
                    assertThat(letters(quote.select("blockquote").text()))
                            .isEqualTo(letters(
                                    leadIn + quote.select("blockquote .text").text()));
                    quotes++;
                }
            }
        }
        assertThat(quotes).isGreaterThan(300);
    }

    private static Document ask(HttpClient client, URI address, String token, String question) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/ask"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", address.toString().replaceAll("/$", ""))
                .header("HX-Request", "true")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "_csrf=" + token + "&question=" + URLEncoder.encode(question, StandardCharsets.UTF_8)))
                .build();
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(question).isEqualTo(200);
        return Jsoup.parse(response.body());
    }

    private static String clause(Element quote) {
        return quote.select("p.ref").text().replaceFirst("^Clause ", "");
    }

    private static void assertQuoted(String clause, String leadIn, String text) {
        assertThat(policy).as(clause).contains(letters(text));
        if (clause.matches("[0-9.]+")) {
            assertThat(leadIn).as(clause).isEqualTo(LEAD_INS.getOrDefault(clause, ""));
        }
        if (!leadIn.isEmpty()) {
            assertThat(policy).as(clause).contains(letters(leadIn));
        }
        if (clause.matches("[0-9.]+")) {
            assertThat(policy).as(clause).contains(letters(clause + text));
        }
    }

    private static Answer answered(Program program, String question) {
        Reply reply = program.assistant().reply(new Incoming(SchoolId.DEFAULT, question, question));
        return ((Reply.Answered) reply).answer();
    }

    private static String letters(String words) {
        return words.replaceAll("[\\s\\u00A0\\uFEFF]+", "");
    }

    /** A quotation as the terminal prints it. */
    private record Printed(String clause, String words) {
        static List<Printed> in(String shown) {
            List<Printed> quotes = new ArrayList<>();
            String before = "";
            StringBuilder words = new StringBuilder();
            String clause = "";
            for (String line : (shown + "\n").split("\n", -1)) {
                if (line.startsWith("  │ ")) {
                    if (words.isEmpty()) {
                        clause = before.strip();
                    }
                    words.append(words.isEmpty() ? "" : " ").append(line.substring(4));
                } else if (!words.isEmpty()) {
                    quotes.add(new Printed(clause, words.toString()));
                    words.setLength(0);
                }
                before = line;
            }
            return quotes;
        }
    }
}
