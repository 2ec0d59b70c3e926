package org.clausebot.app;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.clausebot.desk.owner.OwnerDesk;
import org.clausebot.desk.owner.OwnerPart;
import org.clausebot.desk.signin.AuditTrail;
import org.clausebot.http.Pages;
import org.clausebot.http.Routes;
import org.clausebot.school.School;
import org.clausebot.storage.SqliteStorage;
import java.time.Clock;

/** The policy desk, put together. */
record PolicyDesk(Routes routes) {
    /**
     * What it is made of.
     *
     * @param school as it is today
     * @param audit hears of every change
     * @param pages how refusals look
     */
    record Parts(
            Config config,
            Program program,
            LogPart log,
            ReadingDesk reading,
            SqliteStorage storage,
            Supplier<Optional<School>> school,
            AuditTrail audit,
            Pages pages,
            Clock clock) {}

    static PolicyDesk of(Parts made) {
        List<OwnerPart> parts = List.of(made.reading().part());
        return new PolicyDesk(new OwnerDesk(made.school(), made.audit(), made.pages(), parts)
                .routes()
                .and(made.reading().pages(() -> made.school().get().map(School::name).orElse(""))));
    }
}
