package org.clausebot.http;

/** Answers one request. Called on a virtual thread, many at a time. */
@FunctionalInterface
public interface Action {
    Response respond(Request request);
}
