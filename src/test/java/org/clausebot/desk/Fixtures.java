package org.clausebot.desk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clausebot.datafile.DataFileException;
import org.clausebot.flow.Conversation;
import org.clausebot.flow.Flow;
import org.clausebot.flow.FlowLibrary;
import org.clausebot.flow.Given;
import org.clausebot.incident.AuditChain;
import org.clausebot.incident.Cases;
import org.clausebot.incident.Cases.Viewer;
import org.clausebot.incident.Incidents;
import org.clausebot.incident.Receipt;
import org.clausebot.incident.Reporter;
import org.clausebot.incident.Reporting;
import org.clausebot.incident.Status;
import org.clausebot.policy.LibraryException;
import org.clausebot.policy.Policy;
import org.clausebot.policy.PolicyId;
import org.clausebot.policy.PolicyLibrary;
import org.clausebot.policy.PolicyReader;
import org.clausebot.policy.SchoolId;
import org.clausebot.school.Receiver;
import org.clausebot.seal.KeyRing;
import org.clausebot.seal.KeySettings;
import org.clausebot.storage.SqliteStorage;

/**
 * Reports as they may come to a desk, sent and stored for real: one full of everything, one about the DSL, a declaration,
 * an old one on hold.
 */
final class Fixtures implements AutoCloseable {
    static final Policy POLICY = policy();
    private static final Instant NOW = Instant.parse("2026-11-23T13:00:00Z");
    private static final Viewer DSL = viewer(DeskSchool.DSL);

    final Cases cases;
    final Clock clock = new Moving();
    String contact = "";
    String aboutTheDsl = "";
    String declared = "";
    String old = "";
    String file = "";
    private final Reporting reporting;
    private final SqliteStorage storage;
    private final AuditChain chain;
    private Instant time = NOW;
    private int talks;

    Fixtures(Path folder) throws Exception {
        KeyRing keys = KeyRing.open(new KeySettings("", ""), folder.resolve("keys"), () -> false);
        storage = SqliteStorage.open(folder.resolve("clausebot.db"));
        chain = AuditChain.open(keys.vault(), folder.resolve("keys/audit.head"));
        Incidents incidents = new Incidents(new Incidents.Parts(
                storage.drafts(),
                storage.evidence(),
                storage.cases(chain),
                storage.notices(),
                storage.audit(chain),
                keys.vault(),
                keys.signer(),
                () -> Optional.of(DeskSchool.school()),
                Fixtures::parsed,
                flow -> POLICY.details().version(),
                clock,
                Duration.ofDays(14)));
        cases = incidents.cases();
        reporting = incidents.reporting();
    }

    /** What the audit log says was done, in order. */
    List<String> audited() {
        return storage.audit(chain).after(0, 1000).stream()
                .map(row -> row.row().action())
                .toList();
    }

    static Viewer viewer(Receiver receiver) {
        return new Viewer(SchoolId.DEFAULT, receiver.id());
    }

    static List<Policy> versions(String version) {
        return POLICY.details().version().equals(version) ? List.of(POLICY) : List.of();
    }

    Fixtures file() throws Exception {
        fileWithoutTheOneAboutTheDsl();
        at("2026-11-20T09:30:00Z");
        aboutTheDsl =
                send("concern", Map.of("about", new Given("safeguarding-lead", "The DSL"), "what", said("Odd words")));
        time = NOW;
        return this;
    }

    Fixtures fileWithoutTheOneAboutTheDsl() throws Exception {
        at("2021-03-01T10:00:00Z");
        old = send("bullying", Map.of("about", said("No"), "what", said("Names")));
        at("2021-03-02T10:00:00Z");
        cases.status(DSL, old, Status.NEW, Status.CLOSED, "Settled.", false);
        cases.hold(DSL, old, true, "The union asked");
        at("2025-11-20T15:00:00Z");
        declared = send("social-contact", Map.of("about", said("No"), "what", said("His aunt")));
        at("2025-11-21T09:00:00Z");
        cases.open(DSL, declared);
        at("2026-11-21T16:05:00Z");
        contact = send("contact", contactAnswers());
        at("2026-11-21T17:00:00Z");
        cases.note(DSL, contact, "Ring the parents first.\nThen the tutor.");
        at("2026-11-21T17:05:00Z");
        cases.message(DSL, contact, "Thank you. You did the right thing.");
        time = NOW;
        return this;
    }

    private static Map<String, Given> contactAnswers() {
        Map<String, Given> answers = new LinkedHashMap<>();
        answers.put("about", said("No"));
        answers.put("who", said("Łukasz Ångström, 6B"));
        answers.put("what", said("<script>document.title='owned'</script> & “add me?” 😀\nThen, twice: ‘please’"));
        answers.put("when", said("Saturday 21 November 2026, about 16:00"));
        return answers;
    }

    private void at(String instant) {
        time = Instant.parse(instant);
    }

    private static Given said(String words) {
        return new Given(words.toLowerCase(java.util.Locale.UK), words);
    }

    /** Sends one report with these answers; the one of contact with a picture. @return its reference */
    private String send(String id, Map<String, Given> answers) throws Exception {
        Flow flow = parsed(id, source(id));
        Reporter reporter = new Reporter(SchoolId.DEFAULT, "web", "somebody " + ++talks);
        Conversation talk = new Conversation(
                "talk-" + talks, id, flow.version(), "send", answers, List.copyOf(answers.keySet()), "", 0, time, time);
        reporting.keep(reporter, flow, talk);
        if (flow.evidence()) {
            file = reporting
                    .attach(reporter, "picture", "écran “1”.png", picture())
                    .id();
        }
        Receipt receipt = reporting.send(reporter, flow, talk);
        if (flow.evidence()) {
            time = time.plus(Duration.ofMinutes(25));
            reporting.add(receipt.code(), "It happened again just now.");
        }
        return receipt.reference();
    }

    static byte[] picture() throws IOException {
        try (InputStream in = Fixtures.class.getResourceAsStream("/desk/picture.png")) {
            return in.readAllBytes();
        }
    }

    private static String source(String id) throws IOException {
        return Files.readString(Path.of("src/test/resources/desk/flows/" + id + ".yaml"));
    }

    private static Flow parsed(String id, String source) {
        try {
            return FlowLibrary.parse(id, source);
        } catch (DataFileException e) {
            throw new AssertionError(e);
        }
    }

    private static Policy policy() {
        try {
            Path none = Files.createTempDirectory("policies");
            return new PolicyLibrary(Path.of("index/policies"), none, new PolicyReader(), Clock.systemUTC())
                    .versions(new PolicyId("social-media"))
                    .getFirst();
        } catch (IOException | LibraryException e) {
            throw new AssertionError(e);
        }
    }

    /** The page with what differs from one running to the next put aside. */
    String steady(String page) {
        Map<String, String> names = new HashMap<>(Map.of(contact, "7K4Q", declared, "T9RC", old, "H3VD", file, "FILE"));
        if (!aboutTheDsl.isEmpty()) {
            names.put(aboutTheDsl, "M2XP");
        }
        String steady = page.replaceAll("name=\"once\" value=\"[^\"]+\"", "name=\"once\" value=\"ONCE\"");
        for (Map.Entry<String, String> name : new ArrayList<>(names.entrySet())) {
            steady = steady.replace(name.getKey(), name.getValue());
        }
        return steady;
    }

    @Override
    public void close() throws IOException {
        chain.close();
        storage.close();
    }

    /** Stands still unless it is set. */
    private final class Moving extends Clock {
        @Override
        public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return time;
        }
    }
}
