package org.clausebot.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clausebot.datafile.DataFileException;
import org.clausebot.datafile.Suggestion;
import org.clausebot.datafile.Yaml;
import org.clausebot.datafile.YamlNode;
import org.jspecify.annotations.Nullable;

/**
 * The settings in force as words, each with the place it was set: the shipped page, the data folder's file, or the
 * environment. What they mean is {@link Config}'s business.
 */
final class Settings {
    /** The page of all settings and their defaults, on the class path. */
    static final String PAGE = "/clausebot.yaml";

    private static final String PREFIX = "CLAUSEBOT_";

    /** Variables that have another reader: the launcher, the commands' --data option, the tests. */
    private static final Set<String> NOT_SETTINGS = Set.of(
            "CLAUSEBOT_DATA",
            "CLAUSEBOT_JAVA_HOME",
            "CLAUSEBOT_JAVA_OPTIONS",
            "CLAUSEBOT_JVM_FOLDER",
            "CLAUSEBOT_CHROMIUM");

    private static final Set<String> SECRETS = Set.of(
            "sign-in.passphrase-hash",
            "desk.oidc.client-secret",
            "mail.password",
            "reporting.key-service-token",
            "slack.signing-secret",
            "slack.bot-token",
            "slack.app-token",
            "slack.client-secret",
            "teams.app-password",
            "teams.app-certificate-password",
            "metrics.token");

    /** May be written as names with a value each in place of one line; as one line they stand as {@code name=value}. */
    private static final Set<String> MAPS = Set.of("slack.workspaces", "teams.tenants");

    /**
     * What begins the variables that Slack's and Microsoft's own papers name, by the part of the page that they set:
     * {@code slack.bot-token} is SLACK_BOT_TOKEN too, and {@code teams.app-id} MICROSOFT_APP_ID.
     */
    private static final Map<String, String> PAPERS = Map.of("slack.", "SLACK_", "teams.", "MICROSOFT_");

    private final Map<String, Setting> settings;

    private Settings(Map<String, Setting> settings) {
        this.settings = settings;
    }

    /**
     * A setting.
     *
     * @param value in words
     * @param origin where it was set, for messages
     */
    record Setting(String value, String origin) {}

    /**
     * Reads the page, then {@code dataFolder/clausebot.yaml} if there is one, then {@code environment}.
     *
     * @throws SettingsException when either sets a key that the page does not have
     */
    static Settings read(Path dataFolder, Map<String, String> environment) throws SettingsException {
        Map<String, Setting> settings = new LinkedHashMap<>();
        try {
            flatten("", Yaml.parse(Path.of("clausebot.yaml"), page()), settings, "default");
            Path file = dataFolder.resolve("clausebot.yaml");
            if (Files.exists(file)) {
                Map<String, Setting> written = new LinkedHashMap<>();
                flatten("", Yaml.read(file), written, null);
                for (Map.Entry<String, Setting> entry : written.entrySet()) {
                    requireKnown(
                            entry.getKey(), settings.keySet(), entry.getValue().origin());
                    settings.put(entry.getKey(), entry.getValue());
                }
            }
        } catch (DataFileException e) {
            throw new SettingsException(e.getMessage() == null ? "unreadable settings" : e.getMessage(), e);
        }
        applyEnvironment(settings, environment);
        return new Settings(settings);
    }

    private static void applyEnvironment(Map<String, Setting> settings, Map<String, String> environment)
            throws SettingsException {
        Map<String, String> keys = new LinkedHashMap<>();
        settings.keySet().forEach(key -> keys.put(variable(key), key));
        for (String key : List.copyOf(settings.keySet())) {
            plain(key)
                    .filter(environment::containsKey)
                    .ifPresent(plain -> settings.put(key, new Setting(environment.getOrDefault(plain, ""), plain)));
        }
        List<String> names = new ArrayList<>(environment.keySet());
        names.sort(null);
        for (String name : names) {
            if (!name.startsWith(PREFIX) || NOT_SETTINGS.contains(name)) {
                continue;
            }
            String key = keys.get(name);
            if (key == null) {
                throw new SettingsException("The environment sets " + name + ", which is no setting of Clausebot"
                        + Suggestion.of(name, keys.keySet())
                                .map(near -> "; did you mean " + near + "?")
                                .orElse("; `./clausebot config` lists them all"));
            }
            settings.put(key, new Setting(environment.getOrDefault(name, ""), name));
        }
    }

    /**
     * A copy of the settings file that may leave the machine.
     *
     * @param text the file with secrets made empty; hashes stay, they open nothing
     * @param leftOut the keys that were made empty
     */
    record SafeCopy(String text, List<String> leftOut) {}

