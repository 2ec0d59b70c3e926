package org.clausebot.desk.owner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.clausebot.http.Access;
import org.clausebot.http.Response;
import org.clausebot.http.Routes;
import org.clausebot.school.Receiver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnerDeskTest {
    @TempDir
    private Path folder;

    private OwnerSite site;

    /** A part that shows who looks and takes one change. */
    private static final class Probe implements OwnerPart {
        @Override
        public OwnerTab tab() {
            return OwnerTab.GAPS;
        }

        @Override
        public Routes routes(OwnerDoor door) {
            return Routes.none()
                    .get(tab().address(), Access.RECEIVER, door.reading(visit -> {
                        boolean changes = door.frame(visit, tab(), "Probe").changes();
                        return Response.html(200, visit.person().name() + (changes ? " changes" : " reads"));
                    }))
                    .post(tab().address(), Access.RECEIVER, door.changing(visit -> {
                        door.audit(visit, "probe changed one");
                        return Response.seeOther(tab().address());
                    }));
        }
    }

    @BeforeEach
    void start() throws Exception {
        site = new OwnerSite(folder, Clock.systemUTC(), new Probe());
    }

    @AfterEach
    void stop() {
        site.close();
    }

    private int change(Receiver who) throws Exception {
        return site.post(who, OwnerTab.GAPS.address(), Map.of()).statusCode();
    }

    @Test
    void owner_and_deputy_look_and_change_and_every_change_is_audited() throws Exception {
        assertThat(site.get(OwnerSite.OWNER, OwnerTab.GAPS.address()).body()).isEqualTo("Grace Obi changes");
        assertThat(change(OwnerSite.OWNER)).isEqualTo(303);
        assertThat(change(OwnerSite.DEPUTY)).isEqualTo(303);
        assertThat(site.audited).containsExactly("grace-obi: probe changed one", "jane-smith: probe changed one");
    }

    @Test
    void a_reader_looks_and_changes_nothing() throws Exception {
        assertThat(site.get(OwnerSite.READER, OwnerTab.GAPS.address()).body()).isEqualTo("Tom Reed reads");
        assertThat(change(OwnerSite.READER)).isEqualTo(403);
        assertThat(site.audited).isEmpty();
    }

    @Test
    void whoever_keeps_no_policies_finds_nothing_there() throws Exception {
        assertThat(site.get(OwnerSite.DSL, OwnerTab.GAPS.address()).statusCode())
                .isEqualTo(404);
        assertThat(site.get(OwnerSite.DSL, OwnerTab.ROOT).statusCode()).isEqualTo(404);
        assertThat(change(OwnerSite.DSL)).isEqualTo(404);
    }

    @Test
    void the_desk_opens_at_the_first_of_its_parts() throws Exception {
        assertThat(site.get(OwnerSite.OWNER, OwnerTab.ROOT).headers().firstValue("Location"))
                .contains(OwnerTab.GAPS.address());
    }
}
