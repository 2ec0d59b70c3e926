package org.clausebot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.clausebot.incident.Notices;
import org.clausebot.policy.Given;
import org.clausebot.policy.PolicyId;
import org.clausebot.policy.Publication;
import org.clausebot.policy.draft.Shelf;
import org.clausebot.school.Schools;
import org.clausebot.storage.SqliteStorage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is reminded of a review, when, and how often. */
class ReviewPartTest {
    @TempDir
    private Path folder;

    private Shelf shelf;
    private SqliteStorage storage;
    private final List<String> chat = new ArrayList<>();

    @BeforeEach
    void aPolicyToBeReviewedInJune() throws Exception {
        shelf = new Shelf(folder.resolve("policies"));
        shelf.publish(shelf.bring(Shelf.FIRST.replace("June 20217", "31 March 2027")), shelf.today());
        Files.writeString(folder.resolve("school.yaml"), school());
        storage = SqliteStorage.open(folder.resolve("clausebot.db"));
    }

    @AfterEach
    void close() {
        storage.close();
    }

    /** The example of a school, with a deputy of the policies' owner. */
    private static String school() throws IOException {
        try (InputStream example = ReviewPartTest.class.getResourceAsStream("/school/example.yaml")) {
            return new String(Objects.requireNonNull(example).readAllBytes(), StandardCharsets.UTF_8)
                    .replace("[safeguarding-lead, senior-leader]", "[safeguarding-lead, deputy-policy-owner]");
        }
    }

    /** As after a restart: nothing is remembered but what is on disk. */
    private List<String> look() throws Exception {
        chat.clear();
        try (ReviewPart part = new ReviewPart(
                () -> shelf.library.inForce().inForce(),
                shelf.library,
                Schools.open(folder, shelf.clock),
                storage.reminders(),
                person -> chat.add(person.id()),
                shelf.clock)) {
            part.look();
        }
        return List.copyOf(chat);
    }

    private List<String> mails() {
        return storage.reviewNotices().due(shelf.clock.instant(), 100).stream()
                .map(Notices.Notice::receiverId)
                .toList();
    }

    @Test
    void owner_and_deputy_are_reminded_once_of_each_step_also_after_a_restart() throws Exception {
        assertThat(look()).isEmpty();
        shelf.goOn(128 - 59);
        assertThat(look()).containsExactlyInAnyOrder("ruth-bell", "amina-khan");
        assertThat(look()).isEmpty();
        shelf.goOn(1);
        assertThat(look()).isEmpty();
        assertThat(mails()).containsExactlyInAnyOrder("ruth-bell", "amina-khan");
        shelf.goOn(29);
        assertThat(look()).hasSize(2);
        shelf.goOn(60);
        assertThat(look()).hasSize(2);
        assertThat(look()).isEmpty();
        shelf.goOn(7);
        assertThat(look()).hasSize(2);
        assertThat(mails()).hasSize(8);
    }

    @Test
    void a_review_that_is_recorded_ends_the_reminders() throws Exception {
        shelf.goOn(130);
        assertThat(look()).hasSize(2);
        String version = shelf.library.history(Shelf.PHONES).on(shelf.today()).orElseThrow();
        shelf.library.publish(
                Shelf.PHONES,
                new Publication.Wish(
                        Publication.Kind.REVIEWED,
                        version,
                        shelf.today(),
                        "grace-obi",
                        "",
                        Optional.of(shelf.today().plusYears(1)),
                        0,
                        1));
        shelf.goOn(14);
        assertThat(look()).isEmpty();
    }

    @Test
    void several_that_are_due_are_told_of_in_one_mail_that_names_them_all_and_again_in_one() throws Exception {
        byte[] leave = "Leave\n\n1 Asking\n\n1.1 Ask first.\n\nReview: 30 April 2027\n".getBytes(StandardCharsets.UTF_8);
        shelf.library.store(
                shelf.reader.read("Leave.txt", leave, Given.named(new PolicyId("leave"))),
                "Leave.txt",
                leave,
                "operator:rob");
        // The first alone is due in thirty days, the other in sixty.
        shelf.goOn(128 - 30);
        assertThat(look()).containsExactlyInAnyOrder("ruth-bell", "amina-khan");

        List<Notices.Notice> mails = storage.reviewNotices().due(shelf.clock.instant(), 100);
        assertThat(mails).hasSize(2).allSatisfy(mail -> assertThat(ReviewPart.lines(
                                storage.reminders(), () -> shelf.library.inForce().inForce())
                        .apply(mail))
                .hasSize(2)
                .anySatisfy(line -> assertThat(line).endsWith(": 31 March 2027"))
                .contains("Leave: 30 April 2027"));
        assertThat(look()).isEmpty();
    }

    @Test
    void nothing_of_it_is_in_the_queue_of_reports() throws Exception {
        shelf.goOn(130);
        look();
        assertThat(storage.notices().due(shelf.clock.instant(), 100)).isEmpty();
    }
}
