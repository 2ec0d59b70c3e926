package org.clausebot.chat.web;

import org.clausebot.chat.web.view.NoticeView;
import org.clausebot.chat.web.view.SignInView;
import org.clausebot.http.Notice;
import org.clausebot.http.Pages;
import org.clausebot.http.SignInForm;

/** The server's own pages, in the look of the others. */
final class WebPages implements Pages {
    private final Templates templates;
    private final Frames frames;

    WebPages(Templates templates, Frames frames) {
        this.templates = templates;
        this.frames = frames;
    }

    @Override
    public String notice(Notice notice, boolean fragment) {
        NoticeView view = new NoticeView(frames.bare(notice.title()), notice.title(), notice.text());
        return templates.render(fragment ? "notice-part" : "notice", view);
    }

    @Override
    public String signIn(SignInForm form) {
        boolean link = form.mode() == SignInForm.Mode.LINK;
        return templates.render("sign-in", new SignInView(frames.bare("Sign in"), link, form.problem(), form.next()));
    }
}
