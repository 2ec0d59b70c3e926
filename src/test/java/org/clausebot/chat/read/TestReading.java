package org.clausebot.chat.read;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.clausebot.acknowledgement.Acknowledgements;
import org.clausebot.acknowledgement.Check;
import org.clausebot.acknowledgement.Courier;
import org.clausebot.acknowledgement.Mailing;
import org.clausebot.acknowledgement.Reading;
import org.clausebot.acknowledgement.ReadingWords;
import org.clausebot.acknowledgement.Round;
import org.clausebot.acknowledgement.StaffList;
import org.clausebot.acknowledgement.VersionHash;
import org.clausebot.chat.TestReporting;
import org.clausebot.policy.Policy;
import org.clausebot.policy.SchoolId;

/** Read and understood, on a channel's disk, with a mail server that takes everything. */
public final class TestReading {
    public static final String ANNA = "anna@school.example";
    public static final String BEN = "ben@school.example";
    public static final URI BASE = URI.create("https://bot.school.example/");
    public static final LocalDate BY = LocalDate.of(2026, 12, 4);

    /** To whom mails went. */
    public final List<String> mailed = new ArrayList<>();

    private final TestReporting disk;
    private final Supplier<List<Policy>> policies;
    private final ReadPhrases phrases;
    private final ReadingWords letters;
    private Acknowledgements acknowledgements;
    private ReadTalk talk;
    private Mailing mailing;

    public TestReading(TestReporting disk, Supplier<List<Policy>> policies) throws Exception {
        this.disk = disk;
        this.policies = policies;
        this.phrases = ReadPhrases.read(Path.of("conversations/phrases-read-chat.yaml"));
        this.letters = ReadingWords.read(Path.of("conversations/phrases-read.yaml"));
        restart();
    }

    /** A new process with the same disk and key. */
    public void restart() {
        acknowledgements = new Acknowledgements(
                SchoolId.DEFAULT,
                disk.readings(),
                policies,
                policy -> List.of(),
                TestReading::keyed,
                disk.clock());
        talk = new ReadTalk(acknowledgements, phrases, () -> BASE);
        mailing = new Mailing(
                acknowledgements,
                Optional.of((id, to, subject, body) -> {
                    mailed.add(to);
                    return Courier.Handed.ACCEPTED;
                }),
                talk,
                letters,
                () -> BASE);
    }

    private static String keyed(String text) {
        byte[] bytes = new byte[32];
        new Random(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1).hashCode())
                .nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    public ReadTalk talk() {
        return talk;
    }

    public Acknowledgements acknowledgements() {
        return acknowledgements;
    }

    /** Asks Anna and Ben to read the first policy, with the first {@code questions} that can be made of it. */
    public Round ask(int questions) {
        acknowledgements.take(StaffList.read("Anna Reed," + ANNA + "\nBen Cole," + BEN), false);
        Policy policy = policies.get().getFirst();
        List<Check> checks = acknowledgements.candidates(policy, questions).stream()
                .map(put -> put.check())
                .toList();
        acknowledgements.begin(policy.id(), VersionHash.of(policy), checks, Optional.of(BY), 1);
        return acknowledgements.current(policy).orElseThrow();
    }

    /** What is sent by the clock. */
    public void pass() {
        mailing.pass();
    }

    /** The place of the right answer to a question, from 0. */
    public int right(Round round, int question) {
        return acknowledgements.questions(round).get(question).right();
    }

    /** The day on which somebody said that they had read and understood it. */
    public Optional<LocalDate> done(Round round, String mail) {
        return acknowledgements.readings(round).stream()
                .filter(reading -> reading.person().email().equals(mail))
                .findFirst()
                .flatMap(Reading::done);
    }
}
