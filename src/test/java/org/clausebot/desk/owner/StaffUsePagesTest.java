package org.clausebot.desk.owner;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.clausebot.insight.LogWorld;
import org.clausebot.policy.Clause;
import org.clausebot.policy.Policy;
import org.clausebot.search.ClauseIndex;
import org.clausebot.search.TestIndexes;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The overview, the policy as staff use it, and the search. */
class StaffUsePagesTest {
    private static final String OVERVIEW = OwnerTab.OVERVIEW.address();
    private static final String CLAUSES = OwnerTab.CLAUSES.address();
    private static final String SEARCH = OwnerTab.SEARCH.address();

    @TempDir
    private static Path folder;

    private static ClauseIndex index;
    private static OwnerSite site;
    private static OwnerSite empty;

    @BeforeAll
    static void start() throws Exception {
        index = TestIndexes.socialMedia();
        site = new OwnerSite(folder, StaffUse.CLOCK, StaffUse.parts(StaffUse.autumn(), index));
        empty = new OwnerSite(folder, StaffUse.CLOCK, StaffUse.parts(new LogWorld(1), index));
    }

    @AfterAll
    static void stop() {
        site.close();
        empty.close();
        index.close();
    }

    private static Document page(String path) throws Exception {
        return site.page(OwnerSite.READER, path);
    }

    private static Element element(Document page, String id) {
        return Objects.requireNonNull(page.getElementById(id), id);
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return site.get(OwnerSite.READER, path);
    }

    private static String find(String query) {
        return SEARCH + "?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
    }

    @Test
    void an_empty_log_gets_a_kind_page_that_says_when_the_first_figures_can_appear() throws Exception {
        Document page = empty.page(OwnerSite.READER, OVERVIEW);
        assertThat(page.text()).contains("The first figures can appear on Wednesday 25 November 2026");
        assertThat(page.select("table, canvas")).isEmpty();
        assertThat(empty.page(OwnerSite.READER, CLAUSES).select(".bar-asked")).isEmpty();
        assertThat(empty.get(OwnerSite.READER, OVERVIEW + "/kept.csv").body()).endsWith("What,Number\r\n");
    }

    @Test
    void every_chart_has_its_table_and_every_table_its_file() throws Exception {
        Document page = page(OVERVIEW);
        assertThat(page.select("canvas")).hasSizeGreaterThanOrEqualTo(5).allSatisfy(canvas -> {
            assertThat(canvas.attr("aria-label")).isNotBlank();
            assertThat(page.select("table#" + canvas.attr("data-table") + " td[data-value]"))
                    .hasSizeGreaterThan(1);
        });
        List<String> files = page.select("a.csv").eachAttr("href");
        assertThat(files).hasSize(page.select("table").size());
        for (String file : files) {
            HttpResponse<String> csv = get(file);
            assertThat(csv.statusCode()).isEqualTo(200);
            assertThat(csv.headers().firstValue("Content-Disposition").orElse(""))
                    .contains(".csv");
        }
    }

    @Test
    void a_file_has_the_numbers_of_its_table_and_says_what_is_too_few() throws Exception {
        List<String> lines = get(OVERVIEW + "/answers.csv").body().lines().toList();
        assertThat(lines.getFirst()).endsWith("Week that began on,Answered,Nearest,Not covered,Urgent");
        Element table = element(page(OVERVIEW), "answers");
        assertThat(lines).hasSize(table.select("tbody tr").size() + 1);
        assertThat(lines.getLast()).startsWith("9 November 2026,").endsWith("too few to show");
        Elements rows = table.select("tbody tr");
        assertThat(lines.getLast())
                .contains(
                        "2026," + rows.get(rows.size() - 1).select("td").get(0).attr("data-value") + ",");
    }

    @Test
    void the_most_used_clauses_are_quoted_to_the_letter_with_their_lead_in() throws Exception {
        Element quote = page(OVERVIEW).select("article.quote").get(0);
        Clause clause = StaffUse.given().clause("2.6.2").orElseThrow();
        assertThat(quote.select(".ref").text()).isEqualTo("Clause 2.6.2");
        assertThat(quote.select("blockquote .text").text()).isEqualTo(clause.text());
        assertThat(page(OVERVIEW).select("blockquote .lead-in").text())
                .contains("Adults working in schools should not:");
    }

    @Test
    void what_rose_is_told_apart_from_what_fell_in_words() throws Exception {
        Element changes = element(page(OVERVIEW), "changes");
        assertThat(changes.select("tbody tr").eachText())
                .anyMatch(row -> row.matches("Social Media Policy.*, 2\\.6\\.2 ▲ rose about \\d+ about \\d+"))
                .anyMatch(row -> row.contains(", 2.4.6 ▼ fell"));
    }

    @Test
    void the_policy_stands_there_whole_clause_after_clause_with_lead_ins() throws Exception {
        Policy policy = StaffUse.given();
        Document page = page(CLAUSES + "/social-media");
        assertThat(page.select(".clause > p").eachText())
                .containsExactlyElementsOf(
                        policy.clauses().stream().map(Clause::text).toList());
        Element clause = element(
                page, Clauses.anchor(policy.clause("2.4.6").orElseThrow().ref()));
        Element leadIn = element(page, clause.attr("aria-describedby"));
        assertThat(leadIn.text()).isEqualTo("Adults working in schools should not:");
    }

