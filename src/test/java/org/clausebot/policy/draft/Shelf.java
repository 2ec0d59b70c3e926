package org.clausebot.policy.draft;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.clausebot.policy.Given;
import org.clausebot.policy.Policy;
import org.clausebot.policy.PolicyId;
import org.clausebot.policy.PolicyLibrary;
import org.clausebot.policy.PolicyReader;

/** A library with one bundled policy, drafts, and a day that moves when a test says so. */
public final class Shelf {
    public static final PolicyId PHONES = new PolicyId("phones");
    public static final String FIRST = """
            Phones

            1 Use

            1.1 Adults should not:
            1.1.1 use phones in lessons
            1.1.2 lend phones to pupils

            1.2 Phones stay in the locker. 1.3 Lockers are locked.

            Updated: June 2018
            Review: June 20217
            """;

    public final Path data;
    public final PolicyReader reader = new PolicyReader();
    public final PolicyLibrary library;
    public final Drafts drafts;
    private Instant now = Instant.parse("2026-11-23T09:00:00Z");

    public final Clock clock = new Clock() {
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
            return now;
        }
    };

    public Shelf(Path folder) throws IOException {
        Path bundled = Files.createDirectories(folder.resolve("bundled/phones"));
        Files.writeString(bundled.resolve("policy.txt"), FIRST);
        Files.writeString(bundled.resolve("policy.yaml"), "id: phones\ntitle: Phones\n");
        data = folder.resolve("data");
        library = new PolicyLibrary(folder.resolve("bundled"), data, reader, clock);
        drafts = new Drafts(library, reader, clock);
    }

    public void goOn(int days) {
        now = now.plus(days, ChronoUnit.DAYS);
    }

    public LocalDate today() {
        return library.today();
    }

    public static Given given() {
        return new Given(
                PHONES, Optional.of("Phones"), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public Draft bring(String text) throws Exception {
        return drafts.add("Phones.txt", text.getBytes(StandardCharsets.UTF_8), given(), "grace-obi");
    }

    /** Publishes the draft as it is, from {@code from}. */
    public Drafts.Outcome publish(Draft draft, LocalDate from) throws Exception {
        return drafts.publish(
                draft, new Drafts.Wish(draft.seen(), library.history(PHONES).last(), from, "grace-obi", "Agreed"));
    }

    public Policy inForce() {
        return library.inForce().inForce().getFirst();
    }

    /** What a clause of the version in force says, lead-in included. */
    public String says(String address) {
        return inForce().clause(address).map(c -> c.statement()).orElse("");
    }
}
