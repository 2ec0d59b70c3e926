package org.clausebot.desk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clausebot.desk.view.CaseListView;
import org.clausebot.desk.view.CasePageView;
import org.clausebot.desk.view.Choice;
import org.clausebot.desk.view.Form;
import org.clausebot.http.Response;
import org.clausebot.incident.Cases;
import org.clausebot.incident.Cases.Case;
import org.clausebot.incident.Status;
import org.clausebot.school.Receiver;
import org.clausebot.school.Role;

/** The list of cases and the page of one. */
final class CasePages {
    private static final int MAX_SEARCH = 200;

    private final Cases cases;
    private final CaseViews views;
    private final DeskNotices notices;
    private final Dones dones;
    private final DeskPages desk;

    CasePages(Cases cases, CaseViews views, DeskNotices notices, Dones dones, DeskPages desk) {
        this.cases = cases;
        this.views = views;
        this.notices = notices;
        this.dones = dones;
        this.desk = desk;
    }

    Response list(Visit visit) {
        String words = visit.query("q");
        String code = visit.query("status");
        Optional<Status> status = Arrays.stream(Status.values())
                .filter(s -> s.code().equals(code))
                .findFirst();
        String problem = "";
        if (status.isEmpty() && !code.isEmpty()) {
            problem = "There is no such status. Choose one from the list and search again.";
        } else if (words.codePointCount(0, words.length()) > MAX_SEARCH) {
            problem = "A search may have " + MAX_SEARCH + " characters; this one is longer. Shorten it and try again.";
        }
        List<CaseListView.Row> rows = problem.isEmpty()
                ? cases.list(visit.viewer(), status, words).stream()
                        .map(line -> CaseViews.row(line, desk.times()))
                        .toList()
                : List.of();
        CaseListView view = new CaseListView(
                desk.frame(visit, "Cases", "cases"),
                rows,
                filters(code),
                words,
                List.copyOf(notices.lines(visit.viewer())),
                due(cases.due(visit.viewer())),
                dones.words(visit.viewer(), visit.query("done")),
                problem);
        return Response.html(problem.isEmpty() ? 200 : 400, desk.render("case-list", view));
    }

    private static String due(int lines) {
        return lines == 0
                ? ""
                : lines == 1 ? "One line of the register is due." : lines + " lines of the register are due.";
    }

    private static List<Choice> filters(String chosen) {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice("", "Any status", chosen.isEmpty()));
        for (Status status : Status.values()) {
            choices.add(new Choice(
                    status.code(), Labels.status(status), status.code().equals(chosen)));
        }
        return choices;
    }

    Response one(Visit visit) {
        String done = dones.words(visit.viewer(), visit.query("done"));
        return cases.open(visit.viewer(), visit.reference())
                .map(found -> Response.html(page(visit, found, forms(Map.of()), done)))
                .orElseGet(desk::noSuchPage);
    }

    /** The page again, with what was typed and why it was refused. */
    Response refused(Visit visit, CaseForm form, int status, String problem) {
        Map<String, Form> forms = forms(Map.of(
                form.code(), new Form(dones.next(), problem, visit.request().form())));
        return cases.open(visit.viewer(), visit.reference())
                .map(found -> Response.html(status, page(visit, found, forms, "")))
                .orElseGet(desk::noSuchPage);
    }

    Response noSuchPage() {
        return desk.noSuchPage();
    }

    private Map<String, Form> forms(Map<String, Form> refused) {
        Map<String, Form> forms = new HashMap<>();
        for (CaseForm form : CaseForm.values()) {
            Form again = refused.get(form.code());
            forms.put(form.code(), again != null ? again : new Form(dones.next(), "", Map.of()));
        }
        return forms;
    }

    private String page(Visit visit, Case found, Map<String, Form> forms, String done) {
        Status now = found.line().status();
        String typed = Optional.ofNullable(forms.get(CaseForm.STATUS.code()))
                .map(f -> f.typed("status"))
                .orElse("");
        List<Choice> statuses = Arrays.stream(Status.values())
                .filter(s -> s != Status.NEW && s != now)
                .map(s -> new Choice(s.code(), Labels.status(s), s.code().equals(typed)))
                .toList();
        List<Receiver> candidates = cases
                .candidates(visit.viewer(), found.line().reference())
                .stream()
                .filter(r -> !r.id().equals(visit.viewer().receiverId()))
                .toList();
        List<Receiver> others = candidates.stream()
                .filter(r -> found.recipients().stream().noneMatch(has -> isSame(has, r)))
                .toList();
        // A browser keeps titles in its history, where others may read them: it says nothing of what the case is.
        String title = "Case " + found.line().reference();
        return desk.render(
                "case-page",
                new CasePageView(
                        desk.frame(visit, title, "cases"),
                        views.whole(found, desk.times()),
                        statuses,
                        people(candidates, forms, CaseForm.HAND_OVER),
                        people(others, forms, CaseForm.RECIPIENT),
                        forms,
                        done,
                        CaseChanges.MAX_WORDS,
                        CaseChanges.MAX_REASON));
    }

    /** Recipients are named for people, with their role behind a comma. */
    private static boolean isSame(String recipient, Receiver receiver) {
        return recipient.equals(receiver.name()) || recipient.startsWith(receiver.name() + ",");
    }

    private static List<Choice> people(List<Receiver> people, Map<String, Form> forms, CaseForm form) {
        String typed = Optional.ofNullable(forms.get(form.code()))
                .map(f -> f.typed("receiver"))
                .orElse("");
        return people.stream()
                .map(r -> new Choice(r.id(), r.name() + ", " + roles(r), r.id().equals(typed)))
                .toList();
    }

    private static String roles(Receiver receiver) {
        return receiver.roles().stream()
                .sorted()
                .map(Role::title)
                .map(t -> t.toLowerCase(Locale.UK).startsWith("the ") ? t.substring("the ".length()) : t)
                .collect(Collectors.joining(" and "));
    }
}
