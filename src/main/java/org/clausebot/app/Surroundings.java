package org.clausebot.app;

import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * What a command meets outside the program, so that a test can hand it another.
 *
 * @param home the program's folder
 * @param environment the environment's variables
 * @param colour whether the output is a terminal that shows bold; the launcher says so, Java 21 cannot tell
 */
record Surroundings(
        Path home,
        Map<String, String> environment,
        InputStream in,
        PrintWriter out,
        PrintWriter err,
        boolean colour,
        Clock clock) {
    Surroundings {
        environment = Map.copyOf(environment);
    }

    static Surroundings ofProcess(Clock clock) {
        Map<String, String> environment = System.getenv();
        boolean colour = Boolean.getBoolean("clausebot.terminal")
                && !environment.containsKey("NO_COLOR")
                && !"dumb".equals(environment.get("TERM"));
        return new Surroundings(
                Main.home(), environment, System.in, Main.writer(System.out), Main.writer(System.err), colour, clock);
    }
}
