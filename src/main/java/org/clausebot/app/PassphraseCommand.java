package org.clausebot.app;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.clausebot.http.SignIn;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

@Command(
        name = "passphrase",
        mixinStandardHelpOptions = true,
        description = "Makes the hash for sign-in.passphrase-hash. Asks for the passphrase, or reads it from standard"
                + " input; it is shown nowhere.")
final class PassphraseCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    PassphraseCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws RefusedException {
        String passphrase = Boolean.getBoolean("clausebot.keyboard") ? asked() : piped();
        try {
            surroundings.out().println(SignIn.hash(passphrase));
            return 0;
        } catch (IllegalArgumentException e) {
            throw new RefusedException(e);
        }
    }

    private static String asked() throws RefusedException {
        Console console = Objects.requireNonNull(System.console());
        char @Nullable [] first = console.readPassword("Passphrase (12 characters or more): ");
        char @Nullable [] second = console.readPassword("Once more: ");
        if (first == null || second == null || !new String(first).equals(new String(second))) {
            throw new RefusedException("The two were not the same. Nothing was made; try again.");
        }
        return new String(first);
    }

    private String piped() throws RefusedException {
        try {
            String line =
                    new BufferedReader(new InputStreamReader(surroundings.in(), StandardCharsets.UTF_8)).readLine();
            return line == null ? "" : line;
        } catch (IOException e) {
            throw new RefusedException("The passphrase cannot be read from standard input.");
        }
    }
}
