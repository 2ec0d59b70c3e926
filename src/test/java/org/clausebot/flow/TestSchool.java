package org.clausebot.flow;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clausebot.policy.SchoolId;
import org.clausebot.school.Receiver;
import org.clausebot.school.Role;
import org.clausebot.school.School;
import org.clausebot.school.SchoolHours;

/** The small school of the transcripts: one person in every role, as conversations/transcripts/README.md says. */
final class TestSchool {
    private static final LocalDate FROM = LocalDate.of(2026, 9, 1);

    static final School SCHOOL = with(List.of(
            person("jane-smith", "Jane Smith", Role.HEADTEACHER),
            person("amina-khan", "Amina Khan", Role.SAFEGUARDING_LEAD),
            person("ben-cole", "Ben Cole", Role.DEPUTY_SAFEGUARDING_LEAD),
            person("tom-reed", "Tom Reed", Role.CHAIR_OF_GOVERNORS),
            person("olu-ade", "Olu Ade", Role.ONLINE_SAFETY_LEAD),
            person("mary-wood", "Mary Wood", Role.LINE_MANAGER),
            person("sam-hill", "Sam Hill", Role.SENIOR_LEADER),
            person("ruth-lane", "Ruth Lane", Role.HUMAN_RESOURCES)));

    private TestSchool() {}

    static Receiver person(String id, String name, Role... roles) {
        return new Receiver(id, name, id + "@school.example", "", Set.of(roles));
    }

    static School with(List<Receiver> people) {
        Map<String, School.Telephone> numbers = new LinkedHashMap<>();
        numbers.put("lado", new School.Telephone("LADO", "01628 000010", FROM));
        numbers.put("police", new School.Telephone("Police", "101", FROM));
        numbers.put("childrens-services", new School.Telephone("Children's services", "01628 000011", FROM));
        numbers.put("human-resources", new School.Telephone("Human resources", "01628 000012", FROM));
        numbers.put("support-line", new School.Telephone("Support line", "0800 000013", FROM));
        return new School(
                SchoolId.DEFAULT,
                "Oakfield Primary School",
                FROM,
                people,
                numbers,
                Map.of(
                        "keeping-children-safe",
                        new School.Guidance("Keeping children safe in education", "2026", FROM)),
                new SchoolHours(
                        ZoneId.of("Europe/London"),
                        LocalTime.of(8, 0),
                        LocalTime.of(17, 0),
                        Set.of(
                                DayOfWeek.MONDAY,
                                DayOfWeek.TUESDAY,
                                DayOfWeek.WEDNESDAY,
                                DayOfWeek.THURSDAY,
                                DayOfWeek.FRIDAY),
                        List.of()));
    }
}
