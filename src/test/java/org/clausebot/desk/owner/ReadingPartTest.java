package org.clausebot.desk.owner;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.clausebot.acknowledgement.Acknowledgements;
import org.clausebot.acknowledgement.Courier;
import org.clausebot.acknowledgement.Mailing;
import org.clausebot.acknowledgement.Messenger;
import org.clausebot.acknowledgement.ReadingWords;
import org.clausebot.desk.read.ReadPages;
import org.clausebot.http.Routes;
import org.clausebot.policy.Policy;
import org.clausebot.policy.PolicyId;
import org.clausebot.policy.PolicyLibrary;
import org.clausebot.policy.PolicyReader;
import org.clausebot.policy.SchoolId;
import org.clausebot.school.Receiver;
import org.clausebot.storage.SqliteStorage;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingPartTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T10:00:00Z"), ZoneOffset.UTC);
    private static final String HOME = OwnerTab.ACKNOWLEDGEMENTS.address();
    private static final String ASK = HOME + "/ask/social-media";
    private static final String STAFF = HOME + "/staff";

    @TempDir
    private Path folder;

    private SqliteStorage storage;
    private Mailing mailing;
    private OwnerSite site;
    private final Map<String, String> links = new LinkedHashMap<>();
    private final List<String> bodies = new ArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void start() throws Exception {
        Policy policy = new PolicyLibrary(Path.of("index/policies"), folder.resolve("none"), new PolicyReader(), CLOCK)
                .versions(new PolicyId("social-media"))
                .getFirst();
        storage = SqliteStorage.open(folder.resolve("clausebot.db"));
        Acknowledgements acknowledgements = new Acknowledgements(
                SchoolId.DEFAULT,
                storage.readings(),
                () -> List.of(policy),
                id -> List.of("2.4.6"),
                ReadingPartTest::keyed,
                CLOCK);
        mailing = new Mailing(
                acknowledgements,
                Optional.of((id, to, subject, body) -> {
                    bodies.add(body);
                    links.put(to, body.replaceAll("(?s).*(/read/\\S+).*", "$1"));
                    return Courier.Handed.ACCEPTED;
                }),
                Messenger.none(),
                ReadingWords.read(Path.of("conversations/phrases-read.yaml")),
                () -> URI.create("http://localhost/"));
        site = new OwnerSite(
                folder,
                CLOCK,
                new WithPages(
                        new ReadingPart(school -> acknowledgements, school -> true, mailing::pass, CLOCK),
                        new ReadPages(acknowledgements, school -> "Oakfield Primary School")));
    }

    /** The owner's part and the staff's page, which the program serves beside each other. */
    record WithPages(OwnerPart part, ReadPages pages) implements OwnerPart {
        @Override
        public OwnerTab tab() {
            return part.tab();
        }

        @Override
        public Routes routes(OwnerDoor door) {
            return part.routes(door).and(pages.routes());
        }
    }

    @AfterEach
    void stop() {
        site.close();
        storage.close();
    }

    private static String keyed(String text) {
        byte[] bytes = new byte[32];
        new Random(text.hashCode()).nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private HttpResponse<String> post(Receiver who, String path, Map<String, String> fields) throws Exception {
        return site.post(who, path, fields);
    }

    private void addStaff() throws Exception {
        assertThat(post(
                                OwnerSite.OWNER,
                                STAFF,
                                Map.of("list", "=Amina Khan,amina@school.example\nTom <b>Reed</b>,tom@school.example"))
                        .statusCode())
                .isEqualTo(303);
    }

    private String link(String email) {
        return Objects.requireNonNull(links.get(email), email);
    }

    /** The request's page. */
    private String ask() throws Exception {
        Document page = site.page(OwnerSite.OWNER, ASK);
        HttpResponse<String> asked = post(
                OwnerSite.OWNER,
                ASK,
                Map.of(
                        "hash", page.select("input[name=hash]").val(),
                        "q0", page.select("input[name=q0]").val(),
                        "q3", page.select("input[name=q3]").val(),
                        "by", "2026-12-11",
                        "weeks", "2"));
        assertThat(asked.statusCode()).isEqualTo(303);
        return asked.headers().firstValue("Location").orElseThrow().replaceAll("\\?.*", "");
    }

    private HttpResponse<String> staff(String link, String form) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(site.at(link));
        if (!form.isEmpty()) {
            request.header("Content-Type", "application/x-www-form-urlencoded")
                    .header("Origin", site.at("/").toString().replaceAll("/$", ""))
                    .POST(BodyPublishers.ofString(form));
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    @Test
    void the_owner_asks_and_a_member_of_staff_reads_and_says_so() throws Exception {
        addStaff();
        String round = ask();
        assertThat(site.page(OwnerSite.OWNER, round).text()).contains("0 of 2 have", "To be read by 11 December 2026");
        String link = link("amina@school.example");
        assertThat(bodies).isNotEmpty().allMatch(body -> body.contains("Please do so by 11 December 2026."));
        Document page = Jsoup.parse(staff(link, "").body());
        assertThat(page.text())
                .contains("Please do so by 11 December 2026.", "=Amina Khan", "Adults working in schools should not:");
        assertThat(page.select("fieldset")).hasSize(2);

        Document again = Jsoup.parse(staff(link, "understood=yes&q0=0&q1=9").body());
        assertThat(again.select(".quote-again")).isNotEmpty();
        assertThat(again.select(".quote-again").text()).contains("Adults working in schools should not:");
        assertThat(site.page(OwnerSite.OWNER, round).text()).contains("0 of 2 have");

        String done = "";
        for (int one = 0; one < 2; one++) {
            for (int two = 0; two < 4; two++) {
                HttpResponse<String> answer = staff(link, "understood=yes&q0=" + one + "&q1=" + two);
                done += answer.statusCode() == 303 ? one + "," + two + " " : "";
            }
        }
        assertThat(done.split(" ")).as("one pair of answers is right: " + done).hasSize(1);
        assertThat(staff(link, "").body()).contains("Thank you").contains("23 November 2026");
        Document list = site.page(OwnerSite.OWNER, round);
        assertThat(list.text()).contains("1 of 2 have", "23 November 2026");
        assertThat(site.audited)
                .containsExactly(
                        "grace-obi: acknowledgements staff-list added 2 renamed 0 removed 0",
                        "grace-obi: acknowledgements asked social-media");
    }

    @Test
    void opening_a_link_or_sending_it_without_the_tick_notes_nothing() throws Exception {
        addStaff();
        String round = ask();
        String link = link("tom@school.example");
        for (int i = 0; i < 3; i++) {
            assertThat(staff(link, "").statusCode()).isEqualTo(200);
            assertThat(staff(link, "q0=1&q1=1").body()).contains("Nothing was kept yet");
        }
        assertThat(site.page(OwnerSite.OWNER, round).text()).contains("0 of 2 have");
        assertThat(staff(link, "").body()).contains("Tom &lt;b&gt;Reed").doesNotContain("<b>");
        assertThat(staff("/read/nothing", "").statusCode()).isEqualTo(404);
        assertThat(staff("/read/nothing", "understood=yes").statusCode()).isEqualTo(404);
    }

    @Test
    void a_form_from_another_site_is_refused() throws Exception {
        addStaff();
        ask();
        HttpRequest foreign = HttpRequest.newBuilder(site.at(link("tom@school.example")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", "https://elsewhere.example")
                .POST(BodyPublishers.ofString("understood=yes"))
                .build();
        assertThat(client.send(foreign, BodyHandlers.ofString()).statusCode()).isEqualTo(403);
    }

    @Test
    void a_reader_sees_how_many_and_never_who() throws Exception {
        addStaff();
        String round = ask();
        for (String path : List.of(HOME, round)) {
            String page = site.get(OwnerSite.READER, path).body();
            assertThat(page).doesNotContain("Khan").doesNotContain("Reed</th>").doesNotContain("@school.example");
        }
        assertThat(site.page(OwnerSite.READER, round).text()).contains("0 of 2 have");
        for (String path : List.of(STAFF, ASK, round + "/list.csv")) {
            assertThat(site.get(OwnerSite.READER, path).statusCode()).isEqualTo(403);
        }
        for (String path : List.of(STAFF, ASK, round + "/remind", round + "/end")) {
            assertThat(post(OwnerSite.READER, path, Map.of()).statusCode()).isEqualTo(403);
        }
        assertThat(site.get(OwnerSite.DSL, round).statusCode()).isEqualTo(404);
    }

    @Test
    void the_list_for_inspection_says_who_when_and_which_version_and_no_cell_is_a_formula() throws Exception {
        addStaff();
        String csv = site.get(OwnerSite.DEPUTY, ask() + "/list.csv").body();
        assertThat(csv.lines()).hasSize(3);
        assertThat(csv)
                .contains("'=Amina Khan,amina@school.example,,social-media,")
                .containsPattern("[0-9a-f]{64},2026-11-23");
        assertThat(site.audited).contains("jane-smith: acknowledgements exported social-media");
    }

    @Test
    void a_bad_list_changes_nothing_and_says_where() throws Exception {
        addStaff();
        HttpResponse<String> bad =
                post(OwnerSite.OWNER, STAFF, Map.of("list", "Zoe Lee,zoe@school.example\nnobody", "only", "yes"));
        assertThat(bad.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(bad.body()).select("[role=alert]").text())
                .contains("Nothing was changed", "Line 2 needs one e-mail address.");
        Document list = site.page(OwnerSite.OWNER, STAFF);
        assertThat(list.select(".things li")).hasSize(2);
        assertThat(site.audited).hasSize(1);
    }

    @Test
    void somebody_is_removed_with_all_that_is_kept_of_them() throws Exception {
        addStaff();
        String round = ask();
        Elements form = site.page(OwnerSite.OWNER, STAFF).select(".things form");
        assertThat(post(OwnerSite.OWNER, form.attr("action"), Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(post(OwnerSite.OWNER, form.attr("action"), Map.of()).statusCode())
                .isEqualTo(404);
        assertThat(site.page(OwnerSite.OWNER, round).text()).contains("0 of 1 have");
        assertThat(site.audited.getLast()).isEqualTo("grace-obi: acknowledgements staff-removed 1");
    }

    @Test
    void too_many_questions_nobody_to_ask_and_a_version_that_is_no_more_are_refused() throws Exception {
        Document page = site.page(OwnerSite.OWNER, ASK);
        String hash = page.select("input[name=hash]").val();
        assertThat(post(OwnerSite.OWNER, ASK, Map.of("hash", hash)).body()).contains("nobody on the list of staff");
        addStaff();
        Map<String, String> all = new LinkedHashMap<>(Map.of("hash", hash));
        page.select("input[type=checkbox]").forEach(box -> all.put(box.attr("name"), box.val()));
        HttpResponse<String> tooMany = post(OwnerSite.OWNER, ASK, all);
        assertThat(tooMany.statusCode()).isEqualTo(422);
        assertThat(tooMany.body()).contains("choose 5 questions at most");
        assertThat(post(OwnerSite.OWNER, ASK, Map.of("hash", "0".repeat(64))).statusCode())
                .isEqualTo(409);
        assertThat(links).isEmpty();
        ask();
        assertThat(post(OwnerSite.OWNER, ASK, Map.of("hash", hash)).statusCode())
                .isEqualTo(409);
    }

    @Test
    void a_day_that_is_past_far_off_or_none_at_all_is_refused() throws Exception {
        addStaff();
        String hash = site.page(OwnerSite.OWNER, ASK).select("input[name=hash]").val();
        for (String by : List.of("2026-11-22", "2027-11-24", "11/12/2026", "2026-02-30")) {
            HttpResponse<String> refused = post(OwnerSite.OWNER, ASK, Map.of("hash", hash, "by", by));
            assertThat(refused.statusCode()).as(by).isEqualTo(422);
            assertThat(refused.body()).contains("the day must be today or later, and within a year");
        }
        assertThat(links).isEmpty();
        assertThat(post(OwnerSite.OWNER, ASK, Map.of("hash", hash, "by", "2026-11-23"))
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void an_ended_request_asks_nobody_any_more() throws Exception {
        addStaff();
        String round = ask();
        assertThat(post(OwnerSite.OWNER, round + "/end", Map.of()).statusCode()).isEqualTo(303);
        assertThat(staff(link("tom@school.example"), "").body()).contains("no longer asked");
        assertThat(site.page(OwnerSite.OWNER, round).select("form[action$=remind]"))
                .isEmpty();
    }
}
