package org.clausebot.app;

import java.net.URI;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import org.clausebot.desk.signin.Invitations;
import org.clausebot.storage.StorageException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "receivers",
        mixinStandardHelpOptions = true,
        description = "Lists who receives reports and gives them access to the case desk.")
final class ReceiversCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run
    private CommandSpec spec;

    /** Opens what the commands need in a data folder. */
    @FunctionalInterface
    interface Opening {
        /** @throws RefusedException when reporting is not set up, or its files are not as they should be */
        Opened open(Config config) throws RefusedException;
    }

    /**
     * What the commands need, open.
     *
     * @param base the program's address as browsers know it, which links begin with
     * @param closing called once when the command has done
     */
    record Opened(Invitations invitations, URI base, Runnable closing) implements AutoCloseable {
        @Override
        public void close() {
            closing.run();
        }
    }

    static CommandLine with(Surroundings surroundings, Opening opening) {
        return new CommandLine(new ReceiversCommand())
                .addSubcommand("list", new ListAll(surroundings, opening))
                .addSubcommand(
                        "invite", new Link(surroundings, opening, (open, id) -> open.invitations.invite(id, open.base)))
                .addSubcommand(
                        "reset", new Link(surroundings, opening, (open, id) -> open.invitations.reset(id, open.base)))
                .addSubcommand("end-sessions", new EndSessions(surroundings, opening));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: list, invite, reset or end-sessions.");
    }

    /** Does {@code work} and turns what a person can act on into a refusal. */
    private static int doing(Opening opening, Config config, Work work) throws RefusedException {
        try (Opened open = opening.open(config)) {
            work.with(open);
            return 0;
        } catch (IllegalArgumentException | StorageException e) {
            throw new RefusedException(e);
        }
    }

    private interface Work {
        void with(Opened open);
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Who receives reports, and how each signs in to the case desk.")
    static final class ListAll implements Callable<Integer> {
        private final Surroundings surroundings;
        private final Opening opening;

        @Mixin
        private final DataOption data = new DataOption();

        ListAll(Surroundings surroundings, Opening opening) {
            this.surroundings = surroundings;
            this.opening = opening;
        }

        @Override
        public Integer call() throws RefusedException {
            return doing(
                    opening,
                    data.config(surroundings),
                    open -> open.invitations()
                            .list()
                            .forEach(s -> surroundings
                                    .out()
                                    .println(String.format(
                                            Locale.ROOT,
                                            "%-24s %-28s %s",
                                            s.receiver().id(),
                                            s.receiver().name(),
                                            s.way().isEmpty()
                                                    ? "no access yet"
                                                    : s.way() + (s.sessions() > 0 ? ", signed in" : "")))));
        }
    }

    @Command(
            mixinStandardHelpOptions = true,
            description =
                    "Prints a link, good once and for a day, with which a receiver sets up how they sign in. Give it"
                            + " to them in person. It is noted in the audit log; they and those who watch over access are told. A"
                            + " reset first stops everything that they signed in with before.")
    static final class Link implements Callable<Integer> {
        private final Surroundings surroundings;
        private final Opening opening;
        private final BiFunction<Opened, String, URI> making;

        @Mixin
        private final DataOption data = new DataOption();

        @Parameters(paramLabel = "ID", description = "the receiver's id in school.yaml, such as amina-khan")
        @SuppressWarnings("NullAway.Init")
        private String id;

        Link(Surroundings surroundings, Opening opening, BiFunction<Opened, String, URI> making) {
            this.surroundings = surroundings;
            this.opening = opening;
            this.making = making;
        }

        @Override
        public Integer call() throws RefusedException {
            return doing(opening, data.config(surroundings), open -> {
                URI link = making.apply(open, id);
                surroundings
                        .out()
                        .println("Give this link to " + id + ", in person. It works once, until this time"
                                + " tomorrow:");
                surroundings.out().println("  " + link);
                surroundings
                        .out()
                        .println("They, the chair of governors and the safeguarding leads are told that it was"
                                + " made.");
            });
        }
    }

    @Command(
            name = "end-sessions",
            mixinStandardHelpOptions = true,
            description = "Signs a receiver out of the case desk everywhere.")
    static final class EndSessions implements Callable<Integer> {
        private final Surroundings surroundings;
        private final Opening opening;

        @Mixin
        private final DataOption data = new DataOption();

        @Parameters(paramLabel = "ID", description = "the receiver's id in school.yaml")
        @SuppressWarnings("NullAway.Init")
        private String id;

        EndSessions(Surroundings surroundings, Opening opening) {
            this.surroundings = surroundings;
            this.opening = opening;
        }

        @Override
        public Integer call() throws RefusedException {
            return doing(opening, data.config(surroundings), open -> {
                int ended = open.invitations().endSessions(id);
                surroundings.out().println(ended == 1 ? "1 session has ended." : ended + " sessions have ended.");
            });
        }
    }
}
