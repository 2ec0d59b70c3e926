package org.clausebot.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clausebot.desk.owner.OwnerSite.ELMS;
import static org.clausebot.desk.owner.OwnerSite.OWNER;
import static org.clausebot.desk.owner.OwnerSite.TRUSTS;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.clausebot.desk.owner.OwnerSite;
import org.clausebot.desk.owner.OwnerTab;
import org.clausebot.insight.SchoolLog;
import org.clausebot.policy.SchoolId;
import org.clausebot.school.Receiver;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who keeps the policies of one school of a trust sees that school, and nothing of another, whatever they ask for. */
class TrustDeskTest {
    private static final String DESK = "/desk/policies";
    private static final String READ = DESK + "/acknowledgements";
    private static final List<String> QUERIES = List.of("dog", "lighthouse", "friend", "2.4.9");
    /** What is of Elm alone. */
    private static final List<String> ELMS_OWN =
            List.of("Elm Primary", "elm-primary", "Bo Elmer", "elmer@", "lighthouse", "dog come", "Ella");

    @TempDir
    private static Path folder;

    private static Program program;
    /** Nobody asks or reads at Elm. */
    private static TrustWorld quiet;
    /** Much is asked at Elm, a gap is decided, and staff are asked to read. */
    private static TrustWorld busy;

    private static String round;
    private static String person;
    private static String gap;

    @BeforeAll
    static void open() throws Exception {
        Map<String, String> settings = Map.of(
                "CLAUSEBOT_FOLDERS_INDEX",
                        SmallIndex.in(folder.resolve("index")).toString(),
                "CLAUSEBOT_MAIL_HOST", "localhost",
                "CLAUSEBOT_MAIL_PORT", "1",
                "CLAUSEBOT_MAIL_SECURITY", "none",
                "CLAUSEBOT_MAIL_FROM", "bot@school.test",
                "CLAUSEBOT_DESK_ADDRESS", "http://localhost:8080/desk");
        Path home = folder.resolve("program");
        Files.createDirectories(home);
        Files.writeString(home.resolve("school.yaml"), TrustWorld.SCHOOL);
        program = Program.open(TestRun.config(home, settings), TestRun.CLOCK);
        quiet = new TrustWorld(program, settings, folder.resolve("quiet"), new SchoolLog(1));
        TrustWorld.sameKeys(folder.resolve("quiet"), folder.resolve("busy"));
        busy = new TrustWorld(program, settings, folder.resolve("busy"), TrustWorld.busy());
        OwnerSite site = busy.site;
        gap = site.page(ELMS, OwnerTab.GAPS.address()).select("a[href*=gaps/]").stream()
                .map(link -> link.attr("href").replaceFirst(".*/", ""))
                .filter(id -> id.matches("[0-9a-f]{16}"))
                .findFirst()
                .orElseThrow();
        assertThat(site.post(ELMS, OwnerTab.GAPS.address() + "/" + gap + "/revision", Map.of("note", "Ella says so"))
                        .statusCode())
                .isEqualTo(303);
        site.post(ELMS, READ + "/staff", Map.of("list", "Bo Elmer, bo.elmer@elm.example"));
        person = site.page(ELMS, READ + "/staff")
                .expectFirst("form[action$=/remove]")
                .attr("action")
                .replaceFirst(".*/staff/", "")
                .replace("/remove", "");
        String hash = site.page(ELMS, READ + "/ask/social-media")
                .expectFirst("input[name=hash]")
                .val();
        round = site.post(ELMS, READ + "/ask/social-media", Map.of("hash", hash, "weeks", "0"))
                .headers()
                .firstValue("location")
                .orElseThrow()
                .replaceFirst(".*/requests/", "")
                .replaceFirst("\\?.*", "");
    }

    @AfterAll
    static void close() {
        busy.close();
        quiet.close();
        program.close();
    }

    private static Map<String, String> read(TrustWorld world, Receiver who) throws Exception {
        return new DeskReader(world.site, who, QUERIES).all();
    }

