package org.clausebot.desk.read;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.clausebot.acknowledgement.Acknowledgements;
import org.clausebot.acknowledgement.Acknowledgements.Answered;
import org.clausebot.acknowledgement.Acknowledgements.Opened;
import org.clausebot.acknowledgement.Checks;
import org.clausebot.desk.view.ReadView;
import org.clausebot.desk.view.ReadView.State;
import org.clausebot.http.Access;
import org.clausebot.http.Request;
import org.clausebot.http.Response;
import org.clausebot.http.Routes;
import org.clausebot.http.StaticFiles;
import org.clausebot.policy.Clause;
import org.clausebot.policy.Policy;
import org.clausebot.policy.SchoolId;

/** The page behind a person's own link. Opening it changes nothing: programs that check mails open links as well. */
public final class ReadPages {
    private static final String PAGE = "/read/{token}";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(
            null, ContentType.Html, ReadPages.class.getClassLoader(), "org.clausebot.desk.templates");
    private final StaticFiles files = new StaticFiles(ReadPages.class, "/read/assets/")
            .addFixed("/web/assets/read.css", "read.css", "text/css; charset=utf-8");
    private final Acknowledgements acknowledgements;
    private final Function<SchoolId, String> school;

    /**
     * @param acknowledgements of any school of the installation: links of all are opened
     * @param school the name of a school as it is today, and what stands for {@link SchoolId#ALL}; may be empty
     */
    public ReadPages(Acknowledgements acknowledgements, Function<SchoolId, String> school) {
        this.acknowledgements = acknowledgements;
        this.school = school;
    }

    /** Open to whoever has a link; no session is looked at, so that it opens on any device. */
    public Routes routes() {
        return Routes.none()
                .get(PAGE, Access.DESK_DOOR, request -> show(acknowledgements.opened(token(request))))
                .post(PAGE, Access.DESK_DOOR, this::answer)
                .get(
                        "/read/assets/{file}",
                        Access.DESK_DOOR,
                        request -> files.named(request.path().getOrDefault("file", ""))
                                .orElseGet(() -> show(new Opened.Unknown())));
    }

    private static String token(Request request) {
        return request.path().getOrDefault("token", "");
    }

    private Response answer(Request request) {
        if (!request.form().getOrDefault("understood", "").equals("yes")) {
            return acknowledgements.opened(token(request)) instanceof Opened.Asked asked
                    ? page(asked(
                            asked,
                            "Nothing was kept yet. Please tick the last line once you have read the policy and"
                                    + " understood it.",
                            chosen(request),
                            Set.of(),
                            true))
                    : show(acknowledgements.opened(token(request)));
        }
        return switch (acknowledgements.answer(token(request), chosen(request))) {
            case Answered.Taken taken -> Response.seeOther("/read/" + token(request));
            case Answered.Not not -> show(not.opened());
            case Answered.Again again ->
                page(asked(
                        again.asked(),
                        "Nearly there. Nothing was kept yet: please look at "
                                + (again.again().size() == 1
                                        ? "one question"
                                        : again.again().size() + " questions")
                                + " once more. The clause stands beneath.",
                        chosen(request),
                        again.again(),
                        false));
        };
    }

    /** The places of the answers; -1 for what is no answer. */
    private static List<Integer> chosen(Request request) {
        return IntStream.range(0, Checks.MOST)
                .mapToObj(i -> request.form().getOrDefault("q" + i, ""))
                .map(value -> value.matches("[0-9]") ? Integer.parseInt(value) : -1)
                .toList();
    }

    private Response show(Opened opened) {
        return switch (opened) {
            case Opened.Asked asked ->
                page(asked(
                        asked,
                        "Your school asks you to read this policy and to say that you have understood it."
                                + asked.round()
                                        .by()
                                        .map(day -> " Please do so by " + day(day) + ".")
                                        .orElse(""),
                        List.of(),
                        Set.of(),
                        false));
            case Opened.Done done ->
                page(bare(
                        school.apply(done.round().school()),
                        State.DONE,
                        done.round().title(),
                        done.round().version(),
                        "Thank you. It is noted that you have read and understood version "
                                + done.round().version() + " of this policy, on " + day(done.on())
                                + ". You can close this page."));
            case Opened.Over over ->
                page(bare(
                        school.apply(over.round().school()),
                        State.OVER,
                        over.round().title(),
                        over.round().version(),
                        over.round().ended().isPresent()
                                ? "You are no longer asked to read this version. There is nothing for you to do."
                                : "Another version of this policy is in force now. There is nothing for you to do here;"
                                        + " you will get a new link if you are asked to read the new one."));
            case Opened.Unknown unknown ->
                Response.html(
                        404,
                        render(bare(
                                school.apply(SchoolId.ALL),
                                State.UNKNOWN,
                                "",
                                "",
                                "This link leads to nothing. It may not be complete: open it from the mail itself, or"
                                        + " ask whoever keeps your school’s policies for a new one.")));
        };
    }

    private static ReadView bare(String school, State state, String title, String version, String said) {
        return new ReadView(school, state, title, version, "", said, List.of(), List.of(), List.of(), Set.of(), false);
    }

    private ReadView asked(Opened.Asked asked, String said, List<Integer> chosen, Set<Integer> again, boolean untick) {
        return new ReadView(
                school.apply(asked.round().school()),
                State.ASKED,
                asked.round().title(),
                asked.round().version(),
                asked.reading().person().name(),
                said,
                parts(asked.policy()),
                asked.checks(),
                chosen,
                again,
                untick);
    }

    /** The clauses as printed: a heading where it begins, a lead-in once above those that follow it. */
    private static List<ReadView.Part> parts(Policy policy) {
        List<ReadView.Part> parts = new ArrayList<>();
        List<String> headings = List.of();
        String leadIn = "";
        List<ReadView.Line> lines = new ArrayList<>();
        List<String> fresh = List.of();
        for (Clause clause : policy.clauses()) {
            if (!lines.isEmpty()
                    && !(clause.headings().equals(headings)
                            && clause.leadInText().equals(leadIn))) {
                parts.add(new ReadView.Part(fresh, leadIn, lines));
                lines = new ArrayList<>();
            }
            if (lines.isEmpty()) {
                fresh = begun(headings, clause.headings());
                headings = clause.headings();
                leadIn = clause.leadInText();
            }
            lines.add(
                    new ReadView.Line(clause.ref().bullet() == 0 ? clause.ref().number() : "", clause.text()));
        }
        if (!lines.isEmpty()) {
            parts.add(new ReadView.Part(fresh, leadIn, lines));
        }
        return parts;
    }

    /** The headings of {@code now} that were not among those before it. */
    private static List<String> begun(List<String> before, List<String> now) {
        int same = 0;
        while (same < before.size() && same < now.size() && before.get(same).equals(now.get(same))) {
            same++;
        }
        return now.subList(same, now.size());
    }

    private static String day(LocalDate day) {
        return DAY.format(day);
    }

    private Response page(ReadView view) {
        return Response.html(render(view));
    }

    private String render(ReadView view) {
        StringOutput out = new StringOutput(32 * 1024);
        engine.render("read.jte", view, out);
        return out.toString();
    }
}
