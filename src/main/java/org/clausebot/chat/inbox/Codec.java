package org.clausebot.chat.inbox;

/** Something as bytes to be sealed, and back. */
public interface Codec<T> {
    byte[] write(T what);

    /** @throws RuntimeException when these bytes were not written by {@link #write}; its message is not shown */
    T read(byte[] bytes);
}
