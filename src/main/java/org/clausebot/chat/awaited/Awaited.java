package org.clausebot.chat.awaited;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.clausebot.answer.Question;
import org.clausebot.policy.SchoolId;
import org.clausebot.seal.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The questions whose askers want to be told when the policy answers them. A question is kept, sealed, until its asker was
 * told, takes it back or leaves, and for 26 weeks at most. Thread-safe.
 */
public final class Awaited {
    private static final Logger LOG = LoggerFactory.getLogger(Awaited.class);

    /** How many of one person are kept at once. */
    public static final int MOST = 20;

    /** How long a question is kept that nobody answers. */
    public static final Period FOR = Period.ofWeeks(26);

    /** The policies may have changed since it was answered, so it is asked once more in any case. */
    private static final String NOT_ASKED_YET = "";

    /** Filled up to whole blocks, so that the length of a row does not tell that of a question. */
    private static final int BLOCK = 512;

    private static final String PLACE = "awaited/question";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Awaiting rows;
    private final Vault vault;
    private final Clock clock;

    public Awaited(Awaiting rows, Vault vault, Clock clock) {
        this.rows = rows;
        this.vault = vault;
        this.clock = clock;
    }

    /** What is sealed. */
    private record Body(
            String school,
            String channel,
            String place,
            String wider,
            String person,
            String words,
            List<String> earlier,
            boolean onlyAsking,
            String since) {
        static Body of(Waiting waiting) {
            Address to = waiting.to();
            Question question = waiting.question();
            return new Body(
                    waiting.school().value(),
                    to.channel(),
                    to.place(),
                    to.wider(),
                    to.person(),
                    question.text(),
                    question.earlier(),
                    question.onlyAsking(),
                    waiting.since().toString());
        }

        Waiting waiting() {
            return new Waiting(
                    new SchoolId(school),
                    new Address(channel, place, wider, person),
                    new Question(words, earlier, onlyAsking),
                    LocalDate.parse(since));
        }
    }

    /** Keeps {@code question} for its asker, unless it is kept already or they have {@link #MOST}. */
    public Awaiting.Kept keep(SchoolId school, Address to, Question question) {
        if (question.text().isBlank()) {
            throw new IllegalArgumentException("A question that is kept has words");
        }
        LocalDate today = LocalDate.now(clock);
        Waiting waiting = new Waiting(school, to, question, today);
        String id = id(school, to, waiting.mark());
        byte[] wrapped = vault.newKey(id);
        return rows.keep(
                new Awaiting.Row(
                        id,
                        person(school, to),
                        place(to.channel(), to.place()),
                        wider(to.channel(), to.wider()),
                        NOT_ASKED_YET,
                        today.plus(FOR),
                        wrapped,
                        vault.seal(wrapped, id, PLACE, write(waiting))),
                MOST);
    }

    /** Forgets the question of that mark, and says which it was; empty when there was none. */
    public Optional<Waiting> takeBack(SchoolId school, Address to, String mark) {
        String id = id(school, to, mark);
        Optional<Waiting> kept = rows.byId(id).flatMap(this::readable);
        return rows.forget(id) ? kept : Optional.empty();
    }

    /** What somebody waits for, the longest waited for first. */
    public List<Waiting> of(SchoolId school, Address to) {
        return rows.of(person(school, to)).stream()
                .flatMap(row -> readable(row).stream())
                .toList();
    }

    /** One that is damaged hides none of the others. */
    private Optional<Waiting> readable(Awaiting.Row row) {
        try {
            return Optional.of(open(row));
        } catch (RuntimeException e) {
            LOG.error(
                    "A question that is waited for cannot be read any more: {}",
                    e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    /** What somebody waits for and was not yet asked of what {@code knownNow} stands for. */
    List<Awaiting.Row> notAskedOf(SchoolId school, Address to, String knownNow) {
        return rows.of(person(school, to)).stream()
                .filter(row -> !row.known().equals(knownNow))
                .toList();
    }

    /** Forgets everything that somebody waits for, because they have no longer the program. */
    public void forgetAll(SchoolId school, Address to) {
        rows.of(person(school, to)).forEach(row -> rows.forget(row.id()));
    }

    /**
     * Forgets the questions of everybody in a place, because it no longer has the program.
     *
     * @return how many there were
     */
    public int forgetPlace(String channel, String place) {
        return rows.forgetPlace(place(channel, place));
    }

    /** As {@link #forgetPlace}, of everybody in all places of an organisation. */
    public int forgetWider(String channel, String wider) {
        return rows.forgetPlace(wider(channel, wider));
    }

    /** Forgets what was kept long enough. */
    void expire() {
        rows.expire(LocalDate.now(clock).minusDays(1));
    }

    List<Awaiting.Row> notAskedOf(String knownNow, String after, int most) {
        return rows.notAskedOf(knownNow, after, most);
    }

    void asked(Awaiting.Row row, String knownNow) {
        rows.asked(row.id(), knownNow);
    }

    boolean isKept(Awaiting.Row row) {
        return rows.byId(row.id()).isPresent();
    }

    /** Forgets it; false when somebody else has already, so that it is told once. */
    boolean take(Awaiting.Row row) {
        return rows.forget(row.id());
    }

    void forget(Awaiting.Row row) {
        rows.forget(row.id());
    }

    Waiting open(Awaiting.Row row) {
        byte[] plain = vault.open(row.wrapped(), row.id(), PLACE, row.body());
        try {
            return JSON.readValue(plain, Body.class).waiting();
        } catch (IOException e) {
            // Without the cause: its message may hold what was asked.
            throw new IllegalStateException("A question that was kept is in no form that this program knows");
        }
    }

    private static byte[] write(Waiting waiting) {
        try {
            byte[] json = JSON.writeValueAsBytes(Body.of(waiting));
            byte[] filled = Arrays.copyOf(json, (json.length / BLOCK + 1) * BLOCK);
            Arrays.fill(filled, json.length, filled.length, (byte) ' ');
            return filled;
        } catch (JsonProcessingException e) {
            // Without the cause, for the same reason.
            throw new IllegalStateException("A question cannot be written down");
        }
    }

    private String id(SchoolId school, Address to, String mark) {
        return fingerprint("awaited.question", school.value(), owner(to), mark);
    }

    private String person(SchoolId school, Address to) {
        return fingerprint("awaited.person", school.value(), owner(to));
    }

    /** The same for one person in all places of an organisation. */
    private static String owner(Address to) {
        return String.join("\0", to.channel(), to.wider().isEmpty() ? to.place() : to.wider(), to.person());
    }

    private String place(String channel, String place) {
        return place.isEmpty() ? "" : fingerprint("awaited.place", channel, place);
    }

    private String wider(String channel, String wider) {
        return wider.isEmpty() ? "" : fingerprint("awaited.wider", channel, wider);
    }

    private String fingerprint(String purpose, String... parts) {
        return HexFormat.of().formatHex(vault.fingerprint(purpose, String.join("\0", parts)));
    }
}
