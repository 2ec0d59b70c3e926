package org.clausebot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clausebot.policy.Clause;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeskPagesTest {
    private static final Path GOLDEN = Path.of("src/test/resources/desk/case.html");

    @TempDir
    private Path folder;

    private DeskSite site;
    private DeskSite.Visitor dsl;

    @BeforeEach
    void start() throws Exception {
        site = new DeskSite(folder, new Fixtures(folder).file());
        dsl = site.as("amina-khan");
    }

    @AfterEach
    void stop() throws IOException {
        site.close();
    }

    @Test
    void a_case_is_shown_whole_as_it_is_kept_as_an_example() throws Exception {
        String page = site.filed
                .steady(dsl.get("/desk/cases/" + site.filed.contact).body())
                .replaceAll("(?s).*(<main.*</main>\n).*", "$1");
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target/case.html"), page);
        assertThat(page)
                .as("what is now in target/case.html; if it is right, copy it over " + GOLDEN)
                .isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void cited_clauses_are_quoted_to_the_letter_from_the_version_that_was_shown() throws Exception {
        Document page = dsl.page("/desk/cases/" + site.filed.contact);
        List<Element> quotes = page.select("blockquote");
        assertThat(quotes).hasSize(2);
        Clause first = Fixtures.POLICY.clause("2.4.6").orElseThrow();
        Clause second = Fixtures.POLICY.clause("1.1.1#1").orElseThrow();
        assertThat(quotes.get(0).wholeText()).isEqualTo(first.statement()).contains("should not");
        assertThat(quotes.get(1).wholeText()).isEqualTo(second.statement());
        assertThat(page.text()).contains("Clause 9.9.9 is cited from version");
    }

    @Test
    void a_clause_is_never_quoted_from_another_version() {
        CitedClauses clauses = new CitedClauses(Fixtures::versions);
        assertThat(clauses.find(List.of("2.4.6"), "an older one").quotes()).isEmpty();
        assertThat(clauses.find(List.of("2.4.6"), "an older one").missing()).containsExactly("2.4.6");
        String version = Fixtures.POLICY.details().version();
        assertThat(clauses.find(List.of("social-media/2.4.6"), version).quotes())
                .hasSize(1);
        assertThat(clauses.find(List.of("other/2.4.6"), version).quotes()).isEmpty();
    }

    @Test
    void words_of_a_report_are_never_markup() throws Exception {
        Document page = dsl.page("/desk/cases/" + site.filed.contact);
        assertThat(page.select("main script")).isEmpty();
        assertThat(page.select(".answers dd").eachText()).anyMatch(t -> t.startsWith("<script>"));
    }

    @Test
    void another_persons_case_one_that_never_was_and_nonsense_give_the_same_bytes() throws Exception {
        Set<String> answers = new LinkedHashSet<>();
        for (String reference : List.of(
                site.filed.aboutTheDsl,
                "ZZZZ",
                site.filed.aboutTheDsl.toLowerCase(java.util.Locale.ROOT),
                "%3Cscript%3E",
                "%20",
                "a".repeat(300))) {
            String one = "/desk/cases/" + reference;
            for (String path : List.of(
                    one,
                    one + "/print",
                    one + "/pdf",
                    one + "/evidence/" + site.filed.file,
                    one + "/evidence/" + site.filed.file + "/original",
                    one + "/note")) {
                answers.add(seen(dsl.get(path)));
            }
            for (CaseForm form : CaseForm.values()) {
                answers.add(seen(dsl.post(one + "/" + form.code(), Map.of("words", "x", "status", "closed"))));
            }
            answers.add(seen(dsl.post(one + "/evidence/" + site.filed.file + "/original", Map.of())));
        }
        answers.add(seen(dsl.get("/desk/cases/" + site.filed.contact + "/evidence/e2")));
        answers.add(seen(dsl.get("/desk/cases/" + site.filed.contact + "/evidence/e2/original")));
        assertThat(answers).hasSize(1).allMatch(a -> a.startsWith("404"));
    }

    private static String seen(HttpResponse<String> answer) {
        return answer.statusCode() + " "
                + answer.headers().map().entrySet().stream()
                        .filter(h -> !h.getKey().equalsIgnoreCase("date"))
                        .toList()
                + answer.body();
    }

    @Test
    void whoever_a_report_is_about_sees_the_same_bytes_as_if_there_were_none() throws Exception {
        List<String> places = List.of(
                "/desk",
                "/desk?q=concern",
                "/desk?q=" + site.filed.aboutTheDsl,
                "/desk?status=seen",
                "/desk/register",
                "/desk/retention?by=2100-01-01",
                "/desk/cases/" + site.filed.aboutTheDsl);
        Path other = Files.createDirectory(folder.resolve("without"));
        try (DeskSite without = new DeskSite(other, new Fixtures(other).fileWithoutTheOneAboutTheDsl())) {
            for (String place : places) {
                assertThat(site.filed.steady(seen(dsl.get(place))))
                        .as(place)
                        .isEqualTo(without.filed
                                .steady(seen(without.as("amina-khan").get(place)))
                                .replace(site.filed.aboutTheDsl, "M2XP"));
            }
        }
    }

    @Test
    void nothing_is_kept_by_a_browser_or_told_to_another_site() throws Exception {
        for (String place : List.of(
                "/desk",
                "/desk/cases/" + site.filed.contact,
                "/desk/cases/ZZZZ",
                "/desk/cases/" + site.filed.contact + "/pdf",
                "/desk/cases/" + site.filed.contact + "/evidence/" + site.filed.file)) {
            HttpResponse<byte[]> answer = dsl.bytes(place);
            assertThat(answer.headers().firstValue("Cache-Control")).as(place).hasValue("no-store");
            assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        }
    }

    @Test
    void files_are_sent_as_attachments_only_and_the_original_only_by_its_button() throws Exception {
        String file = "/desk/cases/" + site.filed.contact + "/evidence/" + site.filed.file;
        HttpResponse<byte[]> clean = dsl.bytes(file);
        assertThat(clean.body()).isNotEqualTo(Fixtures.picture());
        assertThat(clean.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(d -> assertThat(d).startsWith("attachment"));
        assertThat(dsl.get(file + "/original").body())
                .contains("Take the clean copy")
                .doesNotContain("attachment");
        assertThat(downloads()).isEqualTo(1);
        HttpResponse<String> original = dsl.post(file + "/original", Map.of());
        assertThat(original.body()).contains("taken at home by Jo");
        assertThat(original.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(d -> assertThat(d).startsWith("attachment"));
        assertThat(downloads()).isEqualTo(2);
    }

    private long downloads() {
        return site
                .filed
                .cases
                .export(Fixtures.viewer(DeskSchool.HEAD), site.filed.contact, "test")
                .orElseThrow()
                .chronology()
                .stream()
                .filter(e -> e.what().equals("evidence"))
                .count();
    }

    @Test
    void the_title_that_a_browser_remembers_says_nothing_of_the_case() throws Exception {
        for (String path : List.of("", "/print", "/evidence/" + site.filed.file + "/original")) {
            assertThat(dsl.page("/desk/cases/" + site.filed.contact + path).title())
                    .doesNotContain("pupil")
                    .doesNotContain("écran");
        }
    }

    @Test
    void the_list_filters_searches_and_counts_only_what_the_receiver_may_see() throws Exception {
        assertThat(references("/desk")).containsExactly(site.filed.contact, site.filed.declared, site.filed.old);
        assertThat(references("/desk?status=closed")).containsExactly(site.filed.old);
        assertThat(references("/desk?q=bullying")).containsExactly(site.filed.old);
        assertThat(dsl.page("/desk").expectFirst(".count").text()).isEqualTo("3 cases");
        assertThat(dsl.page("/desk?q=concern").expectFirst(".empty").text()).startsWith("None of your cases fits.");
        assertThat(site.as("zoe-o-brien").page("/desk").expectFirst(".empty").text())
                .startsWith("No cases.");
        assertThat(dsl.page("/desk").select(".overdue").text()).isEqualTo("Overdue");
    }

    private List<String> references(String path) throws IOException, InterruptedException {
        return dsl.page(path).select(".case-list .reference").stream()
                .map(Element::ownText)
                .toList();
    }

    @Test
    void the_register_marks_what_is_due_and_retention_what_is_held() throws Exception {
        Document register = dsl.page("/desk/register");
        assertThat(references("/desk/register")).containsExactly(site.filed.declared);
        assertThat(register.expectFirst(".case-marks").text()).contains("To be renewed by 20 November 2026", "Due");
        Document retention = dsl.page("/desk/retention?by=2027-03-02");
        assertThat(retention.expectFirst(".case-marks").text())
                .isEqualTo("Legal hold It stays. Without the hold: 2 March 2027");
        assertThat(dsl.page("/desk/retention?by=2027-03-01").select(".case-list"))
                .isEmpty();
    }

    @Test
    void what_is_due_in_the_register_is_said_above_the_list_to_who_has_it() throws Exception {
        assertThat(dsl.page("/desk").expectFirst("main a[href=/desk/register]").text())
                .isEqualTo("One line of the register is due.");
        assertThat(site.as("zoe-o-brien").page("/desk").select("main a[href=/desk/register]"))
                .isEmpty();
        assertThat(dsl.page("/desk/register").expectFirst(".case-marks").text()).contains("To be renewed by", "Due");
    }

    @Test
    void what_is_known_of_the_mail_server_stands_above_the_list() throws Exception {
        assertThat(dsl.page("/desk").select("aside")).isEmpty();
        site.mail.add("The mail server has not taken anything since 9:00.");
        assertThat(dsl.page("/desk").expectFirst("aside").text())
                .isEqualTo("The mail server has not taken anything since 9:00.");
    }

    @Test
    void without_a_session_there_is_no_desk() throws Exception {
        assertThat(site.as("nobody").get("/desk").statusCode()).isEqualTo(303);
        assertThat(site.as("nobody")
                        .get("/desk/cases/" + site.filed.contact)
                        .headers()
                        .firstValue("Location"))
                .isEqualTo(site.as("nobody")
                        .get("/desk/cases/ZZZZ")
                        .headers()
                        .firstValue("Location")
                        .map(l -> l.replace("ZZZZ", site.filed.contact)));
    }

    @Test
    void the_address_of_a_form_that_was_refused_opens_the_case() throws Exception {
        assertThat(dsl.get("/desk/cases/" + site.filed.contact + "/note").statusCode())
                .isEqualTo(200);
    }
}