    @Test
    void beside_a_clause_stand_its_numbers_in_words_and_under_it_what_staff_asked() throws Exception {
        Document page = page(CLAUSES + "?policy=social-media");
        Element row = page.select(".sheet-row").stream()
                .filter(r -> r.select(".number").text().equals("2.6.2"))
                .findFirst()
                .orElseThrow();
        assertThat(row.select(".bar-asked dd").text()).startsWith("about ");
        assertThat(row.select(".bar-helpful dd").text()).startsWith("about ");
        assertThat(row.select(".staff-words li").eachText()).isNotEmpty().hasSizeLessThanOrEqualTo(3);
        assertThat(page.text()).doesNotContain("stepdaughter");
    }

    @Test
    void clauses_that_are_never_counted_can_be_listed_alone_with_their_lead_ins() throws Exception {
        Document page = page(CLAUSES + "?policy=social-media&show=uncounted");
        assertThat(page.text()).contains("never shown as an answer often enough to be counted");
        assertThat(page.select(".clause .number").eachText())
                .doesNotContain("2.6.2", "2.4.6")
                .contains("2.1.1")
                .as("it was nearest to many questions, and answered none")
                .contains("2.4.7");
        // 2.4.6 is counted; what follows them under the same words must not lose "should not".
        assertThat(page.select(".lead-in").eachText()).contains("Adults working in schools should:");
        List<Clause> led = StaffUse.given().clauses().stream()
                .filter(clause -> clause.leadInText().startsWith("Adults working in schools should"))
                .filter(clause -> !clause.ref().address().equals("2.4.6"))
                .toList();
        assertThat(led).isNotEmpty().allSatisfy(clause -> {
            Element shown = element(page, Clauses.anchor(clause.ref()));
            Element leadIn = element(page, shown.attr("aria-describedby"));
            assertThat(leadIn.text()).isEqualTo(clause.leadInText());
        });
        assertThat(page.select(".bar-asked")).isEmpty();
    }

    @Test
    void every_policy_has_its_page_and_a_wrong_name_none() throws Exception {
        assertThat(page(CLAUSES + "?policy=mobile-phones").text()).contains("Hand in what you find.");
        assertThat(get(CLAUSES + "?policy=nonsense").statusCode()).isEqualTo(404);
        assertThat(get(CLAUSES + "/nonsense.csv").statusCode()).isEqualTo(404);
        assertThat(get(OVERVIEW + "/nonsense.csv").statusCode()).isEqualTo(404);
        assertThat(get(CLAUSES + "/social-media?block=2020-W01").statusCode()).isEqualTo(200);
        assertThat(get(CLAUSES + "/social-media.csv?block=all").body()).contains("2.6.2,");
    }

    @Test
    void one_query_finds_clauses_and_what_staff_asked() throws Exception {
        Document page = page(find("friend AND facebook"));
        assertThat(page.select("#found-questions").text()).isEqualTo("What staff asked");
        assertThat(page.select("article.panel h3").eachText()).allMatch(h -> h.startsWith("Clause 2.6.2"));
        assertThat(page(find("number:2.4.6")).select("article.quote .ref").text())
                .isEqualTo("Clause 2.4.6");
        assertThat(page(find("leadin:\"should not\"")).select("article.quote")).hasSize(2);
        assertThat(page(find("friend") + "&where=clauses").select("#found-questions"))
                .isEmpty();
        assertThat(page(find("friend") + "&where=questions").select("#found-clauses"))
                .isEmpty();
    }

    @Test
    void words_that_no_page_shows_are_not_found_by_searching_for_them_either() throws Exception {
        for (String query :
                List.of("stepdaughter", "stepdaught*", "text:stepdaughter~", "drone", "stepdaughter OR drone")) {
            Document page = page(find(query) + "&where=questions");
            assertThat(page.select("article.panel")).as(query).isEmpty();
            assertThat(page.text()).contains("No questions that can be shown have that");
        }
    }

    @Test
    void a_query_that_cannot_be_read_is_pointed_at() throws Exception {
        HttpResponse<String> answer = get(find("friend AND (parent"));
        assertThat(answer.statusCode()).isEqualTo(400);
        Document page = page(find("friend AND (parent"));
        assertThat(page.select(".pointer mark").text()).isEqualTo("(");
        assertThat(page.select(".problem").text()).contains("This ( is not closed", "character 12");
        assertThat(page(find("x".repeat(501))).select(".problem").text()).contains("500 characters at most");
        assertThat(page(find("colour:red")).select(".problem").text()).contains("There is no field \"colour\"");
    }

    @Test
    void the_form_writes_the_query_and_keeps_what_was_put_in() throws Exception {
        Document page = page(SEARCH + "?write=1&all=friend&none=grandparent&in=text&of=social-media&where=questions");
        assertThat(page.select("#q").attr("value"))
                .isEqualTo("text:friend AND policy:\"social-media\" NOT text:grandparent");
        assertThat(page.select("#none").attr("value")).isEqualTo("grandparent");
        assertThat(page.select("article.panel")).isNotEmpty();
        assertThat(page(SEARCH + "?write=1&none=pupil")
                        .select(".panel .problem")
                        .text())
                .contains("Write at least one word to look for");
    }
}
