package org.clausebot.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clausebot.incident.Cases.Answered;
import org.clausebot.incident.Cases.Case;
import org.clausebot.incident.Cases.Event;
import org.clausebot.incident.Cases.FileContent;
import org.clausebot.incident.Cases.Line;
import org.clausebot.incident.Reporting.Evidence;
import org.clausebot.incident.Status;
import org.clausebot.policy.Policy;
import org.clausebot.policy.PolicyId;
import org.clausebot.policy.PolicyLibrary;
import org.clausebot.policy.PolicyReader;

/** Cases as they may come to a desk: one full of everything, one about the DSL, a declaration, an old one on hold. */
final class Fixtures {
    static final String CONTACT = "7K4Q";
    static final String ABOUT_THE_DSL = "M2XP";
    static final String DECLARED = "T9RC";
    static final String OLD = "H3VD";
    static final String SHA = "9f2c41d0a7be5b6c9f2c41d0a7be5b6c9f2c41d0a7be5b6c9f2c41d0a7be5b6c";
    static final Policy POLICY = policy();

    private Fixtures() {}

    private static Policy policy() {
        try {
            Path bundled = Path.of("index/policies");
            Path none = Files.createTempDirectory("policies");
            return new PolicyLibrary(bundled, none, new PolicyReader())
                    .versions(new PolicyId("social-media"))
                    .getFirst();
        } catch (IOException | org.clausebot.policy.LibraryException e) {
            throw new AssertionError(e);
        }
    }

    static List<Policy> versions(String version) {
        return POLICY.details().version().equals(version) ? List.of(POLICY) : List.of();
    }

    static void fill(MemoryCases cases) {
        fillWithoutTheOneAboutTheDsl(cases);
        cases.add(new MemoryCases.Kept(
                plain(ABOUT_THE_DSL, "Raise a concern about an adult", "2026-11-19T09:30:00Z", Status.SEEN, false, null),
                Optional.empty(),
                Set.of(DeskSchool.HEAD.id(), DeskSchool.DSL.id()),
                Set.of(DeskSchool.DSL.id())));
    }

    static void fillWithoutTheOneAboutTheDsl(MemoryCases cases) {
        cases.add(new MemoryCases.Kept(
                contact(), Optional.empty(), Set.of(DeskSchool.HEAD.id(), DeskSchool.DSL.id()), Set.of()));
        cases.add(new MemoryCases.Kept(
                plain(DECLARED, "Declare a shared circle", "2025-11-20T15:00:00Z", Status.SEEN, false, null),
                Optional.of(LocalDate.of(2026, 11, 20)),
                Set.of(DeskSchool.HEAD.id(), DeskSchool.DSL.id()),
                Set.of()));
        cases.add(new MemoryCases.Kept(
                plain(OLD, "Report online bullying", "2021-03-01T10:00:00Z", Status.CLOSED, true, "2027-03-02"),
                Optional.empty(),
                Set.of(DeskSchool.HEAD.id(), DeskSchool.DSL.id()),
                Set.of()));
        cases.addFile("e1", false, new FileContent("écran “1”.png", "image/png", MemoryCases.bytes("clean")));
        cases.addFile("e1", true, new FileContent("écran “1”.png", "image/png", MemoryCases.bytes("original")));
    }

    private static Case contact() {
        return new Case(
                new Line(
                        CONTACT,
                        "Report contact from a pupil",
                        MemoryCases.at("2026-11-21T16:05:00Z"),
                        Status.NEW,
                        true,
                        false),
                "pupil-contact",
                List.of(
                        new Answered("about", "Is this about one of the people below?", "No"),
                        new Answered("who", "Which pupil was it?", "Łukasz Ångström, 6B"),
                        new Answered(
                                "what",
                                "What did they write?",
                                "<script>document.title='owned'</script> & “add me?” 😀\nThen, twice: ‘please’"),
                        new Answered("when", "When was it?", "Saturday 21 November 2026, about 16:00")),
                List.of("2.4.6", "1.1.1#1", "9.9.9"),
                POLICY.details().version(),
                List.of(new Evidence("e1", "picture", "écran “1”.png", "image/png", 120_400, SHA)),
                List.of(),
                List.of(
                        new Event(MemoryCases.at("2026-11-21T16:05:00Z"), "sent", "the reporter", ""),
                        new Event(
                                MemoryCases.at("2026-11-21T16:30:00Z"),
                                "added",
                                "the reporter",
                                "It happened again just now."),
                        new Event(
                                MemoryCases.at("2026-11-21T17:00:00Z"),
                                "note",
                                "Amina Khan",
                                "Ring the parents first.\nThen the tutor."),
                        new Event(
                                MemoryCases.at("2026-11-21T17:05:00Z"),
                                "message",
                                "Amina Khan",
                                "Thank you. You did the right thing.")),
                Optional.empty());
    }

    private static Case plain(
            String reference,
            String title,
            String at,
            Status status,
            boolean held,
            @org.jspecify.annotations.Nullable String closes) {
        return new Case(
                new Line(reference, title, MemoryCases.at(at), status, false, held),
                "flow",
                List.of(new Answered("what", "What happened?", "Something " + reference)),
                List.of(),
                "",
                List.of(),
                List.of(),
                List.of(new Event(MemoryCases.at(at), "sent", "the reporter", "")),
                Optional.ofNullable(closes).map(LocalDate::parse));
    }
}
