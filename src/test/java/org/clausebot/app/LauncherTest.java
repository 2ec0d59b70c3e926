package org.clausebot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher, run by sh with JDKs that are no more than a {@code release} file and two executables. */
class LauncherTest {
    @TempDir
    Path machine;

    private Path jvms;

    @BeforeEach
    void anEmptyMachine() throws IOException {
        jvms = Files.createDirectory(machine.resolve("jvms"));
    }

    @Test
    void a_newer_jdk_is_found_though_the_java_on_the_path_is_older() throws Exception {
        Path old = jdk("jdk-17", "17.0.15", true);
        Path good = jdk("jdk-21", "21.0.4", true);

        Ran ran = launch(Map.of("PATH", old.resolve("bin") + ":/usr/bin:/bin"));

        assertThat(ran.lines()).containsExactly(good.toString());
    }

    @Test
    void java_home_is_preferred_when_it_is_new_enough() throws Exception {
        jdk("jdk-21", "21.0.4", true);
        Path chosen = jdk("elsewhere/jdk-25", "25.0.1", true);

        Ran ran = launch(Map.of("JAVA_HOME", chosen.toString()));

        assertThat(ran.lines()).containsExactly(chosen.toString());
    }

    @Test
    void a_java_home_that_is_too_old_is_passed_over() throws Exception {
        Path good = jdk("jdk-21", "21.0.4", true);

        Ran ran = launch(Map.of("JAVA_HOME", jdk("old", "11.0.2", true).toString()));

        assertThat(ran.lines()).containsExactly(good.toString());
    }

    @Test
    void a_runtime_without_a_compiler_is_passed_over() throws Exception {
        jdk("a-jre-25", "25", false);
        Path good = jdk("jdk-21", "21.0.4", true);

        Ran ran = launch(Map.of());

        assertThat(ran.lines()).containsExactly(good.toString());
    }

    @Test
    void without_any_jdk_one_sentence_says_what_to_install() throws Exception {
        jdk("jdk-17", "17.0.15", true);

        Ran ran = launch(Map.of());

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.lines()).hasSize(1);
        assertThat(ran.lines().getFirst()).startsWith("Clausebot needs a JDK 21 or newer: install one");
    }

    @Test
    void the_folder_of_the_program_is_found_through_a_link() throws Exception {
        Path good = jdk("jdk-21", "21.0.4", true);
        Path link = Files.createSymbolicLink(
                machine.resolve("clausebot"), Path.of("clausebot").toAbsolutePath());

        Ran ran = run(link, Map.of());

        assertThat(ran.lines()).containsExactly(good.toString());
    }

    private Path jdk(String name, String version, boolean compiler) throws IOException {
        Path home = name.contains("/") ? machine.resolve(name) : jvms.resolve(name);
        Path bin = Files.createDirectories(home.resolve("bin"));
        executable(bin.resolve("java"));
        if (compiler) {
            executable(bin.resolve("javac"));
        }
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Test\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home.toRealPath();
    }

    private static void executable(Path file) throws IOException {
        Files.writeString(file, "#!/bin/sh\nexit 0\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Ran launch(Map<String, String> environment) throws Exception {
        return run(Path.of("clausebot").toAbsolutePath(), environment);
    }

    /** Everything the launcher might look at is set, so that the JDKs of the machine that runs the test stay unseen. */
    private Ran run(Path launcher, Map<String, String> environment) throws Exception {
        ProcessBuilder process = new ProcessBuilder("/bin/sh", launcher.toString(), "--print-jdk");
        Map<String, String> variables = new TreeMap<>(
                Map.of("PATH", "/usr/bin:/bin", "HOME", machine.toString(), "CLAUSEBOT_JVM_FOLDER", jvms.toString()));
        variables.putAll(environment);
        process.environment().clear();
        process.environment().putAll(variables);
        process.redirectErrorStream(true);
        Process started = process.start();
        String printed = new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(started.waitFor(), printed.lines().toList());
    }

    private record Ran(int exit, List<String> lines) {}
}
