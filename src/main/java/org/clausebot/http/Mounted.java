package org.clausebot.http;

import jakarta.servlet.http.HttpServlet;

/**
 * A servlet of another library under an address of its own. The server checks its host, reads the body whole within the
 * limits of size and time, and adds the security headers; who calls is the servlet's own business. There is no session
 * and no token in forms. An address that was answered 401 too often is answered 429; whoever proves who they are is
 * never slowed down.
 *
 * @param path such as {@code /slack/events}; nothing varies in it
 * @param servlet answers without throwing
 * @param maxBody the most bytes that a body may have, 1 to 16 MiB
 */
public record Mounted(String path, HttpServlet servlet, int maxBody) {
    public Mounted {
        if (!path.matches("(/[A-Za-z0-9_-]+)+") || maxBody < 1 || maxBody > 16 * 1024 * 1024) {
            throw new IllegalArgumentException("A servlet has a plain path and takes 1 byte to 16 MiB");
        }
    }
}
