package org.clausebot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.clausebot.flow.Flow;
import org.clausebot.flow.FlowLibrary;
import org.clausebot.school.Schools;
import org.clausebot.storage.SqliteStorage;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing that anybody typed, and nothing of what it was about, can be read from the disk, a backup or a mail. */
class NothingReadableOnDiskTest {
    /** Holds the receivers' names because the school wrote them there; no other file is left out. */
    private static final Set<String> OF_THE_SCHOOL = Set.of("school.yaml");

    private static final String HEAD = "jane-smith";

    @TempDir
    Path folder;

    private final TellingTalks talks = new TellingTalks();
    private final List<String> codes = new ArrayList<>();
    private final List<String> laterCodes = new ArrayList<>();
    private final List<String> flows = flowIds();

    @Test
    void no_word_of_any_report_can_be_read_from_the_disk_a_backup_or_a_mail() throws Exception {
        Path data = folder.resolve("var");
        Path backups = Files.createDirectory(folder.resolve("backups"));
        ReportingSite site = new ReportingSite(data, HEAD);
        try (site) {
            reportEverything(site);
            Browser head = site.receiver(HEAD);
            for (String code : codes) {
                workOn(head, ReportingSite.reference(code));
            }
            assertThat(sought().in(data, OF_THE_SCHOOL)).isEmpty();
            assertThat(sought().in("a mail", String.join("\n", site.mails("")))).isEmpty();
            assertThat(TestRun.run(
                                    data,
                                    site.settings(),
                                    "",
                                    "backup",
                                    backups.resolve("1.zip").toString())
                            .exit())
                    .isZero();
        }
        assertThat(TestRun.run(
                                data,
                                site.settings(),
                                "",
                                "backup",
                                backups.resolve("2.zip").toString())
                        .exit())
                .isZero();

        assertThat(sought().in(data, OF_THE_SCHOOL)).isEmpty();
        assertThat(sought().in(backups, OF_THE_SCHOOL)).isEmpty();
        // What receivers call a report is in the database, and would be found.
        assertThat(Files.readString(data.resolve("clausebot.db"), StandardCharsets.ISO_8859_1))
                .contains(codes.stream().map(ReportingSite::reference).toList());
    }

    @Test
    void what_is_left_of_a_deleted_report_is_its_reference_its_flow_and_three_days() throws Exception {
        Path data = folder.resolve("var");
        ReportingSite site = new ReportingSite(data, HEAD);
        String code;
        try (site) {
            code = ReportingSite.code(site.staff().say(begun("pupil-contact")));
            Browser head = site.receiver(HEAD);
            String reference = ReportingSite.reference(code);
            workOn(head, reference);
            head.fill(reference, "status", Map.of("status", "closed", "reason", talks.word(), "tell", "yes"));
        }
        codes.add(code);
        site.clock.pass(Duration.ofDays(366 * 6));
        try (SqliteStorage storage = SqliteStorage.open(data.resolve("clausebot.db"));
                Casework work = Casework.withoutPolicies(
                                site.config, Schools.open(data, site.clock), storage, site.clock)
                        .orElseThrow()) {
            assertThat(work.housekeeping().run(site.clock.instant()).deleted()).isOne();
        }

        String today = Long.toString(
                LocalDate.ofInstant(site.clock.instant(), site.clock.getZone()).toEpochDay());
        String sent = Long.toString(LocalDate.of(2026, 11, 22).toEpochDay());
        assertThat(rows(data, "SELECT * FROM tombstone"))
                .containsExactly("school=default reference=" + ReportingSite.reference(code)
                        + " flow=pupil-contact sent=" + sent + " closed=" + sent + " deleted=" + today);
        for (String table : List.of("incident", "entry", "evidence", "route", "handed_out", "draft")) {
            assertThat(rows(data, "SELECT * FROM " + table)).as(table).isEmpty();
        }
        assertThat(new WordsSought(talks.words()).in(data, OF_THE_SCHOOL)).isEmpty();
    }

