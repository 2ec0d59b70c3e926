package org.clausebot.chat.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.clausebot.chat.web.view.Frame;
import org.clausebot.http.Response;

/** Styles, scripts and the icon, served from the class path under names that hold a hash of their content. */
final class Assets {
    private static final String HTMX = "/META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js";
    private static final String SCRIPT = "text/javascript; charset=utf-8";

    private final Map<String, Response> byName = new HashMap<>();
    private final Frame.Links links;

    Assets() {
        links = new Frame.Links(
                add("/web/assets/clausebot.css", "clausebot", "css", "text/css; charset=utf-8"),
                add("/web/assets/clausebot.js", "clausebot", "js", SCRIPT),
                add(HTMX, "htmx", "js", SCRIPT),
                add("/web/assets/icon.svg", "icon", "svg", "image/svg+xml"));
    }

    Frame.Links links() {
        return links;
    }

    Optional<Response> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    private String add(String resource, String name, String ending, String type) {
        byte[] bytes = read(resource);
        String hash = hash(bytes);
        String file = name + "." + hash + "." + ending;
        byName.put(file, Response.forever(type, hash, bytes));
        return "/assets/" + file;
    }

    private static byte[] read(String resource) {
        try (InputStream in = Assets.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The program lacks its file " + resource);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, 10);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
