package org.clausebot.desk.signin;

import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who somebody is at the school's provider, as far as its claims may be believed.
 *
 * @param subject never changes and is never given to another: tenant and {@code oid} at Entra, {@code sub} at Google
 * @param addresses e-mail addresses that the school's own administrators gave this person, in small letters
 */
record Identity(String subject, Set<String> addresses) {
    Identity {
        addresses = Set.copyOf(addresses);
    }

    /** Empty when the token is of another tenant or domain, or lacks what it must say. */
    static Optional<Identity> in(JWTClaimsSet claims, OidcSettings settings) {
        try {
            return switch (settings.kind()) {
                case ENTRA -> entra(claims, settings);
                case GOOGLE -> google(claims, settings);
            };
        } catch (ParseException e) {
            return Optional.empty();
        }
    }

    /**
     * Entra does not verify {@code email}, which a guest or an administrator of another tenant may set to anything. The
     * tenant and {@code oid} are sure; the addresses help only to see that an invitation went to the right person, within
     * the school's own tenant.
     */
    private static Optional<Identity> entra(JWTClaimsSet claims, OidcSettings settings) throws ParseException {
        String tenant = lower(claims.getStringClaim("tid"));
        String person = lower(claims.getStringClaim("oid"));
        if (!tenant.equals(settings.home()) || person.isEmpty()) {
            return Optional.empty();
        }
        Set<String> addresses = new LinkedHashSet<>();
        addresses.add(lower(claims.getStringClaim("preferred_username")));
        addresses.add(lower(claims.getStringClaim("email")));
        addresses.remove("");
        return Optional.of(new Identity(tenant + " " + person, addresses));
    }

    private static Optional<Identity> google(JWTClaimsSet claims, OidcSettings settings) throws ParseException {
        String email = lower(claims.getStringClaim("email"));
        boolean verified = Boolean.TRUE.equals(claims.getBooleanClaim("email_verified"));
        boolean atHome = lower(claims.getStringClaim("hd")).equals(settings.home());
        return verified && atHome && !email.isEmpty()
                ? Optional.of(new Identity(claims.getSubject(), Set.of(email)))
                : Optional.empty();
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
    }
}
