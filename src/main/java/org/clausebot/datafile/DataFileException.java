package org.clausebot.datafile;

import java.nio.file.Path;

/** A data file is not as it should be. Its message begins with the file and the line and is fit to show to a person. */
public final class DataFileException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int line;

    /** @param line counted from 1; 0 when the whole file is meant */
    public DataFileException(Path file, int line, String message) {
        super(place(file, line) + message);
        this.line = line;
    }

    public DataFileException(Path file, int line, String message, Throwable cause) {
        super(place(file, line) + message, cause);
        this.line = line;
    }

    /** Counted from 1; 0 when the whole file is meant. For logs, which must not repeat what a file says. */
    public int line() {
        return line;
    }

    private static String place(Path file, int line) {
        return line > 0 ? file + ":" + line + ": " : file + ": ";
    }
}
