package org.clausebot.desk;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clausebot.incident.Cases;
import org.clausebot.incident.Reporting.Evidence;
import org.clausebot.incident.Status;
import org.clausebot.school.Receiver;

/** Cases that live as long as a test. Keeps every rule that the pages rely on, and remembers what was looked at. */
final class MemoryCases implements Cases {
    private final Map<String, Kept> kept = new LinkedHashMap<>();
    private final Map<String, FileContent> files = new LinkedHashMap<>();
    final List<String> audit = new ArrayList<>();
    private final Clock clock;

    MemoryCases(Clock clock) {
        this.clock = clock;
    }

    /** A case that changes. */
    static final class Kept {
        private final Case first;
        private final Optional<LocalDate> renew;
        private final Set<String> recipients = new LinkedHashSet<>();
        private final Set<String> out = new LinkedHashSet<>();
        private final List<Event> events = new ArrayList<>();
        private Status status;
        private boolean held;

        Kept(Case first, Optional<LocalDate> renew, Set<String> recipients, Set<String> out) {
            this.first = first;
            this.renew = renew;
            this.recipients.addAll(recipients);
            this.out.addAll(out);
            this.events.addAll(first.chronology());
            this.status = first.line().status();
            this.held = first.line().held();
        }

        private boolean visible(Viewer who) {
            return recipients.contains(who.receiverId()) && !out.contains(who.receiverId());
        }

        private Line line() {
            Line l = first.line();
            return new Line(l.reference(), l.title(), l.at(), status, l.overdue() && status == Status.NEW, held);
        }

        private Case whole() {
            return new Case(
                    line(),
                    first.flow(),
                    first.answers(),
                    first.cites(),
                    first.policyVersion(),
                    first.evidence(),
                    recipients.stream().map(Kept::named).toList(),
                    List.copyOf(events),
                    first.closes());
        }

        private static String named(String id) {
            Receiver receiver = DeskSchool.PEOPLE.stream()
                    .filter(p -> p.id().equals(id))
                    .findFirst()
                    .orElseThrow();
            return receiver.name() + ", "
                    + receiver.roles().iterator().next().title();
        }
    }

    void add(Kept one) {
        kept.put(one.first.line().reference(), one);
    }

    void addFile(String id, boolean original, FileContent file) {
        files.put(id + original, file);
    }

    private synchronized Optional<Kept> find(Viewer who, String reference) {
        return Optional.ofNullable(kept.get(reference)).filter(k -> k.visible(who));
    }

    private static String name(Viewer who) {
        return DeskSchool.PEOPLE.stream()
                .filter(p -> p.id().equals(who.receiverId()))
                .map(Receiver::name)
                .findFirst()
                .orElseThrow();
    }

    private Outcome change(Viewer who, String reference, String what, String words, Runnable work) {
        Optional<Kept> found = find(who, reference);
        if (found.isEmpty()) {
            return Outcome.NO_SUCH_CASE;
        }
        work.run();
        found.get().events.add(new Event(clock.instant(), what, name(who), words));
        return Outcome.DONE;
    }

    @Override
    public synchronized List<Line> list(Viewer who, Optional<Status> status, String words) {
        return kept.values().stream()
                .filter(k -> k.visible(who))
                .filter(k -> status.isEmpty() || k.status == status.get())
                .filter(k -> (k.first.line().title() + k.first.answers())
                        .toLowerCase(Locale.UK)
                        .contains(words.toLowerCase(Locale.UK)))
                .map(Kept::line)
                .sorted(Comparator.comparing(Line::at).reversed())
                .toList();
    }

    @Override
    public synchronized Optional<Case> open(Viewer who, String reference) {
        Optional<Kept> found = find(who, reference);
        found.filter(k -> k.status == Status.NEW).ifPresent(k -> k.status = Status.SEEN);
        return found.map(Kept::whole);
    }

    @Override
    public synchronized Outcome status(
            Viewer who, String reference, Status status, String reason, boolean tellReporter) {
        String words = status.code() + (reason.isEmpty() ? "" : ": " + reason) + (tellReporter ? " (told)" : "");
        return change(who, reference, "status", words, () -> kept.get(reference).status = status);
    }

    @Override
    public synchronized Outcome note(Viewer who, String reference, String words) {
        return change(who, reference, "note", words, () -> {});
    }

    @Override
    public synchronized Outcome message(Viewer who, String reference, String words) {
        return change(who, reference, "message", words, () -> {});
    }

    @Override
    public synchronized Outcome addRecipient(Viewer who, String reference, String receiverId, String reason) {
        if (find(who, reference).filter(k -> k.recipients.contains(receiverId)).isPresent()) {
            return Outcome.NOT_POSSIBLE;
        }
        return change(
                who, reference, "recipient", reason, () -> kept.get(reference).recipients.add(receiverId));
    }

    @Override
    public synchronized Outcome handOver(Viewer who, String reference, String receiverId, String reason) {
        return change(who, reference, "recipient", "Handed over. " + reason, () -> {
            kept.get(reference).recipients.add(receiverId);
            kept.get(reference).recipients.remove(who.receiverId());
        });
    }

    @Override
    public synchronized Outcome recuse(Viewer who, String reference, String reason) {
        return change(
                who, reference, "recipient", "Stepped back. " + reason, () -> kept.get(reference).out.add(who.receiverId()));
    }

    @Override
    public synchronized Outcome hold(Viewer who, String reference, boolean held, String reason) {
        return change(
                who, reference, "held", (held ? "Held: " : "No longer held: ") + reason, () -> kept.get(reference).held = held);
    }

    @Override
    public synchronized Optional<FileContent> evidence(
            Viewer who, String reference, String evidenceId, boolean original) {
        Optional<FileContent> file = find(who, reference)
                .filter(k -> k.first.evidence().stream().map(Evidence::id).anyMatch(evidenceId::equals))
                .map(k -> files.get(evidenceId + original));
        file.ifPresent(f -> audit.add("evidence " + reference + " " + evidenceId + " " + original));
        return file;
    }

    @Override
    public synchronized Optional<Case> export(Viewer who, String reference, String form) {
        Optional<Case> found = find(who, reference).map(Kept::whole);
        found.ifPresent(c -> audit.add("export " + reference + " " + form));
        return found;
    }

    @Override
    public synchronized List<Receiver> candidates(Viewer who, String reference) {
        return find(who, reference).stream()
                .flatMap(k -> DeskSchool.PEOPLE.stream().filter(p -> !k.out.contains(p.id())))
                .toList();
    }

    @Override
    public synchronized List<Declaration> declarations(Viewer who) {
        return kept.values().stream()
                .filter(k -> k.visible(who) && k.renew.isPresent())
                .map(k -> new Declaration(k.line(), k.renew))
                .toList();
    }

    @Override
    public synchronized List<Expiring> expiring(Viewer who, LocalDate day) {
        return kept.values().stream()
                .filter(k -> k.visible(who))
                .flatMap(k -> k.first.closes().filter(d -> !d.isAfter(day)).stream()
                        .map(d -> new Expiring(k.line().reference(), k.line().title(), d, k.held)))
                .toList();
    }

    static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)).asReadOnlyBuffer();
    }

    static Instant at(String time) {
        return Instant.parse(time);
    }
}
