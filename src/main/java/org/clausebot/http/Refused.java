package org.clausebot.http;

/** Ends a request with a notice. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Notice notice;

    Refused(Notice notice) {
        super(notice.title(), null, false, false);
        this.notice = notice;
    }

    Refused(int status) {
        this(Notice.of(status));
    }

    Notice notice() {
        return notice;
    }
}
