package org.clausebot.desk;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.clausebot.http.Access;
import org.clausebot.http.Action;
import org.clausebot.http.Pages;
import org.clausebot.http.ReceiverSession;
import org.clausebot.http.Response;
import org.clausebot.http.Routes;
import org.clausebot.incident.Cases;
import org.clausebot.incident.Cases.Viewer;
import org.clausebot.policy.Policy;
import org.clausebot.policy.SchoolId;
import org.clausebot.school.School;

/** The case desk in a browser: the receivers' cases, the register, and what will be deleted. */
public final class CaseDesk {
    private final DeskPages desk;
    private final CasePages pages;
    private final CaseChanges changes;
    private final CaseFiles files;
    private final RegisterPages registers;
    private final Parts parts;

    /**
     * What the desk needs of the rest of the program.
     *
     * @param school as it is today; empty where reporting is off
     * @param versions every policy that is kept in the given version, in force or not
     * @param pages how refusals look
     */
    public record Parts(
            Cases cases,
            Supplier<Optional<School>> school,
            Function<String, List<Policy>> versions,
            DeskNotices notices,
            Pages pages,
            Clock clock) {}

    public CaseDesk(Parts parts) {
        this.parts = parts;
        this.desk = new DeskPages(parts.school(), parts.pages());
        CaseViews views = new CaseViews(new CitedClauses(parts.versions()));
        Dones dones = new Dones(parts.clock());
        this.pages = new CasePages(parts.cases(), views, parts.notices(), dones, desk);
        this.changes = new CaseChanges(parts.cases(), pages, dones);
        this.files = new CaseFiles(parts.cases(), views, desk, parts.clock());
        this.registers = new RegisterPages(parts.cases(), desk, parts.clock());
    }

    public Routes routes() {
        String one = "/desk/cases/{reference}";
        return Routes.none()
                .get("/desk", Access.RECEIVER, home())
                .get("/desk/register", Access.RECEIVER, visit(registers::register))
                .get("/desk/retention", Access.RECEIVER, visit(registers::retention))
                .get(one, Access.RECEIVER, visit(pages::one))
                .get(one + "/print", Access.RECEIVER, visit(files::print))
                .get(one + "/pdf", Access.RECEIVER, visit(files::pdf))
                .get(one + "/evidence/{id}", Access.RECEIVER, visit(files::clean))
                .get(one + "/evidence/{id}/original", Access.RECEIVER, visit(files::warning))
                .post(one + "/evidence/{id}/original", Access.RECEIVER, visit(files::original))
                .and(forms(one));
    }

    private Routes forms(String one) {
        Routes routes = Routes.none();
        for (CaseForm form : CaseForm.values()) {
            Function<Visit, Response> action = switch (form) {
                case STATUS -> changes::status;
                case NOTE -> changes::note;
                case MESSAGE -> changes::message;
                case RECIPIENT -> changes::addRecipient;
                case HAND_OVER -> changes::handOver;
                case RECUSE -> changes::recuse;
                case HOLD -> changes::hold;
            };
            routes = routes.post(one + "/" + form.code(), Access.RECEIVER, visit(action))
                    // A refused form stays under its own address; whoever reloads it from there gets the case.
                    .get(one + "/" + form.code(), Access.RECEIVER, visit(pages::one));
        }
        return routes;
    }

    private Action visit(Function<Visit, Response> page) {
        return request -> {
            ReceiverSession session = request.receiver();
            Optional<School> school = parts.school().get();
            SchoolId id = school.map(School::id).orElse(SchoolId.DEFAULT);
            // Somebody who has left the school's settings since signing in is nobody's recipient any more.
            return school.flatMap(s -> s.person(session.receiver()))
                    .map(person -> page.apply(new Visit(request, new Viewer(id, person.id()), person, session.csrf())))
                    .orElseGet(desk::noSuchPage);
        };
    }

    /** The first page after signing in: whoever receives no reports has nothing here, but perhaps policies to keep. */
    private Action home() {
        Action cases = visit(pages::list);
        return request -> parts.school().get().map(School::others).orElse(List.of()).stream()
                        .anyMatch(other -> other.id().equals(request.receiver().receiver()))
                ? Response.seeOther("/desk/policies")
                : cases.respond(request);
    }
}
