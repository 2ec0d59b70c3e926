package org.clausebot.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.LoggerFactory;

/**
 * Where the log goes: one JSON object a line, in the data folder, for {@code serve}; nowhere for other commands, whose
 * errors the person sees. No code of this program hands a logger anything that a person typed.
 */
final class Logs {
    private Logs() {}

    /** Nothing below an error, and that to nobody, until {@link #toFolder}. */
    static void quiet() {
        // Lucene and PDFBox speak through java.util.logging and commons-logging; the console is not theirs.
        java.util.logging.LogManager.getLogManager().reset();
        root().detachAndStopAllAppenders();
        root().setLevel(Level.ERROR);
    }

    /** Writes to {@code data/log/clausebot.jsonl}; 14 days are kept, and 200 MB at most. */
    static void toFolder(Path data) {
        LoggerContext context = context();
        RollingFileAppender<ILoggingEvent> file = new RollingFileAppender<>();
        file.setContext(context);
        file.setFile(data.resolve("log/clausebot.jsonl").toString());
        SizeAndTimeBasedRollingPolicy<ILoggingEvent> rolling = new SizeAndTimeBasedRollingPolicy<>();
        rolling.setContext(context);
        rolling.setParent(file);
        rolling.setFileNamePattern(data.resolve("log/clausebot.%d.%i.jsonl").toString());
        rolling.setMaxFileSize(FileSize.valueOf("20MB"));
        rolling.setMaxHistory(14);
        rolling.setTotalSizeCap(FileSize.valueOf("200MB"));
        rolling.start();
        file.setRollingPolicy(rolling);
        JsonEncoder encoder = new JsonEncoder();
        encoder.setContext(context);
        encoder.setWithMessage(false);
        encoder.setWithArguments(false);
        encoder.setWithFormattedMessage(true);
        encoder.start();
        file.setEncoder(encoder);
        file.start();
        root().addAppender(file);
        root().setLevel(Level.WARN);
        // Jetty's warnings repeat what was sent.
        context.getLogger("org.eclipse.jetty").setLevel(Level.ERROR);
        // Slack's SDK may repeat what was said; what matters of it is logged here in our own words.
        context.getLogger("com.slack").setLevel(Level.OFF);
        // The document libraries' repeat what a document says, and flood the log over a damaged one.
        for (String library : List.of("org.apache.pdfbox", "org.apache.fontbox", "org.apache.poi")) {
            context.getLogger(library).setLevel(Level.OFF);
        }
        context.getLogger("org.clausebot").setLevel(Level.INFO);
    }

    private static Logger root() {
        return context().getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    private static LoggerContext context() {
        return (LoggerContext) LoggerFactory.getILoggerFactory();
    }
}
