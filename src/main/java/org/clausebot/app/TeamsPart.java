package org.clausebot.app;

import org.clausebot.chat.teams.wire.Credential;
import org.clausebot.chat.teams.wire.CredentialException;
import org.clausebot.chat.teams.wire.TeamsSettings;

/** The bot in Microsoft Teams, put together. There is none where nothing of Teams is set. */
final class TeamsPart {
    private TeamsPart() {}

    /**
     * The connection's settings, as the page of settings has them.
     *
     * @throws RefusedException when the certificate cannot be used
     */
    static TeamsSettings settings(TeamsConfig teams) throws RefusedException {
        return new TeamsSettings(
                teams.appId(),
                credential(teams),
                teams.tenant(),
                teams.tenants(),
                teams.metadata(),
                teams.issuer(),
                teams.token());
    }

    private static Credential credential(TeamsConfig teams) throws RefusedException {
        try {
            return teams.certificate().isPresent()
                    ? Credential.read(
                            teams.certificate().get(),
                            teams.certificatePassword().value())
                    : new Credential.Secret(teams.password().value());
        } catch (CredentialException e) {
            throw new RefusedException(e);
        }
    }
}
