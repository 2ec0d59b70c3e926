package org.clausebot.http;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** The page for a request that Jetty itself refuses, before any route has seen it: never a cause, never a stack trace. */
final class ErrorPages extends ErrorHandler {
    private final Pages pages;
    private final boolean behindTls;

    ErrorPages(Pages pages, boolean behindTls) {
        this.pages = pages;
        this.behindTls = behindTls;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Notice notice = Notice.of(Math.max(400, response.getStatus()));
        boolean fragment = request.getHeaders().contains("HX-Request");
        response.setStatus(notice.status());
        addHeaders(response.getHeaders());
        Content.Sink.write(response, true, pages.notice(notice, fragment), callback);
        return true;
    }

    private void addHeaders(HttpFields.Mutable headers) {
        SecurityHeaders.addTo(headers, behindTls);
        headers.put(new HttpField(HttpHeader.CACHE_CONTROL, "no-store"));
        headers.put(new HttpField(HttpHeader.CONTENT_TYPE, "text/html; charset=utf-8"));
    }
}
