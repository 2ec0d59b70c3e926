package org.clausebot.seal;

/** Signs what must be provable after the record is gone. */
public interface Signer {
    /** The signature of {@code text}, in letters, digits, hyphens and underscores. */
    String sign(String text);

    /** Whether any key that this installation ever signed with made {@code signature} for {@code text}. */
    boolean verify(String text, String signature);
}
