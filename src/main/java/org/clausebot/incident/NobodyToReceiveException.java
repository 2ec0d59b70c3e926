package org.clausebot.incident;

/** Nobody is left who may receive the report. The message says whom to ring instead. */
public final class NobodyToReceiveException extends Exception {
    private static final long serialVersionUID = 1L;

    public NobodyToReceiveException(String message) {
        super(message);
    }
}
