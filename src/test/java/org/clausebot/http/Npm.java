package org.clausebot.http;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The packages of {@code src/test/npm}, installed in {@code target/npm} once a build, exactly as its lock file names them,
 * and Node to run scripts with them. A machine without {@code node} and {@code npm} fails the tests that need them.
 */
public final class Npm {
    private static final Path SOURCE = Path.of("src/test/npm").toAbsolutePath();
    private static final Path INSTALLED = Path.of("target/npm").toAbsolutePath();
    private static final String LOCK = "package-lock.json";

    private Npm() {}

    /** The folder that holds {@code node_modules} and the scripts of {@code src/test/npm}. */
    public static synchronized Path folder() {
        try {
            Files.createDirectories(INSTALLED);
            try (FileChannel channel = FileChannel.open(
                            INSTALLED.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = channel.lock()) {
                if (!held.isValid()) {
                    throw new IOException("The lock of " + INSTALLED + " was lost");
                }
                install();
            }
            return INSTALLED;
        } catch (IOException e) {
            throw new AssertionError("The npm packages of " + SOURCE + " could not be installed", e);
        }
    }

    private static void install() throws IOException {
        try (Stream<Path> files = Files.list(SOURCE)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, INSTALLED.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Path done = INSTALLED.resolve(".installed");
        byte[] wanted = Files.readAllBytes(SOURCE.resolve(LOCK));
        if (Files.exists(done) && Files.mismatch(done, SOURCE.resolve(LOCK)) == -1) {
            return;
        }
        Path log = INSTALLED.resolve("npm.log");
        Process npm = new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
                .directory(INSTALLED.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (!npm.waitFor(5, TimeUnit.MINUTES) || npm.exitValue() != 0) {
                throw new AssertionError("npm ci did not succeed: " + Files.readString(log));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while npm installs", e);
        } finally {
            npm.destroyForcibly();
        }
        Files.write(done, wanted);
    }

    /** Where a package is installed, such as {@code adaptivecards}. */
    public static Path module(String name) {
        Path module = folder().resolve("node_modules").resolve(name);
        if (!Files.isDirectory(module)) {
            throw new AssertionError("No npm package " + name + " in " + SOURCE.resolve(LOCK));
        }
        return module;
    }

    /**
     * Node with one of the scripts of {@code src/test/npm}, not started yet; it finds the packages.
     *
     * @param script such as {@code conversation.mjs}
     */
    public static ProcessBuilder node(String script, String... arguments) {
        List<String> command =
                new ArrayList<>(List.of("node", folder().resolve(script).toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).directory(INSTALLED.toFile());
    }
}
