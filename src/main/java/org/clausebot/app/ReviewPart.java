package org.clausebot.app;

import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.clausebot.incident.Notices;
import org.clausebot.policy.LibraryException;
import org.clausebot.policy.Policy;
import org.clausebot.policy.PolicyId;
import org.clausebot.policy.PolicyLibrary;
import org.clausebot.policy.SchoolId;
import org.clausebot.policy.draft.Reminders;
import org.clausebot.policy.draft.Reminders.Due;
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
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final Duration BETWEEN_LOOKS = Duration.ofHours(1);

    /** Long after any reminder could come again. */
    private static final Duration KEPT = Duration.ofDays(400);

    private final Supplier<List<Policy>> inForce;
    private final PolicyLibrary library;
    private final Schools schools;
    private final Reminders reminders;
    private final Consumer<Receiver> chat;
    private final Clock clock;
    private final CountDownLatch stop = new CountDownLatch(1);

    /**
     * @param inForce the policies in force, as they were read
     * @param library knows their history
     * @param chat tells somebody in the chat programs in which they are known; mail has a queue of its own
     */
    ReviewPart(
            Supplier<List<Policy>> inForce,
            PolicyLibrary library,
            Schools schools,
            Reminders reminders,
            Consumer<Receiver> chat,
            Clock clock) {
        this.inForce = inForce;
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

    /** The lines of a mail that reminds of reviews: each policy with its day. */
    static Function<Notices.Notice, List<String>> lines(Reminders reminders, Supplier<List<Policy>> inForce) {
        return notice -> {
            Map<PolicyId, String> titles = inForce.get().stream()
                    .collect(Collectors.toMap(
                            Policy::id, policy -> policy.details().title(), (one, other) -> one));
            return reminders.told(notice.receiverId(), notice.queued()).stream()
                    .map(due -> titles.getOrDefault(due.policy(), due.policy().value()) + ": " + DAY.format(due.day()))
                    .toList();
        };
    }

    /** Reminds of what is due now and was not reminded of before: each person once, of all of it. */
    void look() {
        reminders.forget(clock.instant().minus(KEPT));
        Optional<School> school = schools.inForce(SchoolId.DEFAULT);
        List<Due> due = school.isPresent() ? due() : List.of();
        if (!due.isEmpty()) {
            keepers(school.get()).forEach(person -> remind(school.get(), person, due));
        }
    }

    private List<Due> due() {
        List<Due> due = new ArrayList<>();
        for (Policy policy : inForce.get()) {
            try {
                ReviewDate review = ReviewDue.of(policy, library.history(policy.id()), library.today());
                if (review instanceof ReviewDate.On on) {
                    ReviewDue.step(on.day(), library.today())
                            .ifPresent(step -> due.add(new Due(policy.id(), on.day(), step)));
                }
            } catch (LibraryException e) {
                failed(e);
            }
        }
        return due;
    }

    private static void failed(Exception fault) {
        LOG.warn(
                "Reviews of policies could not be looked at: {}",
                fault.getClass().getSimpleName());
    }

    private void remind(School school, Receiver person, List<Due> due) {
        List<Due> fresh = reminders.remind(new Reminders.Reminder(
                due, school.id(), person.id(), UUID.randomUUID().toString().replace("-", ""), clock.instant()));
        if (!fresh.isEmpty()) {
            chat.accept(person);
        }
    }

    private static List<Receiver> keepers(School school) {
        // Of a trust, those who keep the policies of all schools: nobody else can act on it.
        return school.everyone().stream()
                .filter(person -> school.trust().whole(person.id()))
                .filter(person -> person.roles().contains(Role.POLICY_OWNER)
                        || person.roles().contains(Role.DEPUTY_POLICY_OWNER))
                .toList();
    }

    @Override
    public void close() {
        stop.countDown();
    }
}
