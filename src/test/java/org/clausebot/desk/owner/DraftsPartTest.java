package org.clausebot.desk.owner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.clausebot.policy.Policy;
import org.clausebot.policy.draft.Citation;
import org.clausebot.policy.draft.Shelf;
import org.clausebot.school.Receiver;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drafts and versions by HTTP: who may, what is refused in place, and what is in force afterwards. */
class DraftsPartTest {
    private static final String ROOT = OwnerTab.DRAFTS.address();
    private static final String VERSIONS = ROOT + "/versions/of/phones";
    private static final String NEW =
            Shelf.FIRST.replace("1.1.1 use phones in lessons\n", "").replace("June 20217", "June 2027");

    @TempDir
    private Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private Shelf shelf;
    private OwnerSite site;

    static DraftsPart part(Shelf shelf) {
        return new DraftsPart(new DraftsPart.Parts(
                shelf.library,
                shelf.reader,
                shelf.drafts,
                id -> List.of(
                        new Citation("1.1.1", Citation.Kind.FLOW, "Report a phone", 1),
                        new Citation("1.1.1", Citation.Kind.EXAMPLES, "", 3)),
                id -> OwnerSite.school().anyone(id).map(Receiver::name).orElse(id),
                shelf.clock));
    }

    @BeforeEach
    void start() throws Exception {
        shelf = new Shelf(folder.resolve("policies"));
        site = new OwnerSite(Files.createDirectories(folder.resolve("site")), shelf.clock, part(shelf));
    }

    @AfterEach
    void stop() {
        site.close();
    }

