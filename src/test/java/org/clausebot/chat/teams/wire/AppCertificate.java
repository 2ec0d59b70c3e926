package org.clausebot.chat.teams.wire;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;

/** A certificate with its key, from 1 November 2026 for some days, made for the test. */
public final class AppCertificate {
    static final String PASSWORD = "only-for-tests";

    private final Path store;
    private final Key key;
    private final Certificate certificate;

    private AppCertificate(Path store, Key key, Certificate certificate) {
        this.store = store;
        this.key = key;
        this.certificate = certificate;
    }

    public static AppCertificate of(Path folder, String name, int days) throws Exception {
        return of(folder, name, days, "RSA", 2048);
    }

    static AppCertificate of(Path folder, String name, int days, String algorithm, int bits) throws Exception {
        Path file = folder.resolve(name + ".p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "app",
                        "-keyalg",
                        algorithm,
                        "-keysize",
                        Integer.toString(bits),
                        "-dname",
                        "CN=Clausebot",
                        "-startdate",
                        "2026/11/01 00:00:00",
                        "-validity",
                        Integer.toString(days),
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (keytool.waitFor() != 0) {
            throw new IllegalStateException(said);
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        return new AppCertificate(file, store.getKey("app", PASSWORD.toCharArray()), store.getCertificate("app"));
    }

    Path store() {
        return store;
    }

    Certificate certificate() {
        return certificate;
    }

    String keyPem() {
        return block("PRIVATE KEY", key.getEncoded());
    }

    String certificatePem() throws Exception {
        return block("CERTIFICATE", certificate.getEncoded());
    }

    /** A file that holds both. */
    public Path pem(Path file) throws Exception {
        return Files.writeString(file, keyPem() + certificatePem());
    }

    static String block(String kind, byte[] content) {
        return "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content) + "\n-----END " + kind
                + "-----\n";
    }
}
