package org.clausebot.desk;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clausebot.policy.SchoolId;
import org.clausebot.school.Receiver;
import org.clausebot.school.Role;
import org.clausebot.school.School;
import org.clausebot.school.SchoolHours;

/** A school with four receivers. */
final class DeskSchool {
    static final Receiver HEAD =
            new Receiver("jane-smith", "Jane Smith", "head@school.example", "", Set.of(Role.HEADTEACHER));
    static final Receiver DSL =
            new Receiver("amina-khan", "Amina Khan", "dsl@school.example", "", Set.of(Role.SAFEGUARDING_LEAD));
    static final Receiver DEPUTY = new Receiver(
            "ravi-patel", "Ravi Patel", "deputy@school.example", "", Set.of(Role.DEPUTY_SAFEGUARDING_LEAD));
    static final Receiver CHAIR =
            new Receiver("zoe-o-brien", "Zoë O’Brien", "chair@school.example", "", Set.of(Role.CHAIR_OF_GOVERNORS));
    static final List<Receiver> PEOPLE = List.of(HEAD, DSL, DEPUTY, CHAIR);

    private DeskSchool() {}

    static School school() {
        LocalDate from = LocalDate.of(2026, 9, 1);
        return new School(
                SchoolId.DEFAULT,
                "St Michael’s CE Primary School",
                from,
                PEOPLE,
                Map.of("lado", new School.Telephone("LADO", "01632 960 010", from)),
                Map.of(),
                new SchoolHours(
                        ZoneId.of("Europe/London"),
                        LocalTime.of(8, 0),
                        LocalTime.of(17, 0),
                        Set.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                        List.of()));
    }
}