    private static void choose(TrustWorld world, Receiver who, String school) throws Exception {
        assertThat(world.site
                        .post(who, DESK + "/school", Map.of("school", school, "to", "overview"))
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void all_that_one_schools_keeper_can_open_is_the_same_whatever_is_asked_and_done_at_another() throws Exception {
        Map<String, String> without = read(quiet, OWNER);
        Map<String, String> with = read(busy, OWNER);

        assertThat(without).hasSizeGreaterThan(30).containsKey(DESK + "/overview/questions.csv");
        assertThat(with).isEqualTo(without);
        with.forEach((at, page) -> assertThat(page).as(at).doesNotContain(ELMS_OWN.subList(0, 4)));
        // Whoever may see it does: so would any leak be seen.
        assertThat(read(busy, ELMS)).isNotEqualTo(read(quiet, ELMS));
        choose(busy, TRUSTS, "*");
        choose(quiet, TRUSTS, "*");
        assertThat(read(busy, TRUSTS)).isNotEqualTo(read(quiet, TRUSTS));
    }

    @Test
    void on_no_route_does_another_schools_address_lead_anywhere() throws Exception {
        choose(busy, TRUSTS, "elm-primary");
        Map<String, String> before = read(busy, TRUSTS);
        for (String template : busy.site.server.answers("GET")) {
            if (template.startsWith(DESK)) {
                for (String path : filled(template)) {
                    assertThat(busy.site.get(OWNER, path).body()).as(path).doesNotContain(ELMS_OWN);
                }
            }
        }
        for (String template : busy.site.server.answers("POST")) {
            if (template.startsWith(DESK)) {
                for (String path : filled(template)) {
                    for (String school : List.of("elm-primary", "*", "default", "nothing")) {
                        refused(path, school);
                    }
                }
            }
        }
        assertThat(read(busy, TRUSTS)).isEqualTo(before);
        assertThat(busy.site
                        .page(OWNER, DESK + "/overview")
                        .select(".brand .school")
                        .text())
                .isEqualTo("Oakfield Primary School");
    }

    private static void refused(String path, String school) throws Exception {
        HttpResponse<String> answer = busy.site.post(OWNER, path, fields(school));
        assertThat(answer.body()).as(path).doesNotContain(ELMS_OWN);
        if (path.contains(round) || path.contains(person) || path.contains(gap) || path.equals(DESK + "/school")) {
            boolean own = path.equals(DESK + "/school") && school.equals("default");
            assertThat(answer.statusCode()).as(path + " " + school).isEqualTo(own ? 303 : 404);
        }
    }

    private static Map<String, String> fields(String school) {
        return Map.of(
                "school", school,
                "_school", school,
                "to", "gaps",
                "clause", "social-media 2.1.5",
                "wordings", "can my friend",
                "words", "Words",
                "note", "A note");
    }

    /** With what is there at Elm in the place of what varies. A part that is not known here fails: look at it. */
    private static List<String> filled(String template) {
        List<String> paths = List.of(template);
        for (String part : template.split("/", -1)) {
            if (part.startsWith("{")) {
                List<String> longer = new ArrayList<>();
                paths.forEach(path -> values(part).forEach(value -> longer.add(path.replace(part, value))));
                paths = longer;
            }
        }
        return paths;
    }

    private static List<String> values(String part) {
        return switch (part) {
            case "{round}" -> List.of(round);
            case "{person}" -> List.of(person);
            case "{gap}" -> List.of(gap, trustsGap());
            case "{policy}" -> List.of("social-media", "social-media.csv");
            case "{term}" -> List.of("2026-autumn");
            case "{file}" -> List.of("questions.csv", "owner.css");
            case "{draft}" -> List.of("nothing");
            default -> throw new AssertionError("What is " + part + "? Say so here.");
        };
    }

    /** A gap that all schools together have; where there is none, no gap's id. */
    private static String trustsGap() {
        return busy.storage.gaps().findings(SchoolId.ALL).stream()
                .flatMap(found -> found.groups().stream())
                .map(group -> group.id())
                .findFirst()
                .orElse("none");
    }

    @Test
    void who_keeps_one_school_neither_changes_the_policies_of_all_nor_what_the_bot_says() throws Exception {
        for (OwnerTab tab : List.of(OwnerTab.DRAFTS, OwnerTab.REHEARSAL)) {
            for (String method : List.of("GET", "POST")) {
                for (String template : busy.site.server.answers(method)) {
                    if (template.equals(tab.address()) || template.startsWith(tab.address() + "/")) {
                        String path = template.replaceAll("\\{[a-z]+}", "social-media");
                        int status = (method.equals("GET")
                                        ? busy.site.get(OWNER, path)
                                        : busy.site.post(OWNER, path, Map.of("_school", "default")))
                                .statusCode();
                        assertThat(status).as(path).isEqualTo(404);
                    }
                }
            }
        }
        String at = OwnerTab.GAPS.address() + "/" + gap;
        assertThat(busy.site.page(ELMS, at).select("form[action$=/tie], form[action$=/elsewhere]"))
                .isEmpty();
        for (Receiver who : List.of(ELMS)) {
            HttpResponse<String> told = busy.site.post(who, at + "/elsewhere", Map.of("words", "Ask the office."));
            assertThat(told.statusCode()).isEqualTo(400);
            assertThat(told.body()).contains("the same for all schools");
        }
    }

    @Test
    void whoever_has_one_school_chooses_nothing_and_who_has_all_chooses() throws Exception {
        assertThat(busy.site.page(OWNER, DESK + "/gaps").select("#chosen-school"))
                .isEmpty();
        assertThat(busy.site.page(ELMS, DESK + "/gaps").select("#chosen-school"))
                .isEmpty();
        choose(busy, TRUSTS, "*");
        Document all = busy.site.page(TRUSTS, DESK + "/overview");
        assertThat(all.select("#chosen-school option").eachText())
                .containsExactly("All schools", "Oakfield Primary School", "Elm Primary School");
        assertThat(all.select("#chosen-school option[selected]").text()).isEqualTo("All schools");
        assertThat(all.select(".tabs").text()).contains("Drafts").doesNotContain("Read and understood");
        assertThat(busy.site.get(TRUSTS, READ).statusCode()).isEqualTo(404);

        HttpResponse<String> chosen =
                busy.site.post(TRUSTS, DESK + "/school", Map.of("school", "elm-primary", "to", "gaps"));
        assertThat(busy.site
                        .get(TRUSTS, chosen.headers().firstValue("location").orElseThrow())
                        .headers()
                        .firstValue("location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/gaps"));
        Document elm = busy.site.page(TRUSTS, DESK + "/gaps");
        assertThat(elm.select(".brand .school").text()).isEqualTo("Elm Primary School");
        assertThat(elm.text()).contains("dog");
        assertThat(busy.site.page(TRUSTS, READ + "/staff").text()).contains("Bo Elmer");
        assertThat(busy.site.get(TRUSTS, DESK + "/gaps.csv").headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(name -> assertThat(name).contains("elm-primary"));
    }

    @Test
    void a_form_of_one_school_changes_nothing_once_another_was_chosen() throws Exception {
        choose(busy, TRUSTS, "default");
        String form = busy.site
                .page(TRUSTS, READ + "/staff")
                .expectFirst("input[name=_school]")
                .val();
        assertThat(form).isEqualTo("default");
        choose(busy, TRUSTS, "elm-primary");
        Map<String, String> list = Map.of("list", "Cy Oak, cy@oakfield.example", "only", "yes", "_school", form);

        HttpResponse<String> answer = busy.site.post(TRUSTS, READ + "/staff", list);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(busy.site.page(TRUSTS, READ + "/staff").text())
                .contains("Bo Elmer")
                .doesNotContain("Cy Oak");
        Map<String, String> unsaid = new TreeMap<>(list);
        unsaid.remove("_school");
        assertThat(busy.site.post(TRUSTS, READ + "/staff", unsaid).statusCode()).isEqualTo(409);
    }

    @Test
    void every_form_that_changes_something_of_a_school_says_of_which() throws Exception {
        choose(busy, TRUSTS, "elm-primary");
        int forms = 0;
        for (Map.Entry<String, String> page : read(busy, TRUSTS).entrySet()) {
            for (var form : Jsoup.parse(page.getValue()).select("main form[method=post]:not(.school-choice)")) {
                String action = form.attr("action");
                if (action.startsWith(READ) || action.startsWith(OwnerTab.GAPS.address())) {
                    assertThat(form.select("input[name=_school]").val())
                            .as(action)
                            .isEqualTo("elm-primary");
                    forms++;
                }
            }
        }
        assertThat(forms).isGreaterThan(4);
    }
}
