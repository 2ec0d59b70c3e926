package org.clausebot.app;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The program serving in a process of its own, which can be killed. */
final class ServedProcess implements AutoCloseable {
    private static final long PATIENCE = 180;

    private final Path folder;
    private final Map<String, String> environment;
    private final List<String> command = new ArrayList<>();
    private final LinkedBlockingQueue<String> said = new LinkedBlockingQueue<>();
    private @Nullable Process process;

    /** @param folder for the program's jar and what the JVM keeps of it, so that it starts soon */
    ServedProcess(Path folder, Path data, int port, Map<String, String> environment) throws IOException {
        this.folder = folder;
        this.environment = Map.copyOf(environment);
        Path jar = folder.resolve("clausebot.jar");
        List<String> classPath = new ArrayList<>(List.of(jar.toString()));
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (entry.endsWith(".jar")) {
                classPath.add(entry);
            } else if (entry.replaceAll("/$", "").endsWith("/classes")) {
                pack(Path.of(entry), jar);
            }
        }
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx320m",
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + folder.resolve("clausebot.jsa"),
                "-Xlog:disable",
                "--enable-native-access=ALL-UNNAMED",
                "-Dclausebot.home=" + Path.of("").toAbsolutePath(),
                "-cp",
                String.join(File.pathSeparator, classPath),
                Main.class.getName(),
                "serve",
                "--port",
                Integer.toString(port),
                "--data",
                data.toString()));
    }

    /** Starts it, and comes back when it takes requests. */
    void start() throws IOException, InterruptedException {
        said.clear();
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectError(folder.resolve("err.txt").toFile());
        builder.environment().putAll(environment);
        Process started = builder.start();
        process = started;
        Thread.ofVirtual().start(() -> listen(started));
        await("It listens on");
    }

    private void listen(Process to) {
        try (BufferedReader lines = to.inputReader(StandardCharsets.UTF_8)) {
            lines.lines().forEach(said::add);
        } catch (IOException | UncheckedIOException e) {
            said.add("(ended)");
        }
    }

    URI nextLink() throws IOException, InterruptedException {
        return URI.create(await("?token=").strip());
    }

    private String await(String words) throws IOException, InterruptedException {
        for (String line = said.poll(PATIENCE, TimeUnit.SECONDS);
                line != null;
                line = said.poll(PATIENCE, TimeUnit.SECONDS)) {
            if (line.contains(words)) {
                return line;
            }
        }
        throw new IOException("The server did not say \"" + words + "\": "
                + Files.readString(folder.resolve("err.txt"), StandardCharsets.UTF_8));
    }

    /** Lets it run for so long, unless it ends by itself. */
    boolean livesFor(long millis) throws InterruptedException {
        return process != null && !process.waitFor(millis, TimeUnit.MILLISECONDS);
    }

    /** As {@code kill -9} does: it cannot finish anything. */
    void kill() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    /** As Ctrl-C does. */
    void stop() throws InterruptedException {
        if (process != null) {
            process.destroy();
            process.waitFor();
        }
    }

    /** What the JVM shares between starts must come from jars. */
    private static void pack(Path classes, Path jar) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                Stream<Path> all = Files.walk(classes)) {
            for (Path path : all.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new JarEntry(String.join(
                        "/", Arrays.asList(classes.relativize(path).toString().split("[/\\\\]", -1)))));
                Files.copy(path, out);
                out.closeEntry();
            }
        }
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
