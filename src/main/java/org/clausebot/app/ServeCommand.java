package org.clausebot.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "serve", mixinStandardHelpOptions = true, description = "Serves the web page until it is stopped.")
final class ServeCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private final DataOption data = new DataOption();

    @Option(names = "--host", paramLabel = "H", description = "the address to listen on (default: 127.0.0.1)")
    private @Nullable String host;

    @Option(names = "--port", paramLabel = "N", description = "the port; 0 takes a free one (default: 8080)")
    private @Nullable Integer port;

    private @Nullable URI link;
    private boolean announced;

    ServeCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws RefusedException, InterruptedException {
        Config config = data.config(surroundings);
        if (port != null && (port < 0 || port > 65_535)) {
            throw new RefusedException("--port takes a number of 0 to 65535.");
        }
        config = config.serving(
                host == null ? config.http().host() : host,
                port == null ? config.http().port() : port);
        Logs.toFolder(config.data());
        try {
            WebProgram web = WebProgram.start(config, surroundings.clock(), this::announceLink, this::announceNews);
            // Ctrl-C and SIGTERM end the wait below by ending the process, after this.
            Runtime.getRuntime().addShutdownHook(new Thread(web::close, "stop"));
            announce(web);
            new CountDownLatch(1).await();
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            throw new RefusedException(e);
        }
        return 0;
    }

    private synchronized void announce(WebProgram web) {
        PrintWriter out = surroundings.out();
        out.println("Clausebot answers from:");
        web.policies()
                .forEach(policy -> out.println("  " + policy.details().title() + ", version "
                        + policy.details().version()));
        web.problems().forEach(problem -> out.println("Not served: " + problem));
        web.remarks().forEach(remark -> out.println("Passed over: " + remark));
        web.notes().forEach(note -> out.println("Please look at this: " + note));
        out.println("It listens on " + web.address() + " and stops on Ctrl-C.");
        announced = true;
        if (link != null) {
            announceLink(link);
        }
    }

    private synchronized void announceNews(String news) {
        surroundings.out().println("Please look at this: " + news);
    }

    /** The first link is there before the server says what it serves, and is worth nothing until it does. */
    private synchronized void announceLink(URI next) {
        link = next;
        if (announced) {
            surroundings.out().println("Open this link; it works once, and a new one is printed when it was used:");
            surroundings.out().println("  " + next);
        }
    }
}