    /**
     * @return empty when the folder has no settings of its own
     * @throws SettingsException when the file is wrong, or a secret stands in a way that it cannot be taken out safely
     */
    static Optional<SafeCopy> withoutSecrets(Path dataFolder) throws SettingsException {
        Path file = dataFolder.resolve("clausebot.yaml");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            Map<String, Setting> written = new LinkedHashMap<>();
            flatten("", Yaml.read(file), written, null);
            List<String> lines = new ArrayList<>(Files.readAllLines(file));
            Map<String, Setting> secret = new LinkedHashMap<>(written);
            secret.entrySet()
                    .removeIf(entry -> !SECRETS.contains(entry.getKey())
                            || entry.getKey().endsWith("-hash")
                            || entry.getValue().value().isEmpty());
            List<String> leftOut = List.copyOf(secret.keySet());
            for (Setting setting : secret.values()) {
                String origin = setting.origin();
                int line = Integer.parseInt(origin.substring(origin.lastIndexOf(':') + 1)) - 1;
                lines.set(line, lines.get(line).replaceFirst("^(\\s*[a-z-]+\\s*:).*$", "$1 \"\""));
            }
            String text = String.join("\n", lines) + "\n";
            Map<String, Setting> copied = new LinkedHashMap<>();
            flatten("", Yaml.parse(file, text), copied, null);
            for (Map.Entry<String, Setting> entry : written.entrySet()) {
                String expected =
                        leftOut.contains(entry.getKey()) ? "" : entry.getValue().value();
                Setting copy = copied.get(entry.getKey());
                if (copied.size() != written.size()
                        || copy == null
                        || !copy.value().equals(expected)) {
                    throw new SettingsException(file + ": a secret cannot be left out of the backup. Write each of "
                            + String.join(", ", leftOut) + " on a line of its own as key: value");
                }
            }
            return Optional.of(new SafeCopy(text, leftOut));
        } catch (IOException | DataFileException e) {
            throw new SettingsException(String.valueOf(e.getMessage()), e);
        }
    }

    private static void requireKnown(String key, Set<String> known, String origin) throws SettingsException {
        if (!known.contains(key)) {
            throw new SettingsException(origin + ": unknown setting \"" + key + "\""
                    + Suggestion.of(key, known)
                            .map(near -> "; did you mean \"" + near + "\"?")
                            .orElse("; `./clausebot config` lists them all"));
        }
    }

    private static void flatten(String path, YamlNode node, Map<String, Setting> into, @Nullable String origin)
            throws DataFileException {
        for (Map.Entry<String, YamlNode> entry : node.map().entrySet()) {
            YamlNode value = entry.getValue();
            String key = path + entry.getKey();
            if (value.isMap() && !MAPS.contains(key)) {
                flatten(key + ".", value, into, origin);
            } else {
                String place = origin == null ? value.file() + ":" + value.line() : origin;
                into.put(
                        key,
                        new Setting(
                                value.isMap() ? inOneLine(value) : value.text().strip(), place));
            }
        }
    }

    private static String inOneLine(YamlNode map) throws DataFileException {
        List<String> pairs = new ArrayList<>();
        for (Map.Entry<String, YamlNode> entry : map.map().entrySet()) {
            pairs.add(entry.getKey() + "=" + entry.getValue().text().strip());
        }
        return String.join(", ", pairs);
    }

    /** The environment variable that sets {@code key}: {@code http.port} is CLAUSEBOT_HTTP_PORT. */
    static String variable(String key) {
        return PREFIX + key.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /** The variable by which the papers of those who made the service know {@code key}; empty where they have none. */
    private static Optional<String> plain(String key) {
        return PAPERS.entrySet().stream()
                .filter(papers -> key.startsWith(papers.getKey()))
                .map(papers -> papers.getValue()
                        + variable(key)
                                .substring(PREFIX.length() + papers.getKey().length()))
                .findFirst();
    }

    /** All settings in the page's order. */
    Map<String, Setting> all() {
        return new LinkedHashMap<>(settings);
    }

    /** Where {@code key} was set, for messages. */
    String origin(String key) {
        return setting(key).origin();
    }

    /** Whether the value must not be shown. */
    static boolean isSecret(String key) {
        return SECRETS.contains(key);
    }

    String text(String key) {
        return setting(key).value();
    }

    Secret secret(String key) {
        return new Secret(text(key));
    }

    /** A whole number of {@code least} to {@code most}. */
    int number(String key, int least, int most) throws SettingsException {
        Setting setting = setting(key);
        try {
            int number = Integer.parseInt(setting.value());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new SettingsException(wrong(key, "a whole number of " + least + " to " + most), e);
        }
        throw new SettingsException(wrong(key, "a whole number of " + least + " to " + most));
    }

    boolean flag(String key) throws SettingsException {
        return switch (text(key)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new SettingsException(wrong(key, "true or false"));
        };
    }

    /** The parts between commas. */
    List<String> list(String key) {
        return List.of(text(key).split(",")).stream()
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private String wrong(String key, String expected) {
        Setting setting = setting(key);
        return setting.origin() + ": " + key + " must be " + expected + "; it is \"" + setting.value() + "\"";
    }

    private Setting setting(String key) {
        Setting setting = settings.get(key);
        if (setting == null) {
            throw new IllegalArgumentException(key + " is not on the page of settings");
        }
        return setting;
    }

    private static String page() {
        try (InputStream in = Settings.class.getResourceAsStream(PAGE)) {
            if (in == null) {
                throw new IllegalStateException(PAGE + " is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
