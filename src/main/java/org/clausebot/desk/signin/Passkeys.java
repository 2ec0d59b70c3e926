package org.clausebot.desk.signin;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.exception.DataConversionException;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.data.extension.authenticator.AuthenticationExtensionsAuthenticatorOutputs;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.VerificationException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.clausebot.policy.SchoolId;

/**
 * Checks passkeys (WebAuthn level 2). Each is kept on a device that asks for a finger, a face or a PIN before it answers,
 * so that one alone signs in. Whose it is, the browser need not be told first.
 */
final class Passkeys {
    /** Ed25519, P-256, RSA: what devices have (COSE numbers of RFC 9053 and RFC 8812). */
    static final List<Long> ALGORITHMS = List.of(-8L, -7L, -257L);

    private final SchoolId school;
    private final Accounts accounts;
    private final Challenges challenges;
    private final Supplier<URI> base;
    private final Clock clock;
    private final ObjectConverter converter = new ObjectConverter();
    private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager(converter);
    private final AttestedCredentialDataConverter keys = new AttestedCredentialDataConverter(converter);

    Passkeys(ReceiverSignIn.Parts parts, Challenges challenges) {
        this.school = parts.school();
        this.accounts = parts.accounts();
        this.challenges = challenges;
        this.base = parts.base();
        this.clock = parts.clock();
    }

    /** The name for which passkeys are made: this host's. */
    String relyingParty() {
        return Objects.requireNonNull(base.get().getHost(), "The program's address names a host");
    }

    /**
     * The passkey that a browser made.
     *
     * @param purpose what the challenge was given for
     * @param answer the browser's answer as JSON
     * @return empty when it is not right
     */
    Optional<Passkey> made(String purpose, String challenge, String answer, String receiver, String name) {
        Optional<ServerProperty> server = server(purpose, challenge);
        if (server.isEmpty()) {
            return Optional.empty();
        }
        try {
            List<PublicKeyCredentialParameters> allowed = ALGORITHMS.stream()
                    .map(number -> new PublicKeyCredentialParameters(
                            PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.create(number)))
                    .toList();
            RegistrationData data = manager.verifyRegistrationResponseJSON(
                    answer, new RegistrationParameters(server.get(), allowed, true, true));
            AuthenticatorData<?> device =
                    Objects.requireNonNull(data.getAttestationObject()).getAuthenticatorData();
            var credential = Objects.requireNonNull(device.getAttestedCredentialData());
            String called = name.strip().replaceAll("\\p{Cntrl}", "");
            return Optional.of(new Passkey(
                    Tokens.text(credential.getCredentialId()),
                    receiver,
                    called.isEmpty() ? "A passkey" : called.substring(0, Math.min(60, called.length())),
                    keys.convert(credential),
                    device.getSignCount(),
                    device.isFlagBE(),
                    clock.instant()));
        } catch (VerificationException | DataConversionException | IllegalArgumentException | NullPointerException e) {
            return Optional.empty();
        }
    }

    /** Whose passkey answered; empty when it is unknown, or anything is not right. */
    Optional<String> owner(String purpose, String challenge, String answer) {
        Optional<ServerProperty> server = server(purpose, challenge);
        if (server.isEmpty()) {
            return Optional.empty();
        }
        try {
            AuthenticationData data = manager.parseAuthenticationResponseJSON(answer);
            Optional<Passkey> known =
                    accounts.passkey(school, Tokens.text(Objects.requireNonNull(data.getCredentialId())));
            if (known.isEmpty()) {
                return Optional.empty();
            }
            manager.verify(data, new AuthenticationParameters(server.get(), record(known.get()), null, true, true));
            long uses = Objects.requireNonNull(data.getAuthenticatorData()).getSignCount();
            return accounts.usedPasskey(school, known.get(), uses)
                    ? Optional.of(known.get().receiver())
                    : Optional.empty();
        } catch (VerificationException | DataConversionException | IllegalArgumentException | NullPointerException e) {
            return Optional.empty();
        }
    }

    private CredentialRecordImpl record(Passkey passkey) {
        return new CredentialRecordImpl(
                new NoneAttestationStatement(),
                true,
                passkey.backupEligible(),
                null,
                passkey.uses(),
                keys.convert(passkey.key()),
                new AuthenticationExtensionsAuthenticatorOutputs<>(),
                null,
                null,
                null);
    }

    private Optional<ServerProperty> server(String purpose, String challenge) {
        URI address = base.get();
        String origin = address.getScheme() + "://" + address.getAuthority();
        return challenges
                .take(purpose, challenge)
                .map(bytes -> ServerProperty.builder()
                        .origin(new Origin(origin))
                        .rpId(relyingParty())
                        .challenge(new DefaultChallenge(bytes))
                        .build());
    }
}
