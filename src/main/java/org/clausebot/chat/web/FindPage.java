package org.clausebot.chat.web;

import java.util.ArrayList;
import java.util.List;
import org.clausebot.answer.Quote;
import org.clausebot.chat.ClauseFinder;
import org.clausebot.chat.ClauseFinder.Found;
import org.clausebot.chat.web.view.FindView;
import org.clausebot.chat.web.view.Frame;
import org.clausebot.chat.web.view.QuoteView;
import org.clausebot.http.Request;
import org.clausebot.http.Response;

/** The search for people who know what they look for. */
final class FindPage {
    private static final int LIMIT = 20;
    private static final int MAX_QUERY = 500;

    private final ClauseFinder finder;
    private final Templates templates;
    private final Frames frames;

    FindPage(ClauseFinder finder, Templates templates, Frames frames) {
        this.finder = finder;
        this.templates = templates;
        this.frames = frames;
    }

    Response page(Request request) {
        String query = request.query().getOrDefault("q", "").strip();
        Frame frame = frames.of("Find a clause", "find", request.signedIn());
        if (query.isEmpty()) {
            return respond(200, new FindView(frame, "", "", "", "", "", 0, List.of()));
        }
        Found found = query.length() > MAX_QUERY
                ? new Found.Malformed(
                        "A search may have " + MAX_QUERY + " characters; this one is longer.", MAX_QUERY + 1)
                : finder.find(query, LIMIT);
        return switch (found) {
            case Found.Hits hits -> respond(200, new FindView(frame, query, "", "", "", "", 0, quotes(hits.quotes())));
            case Found.Malformed mistake -> respond(400, mistake(frame, query, mistake));
        };
    }

    private static FindView mistake(Frame frame, String query, Found.Malformed mistake) {
        int start = Math.min(mistake.column() - 1, query.length());
        int end = start < query.length() ? query.offsetByCodePoints(start, 1) : start;
        return new FindView(
                frame,
                query,
                mistake.message(),
                query.substring(0, start),
                query.substring(start, end),
                query.substring(end),
                mistake.column(),
                List.of());
    }

    private static List<QuoteView> quotes(List<Quote> hits) {
        List<QuoteView> views = new ArrayList<>();
        for (Quote hit : hits) {
            views.add(Quotes.view(hit, "quote-" + (views.size() + 1), "", List.of()));
        }
        return views;
    }

    private Response respond(int status, FindView view) {
        return Response.html(status, templates.render("find", view));
    }
}