    private HttpResponse<String> bring(Receiver who, String name, byte[] bytes, Map<String, String> fields)
            throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Map.Entry<String, String> field : fields.entrySet()) {
            body.writeBytes(("--XX\r\nContent-Disposition: form-data; name=\"" + field.getKey() + "\"\r\n\r\n"
                            + field.getValue() + "\r\n")
                    .getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes(("--XX\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\ncsrf-" + who.id()
                        + "\r\n--XX\r\nContent-Disposition: form-data; name=\"document\"; filename=\"" + name
                        + "\"\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(bytes);
        body.writeBytes("\r\n--XX--\r\n".getBytes(StandardCharsets.UTF_8));
        return client.send(
                HttpRequest.newBuilder(site.at(ROOT))
                        .header("Cookie", site.cookieName() + "=" + who.id())
                        .header("Content-Type", "multipart/form-data; boundary=XX")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                        .build(),
                BodyHandlers.ofString());
    }

    private String brought() throws Exception {
        HttpResponse<String> answer =
                bring(OwnerSite.OWNER, "Phones.txt", NEW.getBytes(StandardCharsets.UTF_8), Map.of("id", "phones"));
        assertThat(answer.statusCode()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static String hidden(Document page, String name) {
        return page.expectFirst("input[name=" + name + "]").val();
    }

    private Map<String, String> publication(String draft, String from) throws Exception {
        Document page = site.page(OwnerSite.OWNER, draft);
        return Map.of(
                "seen",
                hidden(page, "seen"),
                "expected",
                hidden(page, "expected"),
                "from",
                from,
                "note",
                "Agreed by the governors");
    }

    @Test
    void a_document_is_brought_looked_through_corrected_and_published() throws Exception {
        String draft = brought();
        Document page = site.page(OwnerSite.OWNER, draft);
        assertThat(page.select(".read-clause")).hasSize(5);
        assertThat(page.select("mark.of-clause")).hasSize(5);
        assertThat(page.select(".source-text").text()).contains("Adults should not:");
        assertThat(page.select(".changes").text()).contains("Removed 1.1.1");
        assertThat(page.select("table.figures").text())
                .contains("Report a phone")
                .contains("3 example questions");
        assertThat(page.select("ul.findings a[href^=#clause-]")).isNotEmpty();

        Document clause = site.page(
                OwnerSite.OWNER,
                page.select("a[href*=clause?at]:contains(Correct 1.2)").attr("href"));
        HttpResponse<String> split = site.post(
                OwnerSite.OWNER,
                draft + "/clause",
                Map.of(
                        "seen", hidden(clause, "seen"),
                        "at", hidden(clause, "at"),
                        "do", "split",
                        "second", "Lockers are",
                        "second-number", "1.3"));
        assertThat(split.statusCode()).isEqualTo(303);
        assertThat(site.post(
                                OwnerSite.OWNER,
                                draft + "/publish",
                                publication(draft, shelf.today().toString()))
                        .statusCode())
                .isEqualTo(303);

        assertThat(shelf.says("1.3")).isEqualTo("Lockers are locked.");
        assertThat(shelf.says("1.1.1")).isEmpty();
        Document versions = site.page(OwnerSite.OWNER, VERSIONS);
        assertThat(versions.select("table.figures").text())
                .contains("1. Published")
                .contains("Grace Obi")
                .contains("Agreed by the governors");
        assertThat(site.audited)
                .containsExactly(
                        "grace-obi: policy draft brought phones",
                        "grace-obi: policy draft corrected phones",
                        "grace-obi: policy published phones");
    }

    @Test
    void a_bad_file_is_refused_in_place_and_changes_nothing() throws Exception {
        for (Map.Entry<String, String> bad : Map.of(
                        "Phones.pdf", "is plain text",
                        "Phones.exe", "Give the policy as",
                        "Phones.docx", "Phones.docx",
                        "empty.txt", "is empty")
                .entrySet()) {
            byte[] bytes = bad.getKey().equals("empty.txt")
                    ? new byte[0]
                    : "Phones at school".getBytes(StandardCharsets.UTF_8);
            HttpResponse<String> answer = bring(OwnerSite.OWNER, bad.getKey(), bytes, Map.of("title", "My title"));
            assertThat(answer.statusCode()).as(bad.getKey()).isEqualTo(400);
            assertThat(answer.body())
                    .contains("Nothing was kept")
                    .contains("My title")
                    .contains("role=\"alert\"");
        }
        assertThat(bring(OwnerSite.OWNER, "P.txt", NEW.getBytes(StandardCharsets.UTF_8), Map.of("id", "../../etc"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(shelf.data).doesNotExist();
        assertThat(site.audited).isEmpty();
    }

    @Test
    void a_reader_looks_at_everything_and_changes_nothing() throws Exception {
        String draft = brought();
        Map<String, String> wish = publication(draft, shelf.today().toString());
        Document page = site.page(OwnerSite.READER, draft);
        assertThat(page.select(".read-clause")).hasSize(5);
        assertThat(page.select("main form")).isEmpty();
        assertThat(site.page(OwnerSite.READER, VERSIONS).select("main form")).isEmpty();
        for (String change : List.of("/publish", "/clause", "/details", "/undo", "/state")) {
            assertThat(site.post(OwnerSite.READER, draft + change, wish).statusCode())
                    .as(change)
                    .isEqualTo(403);
        }
        assertThat(site.post(OwnerSite.READER, VERSIONS + "/roll-back", wish).statusCode())
                .isEqualTo(403);
        assertThat(site.get(OwnerSite.DSL, draft).statusCode()).isEqualTo(404);
    }

    @Test
    void the_second_of_two_owners_is_told_and_nothing_of_theirs_is_done() throws Exception {
        String draft = brought();
        Map<String, String> wish = publication(draft, shelf.today().toString());
        assertThat(site.post(OwnerSite.OWNER, draft + "/publish", wish).statusCode())
                .isEqualTo(303);

        HttpResponse<String> late = site.post(OwnerSite.DEPUTY, draft + "/publish", wish);

        assertThat(late.statusCode()).isEqualTo(400);
        assertThat(late.body()).contains("Somebody else has changed or published");
        assertThat(shelf.library.history(Shelf.PHONES).rows()).hasSize(1);
    }

    @Test
    void a_refused_correction_keeps_what_was_typed_and_says_why() throws Exception {
        String draft = brought();
        Document page = site.page(OwnerSite.OWNER, draft);
        Document clause = site.page(
                OwnerSite.OWNER,
                page.select("a[href*=clause?at]:contains(Correct 1.2)").attr("href"));
        HttpResponse<String> refused = site.post(
                OwnerSite.OWNER,
                draft + "/clause",
                Map.of(
                        "seen", hidden(clause, "seen"),
                        "at", hidden(clause, "at"),
                        "do", "split",
                        "second", "words of mine <b>",
                        "second-number", "1.3"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("letter for letter").contains("words of mine &lt;b");
        for (Map<String, String> odd : List.of(
                Map.of("at", "9-1", "do", "join"),
                Map.of("at", "99999999999-1", "do", "join"),
                Map.of("at", hidden(clause, "at"), "do", "burn", "seen", "none"),
                Map.<String, String>of())) {
            assertThat(site.post(OwnerSite.OWNER, draft + "/clause", odd).statusCode())
                    .isEqualTo(400);
        }
        assertThat(site.page(OwnerSite.OWNER, draft).select("form[action$=/undo]"))
                .isEmpty();
    }

    @Test
    void the_misprinted_date_is_asked_about_and_corrected() throws Exception {
        assertThat(site.page(OwnerSite.OWNER, ROOT).text()).contains("Is that date right?");
        Document versions = site.page(OwnerSite.OWNER, VERSIONS);
        assertThat(versions.text()).contains("printed as “June 20217”");
        String draft = site.post(OwnerSite.OWNER, VERSIONS + "/draft", Map.of("version", "bundled"))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        Document page = site.page(OwnerSite.OWNER, draft);
        assertThat(page.text()).contains("which no calendar has");
        site.post(
                OwnerSite.OWNER,
                draft + "/details",
                Map.of("seen", hidden(page, "seen"), "title", "Phones", "updated", "June 2018", "review", "June 2027"));
        site.post(
                OwnerSite.OWNER,
                draft + "/publish",
                publication(draft, shelf.today().toString()));

        Policy now = shelf.inForce();
        assertThat(now.details().review()).contains("June 2027");
        assertThat(now.document().text()).contains("June 20217");
        assertThat(site.page(OwnerSite.OWNER, VERSIONS).text()).contains("To be reviewed: 30 June 2027");
    }

    @Test
    void a_version_is_planned_withdrawn_reviewed_and_rolled_back() throws Exception {
        String draft = brought();
        site.post(
                OwnerSite.OWNER,
                draft + "/publish",
                publication(draft, shelf.today().plusDays(3).toString()));
        Document page = site.page(OwnerSite.OWNER, VERSIONS);
        assertThat(page.text()).contains("To come:");
        String planned = shelf.library.history(Shelf.PHONES).rows().getFirst().version();
        assertThat(site.post(
                                OwnerSite.DEPUTY,
                                VERSIONS + "/withdraw",
                                Map.of("expected", hidden(page, "expected"), "row", "1"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(site.post(
                                OwnerSite.DEPUTY,
                                VERSIONS + "/reviewed",
                                Map.of("expected", "2", "next", "2027-11-01", "note", "Read by all"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(site.post(OwnerSite.DEPUTY, VERSIONS + "/roll-back", Map.of("expected", "3", "version", planned))
                        .statusCode())
                .isEqualTo(303);

        assertThat(shelf.says("1.1.1")).isEmpty();
        assertThat(site.page(OwnerSite.OWNER, VERSIONS).select("table.figures tbody tr"))
                .hasSize(4);
        assertThat(site.audited)
                .endsWith(
                        "jane-smith: policy withdrawn phones",
                        "jane-smith: policy reviewed phones",
                        "jane-smith: policy rolled-back phones");
        for (Map<String, String> odd : List.of(
                Map.of("expected", "4", "next", "yesterday"),
                Map.of("expected", "4", "next", "2020-01-01"),
                Map.of("expected", "0", "next", "2027-01-01"),
                Map.<String, String>of())) {
            assertThat(site.post(OwnerSite.OWNER, VERSIONS + "/reviewed", odd).statusCode())
                    .isEqualTo(400);
        }
        assertThat(site.post(OwnerSite.OWNER, VERSIONS + "/roll-back", Map.of("version", "../../x"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(site.get(OwnerSite.OWNER, ROOT + "/versions/of/no-such").statusCode())
                .isEqualTo(404);
    }

    @Test
    void the_document_comes_back_as_issued() throws Exception {
        HttpResponse<String> document = site.get(OwnerSite.OWNER, brought() + "/document");
        assertThat(document.body()).isEqualTo(NEW);
        assertThat(document.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(
                        value -> assertThat(value).startsWith("attachment").contains("Phones.txt"));
    }

    @Test
    void what_was_left_out_is_brought_back_as_a_clause_shown_in_the_difference_and_undone() throws Exception {
        String text = NEW + "\nSigned: ____________________  Date: ___________\n";
        String draft = bring(
                        OwnerSite.OWNER, "Phones.txt", text.getBytes(StandardCharsets.UTF_8), Map.of("id", "phones"))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        Document page = site.page(OwnerSite.OWNER, draft);
        Element link = page.select("details li:contains(Signed) a").first();
        String aside = Objects.requireNonNull(link).attr("href");
        assertThat(site.page(OwnerSite.OWNER, aside).select("mark").text()).startsWith("Signed:");
        assertThat(site.page(OwnerSite.READER, aside).select("form[action$=/aside]"))
                .isEmpty();
        Map<String, String> wanted = Map.of(
                "seen", hidden(page, "seen"), "at", aside.replaceFirst(".*at=", ""), "do", "clause", "number", "1.9");

        assertThat(site.post(OwnerSite.READER, draft + "/aside", wanted).statusCode())
                .isEqualTo(403);
        Map<String, String> taken = new HashMap<>(wanted);
        taken.put("number", "1.2");
        HttpResponse<String> refused = site.post(OwnerSite.OWNER, draft + "/aside", taken);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("There is a clause 1.2 already", "Nothing was changed");
        assertThat(site.post(OwnerSite.OWNER, draft + "/aside", wanted).statusCode())
                .isEqualTo(303);

        Document now = site.page(OwnerSite.OWNER, draft);
        assertThat(now.select(".changes").text()).contains("Added 1.9");
        assertThat(now.select("details li:contains(Signed)")).isEmpty();
        assertThat(site.audited).contains("grace-obi: policy draft corrected phones");
        assertThat(site.post(OwnerSite.OWNER, draft + "/aside", wanted).statusCode())
                .isEqualTo(400);
        site.post(OwnerSite.OWNER, draft + "/undo", Map.of("seen", hidden(now, "seen")));
        assertThat(site.page(OwnerSite.OWNER, draft).select("details li:contains(Signed)"))
                .hasSize(1);
        assertThat(site.get(OwnerSite.OWNER, draft + "/aside?at=1-2").statusCode())
                .isEqualTo(404);
    }
}
