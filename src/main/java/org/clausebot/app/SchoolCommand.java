package org.clausebot.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.clausebot.datafile.DataFileException;
import org.clausebot.policy.SchoolId;
import org.clausebot.school.Receiver;
import org.clausebot.school.Role;
import org.clausebot.school.School;
import org.clausebot.school.SchoolFile;
import org.clausebot.school.Schools;
import org.clausebot.school.Trust;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "school",
        mixinStandardHelpOptions = true,
        description = "Checks who is who in the school, or prints a file to begin with.")
final class SchoolCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run
    private CommandSpec spec;

    static CommandLine with(Surroundings surroundings) {
        return new CommandLine(new SchoolCommand())
                .addSubcommand("check", new Check(surroundings))
                .addSubcommand("example", new Example(surroundings));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: check or example.");
    }

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = "Reads school.yaml in the data folder and prints who would receive reports from now on.")
    static final class Check implements Callable<Integer> {
        private final Surroundings surroundings;

        @Mixin
        private final DataOption data = new DataOption();

        Check(Surroundings surroundings) {
            this.surroundings = surroundings;
        }

        @Override
        public Integer call() throws RefusedException {
            Path folder = data.folder(surroundings);
            if (!Files.exists(folder.resolve(SchoolFile.NAME))) {
                throw new RefusedException("There is no " + folder.resolve(SchoolFile.NAME)
                        + ", so nothing can be reported from here yet; `./clausebot school example` prints one to begin"
                        + " with");
            }
            Schools schools = open(folder);
            schools.inForce(SchoolId.DEFAULT).ifPresent(this::print);
            Destinations needed = destinations();
            List<String> findings = schools.findings(needed.roles(), needed.numbers());
            findings.forEach(finding -> surroundings.out().println("FAIL  " + finding + "."));
            schools.remarks().forEach(remark -> surroundings.out().println("note  " + remark + "."));
            surroundings.out().println(findings.isEmpty() ? "It can be used." : "It needs you before it can be used.");
            return findings.isEmpty() ? 0 : Main.REFUSED;
        }

        private Destinations destinations() throws RefusedException {
            try {
                return Destinations.of(Program.flows(data.config(surroundings)));
            } catch (DataFileException e) {
                throw new RefusedException(e);
            }
        }

        private Schools open(Path folder) throws RefusedException {
            try {
                return Schools.open(folder, surroundings.clock());
            } catch (DataFileException e) {
                throw new RefusedException(e);
            }
        }

        private void print(School school) {
            surroundings.out().println(school.name() + ", as it is since " + school.from() + ":");
            for (Role role : Role.values()) {
                String names = school.holding(role).stream().map(Receiver::name).collect(Collectors.joining(", "));
                line(role.code(), names.isEmpty() ? "nobody" : names);
            }
            if (school.trust().several()) {
                school.trust().schools().forEach(one -> line("school " + one.id().value(), seenBy(school, one)));
            }
            school.numbers().entrySet().stream()
                    .sorted(java.util.Map.Entry.comparingByKey())
                    .forEach(entry -> line(
                            entry.getKey(),
                            entry.getValue().phone() + ", checked "
                                    + entry.getValue().checked()));
        }

        private static String seenBy(School school, Trust.Named one) {
            String who = school.everyone().stream()
                    .filter(person -> person.roles().stream().anyMatch(role -> !role.receivesReports()))
                    .filter(person -> school.trust().seenBy(person.id()).contains(one.id()))
                    .map(Receiver::name)
                    .collect(Collectors.joining(", "));
            return one.name() + "; seen at the policy desk by " + (who.isEmpty() ? "nobody" : who);
        }

        private void line(String what, String who) {
            surroundings.out().printf("  %-26s %s%n", what, who);
        }
    }

    @Command(
            name = "example",
            mixinStandardHelpOptions = true,
            description = "Prints a school.yaml to begin with, explained line by line.")
    static final class Example implements Callable<Integer> {
        private final Surroundings surroundings;

        Example(Surroundings surroundings) {
            this.surroundings = surroundings;
        }

        @Override
        public Integer call() {
            surroundings.out().print(SchoolFile.example());
            surroundings.out().flush();
            return 0;
        }
    }
}
