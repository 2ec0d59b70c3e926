package org.clausebot.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.clausebot.backup.BackupException;
import org.clausebot.backup.DataLock;
import org.clausebot.chat.Incoming;
import org.clausebot.chat.Reply;
import org.clausebot.chat.slack.wire.Manifest;
import org.clausebot.chat.slack.wire.SlackCheck;
import org.clausebot.chat.teams.wire.TeamsCheck;
import org.clausebot.datafile.DataFileException;
import org.clausebot.mail.Post;
import org.clausebot.policy.Policy;
import org.clausebot.policy.SchoolId;
import org.clausebot.school.Receiver;
import org.clausebot.school.School;
import org.clausebot.school.Schools;
import org.clausebot.seal.KeyRing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description =
                "Checks the JDK, the settings, the folders, the port, the model, the policies, the index, the school's"
                        + " people and numbers, the mail server, Slack, and Teams.")
final class DoctorCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private int ill;

    @Mixin
    private final DataOption data = new DataOption();

    DoctorCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** A check that passes with a remark, or is refused with what to do. */
    private interface Check {
        String run() throws RefusedException, IOException;
    }

    @Override
    public Integer call() {
        check("JDK", DoctorCommand::jdk);
        check("settings", () -> {
            data.config(surroundings);
            return "understood";
        });
        check("data folder", this::dataFolder);
        check("keys", this::keys);
        check("port", this::port);
        check("policies, model and index", this::answers);
        check("school", this::school);
        check("mail", this::mail);
        check("Slack", this::slack);
        check("Teams", this::teams);
        surroundings
                .out()
                .println(ill == 0 ? "All is well." : ill == 1 ? "One thing needs you." : ill + " things need you.");
        return ill == 0 ? 0 : Main.REFUSED;
    }

    private void check(String name, Check check) {
        try {
            surroundings.out().println("ok    " + name + ": " + check.run());
        } catch (RefusedException | IOException e) {
            ill++;
            surroundings.out().println("FAIL  " + name + ": " + e.getMessage());
        }
    }

    private static String jdk() throws RefusedException {
        int version = Runtime.version().feature();
        if (version < 21) {
            throw new RefusedException("Java " + version + " is too old; install a JDK 21 or newer");
        }
        return Runtime.version() + " in " + System.getProperty("java.home");
    }

    private String dataFolder() throws RefusedException {
        Path folder = data.folder(surroundings);
        try {
            Files.createDirectories(folder);
            Path trial = Files.createTempFile(folder, ".doctor-", "");
            Files.delete(trial);
        } catch (IOException e) {
            throw new RefusedException(
                    folder + " cannot be written; choose another with --data or CLAUSEBOT_DATA, or mend its rights");
        }
        return folder + " can be written";
    }

    private String keys() throws RefusedException {
        Config config = data.config(surroundings);
        if (!Keyrings.hasKeys(config)) {
            return "none yet; made when the first is needed";
        }
        return Keyrings.refusing(() -> KeyRing.open(Keyrings.settings(config), Keyrings.folder(config), () -> true)
                        .place())
                + " is the right one for this data folder";
    }

    private String port() throws RefusedException {
        Config.Http http = data.config(surroundings).http();
        try (ServerSocket socket = new ServerSocket(http.port(), 1, InetAddress.getByName(http.host()))) {
            return http.host() + ":" + socket.getLocalPort() + " is free";
        } catch (IOException e) {
            throw new RefusedException(http.host() + ":" + http.port()
                    + " cannot be listened on; another program (or a running Clausebot) has it: choose another with"
                    + " --port or CLAUSEBOT_HTTP_PORT");
        }
    }

    private String school() throws RefusedException {
        Schools schools = schools();
        schools.remarks().forEach(remark -> surroundings.out().println("note  school: " + remark));
        Destinations needed = destinations();
        List<String> findings = schools.findings(needed.roles(), needed.numbers());
        if (!findings.isEmpty()) {
            throw new RefusedException(String.join("; ", findings));
        }
        Optional<School> inForce = schools.inForce(SchoolId.DEFAULT);
        if (inForce.isPresent() && startedWithout(data.config(surroundings))) {
            surroundings
                    .out()
                    .println("note  school: if the server that uses this folder was started before school.yaml was in"
                            + " force, restart it to begin reporting");
        }
        return inForce.map(school -> school.name() + ", " + school.people().size() + " people who may receive reports")
                .orElse(
                        "there is no school.yaml, so nothing can be reported from here yet; `./clausebot school example`"
                                + " prints one to begin with");
    }

    /** A server that takes reports has made its keys at its start. */
    private static boolean startedWithout(Config config) throws RefusedException {
        if (Keyrings.hasKeys(config)) {
            return false;
        }
        try (DataLock alone = DataLock.alone(config.data())) {
            return false;
        } catch (BackupException inUse) {
            return true;
        } catch (IOException e) {
            throw new RefusedException(e);
        }
    }

    private String mail() throws RefusedException {
        Config config = data.config(surroundings);
        if (config.mail().isEmpty()) {
            return "none is set up: nobody is told by mail that there is something to read (mail.host)";
        }
        List<String> addresses = schools().inForce(SchoolId.DEFAULT).stream()
                .flatMap(school -> school.people().stream().map(Receiver::email))
                .toList();
        List<String> wrong = Post.ask(config.mail().get(), addresses);
        if (!wrong.isEmpty()) {
            throw new RefusedException(String.join("; ", wrong));
        }
        return "the mail server would take notices to " + addresses.size() + " people";
    }

    private String slack() throws RefusedException {
        Config config = data.config(surroundings);
        if (config.slack().isEmpty()) {
            return "none is set up; docs/slack.md leads through it";
        }
        SlackPart.words(config);
        SlackCheck.Findings found = SlackCheck.of(
                SlackPart.settings(config.slack().get(), SlackPart.pages(config)),
                Manifest.Scope.codes(config.slack().get().findsByMail()),
                surroundings.clock());
        if (!found.problems().isEmpty()) {
            throw new RefusedException(String.join(" ", found.problems()));
        }
        return String.join(" ", found.good());
    }

    private String teams() throws RefusedException {
        Optional<TeamsConfig> teams = data.config(surroundings).teams();
        if (teams.isEmpty()) {
            return "none is set up; docs/teams.md leads through it";
        }
        TeamsCheck.Findings found =
                TeamsCheck.of(TeamsPart.settings(teams.get()), teams.get().address(), surroundings.clock());
        if (!found.problems().isEmpty()) {
            throw new RefusedException(String.join(" ", found.problems()));
        }
        return String.join(" ", found.good());
    }

    private Destinations destinations() throws RefusedException {
        try {
            return Destinations.of(Program.flows(data.config(surroundings)));
        } catch (DataFileException e) {
            throw new RefusedException(e);
        }
    }

    private Schools schools() throws RefusedException {
        try {
            return Schools.open(data.folder(surroundings), surroundings.clock());
        } catch (DataFileException e) {
            throw new RefusedException(e);
        }
    }

    private String answers() throws RefusedException {
        try (Program program = Program.open(data.config(surroundings), surroundings.clock())) {
            List<String> problems = new ArrayList<>(program.problems());
            problems.addAll(program.remarks());
            program.weakness().ifPresent(problems::add);
            if (!problems.isEmpty()) {
                throw new RefusedException(String.join("; ", problems));
            }
            List<Policy> policies = program.policies();
            if (policies.isEmpty()) {
                throw new RefusedException("there is no policy; import one with ./clausebot policy import FILE");
            }
            Policy first = policies.getFirst();
            String words = first.clauses().getFirst().text();
            Reply reply = program.assistant()
                    .reply(new Incoming(SchoolId.DEFAULT, "doctor", words.substring(0, Math.min(200, words.length()))));
            if (!(reply instanceof Reply.Answered answered)
                    || answered.answer().findings().ranking().isEmpty()) {
                throw new RefusedException("a clause's own words found nothing; delete the folder index in the data"
                        + " folder and try again");
            }
            int clauses = policies.stream().mapToInt(p -> p.clauses().size()).sum();
            return policies.size() + " policies with " + clauses + " clauses answer";
        }
    }
}
