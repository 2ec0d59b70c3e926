package org.clausebot.policy;

/** A correction does not fit the document. Its message tells the person who made it why and what to do instead. */
public final class CorrectionException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String sentence;

    public CorrectionException(String message) {
        super(message);
        this.sentence = message;
    }

    public CorrectionException(String message, Throwable cause) {
        super(message, cause);
        this.sentence = message;
    }

    @Override
    public String getMessage() {
        return sentence;
    }
}
