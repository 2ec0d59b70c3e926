package org.clausebot.http;

import java.util.ArrayList;
import java.util.List;

/** The addresses that a feature answers. Immutable: each call gives a longer list. */
public final class Routes {
    private final List<Route> all;

    private Routes(List<Route> all) {
        this.all = List.copyOf(all);
    }

    public static Routes none() {
        return new Routes(List.of());
    }

    /** @param template a path such as {@code /policies/{id}}; GET answers HEAD too */
    public Routes get(String template, Access access, Action action) {
        return with(new Route("GET", template, access, Incoming.MAX_BODY, 0, false, action));
    }

    /** @param template a path; its form is checked for size, encoding and origin before {@code action} sees it */
    public Routes post(String template, Access access, Action action) {
        return with(new Route("POST", template, access, Incoming.MAX_BODY, 0, false, action));
    }

    /**
     * As {@link #post}, for a form with files ({@code multipart/form-data}; ordinary forms are taken as well).
     *
     * @param maxBytes the most that fields and files may be together
     */
    public Routes upload(String template, Access access, int maxBytes, Action action) {
        return upload(template, access, Incoming.MAX_BODY, maxBytes, action);
    }

    /**
     * As {@link #upload(String, Access, int, Action)}, where an ordinary form may be longer than elsewhere.
     *
     * @param maxForm the most bytes of an ordinary form, as encoded: a character may take twelve
     */
    public Routes upload(String template, Access access, int maxForm, int maxBytes, Action action) {
        if (maxForm < Incoming.MAX_BODY || maxBytes < maxForm) {
            throw new IllegalArgumentException("An upload takes no less than an ordinary form");
        }
        return with(new Route("POST", template, access, maxForm, maxBytes, false, action));
    }

    /**
     * These routes, counted and logged only when the server failed or turned somebody away. For what only those do who
     * send or read reports: how often they do it would tell whoever sees metrics and log that there is one, and it may be
     * about them.
     */
    public Routes quiet() {
        return new Routes(all.stream().map(Route::quietly).toList());
    }

    /** These routes and {@code more}. */
    public Routes and(Routes more) {
        Routes joined = this;
        for (Route route : more.all) {
            joined = joined.with(route);
        }
        return joined;
    }

    List<Route> all() {
        return all;
    }

    private Routes with(Route route) {
        List<Route> longer = new ArrayList<>(all);
        for (Route other : all) {
            if (other.method().equals(route.method()) && other.template().equals(route.template())) {
                throw new IllegalArgumentException("Two routes for " + route.method() + " " + route.template());
            }
        }
        longer.add(route);
        return new Routes(longer);
    }
}
