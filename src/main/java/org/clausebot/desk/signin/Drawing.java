package org.clausebot.desk.signin;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.clausebot.desk.view.DeskFrame;
import org.clausebot.desk.view.SetUpView;
import org.clausebot.http.ReceiverSession;
import org.clausebot.school.School;

/** Draws the pages of this package. */
final class Drawing {
    private static final ZoneId USUAL = ZoneId.of("Europe/London");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEEE d MMMM, HH:mm", Locale.UK);

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Drawing.class.getClassLoader(), "org.clausebot.desk.templates");
    private final Supplier<Optional<School>> school;

    Drawing(Supplier<Optional<School>> school) {
        this.school = school;
    }

    String page(String template, Object view) {
        StringOutput out = new StringOutput(8 * 1024);
        engine.render(template + ".jte", view, out);
        return out.toString();
    }

    /** For people who have not signed in: says nothing of the school. */
    static DeskFrame bare(String title) {
        return DeskFrame.bare(title);
    }

    DeskFrame account(String title, ReceiverSession session) {
        String name = school.get().map(School::name).orElse("");
        return school.get()
                .flatMap(s -> s.anyone(session.receiver()))
                .map(who -> DeskFrame.of(title, name, "account", session.csrf(), who))
                .orElseGet(() -> new DeskFrame(title, name, "account", session.csrf(), "", false, false));
    }

    /** Such as {@code Monday 7 September, 14:05}, by the school's clock. */
    String time(Instant at) {
        ZoneId zone = school.get().map(s -> s.hours().zone()).orElse(USUAL);
        return TIME.format(at.atZone(zone));
    }

    static SetUpView.Authenticator authenticator(byte[] secret, String setup, String email) {
        Totp.Picture picture = Totp.picture(Totp.address(secret, email));
        String groups = Totp.base32(secret).replaceAll("(.{4})(?!$)", "$1 ");
        return new SetUpView.Authenticator(setup, groups, picture.side(), picture.path());
    }
}
