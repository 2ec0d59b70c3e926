package org.clausebot.http;

/** A page that does nothing but open {@code path} once more, from our own site. */
final class Reload {
    private Reload() {}

    /** @param path a path on this server, decoded; anything but plain characters leads to the start page */
    static String page(String path) {
        String target = path.matches("/[A-Za-z0-9/-]*") && !path.startsWith("//") ? path : "/";
        return "<!DOCTYPE html><html lang=\"en-GB\"><head><meta charset=\"utf-8\"><title>Opening the page</title>"
                + "<meta http-equiv=\"refresh\" content=\"0;url=" + target + "\"></head><body><p><a href=\"" + target
                + "\">Open the page</a></p></body></html>";
    }
}
