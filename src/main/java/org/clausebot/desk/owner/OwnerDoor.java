package org.clausebot.desk.owner;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.clausebot.desk.signin.AuditTrail;
import org.clausebot.desk.view.DeskFrame;
import org.clausebot.desk.view.OwnerFrame;
import org.clausebot.http.Action;
import org.clausebot.http.Notice;
import org.clausebot.http.Pages;
import org.clausebot.http.ReceiverSession;
import org.clausebot.http.Response;
import org.clausebot.school.Receiver;
import org.clausebot.school.School;

/** Through which every page of the policy desk is entered: who may, who may change something, and how a page is drawn. */
public final class OwnerDoor {
    private static final Notice NO_SUCH_PAGE = new Notice(
            404,
            "Page not found",
            "There is nothing for you at this address. What is open to you stands at the top of the desk.",
            0);
    private static final Notice READS_ONLY = new Notice(
            403,
            "You can look, not change",
            "You see the policy desk as a reader. Ask the policies’ owner or their deputy to change this.",
            0);

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(
            null, ContentType.Html, OwnerDoor.class.getClassLoader(), "org.clausebot.desk.templates");
    private final Supplier<Optional<School>> school;
    private final List<OwnerTab> tabs;
    private final AuditTrail audit;
    private final Pages pages;

    OwnerDoor(Supplier<Optional<School>> school, List<OwnerTab> tabs, AuditTrail audit, Pages pages) {
        this.school = school;
        this.tabs = tabs.stream().sorted().toList();
        this.audit = audit;
        this.pages = pages;
    }

    /** A page for whoever the desk is open to. */
    Action reading(Function<OwnerVisit, Response> page) {
        return request -> {
            ReceiverSession session = request.receiver();
            return school.get()
                    .flatMap(s -> s.anyone(session.receiver())
                            .filter(OwnerDoor::mayEnter)
                            .map(person -> page.apply(new OwnerVisit(request, s.id(), person, session.csrf()))))
                    .orElseGet(this::noSuchPage);
        };
    }

    /** What only the owner and their deputy may do. */
    Action changing(Function<OwnerVisit, Response> change) {
        return reading(visit -> visit.mayChange() ? change.apply(visit) : refused(READS_ONLY));
    }

    private static boolean mayEnter(Receiver person) {
        return person.roles().stream().anyMatch(role -> switch (role) {
            case POLICY_OWNER, DEPUTY_POLICY_OWNER, POLICY_READER -> true;
            case HEADTEACHER,
                    SAFEGUARDING_LEAD,
                    DEPUTY_SAFEGUARDING_LEAD,
                    CHAIR_OF_GOVERNORS,
                    ONLINE_SAFETY_LEAD,
                    LINE_MANAGER,
                    SENIOR_LEADER,
                    HUMAN_RESOURCES -> false;
        });
    }

    /**
     * Takes a change down in the one audit log.
     *
     * @param action a few words and what it was done to, such as {@code policy published social-media}; nothing typed
     */
    void audit(OwnerVisit by, String action) {
        audit.record(by.person().id(), action);
    }

    OwnerFrame frame(OwnerVisit visit, OwnerTab here, String title) {
        String name = school.get().map(School::name).orElse("");
        return new OwnerFrame(
                DeskFrame.of(title, name, "policies", visit.csrf(), visit.person()),
                tabs.stream()
                        .map(tab -> new OwnerFrame.Tab(tab.address(), tab.title(), tab == here))
                        .toList(),
                visit.mayChange());
    }

    /** @param template without its ending */
    String render(String template, Object page) {
        StringOutput out = new StringOutput(16 * 1024);
        engine.render(template + ".jte", page, out);
        return out.toString();
    }

    Response page(String template, Object page) {
        return Response.html(200, render(template, page));
    }

    Response noSuchPage() {
        return refused(NO_SUCH_PAGE);
    }

    Response refused(Notice notice) {
        return Response.html(notice.status(), pages.notice(notice, false));
    }
}
