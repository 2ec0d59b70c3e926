package org.clausebot.policy.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.clausebot.policy.Policy;
import org.clausebot.policy.ReferencePolicies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is right as it stands. Each is a way in which a hasty rule would cry wolf. */
class NoFalseAlarmTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource("sound")
    void what_is_right_is_left_alone(String why, Rule rule, List<String> lines) {
        assertThat(new PolicyLinter()
                        .lint(
                                ReferencePolicies.of("code", "Staff Code of Conduct", lines),
                                LocalDate.of(2026, 11, 22),
                                Set.of("Speaking Up (Whistleblowing) Policy", "mobile-devices-and-cameras")))
                .filteredOn(f -> f.rule() == rule)
                .extracting(Finding::message)
                .as(why)
                .isEmpty();
    }

    @Test
    void a_document_made_to_be_slow_is_linted_in_seconds() {
        List<String> lines = new ArrayList<>();
        for (int i = 1; i <= 2000; i++) {
            lines.add(i + "\tA\t\tStaff should not Give Personal Details To The ABCD " + "Of Children ".repeat(i % 50)
                    + "to report it, must report " + "to ".repeat(i % 40) + i + ".");
        }
        lines.add("2001\tA\t\t" + "Capital Words And ".repeat(20_000) + "to ".repeat(20_000) + "XYZ ".repeat(20_000));
        Policy policy = ReferencePolicies.of("code", "Code", lines);

        assertThatCode(() -> assertTimeoutPreemptively(
                        Duration.ofSeconds(60),
                        () -> new PolicyLinter().lint(policy, LocalDate.of(2026, 11, 22), Set.of())))
                .doesNotThrowAnyException();
    }

    static Stream<Arguments> sound() {
        return Stream.of(numbering(), leadIns(), citations(), guidance(), abbreviations(), pairs(), duties())
                .flatMap(s -> s);
    }

    private static Stream<Arguments> numbering() {
        return Stream.of(
                of(
                        "paragraphs that run on from part to part",
                        Rule.NUMBER_MISSING,
                        "1|Part A – Why||One.",
                        "2|Part A – Why||Two.",
                        "Part B – Words ¶1|Part B – Words||Term: meaning.",
                        "3|Part C – What||Three.",
                        "4|Part C – What||Four."),
                of(
                        "letters that run on from the section before",
                        Rule.NUMBER_MISSING,
                        "B1|B. Phones||One.",
                        "B2|B. Phones||Two.",
                        "C3|C. Cameras||Three.",
                        "C4|C. Cameras||Four."),
                of(
                        "a number that belongs to a heading",
                        Rule.NUMBER_MISSING,
                        "2.1|2 Duties||One.",
                        "2.2.1|2 Duties > 2.2 Phones||Two.",
                        "2.3|2 Duties||Three."),
                of(
                        "(h), (i), (j) are letters",
                        Rule.NUMBER_MISSING,
                        "1(a)|1 L|Bring:|a",
                        "1(b)|1 L|Bring:|b",
                        "1(c)|1 L|Bring:|c",
                        "1(d)|1 L|Bring:|d",
                        "1(e)|1 L|Bring:|e",
                        "1(f)|1 L|Bring:|f",
                        "1(g)|1 L|Bring:|g",
                        "1(h)|1 L|Bring:|h",
                        "1(i)|1 L|Bring:|i",
                        "1(j)|1 L|Bring:|j"),
                of(
                        "(i), (ii), (iii), (iv), (v) are numerals",
                        Rule.NUMBER_MISSING,
                        "1(i)|1 L|Bring:|a",
                        "1(ii)|1 L|Bring:|b",
                        "1(iii)|1 L|Bring:|c",
                        "1(iv)|1 L|Bring:|d",
                        "1(v)|1 L|Bring:|e"),
                of(
                        "a number printed twice leaves no hole",
                        Rule.NUMBER_MISSING,
                        "4.1|4 L||One.",
                        "4.2|4 L||Two.",
                        "4.2 (2nd)|4 L||Three.",
                        "4.3|4 L||Four."),
                of("a number kept free", Rule.NUMBER_MISSING, "4.1|4 L||One.", "4.2|4 L||Not used.", "4.3|4 L||Four."),
                of(
                        "a section whose clauses skip a level",
                        Rule.NUMBER_MISSING,
                        "2.8.5|2 P > 2.8 Q||One.",
                        "3.1.1|3 R||Two.",
                        "3.1.2|3 R||Three."),
                of("years are no numbering", Rule.NUMBER_MISSING, "2018|History||One.", "2024|History||Two."),
                of(
                        "letters that start again under another number",
                        Rule.NUMBER_REPEATED,
                        "1(a)|1 L|Bring:|a",
                        "1(b)|1 L|Bring:|b",
                        "2(a)|1 L|Leave:|a",
                        "2(b)|1 L|Leave:|b"));
    }

    private static Stream<Arguments> leadIns() {
        return Stream.of(
                of(
                        "what a policy does not replace is no instruction",
                        Rule.LEAD_IN_REVERSES,
                        "3#1|A|It does not replace:|the grievance procedure"),
                of(
                        "exceptions are allowed on purpose",
                        Rule.LEAD_IN_REVERSES,
                        "¶1|Exceptions|Nothing in this guide stops you from:|telling a doctor"),
                of(
                        "a condition in a lead-in reverses nothing",
                        Rule.LEAD_IN_REVERSES,
                        "2|A|Where a parent has not agreed, staff should:|ring the office"),
                of(
                        "the objects of a ban are no instructions",
                        Rule.LEAD_IN_REVERSES,
                        "8.3#1|A|You must not put into any tool, approved or not:|a pupil's name"),
                of(
                        "advice under a condition may say never",
                        Rule.ITEM_NEGATES,
                        "6.3#1|A|If you belong to one:|never refer to a pupil"),
                of(
                        "an item that begins with another word",
                        Rule.ITEM_NEGATES,
                        "1|A|Staff should:|Note the time. Not all calls are logged."),
                of(
                        "a table after a colon",
                        Rule.LEAD_IN_WITHOUT_ITEMS,
                        "3.1|A||The least number of adults is:",
                        "3.1#1|A|Age | Adults|Nursery | 3"),
                of(
                        "a list below a list",
                        Rule.LEAD_IN_WITHOUT_ITEMS,
                        "2.3|A||You must not:",
                        "2.3#1|A|You must not:|allow somebody else to work:",
                        "2.3#2|A|You must not: allow somebody else to work:|a pupil"),
                of(
                        "numbered clauses after a colon",
                        Rule.LEAD_IN_WITHOUT_ITEMS,
                        "2.1|A||An employee must ring and say:",
                        "2.1.1|A|An employee must ring and say:|what is wrong"),
                of("a colon within a sentence", Rule.LEAD_IN_WITHOUT_ITEMS, "1|A||Remember: doors stay shut."));
    }

    private static Stream<Arguments> citations() {
        return Stream.of(
                of(
                        "a section of another document",
                        Rule.PLACE_MISSING,
                        "2.1.6|2 A||Staff should follow section 7 'Standards of Behaviour' of 'Guidance for safer working practice (2025)'."),
                of(
                        "a section of a law",
                        Rule.PLACE_MISSING,
                        "1.1|1 A||The duty is in section 149 of the Equality Act 2010.",
                        "1.2|1 A||Under the Education Act 2002, section 175, schools must keep children safe."),
                of("a section of an unnamed law", Rule.PLACE_MISSING, "1|A||This equipment is Section 889 compliant."),
                of(
                        "an annex of another document",
                        Rule.PLACE_MISSING,
                        "1.1|1 A||Staff read Annex B of Keeping Children Safe in Education."),
                of("a section that is there", Rule.PLACE_MISSING, "1.1|1 A||See section 2 and 2.1.", "2.1|2 B||Here."),
                of("a parent of clauses that are there", Rule.PLACE_MISSING, "6.2.1|6 B||Here; see 6.2 and section 6."),
                of(
                        "an appendix that is there",
                        Rule.PLACE_MISSING,
                        "1.1|1 A||Sign the form at Appendix A.",
                        "Appendix A – Form ¶1|Appendix A – Form||I have read this."),
                of(
                        "times, sizes and money are no clauses",
                        Rule.PLACE_MISSING,
                        "1.1|1 A||Arrive by 8.30 am, leave at 4.15pm, stay under 2.5 m, and keep costs to 3.5%."),
                of(
                        "a section with a letter",
                        Rule.PLACE_MISSING,
                        "B1|B. Phones||One.",
                        "G1|G. Breaches||A breach of section B."),
                of("paper sizes and year groups", Rule.PLACE_MISSING, "A1|A. Form||Up to one side of A4 in Year 6."),
                of(
                        "a form's own section in a document without numbers",
                        Rule.PLACE_MISSING,
                        "Forms ¶1|Forms||Fill in section 4 and hand it in."),
                of(
                        "a policy that is here under a longer name",
                        Rule.POLICY_UNKNOWN,
                        "1|A||Use the Whistleblowing policy or the Mobile Devices and Cameras policy."),
                of(
                        "this document itself",
                        Rule.POLICY_UNKNOWN,
                        "1|A||Follow the Code of Conduct and the school's policy."),
                of(
                        "policies in general",
                        Rule.POLICY_UNKNOWN,
                        "1|A||Follow the relevant policies, other policies and procedures, and the school's own policy."),
                of("the name of the school", Rule.POLICY_UNKNOWN, "1|A||This is Hill Top Primary School policy."));
    }

    private static Stream<Arguments> guidance() {
        return Stream.of(
                of(
                        "laws keep their year",
                        Rule.GUIDANCE_OLD,
                        "1|A||The Equality Act 2010 and the Data Protection Act 2018 apply."),
                of("this year's edition", Rule.GUIDANCE_OLD, "1|A||Read Keeping Children Safe in Education 2026."),
                of("guidance without a year", Rule.GUIDANCE_OLD, "1|A||Read Keeping Children Safe in Education."),
                of(
                        "guidance that is not yet old",
                        Rule.GUIDANCE_OLD,
                        "1|A||Follow the Working Together guidance (December 2023)."),
                of(
                        "the year of something else",
                        Rule.GUIDANCE_OLD,
                        "1|A||This guidance was agreed in 2012 and is reviewed each year."),
                of(
                        "a law that guidance is under",
                        Rule.GUIDANCE_OLD,
                        "1|A||Guidance under the Children Act 2004 applies."));
    }

    private static Stream<Arguments> abbreviations() {
        return Stream.of(
                of(
                        "written out before it is used",
                        Rule.ABBREVIATION,
                        "1|A||Tell the Designated Safeguarding Lead (DSL).",
                        "2|A||The DSL decides."),
                of("written out behind it", Rule.ABBREVIATION, "1|A||Tell the DSL (designated safeguarding lead)."),
                of(
                        "small letters and small words",
                        Rule.ABBREVIATION,
                        "1|A||The Department for Education (DfE) and the local authority designated officer (LADO)."),
                of("defined in a list", Rule.ABBREVIATION, "1#1|A|In this code:|DSL means the lead for safeguarding"),
                of("everyday ones", Rule.ABBREVIATION, "1|A||Use a USB stick or a PDF in the UK, e.g. for IT or HR."),
                of(
                        "stressed words",
                        Rule.ABBREVIATION,
                        "1|A||You MUST NOT share it. NEVER do it. All STAFF help.",
                        "2|A||Our staff."),
                of("a shouted sentence", Rule.ABBREVIATION, "1|A||DANGER KEEP OUT OF THIS ROOM at all times."),
                of("headings in capitals", Rule.ABBREVIATION, "1|A PHONES IN CLASS||Keep them off."),
                of("numerals", Rule.ABBREVIATION, "1|A||See Part II and Part IV."),
                of("addresses and names", Rule.ABBREVIATION, "1|A||Join OLT-Guest or write to HEAD@school.example."));
    }

    private static Stream<Arguments> pairs() {
        return Stream.of(
                of(
                        "items of one list",
                        Rule.NEAR_DUPLICATE,
                        "1(a)|A|Ask:|a day visit needs approval four weeks beforehand from the headteacher and the office",
                        "1(b)|A|Ask:|a long visit needs approval nine weeks beforehand from the headteacher and the office"),
                of(
                        "rows of a table",
                        Rule.NEAR_DUPLICATE,
                        "1#1|A|Record kept | Years | Then|Pupil visit medical record sheet | Six | Shredded at the office",
                        "1#2|A|Record kept | Years|Pupil visit medical record sheets | Six | Shredded at the office"),
                of(
                        "the same lead-in twice",
                        Rule.NEAR_DUPLICATE,
                        "1|A||The reasons for disciplinary action against an adult may include:",
                        "1#1|A|The reasons for disciplinary action against an adult may include:|lying",
                        "2|B||The reasons for disciplinary action against an adult may include:",
                        "2#1|B|The reasons for disciplinary action against an adult may include:|theft"),
                of(
                        "one subject, two rules",
                        Rule.NEAR_DUPLICATE,
                        "1|A||In a serious incident the visit leader dials 999 and then the base contact.",
                        "2|A||Dial 999 if the pupil has not been found by then, and then ring the base contact."),
                of(
                        "an exception set out on purpose",
                        Rule.STRENGTH_CONFLICT,
                        "5.2#1|A|Staff must not:|carry a pupil in their own car",
                        "5.7|A||Exception. A lift may be given in a car in an emergency."),
                of(
                        "two bans on different things",
                        Rule.STRENGTH_CONFLICT,
                        "1|A||Staff must not share passwords with pupils.",
                        "2|A||Staff must not take photographs of pupils unless the headteacher agrees."),
                of(
                        "must and should on different subjects",
                        Rule.MUST_AND_SHOULD,
                        "1|A||A risk assessment must be written before each visit.",
                        "2|A||Helpers should read the risk assessment on the coach."),
                of(
                        "must and should in one clause on two duties",
                        Rule.MUST_AND_SHOULD,
                        "3.2|A||A laptop in a vehicle should be kept out of sight, and must not be left overnight."));
    }

    private static Stream<Arguments> duties() {
        return Stream.of(
                of("a receiver in the sentence", Rule.NO_RECEIVER, "1|A||Staff must report it to the headteacher."),
                of(
                        "a receiver in the next sentence",
                        Rule.NO_RECEIVER,
                        "1|A||Staff must report any incident. Tell the Speak-Up Officer first."),
                of(
                        "a telephone number",
                        Rule.NO_RECEIVER,
                        "1|A||Losses are reported at once on the number on the tag."),
                of("staff who report", Rule.NO_RECEIVER, "1|A||Staff who report their own mistakes will be supported."),
                of("a report card", Rule.NO_RECEIVER, "1|A||Parents should receive a report each term."),
                of("reporting as a noun", Rule.NO_RECEIVER, "1|A||Incident reports must be filed by number."),
                of(
                        "a list of receivers",
                        Rule.NO_RECEIVER,
                        "1|A||Staff must report it to:",
                        "1#1|A|Staff must report it to:|the DSL"),
                of(
                        "a whole list is not one sentence",
                        Rule.LONG_SENTENCE,
                        "1|A||" + "Staff bring: " + "a warm coat and a hat for the wind on the hill; ".repeat(8)
                                + "and a map."),
                of(
                        "a row of a table is no sentence",
                        Rule.LONG_SENTENCE,
                        "1#1|A|Day | What|Monday | " + "reading and writing ".repeat(25)),
                of("sixty words", Rule.LONG_SENTENCE, "1|A||" + "word ".repeat(59) + "end."));
    }

    private static Arguments of(String why, Rule rule, String... lines) {
        return Arguments.of(
                why, rule, Stream.of(lines).map(NoFalseAlarmTest::tabs).toList());
    }

    /** Cells are divided by bars here, so that the lines can be read; a bar with spaces around it belongs to a table. */
    private static String tabs(String line) {
        return line.replaceAll("(?<! )\\|(?! )|(?<! )\\|(?= ?$)", "\t");
    }
}
