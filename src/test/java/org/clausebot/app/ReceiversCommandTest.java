package org.clausebot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clausebot.desk.signin.Invitations;
import org.clausebot.policy.SchoolId;
import org.clausebot.school.Receiver;
import org.clausebot.school.Role;
import org.clausebot.school.School;
import org.clausebot.school.SchoolHours;
import org.clausebot.storage.SqliteStorage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ReceiversCommandTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T09:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private final List<String> audit = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final StringWriter out = new StringWriter();
    private String refusal = "";

    private static School school() {
        return new School(
                SchoolId.DEFAULT,
                "Oakfield School",
                LocalDate.of(2026, 9, 1),
                List.of(
                        new Receiver("jane-smith", "Jane Smith", "head@oakfield.example", "", Set.of(Role.HEADTEACHER)),
                        new Receiver(
                                "tom-reed", "Tom Reed", "chair@oakfield.example", "", Set.of(Role.CHAIR_OF_GOVERNORS))),
                Map.of("lado", new School.Telephone("LADO", "01632 960010", LocalDate.of(2026, 9, 1))),
                Map.of(),
                new SchoolHours(
                        ZoneId.of("Europe/London"),
                        LocalTime.of(8, 0),
                        LocalTime.of(17, 0),
                        Set.of(DayOfWeek.MONDAY),
                        List.of()));
    }

    private ReceiversCommand.Opened open(Config config) {
        SqliteStorage storage = SqliteStorage.open(config.data().resolve("clausebot.db"));
        Invitations invitations = new Invitations(
                SchoolId.DEFAULT,
                () -> Optional.of(school()),
                storage.accounts(),
                storage.deskSessions(),
                (actor, action) -> audit.add(actor + ": " + action),
                told::add,
                CLOCK);
        return new ReceiversCommand.Opened(invitations, URI.create("https://desk.oakfield.example/"), storage::close);
    }

    private int run(String... args) {
        out.getBuffer().setLength(0);
        Surroundings surroundings = new Surroundings(
                Path.of("").toAbsolutePath(),
                Map.of("CLAUSEBOT_DATA", folder.toString()),
                new ByteArrayInputStream(new byte[0]),
                new PrintWriter(out, true),
                new PrintWriter(out, true),
                false,
                CLOCK);
        CommandLine command = ReceiversCommand.with(surroundings, this::open);
        command.setOut(surroundings.out());
        command.setErr(surroundings.err());
        command.setExecutionExceptionHandler((e, line, parsed) -> {
            refusal = e instanceof RefusedException ? String.valueOf(e.getMessage()) : "a fault: " + e;
            return Main.REFUSED;
        });
        return command.execute(args);
    }

    @Test
    void an_invitation_prints_a_link_that_works_once_and_tells_those_who_watch() {
        assertThat(run("invite", "jane-smith")).isZero();
        assertThat(out.toString())
                .containsPattern("https://desk\\.oakfield\\.example/desk/welcome\\?token=[A-Za-z0-9_-]{43}\n")
                .contains("in person");
        assertThat(audit).containsExactly("operator: access invited jane-smith");
        assertThat(told).containsExactly("jane-smith", "tom-reed");
    }

    @Test
    void the_list_shows_everybody_and_how_they_sign_in() {
        assertThat(run("list")).isZero();
        assertThat(out.toString().lines())
                .hasSize(2)
                .allMatch(line -> line.endsWith("no access yet"))
                .anyMatch(line -> line.startsWith("tom-reed ") && line.contains("Tom Reed"));
        assertThat(run("end-sessions", "tom-reed")).isZero();
        assertThat(out.toString()).contains("0 sessions have ended.");
    }

    @Test
    void what_cannot_be_done_is_refused_with_what_to_do() {
        assertThat(run("invite", "nobody")).isEqualTo(1);
        assertThat(refusal).contains("\"nobody\"", "receivers list");
        assertThat(run("reset", "tom-reed")).isEqualTo(1);
        assertThat(refusal).contains("receivers invite tom-reed");
        assertThat(run("end-sessions", "Tom; DROP")).isEqualTo(1);
        assertThat(refusal).contains("school.yaml");
        assertThat(run()).isEqualTo(2);
        assertThat(audit).isEmpty();
    }
}
