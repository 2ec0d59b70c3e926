package org.clausebot.school;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clausebot.datafile.DataFileException;
import org.clausebot.policy.SchoolId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The school's settings as they are now: read from {@code school.yaml}, and again when it has changed. A file that turns
 * wrong or vanishes while the program runs changes nothing. Thread-safe.
 */
public final class Schools {
    /**
     * The schools whose staff can ask in a chat program; in this version one. Whom to tell and where reports go is known of
     * no other: a report must not reach another school's people.
     */
    public static final List<SchoolId> ALL = List.of(SchoolId.DEFAULT);

    private static final Logger LOG = LoggerFactory.getLogger(Schools.class);
    private static final String ABSENT = "absent";

    private final Path file;
    private final Clock clock;
    private volatile @Nullable SchoolFile read;
    private String taken;
    private String seen;

    private Schools(Path file, Clock clock, @Nullable SchoolFile read, String fingerprint) {
        this.file = file;
        this.clock = clock;
        this.read = read;
        this.taken = fingerprint;
        this.seen = fingerprint;
    }

    /**
     * Reads {@code dataFolder/school.yaml} if there is one.
     *
     * @throws DataFileException when it is there and not as it should be, with the line and what to do
     */
    public static Schools open(Path dataFolder, Clock clock) throws DataFileException {
        Path file = dataFolder.resolve(SchoolFile.NAME);
        String fingerprint = fingerprint(file);
        return new Schools(file, clock, fingerprint.equals(ABSENT) ? null : SchoolFile.read(file), fingerprint);
    }

    /** The edition in force today, by the school's own clock; empty while reporting is not set up. */
    public Optional<School> inForce(SchoolId school) {
        SchoolFile now = read;
        if (now == null || !school.equals(SchoolId.DEFAULT)) {
            return Optional.empty();
        }
        return now.editions().reversed().stream()
                .filter(edition -> !edition.from().isAfter(today(edition)))
                .findFirst();
    }

    /**
     * Takes over what the file says now. A change counts once it looks the same twice, since an editor may be in the
     * middle of writing it.
     *
     * @return true when other settings are in force from now on
     */
    public synchronized boolean refresh() {
        String now = fingerprint(file);
        boolean settled = now.equals(seen);
        seen = now;
        if (!settled || now.equals(taken)) {
            return false;
        }
        taken = now;
        try {
            read = SchoolFile.read(file);
            return true;
        } catch (DataFileException e) {
            // The message may repeat a name or a number from the file, which the log must not.
            LOG.error(
                    "school.yaml is not as it should be any more (line {}); what it said before stays in force."
                            + " `./clausebot school check` says what is wrong",
                    e.line());
            return false;
        }
    }

    /**
     * What leaves a report without a reader, a sentence each; see {@link SchoolAdvice#findings}.
     *
     * @param roles that flows send to
     * @param numbers that flows tell people to ring, by code
     */
    public List<String> findings(Set<Role> roles, Set<String> numbers) {
        Optional<School> school = inForce(SchoolId.DEFAULT);
        if (school.isPresent()) {
            return SchoolAdvice.findings(school.get(), roles, numbers);
        }
        SchoolFile now = read;
        return now == null
                ? List.of()
                : List.of("No edition is in force yet; the first begins on "
                        + now.editions().getFirst().from() + ", and nothing can be reported before");
    }

    /** What a person should look at one day, a sentence each. */
    public List<String> remarks() {
        SchoolFile now = read;
        List<String> remarks = new ArrayList<>(now == null ? List.of() : now.takenOver());
        inForce(SchoolId.DEFAULT).ifPresent(school -> remarks.addAll(SchoolAdvice.remarks(school, today(school))));
        return List.copyOf(remarks);
    }

    /** The schools that share the installation today; one where nothing else is said. */
    public Trust trust() {
        return inForce(SchoolId.DEFAULT).map(School::trust).orElseGet(() -> Trust.of(SchoolId.DEFAULT, "the school"));
    }

    private LocalDate today(School edition) {
        return LocalDate.ofInstant(clock.instant(), edition.hours().zone());
    }

    private static String fingerprint(Path file) {
        try {
            if (!Files.exists(file)) {
                return ABSENT;
            }
            String look = Files.getLastModifiedTime(file).toMillis() + " " + Files.size(file) + " ";
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return look + HexFormat.of().formatHex(hash);
        } catch (IOException e) {
            return "unreadable";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
