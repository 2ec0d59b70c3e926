package org.clausebot.storage;

/** The database cannot be used. Its message says which file, what is wrong and what to do. */
public final class StorageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StorageException(String message) {
        super(message);
    }

    StorageException(String message, Throwable cause) {
        super(message, cause);
    }
}
