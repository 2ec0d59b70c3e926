package org.clausebot.desk.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** An OpenID provider on this computer, which checks what a client sends and can be told to lie. */
final class TestProvider implements AutoCloseable {
    static final String CLIENT = "clausebot-client";
    static final String SECRET = "clausebot-secret-of-32-characters";
    static final String TENANT = "7f0c1f6e-3d55-4f0e-9a35-0d2f7b7a1c11";

    /** What the next tokens say besides the usual; may take claims away or change them. */
    UnaryOperator<JWTClaimsSet.Builder> claims = c -> c;

    /** How they are signed. */
    Signing signing = Signing.RIGHT;

    private final RSAKey key;
    private final RSAKey otherKey;
    private final HttpServer server;
    private final Clock clock;
    private final Map<String, Map<String, String>> asked = new ConcurrentHashMap<>();

    enum Signing {
        RIGHT,
        NONE,
        ANOTHER_KEY,
        CLIENT_SECRET
    }

    TestProvider(Clock clock) throws IOException, JOSEException {
        this.clock = clock;
        key = new RSAKeyGenerator(2048).keyID("one").generate();
        otherKey = new RSAKeyGenerator(2048).keyID("one").generate();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/.well-known/openid-configuration", this::configuration);
        server.createContext("/keys", exchange -> answer(exchange, 200, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext("/token", this::token);
        server.start();
    }

    URI issuer() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    OidcSettings entra() {
        return OidcSettings.of(issuer().toString(), CLIENT, SECRET, TENANT, "");
    }

    OidcSettings google() {
        return OidcSettings.of(issuer().toString(), CLIENT, SECRET, "", "oakfield.example");
    }

    /** What the provider's own sign-in page does with a browser: remembers what was asked, and sends it back. */
    String authorize(URI address) {
        Map<String, String> query = fields(address.getRawQuery());
        String code = Tokens.fresh();
        asked.put(code, query);
        return OidcClient.RETURN + "?code=" + code + "&state=" + query.get("state");
    }

    private void configuration(HttpExchange exchange) throws IOException {
        answer(exchange, 200, """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
                "jwks_uri":"%1$s/keys","response_types_supported":["code"],"subject_types_supported":["public"],
                "id_token_signing_alg_values_supported":["RS256"]}""".formatted(issuer()));
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> form = fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Map<String, String> request =
                Objects.requireNonNullElse(asked.remove(form.getOrDefault("code", "")), Map.<String, String>of());
        boolean right = CLIENT.equals(form.get("client_id"))
                && SECRET.equals(form.get("client_secret"))
                && request.getOrDefault("redirect_uri", "none").equals(form.get("redirect_uri"))
                && "S256".equals(request.get("code_challenge_method"))
                && request.getOrDefault("code_challenge", "none")
                        .equals(challenge(form.getOrDefault("code_verifier", "")));
        if (!right) {
            answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        String jwt = signed(
                        claims.apply(usual(request.getOrDefault("nonce", ""))).build())
                .serialize();
        answer(
                exchange,
                200,
                "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"expires_in\":300,\"id_token\":\"" + jwt + "\"}");
    }

    private JWTClaimsSet.Builder usual(String nonce) {
        return new JWTClaimsSet.Builder()
                .issuer(issuer().toString())
                .audience(CLIENT)
                .subject("subject-1")
                .claim("nonce", nonce)
                .issueTime(Date.from(clock.instant()))
                .expirationTime(Date.from(clock.instant().plusSeconds(300)))
                .claim("tid", TENANT)
                .claim("oid", "00000000-0000-0000-0000-00000000a001")
                .claim("preferred_username", "DSL@oakfield.example")
                .claim("email", "dsl@oakfield.example")
                .claim("email_verified", true)
                .claim("hd", "oakfield.example");
    }

    private JWT signed(JWTClaimsSet set) {
        try {
            return switch (signing) {
                case NONE -> new PlainJWT(set);
                case CLIENT_SECRET -> {
                    SignedJWT jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), set);
                    jwt.sign(new MACSigner(SECRET));
                    yield jwt;
                }
                case RIGHT, ANOTHER_KEY -> {
                    RSAKey with = signing == Signing.RIGHT ? key : otherKey;
                    SignedJWT jwt = new SignedJWT(
                            new JWSHeader.Builder(JWSAlgorithm.RS256)
                                    .keyID("one")
                                    .build(),
                            set);
                    jwt.sign(new RSASSASigner(with));
                    yield jwt;
                }
            };
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    private static String challenge(String verifier) {
        try {
            return Tokens.text(
                    MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, String> fields(String encoded) {
        Map<String, String> fields = new TreeMap<>();
        for (String pair : encoded.split("&", -1)) {
            int equals = pair.indexOf('=');
            fields.put(
                    pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return fields;
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
