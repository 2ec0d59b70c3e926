package org.clausebot.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One method of one address.
 *
 * @param method {@code GET} (which answers HEAD too) or {@code POST}
 * @param template the path, with {@code {name}} for a segment that varies; also the name in logs and metrics
 * @param access who may call it
 * @param maxForm how many bytes an ordinary form may have
 * @param maxUpload how many bytes of files and fields it takes; 0 for a route that takes ordinary forms only
 * @param quiet whether it is counted and logged only when it failed or somebody was turned away
 * @param action what it does
 */
record Route(String method, String template, Access access, int maxForm, int maxUpload, boolean quiet, Action action) {
    Route {
        if (!template.startsWith("/") || !(method.equals("GET") || method.equals("POST"))) {
            throw new IllegalArgumentException("No route is " + method + " " + template);
        }
    }

    Route quietly() {
        return new Route(method, template, access, maxForm, maxUpload, true, action);
    }

    /** The varying segments by name, or empty when {@code segments} are another address. */
    Optional<Map<String, String>> match(List<String> segments) {
        List<String> mine = List.of(template.substring(1).split("/", -1));
        if (mine.size() != segments.size()) {
            return Optional.empty();
        }
        Map<String, String> found = new TreeMap<>();
        for (int i = 0; i < mine.size(); i++) {
            String expected = mine.get(i);
            if (expected.startsWith("{")) {
                found.put(expected.substring(1, expected.length() - 1), segments.get(i));
            } else if (!expected.equals(segments.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(found);
    }
}
