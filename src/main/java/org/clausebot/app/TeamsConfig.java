package org.clausebot.app;

import java.net.URI;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.clausebot.chat.teams.wire.TeamsSettings;
import org.clausebot.policy.SchoolId;
import org.clausebot.school.Schools;

/**
 * How Microsoft Teams is reached. Exactly one of the secret and the certificate is there.
 *
 * @param appId of the registration in Entra, in small letters
 * @param password the registration's client secret; empty with a certificate
 * @param certificate the file that holds a certificate and its private key; empty with a secret
 * @param certificatePassword opens that file; empty where it needs none
 * @param tenant of the registration, in small letters
 * @param tenants the school of each tenant whose people may use it, by its id in small letters; never empty
 * @param address the program's own, to which Microsoft comes
 * @param publisher whom the app's package is from, 1 to 32 characters
 * @param privacy where the school's privacy notice stands
 * @param metadata where the keys are published that requests are signed with
 * @param issuer of those signatures
 * @param token where a token is fetched for speaking
 */
record TeamsConfig(
        String appId,
        Secret password,
        Optional<Path> certificate,
        Secret certificatePassword,
        String tenant,
        Map<String, SchoolId> tenants,
        URI address,
        String publisher,
        URI privacy,
        URI metadata,
        String issuer,
        URI token) {
    /** The longest name of a publisher that Teams takes. */
    static final int LONGEST_PUBLISHER = 32;

    private static final Pattern ID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);
    private static final String TENANTS = "teams.tenants";
    private static final String LOGIN = "https://login.microsoftonline.com/";

    TeamsConfig {
        tenants = Map.copyOf(tenants);
    }

    /**
     * @param data the folder that a certificate's relative path begins in
     * @param address the program's own; empty where it is not set
     * @return empty when nothing of Teams is set
     * @throws SettingsException when some of what belongs together is missing or stands in the wrong place
     */
    static Optional<TeamsConfig> of(Settings settings, Path data, URI address) throws SettingsException {
        List<String> own = List.of(
                "teams.app-id",
                "teams.app-password",
                "teams.app-certificate",
                "teams.app-certificate-password",
                "teams.app-tenant-id",
                TENANTS);
        if (own.stream().allMatch(key -> settings.text(key).isEmpty())) {
            return Optional.empty();
        }
        String certificate = settings.text("teams.app-certificate");
        Secret password = settings.secret("teams.app-password");
        requireComplete(settings, address);
        String tenant = id(settings, "teams.app-tenant-id", "Directory (tenant) ID");
        return Optional.of(new TeamsConfig(
                id(settings, "teams.app-id", "Application (client) ID"),
                notItsId(settings, password),
                Optional.of(certificate).filter(words -> !words.isEmpty()).map(data::resolve),
                settings.secret("teams.app-certificate-password"),
                tenant,
                tenants(settings, tenant),
                address,
                publisher(settings),
                privacy(settings, address),
                safe(settings, "teams.openid-metadata-url", settings.text("teams.openid-metadata-url")),
                safe(settings, "teams.issuer", settings.text("teams.issuer")).toString(),
                safe(settings, "teams.token-url", tokenUrl(settings, tenant))));
    }

    private static void requireComplete(Settings settings, URI address) throws SettingsException {
        boolean password = settings.secret("teams.app-password").isSet();
        boolean certificate = !settings.text("teams.app-certificate").isEmpty();
        require(
                !settings.text("teams.app-id").isEmpty(),
                "MICROSOFT_APP_ID; without it nobody's request could be told from a forged one");
        require(!settings.text("teams.app-tenant-id").isEmpty(), "MICROSOFT_APP_TENANT_ID");
        require(
                password || certificate,
                "MICROSOFT_APP_PASSWORD (a client secret's value) or MICROSOFT_APP_CERTIFICATE (a file)");
        if (password && certificate) {
            throw new SettingsException(settings.origin("teams.app-certificate") + " and "
                    + settings.origin("teams.app-password")
                    + ": Teams takes a secret or a certificate, not both; make one of them empty");
        }
        require(
                certificate
                        || !settings.secret("teams.app-certificate-password").isSet(),
                "MICROSOFT_APP_CERTIFICATE, which the password beside it is for");
        require(
                TeamsSettings.isSafe(address),
                "http.address, the program's public https:// address: Microsoft comes to it, at /api/messages");
    }

    private static void require(boolean holds, String what) throws SettingsException {
        if (!holds) {
            throw new SettingsException(
                    "Teams is half set up; it also needs " + what + ". docs/teams.md leads through it");
        }
    }

    private static String id(Settings settings, String key, String name) throws SettingsException {
        return id(settings, key, settings.text(key), name);
    }

    private static String id(Settings settings, String key, String words, String name) throws SettingsException {
        if (!ID.matcher(words).matches()) {
            throw new SettingsException(settings.origin(key) + ": " + key + " must be the " + name
                    + " that Entra shows, such as 0a1b2c3d-0a1b-2c3d-4e5f-0a1b2c3d4e5f; something else seems to stand"
                    + " there");
        }
        return words.toLowerCase(Locale.ROOT);
    }

    /** {@code the tenant's id}, or {@code the tenant's id=the school's id}. */
    private static Map<String, SchoolId> tenants(Settings settings, String own) throws SettingsException {
        Map<String, SchoolId> tenants = new LinkedHashMap<>();
        for (String part : settings.list(TENANTS)) {
            int sign = part.indexOf('=');
            String words = sign < 0 ? part : part.substring(0, sign).strip();
            String tenant =
                    id(settings, TENANTS, words, "ids of tenants, each alone or with its school, with commas between,");
            SchoolId school = sign < 0
                    ? SchoolId.DEFAULT
                    : school(settings, tenant, part.substring(sign + 1).strip());
            SchoolId before = tenants.putIfAbsent(tenant, school);
            if (before != null && !before.equals(school)) {
                throw new SettingsException(settings.origin(TENANTS) + ": " + tenant + " has two schools in " + TENANTS
                        + "; a tenant has one");
            }
        }
        return tenants.isEmpty() ? Map.of(own, SchoolId.DEFAULT) : tenants;
    }

    private static SchoolId school(Settings settings, String tenant, String school) throws SettingsException {
        return Schools.ALL.stream()
                .filter(one -> one.value().equals(school))
                .findFirst()
                .orElseThrow(() -> new SettingsException(settings.origin(TENANTS) + ": " + TENANTS + " gives " + tenant
                        + " the school \"" + school + "\", which is not here; there is: "
                        + Schools.ALL.stream().map(SchoolId::value).collect(Collectors.joining(", "))));
    }

    /** The school of a tenant; empty when it belongs to none. */
    Optional<SchoolId> school(String id) {
        return Optional.ofNullable(tenants.get(id));
    }

    /** A tenant of {@code school}: that of the registration, or the first by its id; empty where none is named. */
    Optional<String> tenantOf(SchoolId school) {
        return tenants.entrySet().stream()
                .filter(entry -> entry.getValue().equals(school))
                .map(Map.Entry::getKey)
                .min(Comparator.comparing((String id) -> !id.equals(tenant)).thenComparing(id -> id));
    }

    /** Entra shows a secret's id beside its value, and the id is what people copy. */
    private static Secret notItsId(Settings settings, Secret password) throws SettingsException {
        if (ID.matcher(password.value()).matches()) {
            throw new SettingsException(settings.origin("teams.app-password")
                    + ": teams.app-password must be the client secret's Value; its Secret ID seems to stand there. The"
                    + " value is shown only once: make a new secret");
        }
        return password;
    }

    private static String publisher(Settings settings) throws SettingsException {
        String words = settings.text("teams.publisher");
        if (words.isEmpty() || words.length() > LONGEST_PUBLISHER) {
            throw new SettingsException(settings.origin("teams.publisher") + ": teams.publisher has 1 to "
                    + LONGEST_PUBLISHER + " characters; it has " + words.length());
        }
        return words;
    }

    private static URI privacy(Settings settings, URI address) throws SettingsException {
        String words = settings.text("teams.privacy-url");
        return words.isEmpty() ? address : safe(settings, "teams.privacy-url", words);
    }

    private static String tokenUrl(Settings settings, String tenant) {
        String words = settings.text("teams.token-url");
        return words.isEmpty() ? LOGIN + tenant + "/oauth2/v2.0/token" : words;
    }

    private static URI safe(Settings settings, String key, String words) throws SettingsException {
        try {
            URI address = URI.create(words);
            if (TeamsSettings.isSafe(address)) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            throw new SettingsException(settings.origin(key) + ": " + key + " is no address", e);
        }
        throw new SettingsException(
                settings.origin(key) + ": " + key + " must begin with https://; it is \"" + words + "\"");
    }

    /** Whose people may use it, for messages. */
    String tenantsInWords() {
        return tenants.keySet().stream().sorted().collect(Collectors.joining(", "));
    }
}
