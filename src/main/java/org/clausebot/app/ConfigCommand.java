package org.clausebot.app;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "config",
        mixinStandardHelpOptions = true,
        description = "Prints the settings in force and where each was set; secrets stay hidden.")
final class ConfigCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private final DataOption data = new DataOption();

    ConfigCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws RefusedException {
        Path folder = data.folder(surroundings);
        Settings settings;
        try {
            settings = Settings.read(folder, surroundings.environment());
            Config.of(surroundings.home(), folder, settings);
        } catch (SettingsException e) {
            throw new RefusedException(e);
        }
        surroundings.out().printf("%-46s %-28s %s%n", "data", folder, "");
        for (Map.Entry<String, Settings.Setting> entry : settings.all().entrySet()) {
            String key = entry.getKey();
            String shown = Settings.isSecret(key)
                    ? settings.secret(key).toString()
                    : entry.getValue().value();
            surroundings
                    .out()
                    .printf("%-46s %-28s %s%n", key, shown, entry.getValue().origin());
        }
        return 0;
    }
}