    @Test
    void the_search_finds_words_however_they_are_written() throws Exception {
        String word = talks.word();
        byte[] utf16 = ("x" + word).getBytes(StandardCharsets.UTF_16LE);
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(zipped)) {
            zip.putNextEntry(new ZipEntry("inner.txt"));
            zip.write(word.repeat(50).getBytes(StandardCharsets.UTF_8));
        }
        Files.write(folder.resolve("utf-16"), utf16);
        Files.write(folder.resolve("zipped"), zipped.toByteArray());
        Files.writeString(folder.resolve("plain"), "So " + word.toUpperCase(Locale.ROOT) + " it is");
        for (int i = 0; i < 3; i++) {
            String text = "x".repeat(i) + word + "y";
            Files.writeString(
                    folder.resolve("base64-" + i),
                    Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
        }

        List<String> found = new WordsSought(Set.of(word)).in(folder, Set.of());

        for (String file : List.of("utf-16", "zipped!inner.txt", "plain", "base64-0", "base64-1", "base64-2")) {
            assertThat(found).anyMatch(line -> line.endsWith(" in " + file));
        }
        assertThat(new WordsSought(Set.of(talks.word())).in(folder, Set.of())).isEmpty();
    }

    /** Sends a report of every kind, and leaves some unfinished. */
    private void reportEverything(ReportingSite site) throws Exception {
        for (String flow : flows) {
            Browser reporter = site.staff();
            String code = ReportingSite.code(reporter.say(begun(flow)));
            Document added = reporter.say(List.of(code, "add: " + talks.name()));
            assertThat(added.text()).as("what was added").contains("Added. They will see it.");
            codes.add(code);
        }
        // Only the last words are missing: one is left, one is saved for later, one thrown away, one about the head.
        Browser saved = site.staff();
        List<String> whole = begun("pupil-contact");
        site.staff().say(whole.subList(0, whole.size() - 1));
        whole = begun("pupil-contact");
        saved.say(whole.subList(0, whole.size() - 2));
        String later = saved.say(List.of("save for later")).select("dd.code").text();
        assertThat(later).isNotEmpty();
        laterCodes.add(later);
        whole = begun("concern-about-adult");
        List<String> thrownAway = new ArrayList<>(whole.subList(0, whole.size() - 1));
        thrownAway.addAll(List.of("cancel", "yes"));
        site.staff().say(thrownAway);
        List<String> aboutTheHead = begun("concern-about-adult");
        aboutTheHead.set(1, "headteacher");
        codes.add(ReportingSite.code(site.staff().say(aboutTheHead)));
    }

    private List<String> begun(String flow) throws Exception {
        List<String> said = new ArrayList<>(List.of(title(flow)));
        said.addAll(talks.of(flow));
        return said;
    }

    /** Everything that a receiver can write; nothing happens to a case that is not theirs. */
    private void workOn(Browser head, String reference) throws Exception {
        head.get("/desk?q=" + talks.word());
        head.get("/find?q=" + talks.word());
        head.get("/desk/cases/" + reference + "/pdf");
        head.fill(reference, "note", Map.of("words", talks.name()));
        head.fill(reference, "message", Map.of("words", talks.name()));
        head.fill(reference, "status", Map.of("status", "passed-on", "reason", talks.name(), "tell", "yes"));
        head.fill(reference, "hold", Map.of("held", "yes", "reason", talks.name()));
        head.fill(reference, "hold", Map.of("held", "no", "reason", talks.name()));
    }

    /** Every telling word, the codes, what the flows are called, and whom the reports may be about. */
    private WordsSought sought() throws Exception {
        TreeSet<String> words = new TreeSet<>(talks.words());
        words.addAll(codes);
        words.addAll(laterCodes);
        for (String flow : flows) {
            words.add(flow);
            words.add(title(flow));
        }
        words.addAll(List.of("Jane Smith", "Amina Khan", "Owen Price", "Tom Reed", "Grace Obi"));
        return new WordsSought(words);
    }

    private static String title(String flow) throws Exception {
        Flow parsed = FlowLibrary.parse(flow, Files.readString(Path.of("conversations/flows", flow + ".yaml")));
        return parsed.title();
    }

    private static List<String> flowIds() {
        try (Stream<Path> files = Files.list(Path.of("conversations/flows"))) {
            return files.map(file -> String.valueOf(file.getFileName()).replace(".yaml", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> rows(Path data, String sql) throws Exception {
        List<String> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("clausebot.db"));
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            ResultSetMetaData columns = result.getMetaData();
            while (result.next()) {
                StringBuilder row = new StringBuilder();
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    row.append(i > 1 ? " " : "")
                            .append(columns.getColumnName(i))
                            .append('=')
                            .append(result.getString(i));
                }
                rows.add(row.toString());
            }
        }
        return rows;
    }
}
