package org.clausebot.http;

/**
 * Why a request was refused or failed, in words for the person in front of the page. Holds nothing that was sent.
 *
 * @param status the HTTP status, 400 to 599
 * @param title a few words
 * @param text what happened and what to do next
 * @param retryAfter seconds to wait before trying again; 0 where waiting does not help
 */
public record Notice(int status, String title, String text, long retryAfter) {
    public Notice {
        if (status < 400 || status > 599 || title.isBlank() || text.isBlank()) {
            throw new IllegalArgumentException("A notice needs an error status, a title and a text");
        }
    }

    Notice(int status, String title, String text) {
        this(status, title, text, 0);
    }

    static Notice badRequest(String text) {
        return new Notice(400, "That request could not be read", text);
    }

    static Notice tooLarge(int mostBytes) {
        int megabytes = mostBytes / (1024 * 1024);
        return new Notice(
                413,
                "Too large",
                "What was sent is larger than is accepted here ("
                        + (megabytes > 0 ? megabytes + " MB" : mostBytes / 1024 + " kB")
                        + " at once). Nothing was kept. Please send a smaller file, or fewer.");
    }

    /** Of words, not files. */
    static Notice tooLong(int mostBytes) {
        return new Notice(
                413,
                "Too much at once",
                "What was sent is larger than this server accepts (" + mostBytes / 1024
                        + " kB), and nothing was kept. Go back, and shorten it or send it in parts.");
    }

    static Notice tooMany(long seconds) {
        return new Notice(
                429,
                "A short pause, please",
                "That was a lot at once. Please wait "
                        + (seconds == 1 ? "a second" : seconds + " seconds")
                        + " and try again. If a child is in immediate danger, do not wait: call 999.",
                seconds);
    }

    /** The words for {@code status} where nothing more is known. */
    static Notice of(int status) {
        return switch (status) {
            case 401 ->
                new Notice(
                        401,
                        "Please sign in",
                        "You are not signed in, or your session has ended. Sign in and try again.");
            case 403 ->
                new Notice(
                        403,
                        "Not from here",
                        "This request did not come from a page of this server, so nothing was done. Go back to the"
                                + " page, reload it and try again.");
            case 404 ->
                new Notice(
                        404, "Page not found", "There is no page at this address. Go to the start page and ask there.");
            case 405 ->
                new Notice(405, "Not possible here", "This address cannot be used in that way. Go to the start page.");
            case 408 -> new Notice(408, "That took too long", "The request did not arrive in time. Please try again.");
            case 411 ->
                new Notice(411, "Its size is missing", "The request did not say how large it is. Please try again.");
            case 413 -> tooLong(Incoming.MAX_BODY);
            case 414 ->
                new Notice(
                        414, "That address is too long", "Shorten the address, or go to the start page and ask there.");
            case 415 ->
                new Notice(
                        415,
                        "That kind of content is not accepted",
                        "This server accepts ordinary forms only, no files and no pictures.");
            case 421 ->
                new Notice(
                        421,
                        "Wrong server name",
                        "This server does not answer under the name in the address bar. Use the address that it printed"
                                + " when it started, or add the name to its settings.");
            case 431 ->
                new Notice(
                        431,
                        "The browser sent too much",
                        "The request's headers are larger than this server accepts. Delete this site's cookies and"
                                + " try again.");
            case 503 ->
                new Notice(503, "Not ready yet", "The server is starting or stopping. Please try again shortly.");
            case 505 -> new Notice(505, "That protocol is not spoken here", "This server speaks HTTP/1.1.");
            default ->
                status >= 500
                        ? new Notice(
                                status,
                                "Something went wrong here",
                                "The fault is ours, and nothing you typed was kept. Please try again; if it happens"
                                        + " again, tell whoever runs this server.")
                        : new Notice(
                                status >= 400 ? status : 400,
                                "That request could not be read",
                                "It is not in a form that this server understands. Go to the start page and try again.");
        };
    }
}
