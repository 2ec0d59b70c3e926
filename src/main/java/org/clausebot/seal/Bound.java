package org.clausebot.seal;

import java.nio.ByteBuffer;

/**
 * Words as bytes that a ciphertext is bound to: each word's length in characters (4 bytes) and its characters (2 bytes
 * each), so that no two lists of words give the same bytes. UTF-8 would not do: it writes every broken surrogate alike.
 */
final class Bound {
    private Bound() {}

    static byte[] to(String... words) {
        int size = 0;
        for (String word : words) {
            size += Integer.BYTES + Character.BYTES * word.length();
        }
        ByteBuffer bytes = ByteBuffer.allocate(size);
        for (String word : words) {
            bytes.putInt(word.length());
            for (int i = 0; i < word.length(); i++) {
                bytes.putChar(word.charAt(i));
            }
        }
        return bytes.array();
    }
}
