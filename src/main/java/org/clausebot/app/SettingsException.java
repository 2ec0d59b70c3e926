package org.clausebot.app;

/** A setting is wrong. Its message says where it was set, what is wrong and what would be right. */
final class SettingsException extends Exception {
    private static final long serialVersionUID = 1L;

    SettingsException(String message) {
        super(message);
    }

    SettingsException(String message, Throwable cause) {
        super(message, cause);
    }
}
