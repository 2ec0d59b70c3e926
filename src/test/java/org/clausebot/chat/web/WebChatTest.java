package org.clausebot.chat.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clausebot.chat.Anchors;
import org.clausebot.chat.Feedback.Tally;
import org.clausebot.chat.Feedback.Verdict;
import org.clausebot.chat.Incoming;
import org.clausebot.policy.Clause;
import org.clausebot.policy.ClauseRef;
import org.clausebot.policy.Policy;
import org.clausebot.policy.PolicyId;
import org.clausebot.policy.SchoolId;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebChatTest {
    @TempDir
    private Path folder;

    private TestSite site;
    private TestSite.Visitor visitor;

    @BeforeEach
    void start() throws Exception {
        site = new TestSite(folder);
        visitor = site.visitor();
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void every_clause_is_quoted_with_its_lead_in_to_the_letter() {
        Templates templates = new Templates();
        for (Policy policy : List.of(site.policy, site.hostile)) {
            for (Clause clause : policy.clauses()) {
                String html = templates.render(
                        "quote",
                        Quotes.view(ScriptedAssistant.quote(policy, clause.ref().address()), "q", "", List.of()));
                Element quote = Jsoup.parse(html).expectFirst("blockquote");
                assertThat(quote.wholeText()).isEqualTo(clause.statement());
                assertThat(quote.select("mark").text()).isNotEmpty();
                assertThat(quote.attr("cite")).isEqualTo(Anchors.link(clause.ref()));
                assertThat(Jsoup.parse(html).text())
                        .contains(policy.details().title(), policy.details().version());
            }
        }
    }

    @Test
    void every_clause_stands_on_the_policys_page_where_its_quote_links_to() throws Exception {
        Document page = Jsoup.parse(visitor.get("/policies/social-media").body());
        for (Clause clause : site.policy.clauses()) {
            Element item = byId(page, Anchors.of(clause.ref()));
            assertThat(item.expectFirst("p").wholeText()).isEqualTo(clause.text());
        }
        assertThat(page.getElementById("2.6.2")).isNotNull();
        Element reversed = byId(page, "2.4.6");
        assertThat(byId(page, reversed.attr("aria-describedby")).text())
                .isEqualTo("Adults working in schools should not:");
        assertThat(page.select("p.lead-in")).hasSize(2);
        assertThat(page.select(".contents a")).hasSize(site.policy.sections().size());
        assertThat(page.select("footer.as-printed").text()).contains("June 20217");
    }

    @Test
    void a_policys_page_shows_the_version_of_a_day_or_says_that_none_is_kept() throws Exception {
        assertThat(visitor.get("/policies/social-media?on=2018-06-15").statusCode())
                .isEqualTo(200);
        for (String day : List.of("2018-07-01", "yesterday", "2018-06-99", "%00")) {
            HttpResponse<String> none = visitor.get("/policies/social-media?on=" + day);
            assertThat(none.statusCode()).as(day).isBetween(400, 404);
            assertThat(none.body()).as(day).doesNotContain("2.6.2");
        }
        assertThat(visitor.get("/policies/social-media?on=2018-07-01").body())
                .contains("No version of that day is kept");
    }

    private static Element byId(Document page, String id) {
        Element found = page.getElementById(id);
        if (found == null) {
            throw new AssertionError("Nothing on the page has the id " + id);
        }
        return found;
    }

    @Test
    void a_script_in_a_policy_is_shown_as_written() throws Exception {
        Document page = Jsoup.parse(visitor.get("/policies/hostile").body());
        assertThat(page.select("main script, main img, main i, main b")).isEmpty();
        assertThat(byId(page, "1.1").text()).contains("<script>document.title='owned'</script> & \"quotes\"");
        assertThat(page.getElementById("What_we_mean_~b6~4")).isNotNull();
    }

    @Test
    void no_two_addresses_share_an_anchor() {
        Set<String> anchors = new HashSet<>();
        PolicyId id = new PolicyId("p");
        List<ClauseRef> refs = List.of(
                new ClauseRef(id, "1.1.1", 3),
                new ClauseRef(id, "1.1.1-3"),
                new ClauseRef(id, "1.1.1~3"),
                new ClauseRef(id, "What we mean ¶4"),
                new ClauseRef(id, "What_we_mean ¶4"),
                new ClauseRef(id, "3(d)(ii)"),
                new ClauseRef(id, "part:1"),
                new ClauseRef(id, "~b6~"),
                new ClauseRef(id, "¶"));
        refs.forEach(ref ->
                assertThat(anchors.add(Anchors.of(ref))).as(ref.toString()).isTrue());
        assertThat(anchors).allMatch(a -> a.matches("[A-Za-z0-9._()~-]+")).doesNotContain("part:1");
        assertThat(Anchors.of(new ClauseRef(id, "2.6.2"))).isEqualTo("2.6.2");
    }

    @Test
    void without_script_the_whole_page_comes_with_the_conversation_so_far() throws Exception {
        visitor.ask("quote 2.4.6");
        Document page = Jsoup.parse(visitor.ask("Can I friend a parent?").body());
        assertThat(page.select(".asked").eachText())
                .containsExactly("You asked: quote 2.4.6", "You asked: Can I friend a parent?");
        assertThat(page.select("blockquote")).hasSize(3);
        assertThat(page.select("#latest .says").text()).isEqualTo("No clause says this directly; the nearest are:");
        assertThat(Jsoup.parse(visitor.get("/").body()).select(".exchange")).hasSize(2);
    }

    @Test
    void the_script_gets_the_same_part_of_the_page_alone() throws Exception {
        String part = visitor.ask("quote 2.4.6", "HX-Request", "true").body();
        assertThat(part).doesNotContain("<html").startsWith("<section class=\"exchange\"");
        assertThat(Jsoup.parse(part).select("blockquote").text())
                .isEqualTo("Adults working in schools should not: Use school ICT equipment for personal use, e.g."
                        + " camera or computers.");
        assertThat(Jsoup.parse(part).select(".badge").text()).isEqualTo("The clause says “should not”");
    }

    @Test
    void a_question_that_is_markup_is_shown_as_typed() throws Exception {
        String typed = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)> & ${1+1}";
        Document page = Jsoup.parse(visitor.ask(typed).body());
        assertThat(page.expectFirst(".asked p").ownText()).isEqualTo(typed);
        assertThat(page.select("main script, main img")).isEmpty();
    }

    @Test
    void two_browsers_have_two_conversations_whose_names_cannot_be_guessed() throws Exception {
        TestSite.Visitor other = site.visitor();
        visitor.ask("first");
        visitor.ask("second");
        other.ask("third");
        assertThat(site.assistant.heard).hasSize(3);
        String mine = site.assistant.heard.get(0).conversation();
        assertThat(mine).hasSize(22).isEqualTo(site.assistant.heard.get(1).conversation());
        assertThat(site.assistant.heard.get(2).conversation()).isNotEqualTo(mine);
        assertThat(other.get("/").body()).contains("third").doesNotContain("second");
        visitor.post("/new", Map.of());
        assertThat(visitor.get("/").body()).doesNotContain("second");
        visitor.ask("fourth");
        assertThat(site.assistant.heard.get(3).conversation()).isNotEqualTo(mine);
    }

    @Test
    void a_question_that_is_too_long_is_refused_kindly_and_not_kept() throws Exception {
        HttpResponse<String> response = visitor.ask("é".repeat(2_001));
        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(response.body()).select(".says").text()).contains("2001 characters", "2000");
        assertThat(site.assistant.heard).isEmpty();
        assertThat(visitor.ask("é".repeat(2_000)).statusCode()).isEqualTo(200);
        assertThat(Jsoup.parse(visitor.ask(" \n ").body())
                        .select("#latest .says")
                        .text())
                .contains("nothing to answer");
    }

    @Test
    void an_urgent_message_gets_steps_and_people_before_any_clause() throws Exception {
        Document page = Jsoup.parse(visitor.ask("I found an indecent image").body());
        String text = page.select("#latest .reply").text();
        assertThat(text.indexOf("Do not look further")).isNotNegative().isLessThan(text.indexOf("01632 960 001"));
        assertThat(text.indexOf("01632 960 001")).isLessThan(text.indexOf("LADO"));
        assertThat(page.select("a.phone").attr("href")).isEqualTo("tel:01632960001");
    }

    @Test
    void the_ordinary_answer_stands_closed_below_all_of_the_first_steps() throws Exception {
        Document with = Jsoup.parse(visitor.ask("may I keep an indecent image?").body());
        Element reply = requireNonNull(with.select("#latest .reply").first());
        Element below = requireNonNull(with.select("#latest .reply > details").first());
        assertThat(below).isEqualTo(reply.lastElementChild());
        assertThat(below.hasAttr("open")).isFalse();
        assertThat(below.select("summary").text()).isEqualTo("If this was only a question");
        assertThat(below.select("blockquote .lead-in").text()).isEqualTo("Adults working in schools should not:");
        assertThat(below.select(".badge")).isNotEmpty();
        assertThat(below.select("form")).isEmpty();
        assertThat(with.select("#latest [id]").eachAttr("id")).doesNotHaveDuplicates();

        below.remove();
        Document without = Jsoup.parse(visitor.ask("I found an indecent image").body());
        assertThat(without.select("#latest details")).isEmpty();
        assertThat(reply.text())
                .isEqualTo(without.select("#latest .reply").text())
                .contains("This was only a question");
    }

    @Test
    void where_no_clause_answers_it_says_so_and_whom_to_ask() throws Exception {
        String text = Jsoup.parse(visitor.ask("is this covered?").body())
                .select("#latest .reply")
                .text();
        assertThat(text).contains("No clause of the policy covers this", "Designated safeguarding lead (DSL)");
    }

    @Test
    void reporting_names_people_and_says_that_nothing_was_sent() throws Exception {
        String text = Jsoup.parse(visitor.get("/report").body()).select("main").text();
        assertThat(text).contains("sent nothing to anybody", "999", "A. Example", "01632 960 002");
    }

    @Test
    void a_search_with_a_mistake_points_at_it() throws Exception {
        HttpResponse<String> response = visitor.get("/find?q=phone%20AND%20((mobile");
        assertThat(response.statusCode()).isEqualTo(400);
        Document page = Jsoup.parse(response.body());
        assertThat(page.select(".pointer").text()).isEqualTo("phone AND ((mobile");
        assertThat(page.select(".pointer mark").text()).isEqualTo("(");
        assertThat(page.select(".problem").text()).contains("character 11");
        assertThat(visitor.get("/find?q=" + "x".repeat(600)).statusCode()).isEqualTo(400);
        assertThat(Jsoup.parse(visitor.get("/find?q=grooming").body()).select("blockquote"))
                .hasSizeGreaterThan(2);
    }

    private static Map<String, String> vote(String verdict, Object... changes) {
        Map<String, String> fields = new HashMap<>(Map.of(
                "answer", "1", "policy", "social-media", "version", "2018-06", "clause", "2.4.6", "verdict", verdict));
        for (int i = 0; i < changes.length; i += 2) {
            fields.put((String) changes[i], (String) changes[i + 1]);
        }
        return fields;
    }

    @Test
    void a_vote_counts_once_and_may_change() throws Exception {
        visitor.ask("quote 2.4.6");
        assertThat(Jsoup.parse(visitor.post("/feedback", vote("helpful")).body())
                        .select(".thanks")
                        .text())
                .contains("Noted as helpful");
        visitor.post("/feedback", vote("helpful"), "HX-Request", "true");
        assertThat(tallies()).hasSize(1).allMatch(t -> t.count() == 1);
        visitor.post("/feedback", vote("not-asked"));
        assertThat(tallies()).hasSize(1).allMatch(t -> t.count() == 1);
        assertThat(tallies().getFirst().vote().verdict()).isEqualTo(Verdict.NOT_ASKED);
        assertThat(tallies().getFirst().vote().week()).hasToString("2026-W47");
    }

    private List<Tally> tallies() {
        return site.feedback.tally(SchoolId.DEFAULT, site.policy.id());
    }

    @Test
    void a_vote_on_what_was_not_quoted_is_refused() throws Exception {
        visitor.ask("quote 2.4.6");
        for (Map<String, String> wrong : List.of(
                vote("maybe"),
                vote("helpful", "clause", "9.9.9"),
                vote("helpful", "clause", "2.6.2"),
                vote("helpful", "version", "other"),
                vote("helpful", "policy", "hostile"),
                vote("helpful", "answer", "2"),
                vote("helpful", "answer", "-1"),
                vote("helpful", "answer", "99999999999999999999"))) {
            assertThat(visitor.post("/feedback", wrong).statusCode())
                    .as(wrong.toString())
                    .isEqualTo(404);
        }
        assertThat(site.visitor().post("/feedback", vote("helpful")).statusCode())
                .isEqualTo(404);
        assertThat(tallies()).isEmpty();
    }

    @Test
    void a_fault_in_an_answer_shows_a_plain_page() throws Exception {
        HttpResponse<String> response = visitor.ask("break my words");
        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).contains("The fault is ours").doesNotContain("secret words", "Exception");
        assertThat(visitor.ask("break", "HX-Request", "true").body()).startsWith("<div class=\"problem\"");
    }

    @Test
    void questions_are_counted_by_outcome_without_their_words() throws Exception {
        visitor.ask("quote 2.4.6 ");
        visitor.ask("uniqueword covered");
        String metrics = visitor.get("/metrics").body();
        assertThat(metrics)
                .contains("clausebot_questions_total{channel=\"web\",outcome=\"quoted\"} 1.0")
                .contains("clausebot_questions_total{channel=\"web\",outcome=\"not-covered\"} 1.0")
                .contains("clausebot_answer_time_seconds_bucket")
                // Turns of reports go the same way, and the difference would count them.
                .doesNotContain("route=\"/ask\"")
                .doesNotContain("uniqueword");
    }

    @Test
    void what_is_not_there_is_said_plainly() throws Exception {
        for (String path : List.of("/policies/none", "/policies/..", "/assets/none.css", "/policies/SOCIAL-MEDIA")) {
            assertThat(visitor.get(path).statusCode()).as(path).isBetween(400, 404);
        }
    }

    @Test
    void a_picked_policy_is_asked_until_another_is_picked_or_the_conversation_ends() throws Exception {
        Document page = Jsoup.parse(visitor.get("/").body());
        assertThat(page.select("#policy option").eachAttr("value"))
                .containsExactlyInAnyOrder("", "social-media", "hostile");
        assertThat(page.select("label[for=policy]")).hasSize(1);

        visitor.post("/ask", Map.of("question", "phone", "policy", "hostile"));
        visitor.post("/ask", Map.of("question", "phone"));
        assertThat(site.assistant.heard)
                .extracting(Incoming::policy)
                .containsExactly(Optional.of(site.hostile.id()), Optional.of(site.hostile.id()));
        assertThat(Jsoup.parse(visitor.get("/").body())
                        .select("#policy option[selected]")
                        .eachAttr("value"))
                .containsExactly("hostile");

        visitor.post("/ask", Map.of("question", "phone", "policy", ""));
        visitor.post("/ask", Map.of("question", "phone", "policy", "gone"));
        assertThat(site.assistant.heard.get(2).policy()).isEmpty();
        assertThat(site.assistant.heard.get(3).policy()).isEmpty();

        visitor.post("/ask", Map.of("question", "phone", "policy", "hostile"));
        visitor.post("/new", Map.of());
        visitor.post("/ask", Map.of("question", "phone"));
        assertThat(site.assistant.heard.getLast().policy()).isEmpty();
    }
}
