package org.clausebot.chat.web;

import org.clausebot.chat.Logging;
import org.clausebot.chat.Phrases;
import org.clausebot.chat.web.view.LoggedView;
import org.clausebot.http.Request;
import org.clausebot.http.Response;
import org.clausebot.policy.SchoolId;
import org.clausebot.querylog.Asker;
import org.clausebot.querylog.QuestionLog;

/** The page that says what is logged of questions, with the switch for whoever reads it. */
final class LoggedPage {
    private final SchoolId school;
    private final QuestionLog log;
    private final Phrases.Logging words;
    private final Templates templates;
    private final Frames frames;

    LoggedPage(SchoolId school, QuestionLog log, Phrases.Logging words, Templates templates, Frames frames) {
        this.school = school;
        this.log = log;
        this.words = words;
        this.templates = templates;
        this.frames = frames;
    }

    Response page(Request request) {
        return Response.html(templates.render(
                "logged",
                new LoggedView(
                        frames.of(words.page().title(), "", request.signedIn()), words, log.takes(who(request)))));
    }

    Response turn(Request request) {
        switch (request.form().getOrDefault("log", "")) {
            case "off" -> log.turn(who(request), false);
            case "on" -> log.turn(who(request), true);
            default -> {}
        }
        return Response.seeOther("/logged");
    }

    private Asker who(Request request) {
        return Logging.asker(Conversation.reporter(school, request.signedIn()));
    }
}
