package org.clausebot.incident;

/** A file was not taken. The message is for the person who sent it. */
public final class EvidenceRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    public EvidenceRefusedException(String message) {
        super(message);
    }
}
