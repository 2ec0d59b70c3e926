package org.clausebot.desk.owner;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.clausebot.desk.signin.AuditTrail;
import org.clausebot.http.Access;
import org.clausebot.http.Pages;
import org.clausebot.http.Routes;
import org.clausebot.http.StaticFiles;
import org.clausebot.school.School;

/** The policy desk: its parts behind one door. */
public final class OwnerDesk {
    private static final String CHART = "/META-INF/resources/webjars/chart.js/4.5.1/dist/chart.umd.min.js";
    private static final String ASSETS = OwnerTab.ROOT + "/assets/";
    private static final String SCRIPT = "text/javascript; charset=utf-8";

    private final StaticFiles files = new StaticFiles(OwnerDesk.class, ASSETS)
            .addFixed("/web/assets/owner.css", "owner.css", "text/css; charset=utf-8")
            .addFixed("/web/assets/owner.js", "owner.js", SCRIPT)
            .addFixed(CHART, "chart.js", SCRIPT);
    private final List<OwnerPart> parts;
    private final OwnerDoor door;

    /**
     * @param school as it is today
     * @param audit hears of every change
     * @param pages how refusals look
     */
    public OwnerDesk(Supplier<Optional<School>> school, AuditTrail audit, Pages pages, List<OwnerPart> parts) {
        this.parts = List.copyOf(parts);
        this.door = new OwnerDoor(school, parts.stream().map(OwnerPart::tab).toList(), audit, pages);
    }

    public Routes routes() {
        Routes routes = Routes.none()
                .get(OwnerTab.ROOT, Access.RECEIVER, door.reading(door::entrance))
                .post(OwnerTab.ROOT + "/school", Access.RECEIVER, door.choosing())
                .get(
                        ASSETS + "{file}",
                        Access.RECEIVER,
                        door.reading(visit -> files.named(visit.path("file")).orElseGet(door::noSuchPage)));
        for (OwnerPart part : parts) {
            routes = routes.and(part.routes(door.to(part.tab())));
        }
        return routes;
    }
}
