package org.clausebot.seal;

/**
 * Where the master key is.
 *
 * @param masterKey empty for {@code keys/master.key} in the data folder; a path (relative ones start at the data
 *     folder); or the address of a key service, see {@link KeyService}
 * @param serviceToken the bearer token for the key service; empty when there is none
 */
public record KeySettings(String masterKey, String serviceToken) {
    public KeySettings {
        masterKey = masterKey.strip();
        serviceToken = serviceToken.strip();
    }

    boolean isService() {
        return masterKey.contains("://");
    }

    /** Nothing of the token. */
    @Override
    public String toString() {
        return "KeySettings[masterKey=" + masterKey + "]";
    }
}
