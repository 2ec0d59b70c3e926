package org.clausebot.app;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The data folder: the option, else CLAUSEBOT_DATA, else var/ in the program's folder. */
final class DataOption {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "the data folder (default: CLAUSEBOT_DATA, else var/ beside the program)")
    private @Nullable Path folder;

    Path folder(Surroundings surroundings) {
        if (folder != null) {
            return folder.toAbsolutePath().normalize();
        }
        String variable = surroundings.environment().getOrDefault("CLAUSEBOT_DATA", "");
        return variable.isBlank()
                ? surroundings.home().resolve("var")
                : Path.of(variable).toAbsolutePath().normalize();
    }

    /** @throws RefusedException when a setting is wrong */
    Config config(Surroundings surroundings) throws RefusedException {
        try {
            return Config.read(surroundings.home(), folder(surroundings), surroundings.environment());
        } catch (SettingsException e) {
            throw new RefusedException(e);
        }
    }
}
