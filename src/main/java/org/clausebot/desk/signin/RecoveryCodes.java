package org.clausebot.desk.signin;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.clausebot.seal.Vault;

/** Ten codes for the day when the authenticator is lost: 50 bits each, used once, kept as keyed hashes. */
final class RecoveryCodes {
    private static final int HOW_MANY = 10;
    private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private final Vault vault;
    private final SecureRandom random = new SecureRandom();

    RecoveryCodes(Vault vault) {
        this.vault = vault;
    }

    /** Such as {@code 7K2QM-XW4RT}. */
    List<String> fresh() {
        return Stream.generate(this::one).distinct().limit(HOW_MANY).toList();
    }

    /** Capitals, spaces and hyphens do not matter. */
    String hash(String receiver, String code) {
        String plain = code.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        return HexFormat.of().formatHex(vault.fingerprint("desk/recovery", receiver + " " + plain));
    }

    private String one() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            code.append(i == 5 ? "-" : "").append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return code.toString();
    }
}
