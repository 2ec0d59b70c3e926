package org.clausebot.desk.owner;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.clausebot.desk.signin.AuditTrail;
import org.clausebot.desk.view.Choice;
import org.clausebot.desk.view.DeskFrame;
import org.clausebot.desk.view.OwnerFrame;
import org.clausebot.http.Action;
import org.clausebot.http.Notice;
import org.clausebot.http.Pages;
import org.clausebot.http.ReceiverSession;
import org.clausebot.http.Request;
import org.clausebot.http.Response;
import org.clausebot.policy.SchoolId;
import org.clausebot.school.Receiver;
import org.clausebot.school.School;
import org.clausebot.school.Trust;

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

    private static final Notice ANOTHER_SCHOOL = new Notice(
            409,
            "You look at another school now",
            "In another window you have chosen another school since this page was opened. Nothing was changed. Go back,"
                    + " choose the school again, and look at the page once more.",
            0);

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(
            null, ContentType.Html, OwnerDoor.class.getClassLoader(), "org.clausebot.desk.templates");
    private final Supplier<Optional<School>> school;
    private final List<OwnerTab> tabs;
    private final AuditTrail audit;
    private final Pages pages;
    private final Chosen chosen;
    /** What it leads to; empty for the desk itself. */
    private final Optional<OwnerTab> to;

    OwnerDoor(Supplier<Optional<School>> school, List<OwnerTab> tabs, AuditTrail audit, Pages pages) {
        this(school, tabs.stream().sorted().toList(), audit, pages, new Chosen(), Optional.empty());
    }

    private OwnerDoor(
            Supplier<Optional<School>> school,
            List<OwnerTab> tabs,
            AuditTrail audit,
            Pages pages,
            Chosen chosen,
            Optional<OwnerTab> to) {
        this.school = school;
        this.tabs = tabs;
        this.audit = audit;
        this.pages = pages;
        this.chosen = chosen;
        this.to = to;
    }

    /** To one part, for those to whom it is open. */
    OwnerDoor to(OwnerTab tab) {
        return new OwnerDoor(school, tabs, audit, pages, chosen, Optional.of(tab));
    }

    /** A page for whoever the desk is open to. */
    Action reading(Function<OwnerVisit, Response> page) {
        return request -> {
            ReceiverSession session = request.receiver();
            return school.get()
                    .flatMap(s -> s.anyone(session.receiver())
                            .filter(OwnerDoor::mayEnter)
                            .flatMap(person -> visit(request, session, s.trust(), person)))
                    .filter(visit -> to.isEmpty() || to.get().isOpen(visit))
                    .map(page)
                    .orElseGet(this::noSuchPage);
        };
    }

    /** With the school that they chose, if it is still open to them. */
    private Optional<OwnerVisit> visit(Request request, ReceiverSession session, Trust trust, Receiver person) {
        List<SchoolId> open = trust.seenBy(person.id());
        return chosen.in(session)
                .filter(open::contains)
                .or(() -> open.stream().findFirst())
                .map(id -> new OwnerVisit(request, id, trust.name(id).orElse(""), trust, person, session.csrf()));
    }

    /** Chooses a school, for as long as they are signed in. */
    Action choosing() {
        return reading(visit -> {
            Optional<SchoolId> wanted = visit.choices().stream()
                    .filter(id -> id.value().equals(visit.field("school")))
                    .findFirst();
            if (wanted.isEmpty()) {
                return noSuchPage();
            }
            chosen.choose(visit.request().receiver(), wanted.get());
            return Response.seeOther(OwnerTab.ROOT + "?to=" + visit.field("to").replaceAll("[^a-z]", ""));
        });
    }

    /** The first part that is open, or the one that is asked for. */
    Response entrance(OwnerVisit visit) {
        List<OwnerTab> open = tabs.stream().filter(tab -> tab.isOpen(visit)).toList();
        return Response.seeOther(OwnerTab.coded(visit.query("to"))
                .filter(open::contains)
                .or(() -> open.stream().findFirst())
                .map(OwnerTab::address)
                .orElse("/desk/account"));
    }

    /** What only the owner and their deputy may do. */
    Action changing(Function<OwnerVisit, Response> change) {
        return reading(visit -> !visit.mayChange()
                ? refused(READS_ONLY)
                : isOfAnotherPage(visit) ? refused(ANOTHER_SCHOOL) : change.apply(visit));
    }

    /** A form says of which school its page was: what is of one must not be done to another. */
    private boolean isOfAnotherPage(OwnerVisit visit) {
        return !visit.request().form().isEmpty()
                && visit.choices().size() > 1
                && to.filter(OwnerTab::isOfTheChosen).isPresent()
                && !visit.field("_school").equals(visit.school().value());
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
        boolean named =
                by.trust().several() && to.filter(OwnerTab::isOfTheChosen).isPresent();
        audit.record(by.person().id(), named ? action + " of " + by.place() : action);
    }

    OwnerFrame frame(OwnerVisit visit, OwnerTab here, String title) {
        List<SchoolId> open = visit.choices();
        return new OwnerFrame(
                DeskFrame.of(title, visit.called(), "policies", visit.csrf(), visit.person()),
                open.size() < 2
                        ? List.of()
                        : open.stream()
                                .map(id -> new Choice(
                                        id.value(), visit.trust().name(id).orElse(""), id.equals(visit.school())))
                                .toList(),
                visit.school().value(),
                visit.school().equals(SchoolId.ALL)
                        ? (int) Math.ceil(Math.sqrt(visit.trust().schools().size()))
                        : 1,
                here.code(),
                tabs.stream()
                        .filter(tab -> tab.isOpen(visit))
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
