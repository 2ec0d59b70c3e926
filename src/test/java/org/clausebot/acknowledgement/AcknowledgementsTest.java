package org.clausebot.acknowledgement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.clausebot.acknowledgement.Acknowledgements.Answered;
import org.clausebot.acknowledgement.Acknowledgements.Begun;
import org.clausebot.acknowledgement.Acknowledgements.Opened;
import org.clausebot.policy.Policy;
import org.clausebot.policy.PolicyDetails;
import org.clausebot.policy.PolicyId;
import org.clausebot.policy.PolicyLibrary;
import org.clausebot.policy.PolicyReader;
import org.clausebot.policy.SchoolId;
import org.clausebot.storage.SqliteStorage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AcknowledgementsTest {
    private static final PolicyId ID = new PolicyId("social-media");
    private static final Path WORDS = Path.of("conversations/phrases-read.yaml");

    @TempDir
    private Path folder;

    private SqliteStorage storage;
    private Acknowledgements acknowledgements;
    private Mailing mailing;
    private Policy policy;
    private LocalDate today = LocalDate.of(2026, 9, 7);
    private Courier.Handed next = Courier.Handed.ACCEPTED;
    private final List<Sent> sent = new ArrayList<>();

    private record Sent(LocalDate on, String to, String subject, String body) {
        String token() {
            String start = "https://bot.school.example/read/";
            int at = body.indexOf(start) + start.length();
            return body.substring(at, body.indexOf('\n', at)).strip();
        }
    }

    @BeforeEach
    void open() throws Exception {
        policy = new PolicyLibrary(Path.of("index/policies"), folder.resolve("none"), new PolicyReader(), clock())
                .versions(ID)
                .getFirst();
        storage = SqliteStorage.open(folder.resolve("clausebot.db"));
        acknowledgements = new Acknowledgements(
                SchoolId.DEFAULT,
                storage.readings(),
                () -> List.of(policy),
                id -> List.of("2.4.6"),
                AcknowledgementsTest::keyed,
                clock());
        mailing = new Mailing(
                acknowledgements,
                Optional.of((id, to, subject, body) -> {
                    if (next == Courier.Handed.ACCEPTED) {
                        sent.add(new Sent(today, to, subject, body));
                    }
                    return next;
                }),
                Messenger.none(),
                ReadingWords.read(WORDS),
                () -> URI.create("https://bot.school.example/"));
        take("Amina Khan,amina@school.example\nTom Reed,tom@school.example", false);
    }

    @AfterEach
    void close() {
        storage.close();
    }

    private static String keyed(String text) {
        byte[] bytes = new byte[32];
        new Random(text.hashCode()).nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return today.atTime(9, 0).toInstant(ZoneOffset.UTC);
            }
        };
    }

    private ReadingRows.StaffChange take(String list, boolean only) {
        return acknowledgements.take(StaffList.read(list), only);
    }

    private Round begin(int weeks, Check... checks) {
        assertThat(acknowledgements.begin(ID, VersionHash.of(policy), List.of(checks), Optional.empty(), weeks))
                .isEqualTo(Begun.ASKED);
        mailing.pass();
        return acknowledgements.current(policy).orElseThrow();
    }

    private void days(int days) {
        for (int i = 0; i < days; i++) {
            today = today.plusDays(1);
            mailing.pass();
        }
    }

    private void newVersion(String name) {
        PolicyDetails old = policy.details();
        policy = new Policy(
                new PolicyDetails(old.id(), old.title(), name, old.school(), old.owner(), old.updated(), old.review()),
                policy.document(),
                policy.sections(),
                policy.clauses(),
                policy.setAside());
    }

    private Sent to(String who) {
        return sent.stream().filter(s -> s.to().startsWith(who)).findFirst().orElseThrow();
    }

    @Test
    void each_gets_one_mail_with_a_link_of_their_own() {
        begin(0);
        assertThat(sent).extracting(Sent::to).containsExactlyInAnyOrder("amina@school.example", "tom@school.example");
        assertThat(to("amina").body())
                .contains("Amina Khan")
                .doesNotContain("Tom")
                .doesNotContain("{");
        assertThat(to("amina").token()).isNotEqualTo(to("tom").token());
        days(60);
        assertThat(sent).hasSize(2);
    }

    @Test
    void whoever_answers_is_noted_for_this_version_with_the_day() {
        Round round = begin(0);
        assertThat(acknowledgements.opened(to("tom").token())).isInstanceOf(Opened.Asked.class);
        days(1);
        assertThat(acknowledgements.answer(to("tom").token(), List.of())).isInstanceOf(Answered.Taken.class);
        days(1);
        assertThat(acknowledgements.answer(to("tom").token(), List.of())).isInstanceOf(Answered.Not.class);
        assertThat(acknowledgements.readings(round))
                .extracting(r -> r.person().name(), Reading::done)
                .containsExactly(
                        tuple("Amina Khan", Optional.empty()),
                        tuple("Tom Reed", Optional.of(LocalDate.of(2026, 9, 8))));
        assertThat(round.hash()).isEqualTo(VersionHash.of(policy));
    }

    @Test
    void a_wrong_answer_keeps_nothing_and_may_be_tried_again() {
        Check check = new Check.Strength("2.4.6");
        Round round = begin(0, check);
        int right = Checks.put(policy, check).orElseThrow().right();
        List<Reading> before = acknowledgements.readings(round);
        for (List<Integer> wrong : List.of(List.of(1 - right), List.of(-1), List.<Integer>of())) {
            assertThat(acknowledgements.answer(to("amina").token(), wrong))
                    .isInstanceOfSatisfying(
                            Answered.Again.class,
                            again -> assertThat(again.again()).containsExactly(0));
        }
        assertThat(acknowledgements.readings(round)).isEqualTo(before);
        assertThat(acknowledgements.answer(to("amina").token(), List.of(right))).isInstanceOf(Answered.Taken.class);
    }

    @Test
    void only_those_outstanding_are_reminded_and_never_more_than_once_a_week() {
        Round round = begin(1);
        acknowledgements.answer(to("tom").token(), List.of());
        sent.clear();
        for (int day = 0; day < 120; day++) {
            days(1);
            acknowledgements.remind(round);
            mailing.pass();
        }
        assertThat(sent).extracting(Sent::to).containsOnly("amina@school.example");
        assertThat(sent).hasSizeGreaterThan(10);
        for (int i = 1; i < sent.size(); i++) {
            assertThat(sent.get(i).on()).isAfterOrEqualTo(sent.get(i - 1).on().plusDays(7));
        }
    }

    @Test
    void reminders_by_themselves_come_to_an_end() {
        begin(1);
        days(365);
        assertThat(sent).filteredOn(s -> s.to().startsWith("tom")).hasSize(Acknowledgements.MOST_MAILS);
    }

    @Test
    void a_newer_version_needs_a_request_of_its_own_and_the_old_one_stays() {
        Round old = begin(1);
        acknowledgements.answer(to("tom").token(), List.of());
        newVersion("another");
        assertThat(acknowledgements.current(policy)).isEmpty();
        assertThat(acknowledgements.opened(to("amina").token())).isInstanceOf(Opened.Over.class);
        assertThat(acknowledgements.answer(to("amina").token(), List.of())).isInstanceOf(Answered.Not.class);
        sent.clear();
        days(30);
        assertThat(sent).as("nobody is reminded of the old one").isEmpty();
        Round fresh = begin(0);
        assertThat(sent).hasSize(2);
        assertThat(fresh.hash()).isNotEqualTo(old.hash());
        assertThat(acknowledgements.readings(fresh)).noneMatch(r -> r.done().isPresent());
        assertThat(acknowledgements.readings(old)).anyMatch(r -> r.done().isPresent());
    }

    @Test
    void a_version_that_is_put_back_counts_as_before() {
        Round round = begin(0);
        Policy first = policy;
        newVersion("another");
        days(1);
        assertThat(acknowledgements.round(round.id()).orElseThrow().open()).isFalse();
        policy = first;
        days(1);
        assertThat(acknowledgements.round(round.id()).orElseThrow().open()).isTrue();
        assertThat(acknowledgements.begin(ID, VersionHash.of(policy), List.of(), Optional.empty(), 0))
                .isEqualTo(Begun.ALREADY);
    }

    @Test
    void a_year_after_its_version_was_replaced_a_request_is_deleted_with_all_in_it() {
        Round round = begin(0);
        acknowledgements.answer(to("tom").token(), List.of());
        days(700);
        assertThat(acknowledgements.round(round.id())).as("in force").isPresent();
        newVersion("another");
        days(366);
        assertThat(acknowledgements.round(round.id())).isPresent();
        days(2);
        assertThat(acknowledgements.round(round.id())).isEmpty();
        assertThat(acknowledgements.readings(round)).isEmpty();
        assertThat(acknowledgements.opened(to("tom").token())).isInstanceOf(Opened.Unknown.class);
    }

    @Test
    void removing_somebody_removes_all_that_is_kept_of_them() {
        Round round = begin(0);
        acknowledgements.answer(to("tom").token(), List.of());
        String tom = acknowledgements.people().getLast().id();
        assertThat(acknowledgements.remove(tom)).isTrue();
        assertThat(acknowledgements.remove(tom)).isFalse();
        assertThat(acknowledgements.readings(round)).hasSize(1);
        assertThat(acknowledgements.opened(to("tom").token())).isInstanceOf(Opened.Unknown.class);
    }

    @Test
    void a_new_list_adds_renames_and_only_when_told_removes() {
        assertThat(take("Amina Khan-Smith,AMINA@school.example\nZoe Lee,zoe@school.example", false))
                .isEqualTo(new ReadingRows.StaffChange(1, 1, 0));
        assertThat(acknowledgements.people()).hasSize(3);
        assertThat(take("Zoe Lee,zoe@school.example", true)).isEqualTo(new ReadingRows.StaffChange(0, 0, 2));
        assertThat(acknowledgements.people()).extracting(Person::name).containsExactly("Zoe Lee");
    }

    @Test
    void whoever_joins_later_is_asked_as_well() {
        begin(0);
        sent.clear();
        take("Zoe Lee,zoe@school.example", false);
        days(1);
        assertThat(sent).extracting(Sent::to).containsExactly("zoe@school.example");
    }

    @Test
    void a_mail_that_was_not_taken_is_tried_again_and_a_refused_one_is_shown() {
        next = Courier.Handed.DOWN;
        Round round = begin(0);
        assertThat(sent).isEmpty();
        next = Courier.Handed.LATER;
        mailing.pass();
        next = Courier.Handed.REFUSED;
        mailing.pass();
        assertThat(acknowledgements.readings(round)).allMatch(Reading::refused);
        next = Courier.Handed.ACCEPTED;
        mailing.pass();
        assertThat(sent).as("refused for good, until somebody reminds").isEmpty();
        days(7);
        acknowledgements.remind(round);
        mailing.pass();
        assertThat(sent).hasSize(2);
        assertThat(acknowledgements.readings(round)).noneMatch(Reading::refused);
    }

    @Test
    void a_link_that_was_changed_anywhere_opens_nothing() {
        begin(0);
        String token = to("tom").token();
        IntStream.range(0, token.length()).forEach(i -> {
            char other = token.charAt(i) == 'a' ? 'b' : 'a';
            String changed = token.substring(0, i) + other + token.substring(i + 1);
            assertThat(acknowledgements.opened(changed)).isInstanceOf(Opened.Unknown.class);
        });
        for (String bad : List.of("", "x", token + "0", token.substring(1), "../../etc")) {
            assertThat(acknowledgements.opened(bad)).isInstanceOf(Opened.Unknown.class);
        }
    }

    @Test
    void the_database_alone_gives_nobodys_link() throws Exception {
        begin(0);
        storage.close();
        String all = new String(Files.readAllBytes(folder.resolve("clausebot.db")), StandardCharsets.ISO_8859_1);
        assertThat(all).contains("tom@school.example").doesNotContain(to("tom").token());
        storage = SqliteStorage.open(folder.resolve("clausebot.db"));
    }

    @Test
    void what_the_owner_saw_is_what_is_asked_for_or_nothing_is() {
        String seen = VersionHash.of(policy);
        newVersion("another");
        assertThat(acknowledgements.begin(ID, seen, List.of(), Optional.empty(), 0))
                .isEqualTo(Begun.CHANGED);
        assertThat(acknowledgements.begin(
                        ID, VersionHash.of(policy), List.of(new Check.Strength("no such clause")), Optional.empty(), 0))
                .isEqualTo(Begun.CHANGED);
        take("Zoe Lee,zoe@school.example", true);
        acknowledgements.remove(acknowledgements.people().getFirst().id());
        assertThat(acknowledgements.begin(ID, VersionHash.of(policy), List.of(), Optional.empty(), 0))
                .isEqualTo(Begun.NOBODY);
        assertThat(acknowledgements.rounds()).isEmpty();
    }

    @Test
    void the_hash_is_another_whenever_anything_of_the_version_is() {
        Map<String, Policy> versions = new HashMap<>();
        versions.put(VersionHash.of(policy), policy);
        Policy shorter = new Policy(
                policy.details(),
                policy.document(),
                policy.sections(),
                policy.clauses().subList(1, policy.clauses().size()),
                policy.setAside());
        versions.put(VersionHash.of(shorter), shorter);
        newVersion("another");
        versions.put(VersionHash.of(policy), policy);
        assertThat(versions).hasSize(3);
    }

    @Test
    void schools_of_a_trust_have_each_its_list_and_its_requests_and_every_link_opens() throws Exception {
        begin(0);
        List<Sent> elms = new ArrayList<>();
        Acknowledgements elm = new Acknowledgements(
                new SchoolId("elm-primary"),
                storage.readings(),
                () -> List.of(policy),
                id -> List.of(),
                AcknowledgementsTest::keyed,
                clock());
        Mailing elmMailing = new Mailing(
                elm,
                Optional.of((id, to, subject, body) -> {
                    elms.add(new Sent(today, to, subject, body));
                    return Courier.Handed.ACCEPTED;
                }),
                Messenger.none(),
                ReadingWords.read(WORDS),
                () -> URI.create("https://bot.school.example/"));

        assertThat(elm.people()).isEmpty();
        assertThat(elm.rounds()).isEmpty();
        elm.take(StaffList.read("Amina Khan,amina@school.example\nBo Elmer,bo@elm.example"), true);
        assertThat(elm.begin(ID, VersionHash.of(policy), List.of(), Optional.empty(), 0))
                .isEqualTo(Begun.ASKED);
        elmMailing.pass();

        assertThat(acknowledgements.people()).extracting(Person::name).containsExactly("Amina Khan", "Tom Reed");
        assertThat(elms).hasSize(2);
        String bo = elms.stream()
                .filter(one -> one.to().startsWith("bo"))
                .findFirst()
                .orElseThrow()
                .token();
        // Links of all schools lead to one page.
        assertThat(acknowledgements.opened(bo))
                .isInstanceOfSatisfying(Opened.Asked.class, asked -> assertThat(
                                asked.round().school())
                        .isEqualTo(new SchoolId("elm-primary")));
        assertThat(acknowledgements.answer(bo, List.of())).isInstanceOf(Answered.Taken.class);
        Round theirs = elm.rounds().getFirst();
        assertThat(elm.readings(theirs))
                .filteredOn(reading -> reading.done().isPresent())
                .hasSize(1);
        // Nobody of one school's desk finds the other's request.
        assertThat(acknowledgements.round(theirs.id())).isEmpty();
        assertThat(acknowledgements.readings(acknowledgements.rounds().getFirst()))
                .allMatch(reading -> reading.done().isEmpty());
    }
}
