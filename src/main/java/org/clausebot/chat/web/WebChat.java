package org.clausebot.chat.web;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.clausebot.answer.Answer;
import org.clausebot.chat.Asking;
import org.clausebot.chat.Assistant;
import org.clausebot.chat.ClauseFinder;
import org.clausebot.chat.Contact;
import org.clausebot.chat.Feedback;
import org.clausebot.chat.PastPolicies;
import org.clausebot.chat.Phrases;
import org.clausebot.chat.Reports;
import org.clausebot.chat.web.view.PoliciesView;
import org.clausebot.http.Access;
import org.clausebot.http.Notice;
import org.clausebot.http.Pages;
import org.clausebot.http.Request;
import org.clausebot.http.Response;
import org.clausebot.http.Routes;
import org.clausebot.policy.Policy;
import org.clausebot.policy.SchoolId;
import org.clausebot.querylog.QuestionLog;

/** The chat page, the policy pages and the search, in a browser. */
public final class WebChat {
    /** More than a file may have, so that one a little too large is refused in words, at its step. */
    private static final int MAX_UPLOAD = 16 * 1024 * 1024;

    /** The longest answer in a script whose characters have four bytes, each percent-encoded; and what else a form holds. */
    private static final int MAX_FORM = Asking.LONGEST * 4 * 3 + 4 * 1024;

    private final Supplier<List<Policy>> policies;
    private final PastPolicies past;
    private final Phrases phrases;
    private final Supplier<List<Contact>> contacts;
    private final Reports reports;
    private final Templates templates = new Templates();
    private final Assets assets = new Assets();
    private final Frames frames;
    private final Pages pages;
    private final Conversation conversation;
    private final FindPage find;
    private final LoggedPage logged;

    /**
     * What the pages need of the rest of the program.
     *
     * @param reports what the page does about reports beside the conversation
     * @param policies the policy versions in force, asked for on each page
     * @param contacts whom to tell, the first to ring first; may be empty. Asked for whenever they are shown: they change
     *     while the program runs
     * @param meters where answers are counted
     * @param log of the questions, for the page that says what is in it
     * @param past the policies as they were
     * @param waits lets people wait for an answer; empty where they cannot
     */
    public record Parts(
            SchoolId school,
            Assistant assistant,
            Reports reports,
            Supplier<List<Policy>> policies,
            ClauseFinder finder,
            Feedback feedback,
            Phrases phrases,
            Supplier<List<Contact>> contacts,
            MeterRegistry meters,
            Clock clock,
            QuestionLog log,
            PastPolicies past,
            Optional<Waits> waits) {}

    public WebChat(Parts parts) {
        this.policies = parts.policies();
        this.past = parts.past();
        this.phrases = parts.phrases();
        this.contacts = parts.contacts();
        this.reports = parts.reports();
        this.frames = new Frames(policies, assets.links());
        this.pages = new WebPages(templates, frames);
        this.conversation = new Conversation(parts, templates, frames);
        this.logged = new LoggedPage(parts.school(), parts.log(), phrases.logging(), templates, frames);
        this.find = new FindPage(parts.finder(), templates, frames);
    }

    /** How refusals and the sign-in page look. */
    public Pages pages() {
        return pages;
    }

    public Routes routes() {
        // Questions are counted by their outcome; counted as requests as well, the rest would be turns of reports.
        Routes asking = Routes.none()
                .upload("/ask", Access.SIGNED_IN, MAX_FORM, MAX_UPLOAD, conversation::ask)
                .quiet();
        return asking.get("/", Access.SIGNED_IN, conversation::page)
                .get("/ask", Access.SIGNED_IN, request -> Response.seeOther("/"))
                .post("/leave", Access.SIGNED_IN, conversation::leave)
                .get("/feedback", Access.SIGNED_IN, request -> Response.seeOther("/"))
                .post("/feedback", Access.SIGNED_IN, conversation::vote)
                .post("/wait", Access.SIGNED_IN, conversation::await)
                .get("/wait", Access.SIGNED_IN, request -> Response.seeOther("/"))
                .get("/told", Access.SIGNED_IN, conversation::told)
                .post("/new", Access.SIGNED_IN, conversation::startAgain)
                .get("/logged", Access.SIGNED_IN, logged::page)
                .post("/logged", Access.SIGNED_IN, logged::turn)
                .get("/report", Access.SIGNED_IN, this::report)
                .get("/policies", Access.SIGNED_IN, this::list)
                .get("/policies/{id}", Access.SIGNED_IN, this::policy)
                .get("/find", Access.SIGNED_IN, find::page)
                .get(
                        "/assets/{file}",
                        Access.OPEN,
                        request -> assets.named(request.path().getOrDefault("file", ""))
                                .orElseGet(this::notFound));
    }

    private Response report(Request request) {
        String title = phrases.report().title();
        String about = Answer.Concern.ofFlow(request.query().getOrDefault("about", ""))
                .map(concern -> phrases.urgent(concern).report())
                .orElse("");
        return Response.html(templates.render(
                "report",
                ReportPage.view(
                        frames.of(title, "report", request.signedIn()),
                        phrases,
                        about,
                        reports.flows(),
                        contacts.get())));
    }

    private Response list(Request request) {
        List<PoliciesView.Entry> entries =
                policies.get().stream().map(PolicyPages::entry).toList();
        return Response.html(templates.render(
                "policies", new PoliciesView(frames.of("Policies", "policies", request.signedIn()), entries)));
    }

    private Response policy(Request request) {
        String id = request.path().getOrDefault("id", "");
        Optional<Policy> inForce =
                policies.get().stream().filter(p -> p.id().value().equals(id)).findFirst();
        String on = request.query().getOrDefault("on", "").strip();
        if (on.isEmpty() || inForce.isEmpty()) {
            return inForce.map(p -> shown(p, request)).orElseGet(this::notFound);
        }
        return day(on).flatMap(day -> past.on(inForce.get().id(), day))
                .map(p -> shown(p, request))
                .orElseGet(this::notKept);
    }

    private Response shown(Policy policy, Request request) {
        return Response.html(templates.render(
                "policy",
                PolicyPages.view(policy, frames.of(policy.details().title(), "policies", request.signedIn()))));
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private Response notKept() {
        Notice notice = new Notice(
                404,
                "No version of that day is kept",
                "Clausebot has no version of this policy that was in force on that day, so it cannot show what it said"
                        + " then. Give another day, such as 2018-06-15, or ask the school office for the paper.",
                0);
        return Response.html(404, pages.notice(notice, false));
    }

    private Response notFound() {
        Notice notice = new Notice(
                404,
                "Page not found",
                "There is no policy or file at this address. The list of policies has them all.",
                0);
        return Response.html(404, pages.notice(notice, false));
    }
}
