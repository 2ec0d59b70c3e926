package org.clausebot.chat.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clausebot.chat.Contact;
import org.clausebot.chat.TestReporting;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report in a browser without scripts, as far as HTTP goes. */
class ReportPagesTest {
    /** Takes four bytes of UTF-8, and so twelve in a form. */
    private static final String FOUR_BYTES = "\uD801\uDC37";

    @TempDir
    private Path folder;

    private TestReporting reporting;
    private TestSite site;
    private TestSite.Visitor visitor;

    @BeforeEach
    void start() throws Exception {
        reporting = new TestReporting(folder.resolve("reports"));
        site = new TestSite(folder, Optional.of(reporting));
        visitor = site.visitor();
    }

    @AfterEach
    void stop() throws Exception {
        site.close();
        reporting.close();
    }

    /** As far as what was written. */
    private void begun() throws Exception {
        visitor.ask("Report contact from a pupil");
        for (String words : List.of("No, I am not worried", "no", "Sam in 9B", "In a game", "yesterday about 4")) {
            send("question", words);
        }
    }

    private HttpResponse<String> sent(String field, String words) throws Exception {
        Map<String, String> fields = new HashMap<>();
        fields.put(field, words);
        Element step =
                Jsoup.parse(visitor.get("/").body()).select("input[name=step]").last();
        fields.put("step", step == null ? "" : step.val());
        return visitor.post("/ask", fields);
    }

    private Document send(String field, String words) throws Exception {
        HttpResponse<String> response = sent(field, words);
        assertThat(response.statusCode()).isEqualTo(200);
        return Jsoup.parse(response.body());
    }

    private static String bubble(Document page) {
        return page.select("#latest .asked p").text();
    }

    @Test
    void a_button_that_was_pressed_is_shown_by_the_words_on_it() throws Exception {
        begun();

        assertThat(bubble(send("pressed", "why"))).isEqualTo("You asked: Why do you ask?");
        assertThat(bubble(send("pressed", "who will see this?"))).isEqualTo("You asked: Who will see this?");
        assertThat(bubble(send("pressed", "skip"))).isEqualTo("You asked: Skip this");
        assertThat(bubble(send("pressed", "back"))).isEqualTo("You asked: Back");
        assertThat(bubble(send("question", "skip"))).isEqualTo("You asked: skip");
        send("question", "no");
        assertThat(bubble(send("question", "skip"))).isEqualTo("You asked: skip");
        assertThat(bubble(send("pressed", "no files"))).isEqualTo("You asked: No more files");
        send("question", "keep it out");
        assertThat(bubble(send("pressed", "change 3"))).isEqualTo("You asked: Change");
    }

    @Test
    void the_report_that_fits_can_be_begun_below_an_answer() throws Exception {
        Document page =
                Jsoup.parse(visitor.ask("tells pupil-contact quote 2.1.5").body());
        String offered = page.select("#latest .offer button").val();
        assertThat(offered).isEqualTo("Report contact from a pupil");
        visitor.ask(offered);
        assertThat(Jsoup.parse(visitor.get("/").body()).select(".step")).isNotEmpty();
    }

    @Test
    void nothing_is_offered_below_an_answer_to_who_only_asks() throws Exception {
        Document page = Jsoup.parse(visitor.ask("quote 2.1.5").body());
        assertThat(page.select("#latest .quoted")).isNotEmpty();
        assertThat(page.select(".offer")).isEmpty();
    }

    @Test
    void every_button_sends_its_words_or_what_they_stand_for() throws Exception {
        begun();
        Document page = Jsoup.parse(visitor.get("/").body());

        for (Element button : page.select(".step button[value]")) {
            boolean same = button.text().equals(button.val());
            assertThat(button.attr("name")).as(button.text()).isEqualTo(same ? "question" : "pressed");
        }
        assertThat(page.select("button[name=pressed]")).hasSizeGreaterThan(4);
    }

    @Test
    void a_long_answer_in_four_byte_characters_is_taken_whole() throws Exception {
        begun();
        String words = FOUR_BYTES.repeat(4_000);

        Document page = send("question", words);

        assertThat(page.select("#latest h2.question").text()).isEqualTo("Have you answered the pupil?");
        send("question", "no");
        send("question", "skip");
        send("question", "skip");
        Document summary = send("question", "keep it out");
        assertThat(summary.select(".summary .given.long").text()).isEqualTo(words);
    }

    @Test
    void an_answer_with_a_character_too_many_is_refused_in_words_up_to_twenty_thousand_and_then_by_its_size()
            throws Exception {
        begun();

        assertThat(send("question", FOUR_BYTES.repeat(4_001))
                        .select("#latest .note")
                        .text())
                .contains("4001 characters", "4000");
        assertThat(send("question", FOUR_BYTES.repeat(20_000))
                        .select("#latest .note")
                        .text())
                .contains("20000 characters");
        HttpResponse<String> larger = sent("question", FOUR_BYTES.repeat(21_000));
        assertThat(larger.statusCode()).isEqualTo(413);
        assertThat(Jsoup.parse(larger.body()).text()).contains("238 kB", "nothing was kept");
        assertThat(Jsoup.parse(visitor.get("/").body()).select("h2.question").text())
                .isEqualTo("What did the pupil write or say?");
    }

    @Test
    void other_forms_take_no_more_than_before() throws Exception {
        for (String path : List.of("/feedback", "/new", "/leave")) {
            assertThat(visitor.post(path, Map.of("x", "y".repeat(17_000))).statusCode())
                    .as(path)
                    .isEqualTo(413);
        }
    }

    @Test
    void the_summary_shows_long_answers_in_part_and_holds_them_whole() throws Exception {
        begun();
        String words = "He wrote to me again and again. ".repeat(20).strip();
        send("question", words);
        for (String answer : List.of("no", "skip", "skip", "keep it out")) {
            send("question", answer);
        }
        Element summary = Jsoup.parse(visitor.get("/").body()).expectFirst("dl.summary");

        assertThat(summary.select("dt")).hasSizeGreaterThan(5);
        assertThat(summary.select("dd")).hasSameSizeAs(summary.select("dt"));
        assertThat(summary.select("button[name=pressed]")).hasSameSizeAs(summary.select("dt"));
        assertThat(summary.select(".long").text()).isEqualTo(words);
        assertThat(summary.select("details")).hasSize(1);
        assertThat(summary.select("details summary").text())
                .isEqualTo("Show all of it: What did the pupil write or say?");
    }

    @Test
    void whom_to_tell_is_as_the_school_has_it_now() throws Exception {
        assertThat(visitor.get("/report").body()).contains("A. Example");
        assertThat(visitor.ask("he sent an image").body()).contains("01632 960 001");

        site.contacts.set(List.of(new Contact("Designated safeguarding lead (DSL)", "B. Another", "01632 960 077")));

        assertThat(visitor.get("/report").body()).contains("B. Another").doesNotContain("A. Example");
        assertThat(visitor.ask("he sent an image again").body())
                .contains("01632 960 077")
                .doesNotContain("01632 960 001");
    }
}
