package org.clausebot.backup;

/** A backup was not made or not restored. The message tells the person what to do; nothing was changed unless it says so. */
public final class BackupException extends Exception {
    private static final long serialVersionUID = 1L;

    public BackupException(String message) {
        super(message);
    }

    public BackupException(String message, Throwable cause) {
        super(message, cause);
    }
}
