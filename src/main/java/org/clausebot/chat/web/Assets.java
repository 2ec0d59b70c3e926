package org.clausebot.chat.web;

import java.util.Optional;
import org.clausebot.chat.web.view.Frame;
import org.clausebot.http.Response;
import org.clausebot.http.StaticFiles;

/** Styles, scripts and the icon of the staff's pages. */
final class Assets {
    private static final String HTMX = "/META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js";
    private static final String SCRIPT = "text/javascript; charset=utf-8";

    private final StaticFiles files = new StaticFiles(Assets.class, "/assets/");
    private final Frame.Links links = new Frame.Links(
            files.add("/web/assets/clausebot.css", "clausebot", "css", "text/css; charset=utf-8"),
            files.add("/web/assets/clausebot.js", "clausebot", "js", SCRIPT),
            files.add(HTMX, "htmx", "js", SCRIPT),
            files.add("/web/assets/icon.svg", "icon", "svg", "image/svg+xml"));

    Frame.Links links() {
        return links;
    }

    Optional<Response> named(String name) {
        return files.named(name);
    }
}
