package org.clausebot.desk.owner;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import org.clausebot.answer.Stance;
import org.clausebot.insight.Effect;
import org.clausebot.insight.RehearsalException;
import org.clausebot.insight.RehearsalRoom;
import org.clausebot.insight.Rehearsed;
import org.clausebot.insight.Rehearsed.Ask;
import org.clausebot.insight.Rehearsed.Given;
import org.clausebot.insight.Rehearsed.Line;
import org.clausebot.insight.Rehearsed.Source;
import org.clausebot.insight.RehearsedDrafts;
import org.clausebot.policy.Policy;
import org.clausebot.school.Receiver;
import org.clausebot.search.TestPolicies;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RehearsalPartTest {
    private static final String HERE = OwnerTab.REHEARSAL.address();
    static final Policy IN_FORCE =
            TestPolicies.of("social-media", "2.1", "Staff should not accept friend requests from pupils.");
    private static final Policy DRAFT =
            TestPolicies.of("social-media", "2.2", "Staff must not accept friend requests from pupils.");

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    private OwnerSite site;
    private RehearsalRoom room;
    /** What the player does next. */
    private final BlockingQueue<RehearsalRoom.Player> acts = new ArrayBlockingQueue<>(4);

    /** The only draft that is kept. */
    static final class Kept implements RehearsedDrafts {
        @Override
        public List<RehearsedDrafts.Kept> drafts() {
            return List.of(new RehearsedDrafts.Kept("d-1", "Social media, <b>autumn</b>"));
        }

        @Override
        public Optional<Policy> draft(String key) {
            return Optional.of(DRAFT).filter(policy -> key.equals("d-1"));
        }
    }

    @BeforeEach
    void start() throws Exception {
        room = new RehearsalRoom((school, draft, progress) -> {
            try {
                return acts.take().play(school, draft, progress);
            } catch (InterruptedException e) {
                throw new CancellationException();
            }
        });
        site = new OwnerSite(folder, Clock.systemUTC(), new RehearsalPart(room, () -> List.of(IN_FORCE), new Kept()));
    }

    @AfterEach
    void stop() {
        acts.add((school, draft, progress) -> {
            throw new CancellationException();
        });
        room.close();
        site.close();
    }

    static Rehearsed rehearsed() {
        Given was = new Given(
                "quoted",
                Optional.of(IN_FORCE.clauses().getFirst().ref()),
                IN_FORCE.clauses().getFirst().statement(),
                Stance.SHOULD_NOT,
                "");
        Given is = new Given(
                "quoted",
                Optional.of(DRAFT.clauses().getFirst().ref()),
                DRAFT.clauses().getFirst().statement(),
                Stance.MUST_NOT,
                "");
        Given none = new Given("not-covered", Optional.empty(), "", Stance.NONE, "");
        return new Rehearsed(
                IN_FORCE.details(),
                DRAFT.details(),
                List.of(
                        new Line(
                                new Ask("can i friend <script> a pupil", Source.STAFF, 25),
                                Effect.CHANGED_STRENGTH,
                                was,
                                is,
                                true,
                                true),
                        new Line(new Ask("dogs", Source.MEASURING, 0), Effect.STILL_A_GAP, none, none, false, false)),
                Map.of(Effect.UNCHANGED, OptionalInt.of(120), Effect.LOST, OptionalInt.empty()),
                "",
                2);
    }

    private HttpResponse<String> begin(Map<String, String> fields) throws Exception {
        return site.post(OwnerSite.OWNER, HERE, fields);
    }

    /** Waits for the thread that rehearses, without a clock. */
    private void settle() {
        while (room.state() instanceof RehearsalRoom.State.Running) {
            Thread.onSpinWait();
        }
    }

    @Test
    void at_first_the_page_says_that_nothing_is_kept_through_a_restart() throws Exception {
        Document page = site.page(OwnerSite.OWNER, HERE);
        assertThat(page.text()).contains("Nothing has been rehearsed since the program was started last");
        assertThat(page.select("select#draft option")).hasSize(2);
        assertThat(site.get(OwnerSite.OWNER, HERE + "/rows.csv").statusCode()).isEqualTo(404);
    }

    @Test
    void a_draft_is_rehearsed_behind_the_page_and_its_result_stands_there() throws Exception {
        CountDownLatch halfway = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        acts.add((school, draft, progress) -> {
            progress.at(3, 10);
            halfway.countDown();
            await(goOn);
            return rehearsed();
        });
        assertThat(begin(Map.of("draft", "d-1")).statusCode()).isEqualTo(303);
        await(halfway);

        Document running = site.page(OwnerSite.OWNER, HERE);
        assertThat(running.expectFirst("progress").attr("value")).isEqualTo("3");
        assertThat(running.text()).contains("30% of the questions are asked", "Look again");
        assertThat(site.get(OwnerSite.OWNER, HERE + "/state").body())
                .isEqualTo("{\"running\":true,\"done\":3,\"all\":10}");
        assertThat(begin(Map.of("draft", "d-1")).statusCode()).isEqualTo(409);

        goOn.countDown();
        settle();
        Document done = site.page(OwnerSite.OWNER, HERE);
        assertThat(done.select("#rehearsal tbody tr"))
                .extracting(row -> row.text())
                .contains(
                        "Lost 0 0 too few to show",
                        "Same clause, other strength 0 1 not counted",
                        "Unchanged 0 0 about 120",
                        "Still a gap 1 0 not counted");
        assertThat(done.expectFirst("details.rehearsed").text())
                .contains(
                        "can i friend <script> a pupil",
                        "asked by staff, about 25 times",
                        "Clause 2.1: should not",
                        "Clause 2.2: must not",
                        "with another number and other words");
        assertThat(done.select("main script, main b")).isEmpty();
        HttpResponse<String> rows = site.get(OwnerSite.READER, HERE + "/rows.csv");
        assertThat(rows.headers().firstValue("Content-Disposition").orElse("")).contains("rehearsal.csv");
        assertThat(rows.body()).contains("changed-strength,staff,25,can i friend <script> a pupil");
        assertThat(site.audited).containsExactly("grace-obi: policy rehearsed social-media");
    }

    @Test
    void it_can_be_stopped_and_begun_again() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        acts.add((school, draft, progress) -> {
            begun.countDown();
            while (!progress.cancelled()) {
                Thread.onSpinWait();
            }
            throw new CancellationException();
        });
        begin(Map.of("draft", "d-1"));
        await(begun);
        assertThat(site.post(OwnerSite.DEPUTY, HERE + "/cancel", Map.of()).statusCode())
                .isEqualTo(303);
        settle();
        assertThat(site.page(OwnerSite.OWNER, HERE).text()).contains("was stopped");

        acts.add((school, draft, progress) -> rehearsed());
        assertThat(begin(Map.of("draft", "d-1")).statusCode()).isEqualTo(303);
        settle();
        assertThat(room.state()).isInstanceOf(RehearsalRoom.State.Done.class);
    }

    @Test
    void what_fails_says_why_and_a_fault_of_the_programs_own_says_nothing_of_itself() throws Exception {
        acts.add((school, draft, progress) -> {
            throw new RehearsalException("The disk is full.", new IllegalStateException());
        });
        begin(Map.of("draft", "d-1"));
        settle();
        assertThat(site.page(OwnerSite.OWNER, HERE).text()).contains("could not be done. The disk is full.");

        acts.add((school, draft, progress) -> {
            throw new IllegalStateException("secret words");
        });
        begin(Map.of("draft", "d-1"));
        settle();
        assertThat(site.page(OwnerSite.OWNER, HERE).text())
                .contains("fault of the program’s own")
                .doesNotContain("secret");
    }

    @Test
    void a_document_is_read_for_this_once_and_what_cannot_be_read_is_refused_in_place() throws Exception {
        BlockingQueue<Policy> played = new ArrayBlockingQueue<>(1);
        acts.add((school, draft, progress) -> {
            played.add(draft);
            return rehearsed();
        });
        String text = "Social Media\n\n2.1 Staff must not accept friend requests from pupils.\n";
        assertThat(upload(OwnerSite.OWNER, "new.txt", text, "social-media").statusCode())
                .isEqualTo(303);
        settle();
        assertThat(played.take().clauses())
                .hasSize(1)
                .first()
                .satisfies(c -> assertThat(c.ref().toString()).isEqualTo("social-media/2.1"));

        HttpResponse<String> odd = upload(OwnerSite.OWNER, "new.exe", "MZ", "social-media");
        assertThat(odd.statusCode()).isEqualTo(400);
        assertThat(odd.body()).contains(".docx, .pdf, .md, .html or .txt");
        assertThat(upload(OwnerSite.OWNER, "new.txt", text, "leave").statusCode())
                .isEqualTo(400);
        assertThat(begin(Map.of()).statusCode()).isEqualTo(400);
        assertThat(begin(Map.of("draft", "gone")).statusCode()).isEqualTo(400);
    }

    @Test
    void a_reader_sees_the_result_and_begins_nothing() throws Exception {
        assertThat(site.post(OwnerSite.READER, HERE, Map.of("draft", "d-1")).statusCode())
                .isEqualTo(403);
        assertThat(site.post(OwnerSite.READER, HERE + "/cancel", Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(site.page(OwnerSite.READER, HERE).select("form[action^=" + HERE + "]"))
                .isEmpty();
        assertThat(site.get(OwnerSite.DSL, HERE).statusCode()).isEqualTo(404);
        assertThat(site.get(OwnerSite.DSL, HERE + "/rows.csv").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> upload(Receiver who, String name, String text, String policy) throws Exception {
        String body = part("_csrf\"", "csrf-" + who.id())
                + part("policy\"", policy)
                + part("document\"; filename=\"" + name + "\"", text)
                + "--edge--\r\n";
        return CLIENT.send(
                HttpRequest.newBuilder(site.at(HERE))
                        .header("Cookie", site.cookieName() + "=" + who.id())
                        .header("Content-Type", "multipart/form-data; boundary=edge")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String part(String head, String value) {
        return "--edge\r\nContent-Disposition: form-data; name=\"" + head + "\r\n\r\n" + value + "\r\n";
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new CancellationException();
        }
    }
}
