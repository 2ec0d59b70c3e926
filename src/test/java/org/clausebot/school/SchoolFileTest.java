package org.clausebot.school;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.clausebot.datafile.DataFileException;
import org.clausebot.policy.SchoolId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchoolFileTest {
    private static final Path FILE = Path.of("school.yaml");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    /** Line numbers in the tests below are of this. */
    static final String SCHOOL = """
            editions:
              - from: 2026-09-01
                name: St Anne's Primary School
                people:
                  jane-smith: {name: Jane Smith, email: head@st-annes.sch.uk, phone: 01628 000001, roles: [headteacher]}
                  amina-khan:
                    name: Amina Khan
                    email: dsl@st-annes.sch.uk
                    phone: ""
                    roles: [safeguarding-lead, senior-leader]
                  tom-reed: {name: Tom Reed, email: chair@st-annes.sch.uk, roles: [chair-of-governors]}
                numbers:
                  lado: {name: The LADO, phone: 01628 000010, checked: 2026-09-01}
                  police: {name: Police, phone: 101, checked: 2026-09-01}
                guidance:
                  keeping-children-safe: {title: Keeping children safe in education, edition: 2026, checked: 2026-09-01}
                hours:
                  zone: Europe/London
                  opens: 08:00
                  closes: 17:00
                  days: [mon, tue, wed, thu, fri]
                  closed: [2026-12-21 to 2027-01-03, 2027-05-03]
            """;

    @Test
    void a_file_is_read_whole() throws Exception {
        School school = SchoolFile.parse(FILE, SCHOOL).inForce(TODAY).orElseThrow();

        assertThat(school.name()).isEqualTo("St Anne's Primary School");
        assertThat(school.people()).extracting(Receiver::id).containsExactly("jane-smith", "amina-khan", "tom-reed");
        assertThat(school.person("amina-khan").orElseThrow().roles())
                .containsExactlyInAnyOrder(Role.SAFEGUARDING_LEAD, Role.SENIOR_LEADER);
        assertThat(school.number("lado").orElseThrow().phone()).isEqualTo("01628 000010");
        assertThat(school.guidance())
                .containsEntry(
                        "keeping-children-safe",
                        new School.Guidance("Keeping children safe in education", "2026", LocalDate.of(2026, 9, 1)));
        assertThat(school.hours().opens()).isEqualTo(LocalTime.of(8, 0));
        assertThat(school.hours().days()).hasSize(5).doesNotContain(DayOfWeek.SATURDAY);
        assertThat(school.hours().closed())
                .containsExactly(
                        new SchoolHours.Closed(LocalDate.of(2026, 12, 21), LocalDate.of(2027, 1, 3)),
                        new SchoolHours.Closed(LocalDate.of(2027, 5, 3), LocalDate.of(2027, 5, 3)));
    }

    @Test
    void somebody_may_be_told_in_teams_and_nobody_shares_that() throws Exception {
        String object = "0a1b2c3d-0a1b-2c3d-4e5f-0a1b2c3d4e5f";
        String told = SCHOOL.replace("roles: [headteacher]}", "roles: [headteacher], teams: " + object + "}");
        School school = SchoolFile.parse(FILE, told).inForce(TODAY).orElseThrow();

        assertThat(school.people()).extracting(Receiver::teams).containsExactly(object, "", "");
        String shared = told.replace(
                "roles: [chair-of-governors]}",
                "roles: [chair-of-governors], teams: " + object.toUpperCase(Locale.ROOT) + "}");
        assertThatThrownBy(() -> SchoolFile.parse(FILE, shared))
                .isInstanceOf(DataFileException.class)
                .hasMessageContaining("school.yaml:11")
                .hasMessageContaining("have the same object id");
    }

    @Test
    void somebody_may_be_told_in_slack_and_nobody_shares_that() throws Exception {
        String told = SCHOOL.replace("roles: [headteacher]}", "roles: [headteacher], slack: U024BE7LH}");
        School school = SchoolFile.parse(FILE, told).inForce(TODAY).orElseThrow();

        assertThat(school.people()).extracting(Receiver::slack).containsExactly("U024BE7LH", "", "");
        String shared = told.replace("roles: [chair-of-governors]}", "roles: [chair-of-governors], slack: U024BE7LH}");
        assertThatThrownBy(() -> SchoolFile.parse(FILE, shared))
                .isInstanceOf(DataFileException.class)
                .hasMessageContaining("school.yaml:11")
                .hasMessageContaining("have the same member id in Slack");
    }

    @Test
    void the_example_can_be_read_and_leaves_nobody_without_a_reader() throws Exception {
        School school =
                SchoolFile.parse(FILE, SchoolFile.example()).inForce(TODAY).orElseThrow();
        Set<Role> reporting =
                Arrays.stream(Role.values()).filter(Role::receivesReports).collect(Collectors.toSet());

        assertThat(SchoolAdvice.findings(school, reporting, Set.of("lado", "police", "childrens-services")))
                .isEmpty();
    }

    @Test
    void the_example_left_as_it_is_is_remarked_on() throws Exception {
        School school =
                SchoolFile.parse(FILE, SchoolFile.example()).inForce(TODAY).orElseThrow();

        assertThat(SchoolAdvice.remarks(school, TODAY))
                .anyMatch(
                        line -> line.startsWith("The number of Local authority designated officer (LADO) is one kept"))
                .anyMatch(line -> line.startsWith("The e-mail address or number of Jane Smith, Amina Khan"));
    }

    @Test
    void the_edition_in_force_is_the_last_that_has_begun() throws Exception {
        String next = SCHOOL.substring(SCHOOL.indexOf("  - from"))
                .replace("2026-09-01\n    name: St", "2027-01-01\n    name: Old St");
        SchoolFile file = SchoolFile.parse(FILE, SCHOOL + next);

        assertThat(file.inForce(LocalDate.of(2026, 8, 31))).isEmpty();
        assertThat(file.inForce(LocalDate.of(2026, 9, 1)).orElseThrow().name()).startsWith("St Anne");
        assertThat(file.inForce(LocalDate.of(2026, 12, 31)).orElseThrow().name())
                .startsWith("St Anne");
        assertThat(file.inForce(LocalDate.of(2027, 1, 1)).orElseThrow().name()).startsWith("Old St Anne");
    }

    /** What is replaced by what in the file above, the line that is named, and words that say what to do. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            editions:                  | edition:                 | 2  | did you mean "editions"
            '    name: St'             | '    nam: St'            | 3  | did you mean "name"
            roles: [headteacher]       | roles: [dsl]             | 5  | did you mean "safeguarding-lead"
            roles: [headteacher]       | roles: [Head Teacher]    | 5  | did you mean "headteacher"
            roles: [headteacher]       | roles: [caretaker]       | 5  | known here: headteacher, safeguarding-lead
            roles: [headteacher]       | roles: []                | 5  | needs a role
            roles: [headteacher]       | roles: [headteacher, headteacher] | 5 | stands twice
            head@st-annes.sch.uk       | head.st-annes.sch.uk     | 5  | is no e-mail address; write one such as
            head@st-annes.sch.uk       | head@localhost           | 5  | is no e-mail address
            head@st-annes.sch.uk       | head@a..uk               | 5  | is no e-mail address
            head@st-annes.sch.uk       | DSL@st-annes.sch.uk      | 8  | share an e-mail address
            phone: 01628 000001        | phone: 000001            | 5  | write the number with its area code
            phone: 01628 000001        | phone: 999               | 5  | write the number with its area code
            phone: 01628 000001        | phone: tbc               | 5  | or "" for none
            phone: 01628 000001        | fone: 01628 000001       | 5  | did you mean "phone"
            roles: [headteacher]       | 'roles: [headteacher], slack: "@jane"' | 5 | is no member id of Slack
            roles: [headteacher]       | 'roles: [headteacher], teams: jane@x.example' | 5 | is no object id of Entra
            jane-smith:                | Jane:                    | 5  | small letters, digits and hyphens
            name: Tom Reed             | name: jane  SMITH        | 11 | Name one person once, with all their roles
            name: Tom Reed             | name: ''                 | 11 | "name" is empty
            name: Tom Reed             | nme: Tom Reed            | 11 | did you mean "name"
            'lado: {'                  | 'police: {'              | 14 | stands twice
            'lado: {'                  | 'laddo: {'               | 13 | did you mean "lado"
            'lado: {'                  | 'support-line: {'        | 13 | (LADO) is missing
            phone: 01628 000010        | phone: ""                | 13 | (LADO) is missing
            phone: 01628 000010        | phone: 101               | 13 | cannot be rung
            phone: 01628 000010        | phone: 01628             | 13 | cannot be rung
            'checked: 2026-09-01}\\n      police' | 'checked: 1/9/26}\\n      police' | 13 | write it as 2026-09-01
            '      keeping'            | '      Keeping Safe'     | 16 | cannot name guidance
            'from: 2026-09-01'         | 'from: 2026-9-1'         | 2  | write it as 2026-09-01
            Europe/London              | Europe/Londn             | 18 | write Europe/London
            Europe/London              | +01:00                   | 18 | write Europe/London
            opens: 08:00               | opens: 8am               | 19 | write it as 08:00
            opens: 08:00               | opens: 18:00             | 20 | must close after it opens
            'days: [mon'               | 'days: [lundi'           | 21 | is no day of the week
            'days: [mon, tue, wed, thu, fri]' | 'days: []'        | 21 | needs a day
            2026-12-21 to              | 2027-12-21 to            | 22 | a holiday ends after it begins
            2026-12-21 to              | 2026-12-21 until         | 22 | write it as 2026-09-01
            """)
    void what_is_wrong_is_named_with_its_line_and_what_to_do(String right, String wrong, int line, String words) {
        String from = right.replace("\\n", "\n");
        assertThat(SCHOOL).contains(from);
        String text = SCHOOL.replace(from, wrong.replace("\\n", "\n"));

        assertThatThrownBy(() -> SchoolFile.parse(FILE, text))
                .isInstanceOf(DataFileException.class)
                .hasMessageStartingWith("school.yaml:" + line + ": ")
                .hasMessageContaining(words);
    }

    @Test
    void a_file_without_numbers_is_refused_for_the_missing_lado() {
        String text = SCHOOL.replaceAll("(?s)    numbers:.*?    guidance:", "    guidance:");

        assertThatThrownBy(() -> SchoolFile.parse(FILE, text)).hasMessageContaining("(LADO) is missing");
    }

    @Test
    void editions_out_of_order_are_refused() {
        String next = SCHOOL.substring(SCHOOL.indexOf("  - from"));

        assertThatThrownBy(() -> SchoolFile.parse(FILE, SCHOOL + next))
                .hasMessageStartingWith("school.yaml:23: ")
                .hasMessageContaining("put the oldest first");
        assertThatThrownBy(() -> SchoolFile.parse(FILE, "editions: []")).hasMessageContaining("there is no edition");
    }

    @Test
    void an_id_that_another_person_takes_over_is_remarked_on() throws Exception {
        String next = SCHOOL.substring(SCHOOL.indexOf("  - from"))
                .replace("from: 2026-09-01", "from: 2027-01-01")
                .replace("Jane Smith", "Peter Jones")
                .replace("Tom Reed", "TOM REED");
        SchoolFile file = SchoolFile.parse(FILE, SCHOOL + next);

        assertThat(file.takenOver())
                .singleElement()
                .asString()
                .startsWith("\"jane-smith\" is Jane Smith from 2026-09-01 and Peter Jones from 2027-01-01.");
    }

    @Test
    void a_role_that_is_needed_and_nobody_holds_is_a_finding() throws Exception {
        School school = SchoolFile.parse(FILE, SCHOOL).inForce(TODAY).orElseThrow();

        assertThat(SchoolAdvice.findings(school, Set.of(), Set.of("lado"))).isEmpty();
        assertThat(SchoolAdvice.findings(school, Set.of(Role.HUMAN_RESOURCES), Set.of("childrens-services")))
                .containsExactly(
                        "Nobody is human resources (HR), to whom reports are sent; give somebody the role"
                                + " human-resources",
                        "Reports tell people to ring childrens-services, and there is no such number; add it under"
                                + " numbers");
    }

    @Test
    void a_school_where_a_report_about_the_head_could_reach_nobody_is_a_finding() throws Exception {
        String text = SCHOOL.replace("[headteacher]", "[headteacher, safeguarding-lead, chair-of-governors]")
                .replace("[safeguarding-lead, senior-leader]", "[senior-leader]")
                .replace("[chair-of-governors]}\n    numbers", "[line-manager]}\n    numbers");
        School school = SchoolFile.parse(FILE, text).inForce(TODAY).orElseThrow();

        assertThat(SchoolAdvice.findings(school, Set.of(), Set.of()))
                .hasSize(3)
                .first()
                .asString()
                .startsWith("A report about the headteacher could reach nobody: Jane Smith would be left out");
    }

    @Test
    void what_nobody_checked_for_a_year_is_remarked_on() throws Exception {
        School school = SchoolFile.parse(FILE, SCHOOL).inForce(TODAY).orElseThrow();

        assertThat(SchoolAdvice.remarks(school, LocalDate.of(2027, 9, 1))).isEmpty();
        assertThat(SchoolAdvice.remarks(school, LocalDate.of(2027, 9, 2)))
                .containsExactly(
                        "The number of The LADO was last checked on 2026-09-01; ring it, and write today's date",
                        "The number of Police was last checked on 2026-09-01; ring it, and write today's date",
                        "The edition 2026 of \"Keeping children safe in education\" was last checked on 2026-09-01;"
                                + " look whether there is a newer one, and write today's date");
        assertThat(SchoolAdvice.remarks(school, LocalDate.of(2026, 8, 1)))
                .allMatch(line -> line.contains("which is still to come"))
                .hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01628 000001",
                "(01628) 000001",
                "+44 1628 000001",
                "+44 (0)1628 000001",
                "0044 1628 000001",
                "020 7946 0000",
                "07700 900123",
                "0300-123-4567",
                "01628 000001 ext 12",
                "0161 4960000 x7"
            })
    void numbers_as_people_write_them_are_taken(String number) {
        assertThat(Contactable.telephone(number)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "999", "1628 000001", "00000000000", "016280000012345", "+1 212 555 0100", "01628 00000l"})
    void numbers_that_ring_nowhere_are_not(String number) {
        assertThat(Contactable.telephone(number)).isFalse();
    }

    @Test
    void short_numbers_are_those_of_services_only() {
        assertThat(Map.of("101", true, "999", true, "0800 1111", true, "116 123", true, "12", false, "100", false))
                .allSatisfy((number, known) ->
                        assertThat(Contactable.service(number)).isEqualTo(known));
    }

    @Test
    void whoever_keeps_policies_and_nothing_else_is_no_receiver_of_reports() throws Exception {
        School school =
                SchoolFile.parse(FILE, SchoolFile.example()).inForce(TODAY).orElseThrow();

        assertThat(school.anyone("ruth-bell")).isPresent();
        assertThat(school.person("ruth-bell")).isEmpty();
        assertThat(school.people())
                .extracting(Receiver::id)
                .doesNotContain("ruth-bell")
                .contains("tom-reed");
        assertThat(school.holding(Role.POLICY_OWNER)).extracting(Receiver::id).containsExactly("ruth-bell");
        assertThatThrownBy(() ->
                        SchoolFile.parse(FILE, SCHOOL.replaceAll("roles: \\[[^\\]]*\\]", "roles: [policy-owner]")))
                .isInstanceOf(DataFileException.class)
                .hasMessageContaining("nobody is named here");
    }

    /** With two more schools, an owner of all and one of Elm. */
    private static String trust(String owner, String elms) {
        return SCHOOL.replace(
                        "    people:\n",
                        "    schools: {elm-primary: Elm Primary School, ash-academy: Ash Academy}\n    people:\n")
                .replace(
                        "    numbers:\n",
                        "      ruth-bell: {name: Ruth Bell, email: r@trust.example, roles: [policy-owner]" + owner
                                + "}\n"
                                + "      ella-dean: {name: Ella Dean, email: e@elm.example, roles: [policy-reader]"
                                + elms
                                + "}\n    numbers:\n");
    }

    private static void refusedTrust(String file, String why) {
        assertThatThrownBy(() -> SchoolFile.parse(FILE, file))
                .isInstanceOf(DataFileException.class)
                .hasMessageContaining(why);
    }

    @Test
    void a_trust_names_its_schools_and_who_sees_which_of_them() throws Exception {
        Trust trust = SchoolFile.parse(FILE, trust(", schools: [all]", ", schools: [elm-primary]"))
                .inForce(TODAY)
                .orElseThrow()
                .trust();
        SchoolId elm = new SchoolId("elm-primary");
        SchoolId ash = new SchoolId("ash-academy");

        assertThat(trust.ids()).containsExactly(SchoolId.DEFAULT, elm, ash);
        assertThat(trust.slices()).containsExactly(SchoolId.ALL, SchoolId.DEFAULT, elm, ash);
        assertThat(trust.name(elm)).contains("Elm Primary School");
        assertThat(trust.seenBy("ruth-bell")).containsExactly(SchoolId.ALL, SchoolId.DEFAULT, elm, ash);
        assertThat(trust.seenBy("ella-dean")).containsExactly(elm);
        assertThat(trust.seenBy("nobody-named")).containsExactly(SchoolId.DEFAULT);
        assertThat(trust.whole("ruth-bell")).isTrue();
        assertThat(trust.whole("ella-dean")).isFalse();
    }

    @Test
    void one_school_by_itself_is_seen_whole_by_whoever_may_see_it() throws Exception {
        Trust trust =
                SchoolFile.parse(FILE, SCHOOL).inForce(TODAY).orElseThrow().trust();

        assertThat(trust.several()).isFalse();
        assertThat(trust.slices()).containsExactly(SchoolId.DEFAULT);
        assertThat(trust.seenBy("anybody")).containsExactly(SchoolId.DEFAULT);
        assertThat(trust.whole("anybody")).isTrue();
    }

    @Test
    void a_trust_that_could_show_a_school_to_the_wrong_person_or_to_nobody_is_refused() {
        refusedTrust(trust("", ""), "one who keeps the policies must have all of them");
        refusedTrust(trust(", schools: [all]", ", schools: [elm-primery]"), "did you mean \"elm-primary\"?");
        refusedTrust(trust(", schools: [all, elm-primary]", ""), "write it alone");
        refusedTrust(trust(", schools: [all]", ", schools: []"), "name a school here");
        refusedTrust(trust(", schools: [all]", ", schools: [elm-primary, elm-primary]"), "stands twice");
        refusedTrust(
                trust(", schools: [all]", "")
                        .replace("roles: [chair-of-governors]}", "roles: [chair-of-governors], schools: [all]}"),
                "has no role there");
        refusedTrust(trust(", schools: [all]", "").replace("elm-primary: Elm", "all: Elm"), "cannot be a school's id");
        refusedTrust(
                trust(", schools: [all]", "").replace("Elm Primary School", "St Anne's Primary School"),
                "two schools are called");
    }
}
