package org.clausebot.incident;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * Random ids and codes. A code is 12 of 25 signs, about 55 bits: of the signs that people mix up (0 O Q D, 1 I L, 5 S, 8
 * B, 2 Z, U V) one at most is used.
 */
final class Codes {
    private static final String SIGNS = "2345679ACDEFGHJKMNPRTVWXY";
    private static final int LENGTH = 12;
    private static final int GROUP = 4;
    private static final int ID_BYTES = 16;

    private final SecureRandom random = new SecureRandom();

    /** 32 hexadecimal digits. */
    String id() {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Such as {@code 7K4Q-MXPD-29TF}. */
    String code() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            if (i > 0 && i % GROUP == 0) {
                code.append('-');
            }
            code.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return code.toString();
    }

    /** A code as people type it: any capitals, spaces or none; empty when it cannot be one. */
    static Optional<String> read(String typed) {
        StringBuilder code = new StringBuilder();
        for (char c : typed.toUpperCase(Locale.ROOT).toCharArray()) {
            if (SIGNS.indexOf(c) >= 0) {
                if (code.length() % (GROUP + 1) == GROUP) {
                    code.append('-');
                }
                code.append(c);
            } else if (Character.isLetterOrDigit(c)) {
                return Optional.empty();
            }
            if (code.length() > LENGTH + 2) {
                return Optional.empty();
            }
        }
        return code.length() == LENGTH + 2 ? Optional.of(code.toString()) : Optional.empty();
    }
}
