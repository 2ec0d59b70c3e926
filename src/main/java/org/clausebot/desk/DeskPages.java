package org.clausebot.desk;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;
import org.clausebot.desk.view.DeskFrame;
import org.clausebot.http.Notice;
import org.clausebot.http.Pages;
import org.clausebot.http.Response;
import org.clausebot.school.School;

/** What all pages of the case desk share. */
final class DeskPages {
    private static final ZoneId USUAL = ZoneId.of("Europe/London");

    /** The one answer for a case that is another's, that never was, and that cannot be. */
    private static final Notice NO_SUCH_PAGE = new Notice(
            404,
            "Page not found",
            "There is nothing for you at this address. Your cases are listed on the case desk.",
            0);

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(
            null, ContentType.Html, DeskPages.class.getClassLoader(), "org.clausebot.desk.templates");
    private final Supplier<Optional<School>> school;
    private final Pages pages;

    DeskPages(Supplier<Optional<School>> school, Pages pages) {
        this.school = school;
        this.pages = pages;
    }

    DeskTimes times() {
        return new DeskTimes(school.get().map(s -> s.hours().zone()).orElse(USUAL));
    }

    DeskFrame frame(Visit visit, String title, String here) {
        return DeskFrame.of(title, school.get().map(School::name).orElse(""), here, visit.csrf(), visit.person());
    }

    String render(String template, Object page) {
        StringOutput out = new StringOutput(16 * 1024);
        engine.render(template + ".jte", page, out);
        return out.toString();
    }

    Response noSuchPage() {
        return Response.html(404, pages.notice(NO_SUCH_PAGE, false));
    }
}
