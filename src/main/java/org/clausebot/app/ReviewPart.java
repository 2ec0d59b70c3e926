package org.clausebot.app;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.clausebot.policy.LibraryException;
import org.clausebot.policy.Policy;
import org.clausebot.policy.PolicyLibrary;
import org.clausebot.policy.SchoolId;
import org.clausebot.policy.draft.Reminders;
import org.clausebot.policy.draft.ReviewDue;
import org.clausebot.policy.lint.ReviewDate;
import org.clausebot.school.Receiver;
import org.clausebot.school.Role;
import org.clausebot.school.School;
import org.clausebot.school.Schools;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reminds those who keep the policies that one is to be reviewed: before its day, and weekly once that has passed. */
final class ReviewPart implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReviewPart.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofHours(1);

    /** Long after any reminder could come again. */
    private static final Duration KEPT = Duration.ofDays(400);

    private final PolicyLibrary library;
    private final Schools schools;
    private final Reminders reminders;
    private final Consumer<Receiver> chat;
    private final Clock clock;
    private final CountDownLatch stop = new CountDownLatch(1);

    /** @param chat tells somebody in the chat programs in which they are known; mail has a queue of its own */
    ReviewPart(PolicyLibrary library, Schools schools, Reminders reminders, Consumer<Receiver> chat, Clock clock) {
        this.library = library;
        this.schools = schools;
        this.reminders = reminders;
        this.chat = chat;
        this.clock = clock;
    }

    /** Looks now and every hour, until {@link #close}. */
    void start() {
        Thread.ofVirtual()
                .name("reviews")
                .start(() -> Rounds.untilStopped(stop, BETWEEN_LOOKS, this::look, ReviewPart::failed));
    }

    /** Reminds of what is due now and was not reminded of before. */
    void look() {
        try {
            reminders.forget(clock.instant().minus(KEPT));
            Optional<School> school = schools.inForce(SchoolId.DEFAULT);
            if (school.isPresent()) {
                for (Policy policy : library.inForce().inForce()) {
                    remind(school.get(), policy);
                }
            }
        } catch (LibraryException e) {
            failed(e);
        }
    }

    private static void failed(Exception fault) {
        LOG.warn(
                "Reviews of policies could not be looked at: {}",
                fault.getClass().getSimpleName());
    }

    private void remind(School school, Policy policy) throws LibraryException {
        ReviewDate review = ReviewDue.of(policy, library.history(policy.id()), library.today());
        if (!(review instanceof ReviewDate.On on)) {
            return;
        }
        Optional<String> step = ReviewDue.step(on.day(), library.today());
        for (Receiver person : step.isPresent() ? keepers(school) : List.<Receiver>of()) {
            boolean first = reminders.remind(new Reminders.Reminder(
                    policy.id(),
                    on.day(),
                    step.get(),
                    school.id(),
                    person.id(),
                    UUID.randomUUID().toString().replace("-", ""),
                    clock.instant()));
            if (first) {
                chat.accept(person);
            }
        }
    }

    private static List<Receiver> keepers(School school) {
        return school.everyone().stream()
                .filter(person -> person.roles().contains(Role.POLICY_OWNER)
                        || person.roles().contains(Role.DEPUTY_POLICY_OWNER))
                .toList();
    }

    @Override
    public void close() {
        stop.countDown();
    }
}
