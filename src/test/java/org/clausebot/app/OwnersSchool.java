package org.clausebot.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.clausebot.insight.LogWorld;
import org.clausebot.policy.IsoWeek;
import org.clausebot.policy.SchoolId;
import org.clausebot.querylog.Entry.Verdict;
import org.clausebot.querylog.Outcome;
import org.clausebot.storage.SqliteStorage;

/** What the owner of the policies finds when they sit down: half a year of questions, and a document that was revised. */
final class OwnersSchool {
    /** Staff ask it, and the policy says it in other words: about equipment that is not the school's. */
    static final List<String> WATCHES = List.of(
            "can I wear my smart watch in lessons",
            "is a smart watch allowed in lessons",
            "may I wear a smart watch in lessons",
            "do I have to take off my smart watch in lessons",
            "smart watch in lessons");
    /** Staff ask it, and the policy says nothing. */
    static final List<String> PODCASTS = List.of(
            "can our class have a podcast",
            "may our class make a podcast",
            "can we make a class podcast",
            "is our class allowed a podcast",
            "class podcast");

    private static final List<String> FRIENDS = List.of(
            "can I friend a parent on facebook",
            "friend request from a parent",
            "a parent wants to be friends on facebook",
            "is a parent allowed as a friend",
            "accept a friend request on facebook");

    /** One paragraph by an oversight, so that it is read as one clause. */
    private static final String ADDED = "2.3.14 A class may make a podcast when the headteacher has agreed to it in"
            + " writing. 2.3.15 Staff should keep the surnames of children out of a podcast.";

    private static final int FIRST_WEEK = 22;
    private static final int LAST_WEEK = 47;

    private OwnersSchool() {}

    /** Fills a data folder, before the program is started on it; the same every time. */
    static void open(Path data) throws IOException {
        Path key = data.resolve("keys").resolve("questions.key");
        Files.createDirectories(key.getParent());
        // Numbers are inexact by this key: the pages would differ from run to run with another.
        Files.writeString(key, "5e".repeat(32));
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        LogWorld world = world();
        try (SqliteStorage storage = SqliteStorage.open(data.resolve("clausebot.db"))) {
            for (int week = FIRST_WEEK; week <= LAST_WEEK; week++) {
                IsoWeek in = new IsoWeek(2026, week);
                storage.questionLog()
                        .rewrite(
                                SchoolId.DEFAULT,
                                in,
                                before -> world.entries(SchoolId.DEFAULT, in),
                                in.week() % 3);
            }
        }
    }

    private static LogWorld world() {
        LogWorld world = new LogWorld(11);
        Random random = new Random(11);
        for (int week = FIRST_WEEK; week <= LAST_WEEK; week++) {
            IsoWeek in = new IsoWeek(2026, week);
            if (week >= 30 && week <= 35) {
                continue;
            }
            for (int i = 0; i < (week < 40 ? 55 : 80); i++) {
                Optional<Verdict> verdict = random.nextInt(3) > 0
                        ? Optional.empty()
                        : Optional.of(random.nextInt(4) > 0 ? Verdict.HELPFUL : Verdict.NOT_ASKED);
                world.ask(in, Outcome.QUOTED, channel(i), FRIENDS.get(i % FRIENDS.size()), "2.6.2", verdict);
            }
            for (int i = 0; i < 35; i++) {
                world.ask(in, Outcome.QUOTED, channel(i), "school laptop at home", "2.4.6");
                world.ask(in, Outcome.NEAREST, channel(i), WATCHES.get(i % WATCHES.size()), "2.3.7");
                world.ask(in, Outcome.NOT_COVERED, channel(i), PODCASTS.get(i % PODCASTS.size()), "");
            }
        }
        return world;
    }

    private static String channel(int i) {
        return i % 5 == 0 ? "web" : i % 2 == 0 ? "slack" : "teams";
    }

    /** The program's index with fewer questions to rehearse with: all of them are another test's. */
    static Path index(Path folder) throws IOException {
        Path whole = Path.of("index").toAbsolutePath();
        Files.createDirectories(folder.resolve("questions"));
        for (String part : List.of("policies", "phrasings", "relations", "synonyms.txt")) {
            Files.createSymbolicLink(folder.resolve(part), whole.resolve(part));
        }
        List<String> some = Files.readAllLines(whole.resolve("questions").resolve("short.tsv")).stream()
                .limit(41)
                .toList();
        Files.write(folder.resolve("questions").resolve("short.tsv"), some);
        return folder;
    }

    /** The given policy as a Word document, with two clauses more and one in other words. */
    static byte[] revised() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("index/policies/social-media/policy.txt"))) {
            if (line.startsWith("2.4\t")) {
                lines.add(ADDED);
            }
            lines.add(line.replace(
                    "2.3.5 Staff should not give out their personal details.",
                    "2.3.5 Staff must not give out their personal details."));
        }
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            lines.forEach(line -> document.createParagraph().createRun().setText(line));
            document.write(bytes);
            return bytes.toByteArray();
        }
    }
}
