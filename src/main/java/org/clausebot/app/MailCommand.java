package org.clausebot.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.clausebot.datafile.DataFileException;
import org.clausebot.datafile.Suggestion;
import org.clausebot.mail.MailSettings;
import org.clausebot.mail.MailWords;
import org.clausebot.mail.Post;
import org.clausebot.policy.SchoolId;
import org.clausebot.school.Receiver;
import org.clausebot.school.School;
import org.clausebot.school.Schools;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "mail", mixinStandardHelpOptions = true, description = "Tries out the mail that tells of reports.")
final class MailCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run
    private CommandSpec spec;

    static CommandLine with(Surroundings surroundings) {
        return new CommandLine(new MailCommand()).addSubcommand("test", new Test(surroundings));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: test.");
    }

    @Command(
            name = "test",
            mixinStandardHelpOptions = true,
            description = "Sends a test mail to everybody in school.yaml, or to those named, and says what came of it.")
    static final class Test implements Callable<Integer> {
        private final Surroundings surroundings;

        @Mixin
        private final DataOption data = new DataOption();

        @Parameters(paramLabel = "ID", description = "a person in school.yaml; everybody when none is named")
        private final List<String> ids = new ArrayList<>();

        Test(Surroundings surroundings) {
            this.surroundings = surroundings;
        }

        @Override
        public Integer call() throws RefusedException {
            Config config = data.config(surroundings);
            Optional<MailSettings> settings = config.mail();
            if (settings.isEmpty()) {
                throw new RefusedException("No mail is set up; set mail.host, mail.from and desk.address");
            }
            try {
                MailWords words = MailWords.read(config.conversations().resolve("phrases-mail.yaml"));
                Schools schools = Schools.open(config.data(), surroundings.clock());
                School school = schools.inForce(SchoolId.DEFAULT)
                        .orElseThrow(() -> new RefusedException(
                                "No school.yaml is in force; `./clausebot school check` says more"));
                int failed = 0;
                for (Receiver person : chosen(school)) {
                    Optional<String> wrong = Post.trial(settings.get(), words, person.email(), surroundings.clock());
                    surroundings
                            .out()
                            .println((wrong.isEmpty() ? "ok    " : "FAIL  ") + person.name() + ": "
                                    + wrong.map(why -> "the mail server did not take it: " + why)
                                            .orElse("the mail server has taken it"));
                    failed += wrong.isEmpty() ? 0 : 1;
                }
                return failed == 0 ? 0 : Main.REFUSED;
            } catch (DataFileException e) {
                throw new RefusedException(e);
            }
        }

        private List<Receiver> chosen(School school) throws RefusedException {
            if (ids.isEmpty()) {
                return school.people();
            }
            List<Receiver> chosen = new ArrayList<>();
            List<String> known = school.people().stream().map(Receiver::id).toList();
            for (String id : ids) {
                chosen.add(school.person(id)
                        .orElseThrow(() -> new RefusedException("Nobody in school.yaml has the id \"" + id + "\""
                                + Suggestion.of(id, known)
                                        .map(near -> "; did you mean \"" + near + "\"?")
                                        .orElse("; there are: " + String.join(", ", known)))));
            }
            return chosen;
        }
    }
}
