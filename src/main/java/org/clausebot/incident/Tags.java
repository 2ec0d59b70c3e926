package org.clausebot.incident;

import java.util.HexFormat;
import org.clausebot.policy.SchoolId;
import org.clausebot.seal.Vault;

/** Keyed fingerprints: what rows are looked up by without the database telling whom or what they stand for. */
final class Tags {
    private final Vault vault;

    Tags(Vault vault) {
        this.vault = vault;
    }

    String person(SchoolId school, String receiverId) {
        return tag("person", school.value(), receiverId);
    }

    String reporter(Reporter reporter) {
        return tag("reporter", reporter.school().value(), reporter.channel(), reporter.key());
    }

    String conversation(String id) {
        return tag("conversation", id);
    }

    String receipt(String code) {
        return tag("receipt", code);
    }

    String later(SchoolId school, String code) {
        return tag("later", school.value(), code);
    }

    private String tag(String purpose, String... parts) {
        return HexFormat.of().formatHex(vault.fingerprint(purpose, joined(parts)));
    }

    /** The parts with their lengths, so that no two lists of parts make the same text. */
    static String joined(String... parts) {
        StringBuilder text = new StringBuilder();
        for (String part : parts) {
            text.append(part.length()).append(':').append(part);
        }
        return text.toString();
    }
}
