package org.clausebot.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clausebot.answer.Answer;
import org.clausebot.chat.Phrases;
import org.clausebot.datafile.DataFileException;
import org.junit.jupiter.api.Test;

/** What the words of our own flows promise, and what they must not. */
class FlowWordsTest {
    private static final Path FLOWS = Path.of("conversations/flows");
    private static final Pattern NUMBER = Pattern.compile("\\d[\\d ]{2,}\\d|\\b\\d{3}\\b");

    private final FlowLibrary library = library();

    private static FlowLibrary library() {
        try {
            return FlowLibrary.read(FLOWS);
        } catch (DataFileException e) {
            throw new AssertionError(e);
        }
    }

    /** Everything that a person can read in {@code flow}. */
    private static List<String> words(Flow flow) {
        return flow.steps().stream()
                .flatMap(step -> Stream.of(
                        step.words(),
                        step.common().why(),
                        step.common().help(),
                        step instanceof Step.Submit submit ? submit.after() : ""))
                .toList();
    }

    @Test
    void every_urgent_message_leads_to_a_flow_of_the_same_title_that_gives_its_own_first_steps() throws Exception {
        Phrases phrases = Phrases.read(Path.of("conversations/phrases.yaml"));
        for (Answer.Concern concern : Answer.Concern.values()) {
            Flow flow = library.flow(concern.flow()).orElseThrow();
            assertThat(flow.title()).isEqualTo(phrases.urgent(concern).report());
            assertThat(flow.urgent()).startsWith(concern.flow());
        }
    }

    @Test
    void every_flow_opens_with_what_to_do_now_and_ends_with_what_comes_next() {
        assertThat(library.all()).hasSize(10).allSatisfy(flow -> {
            assertThat(flow.steps().getFirst()).isInstanceOf(Step.Say.class);
            assertThat(flow.steps().getLast())
                    .isInstanceOfSatisfying(
                            Step.Submit.class,
                            submit -> assertThat(submit.after()).contains("receipt"));
        });
    }

    @Test
    void the_subject_is_asked_before_anybody_is_chosen_to_receive_it() {
        for (Flow flow : library.all()) {
            List<Step> steps = flow.steps();
            int subject = first(steps, AnswerKind.Subject.class);
            int recipient = first(steps, AnswerKind.Recipient.class);
            assertThat(subject).as(flow.id()).isBetween(0, recipient < 0 ? steps.size() : recipient);
        }
    }

    private static int first(List<Step> steps, Class<? extends AnswerKind> kind) {
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).kind().filter(kind::isInstance).isPresent()) {
                return i;
            }
        }
        return -1;
    }

    @Test
    void an_indecent_image_cannot_be_described_or_sent_and_the_numbers_come_first() {
        Flow flow = library.flow("indecent-images").orElseThrow();
        assertThat(flow.evidence()).isFalse();
        assertThat(flow.freeText()).isFalse();
        assertThat(flow.steps().getFirst().common().ring()).containsExactly("police", "lado");
        assertThat(flow.steps().stream().map(Step::kind).flatMap(kind -> kind.stream()))
                .noneMatch(AnswerKind.LongText.class::isInstance)
                .noneMatch(AnswerKind.Evidence.class::isInstance)
                .noneMatch(AnswerKind.WebAddress.class::isInstance)
                .filteredOn(AnswerKind.Text.class::isInstance)
                .singleElement()
                .satisfies(kind -> assertThat(((AnswerKind.Text) kind).max()).isLessThanOrEqualTo(120));
    }

    @Test
    void numbers_that_a_school_sets_are_in_no_flow() {
        for (Flow flow : library.all()) {
            assertThat(words(flow))
                    .allSatisfy(
                            words -> assertThat(NUMBER.matcher(words).results().map(found -> found.group()))
                                    .as(flow.id())
                                    .allMatch(List.of("999", "101")::contains));
        }
    }

    @Test
    void no_flow_promises_secrecy_or_passes_judgement() {
        for (Flow flow : library.all()) {
            assertThat(words(flow))
                    .allSatisfy(words -> assertThat(words)
                            .as(flow.id())
                            .doesNotContainPattern("(?i)\\b(confidential(ity)?|in confidence|anonymous(ly)?|guarantee|"
                                    + "perpetrator|offender|culprit|victim|guilty|misconduct|abuser)\\b(?! line)"));
        }
    }

    @Test
    void the_retention_table_says_what_the_flows_say() throws Exception {
        Pattern row = Pattern.compile("(?m)^\\| ([a-z-]+) \\| (P\\w+) \\| (.+) \\|$");
        Map<String, String> table = row.matcher(Files.readString(Path.of("docs/privacy/retention.md")))
                .results()
                .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2) + " " + found.group(3)));
        assertThat(table)
                .isEqualTo(library.all().stream()
                        .collect(Collectors.toMap(Flow::id, flow -> flow.keep() + " " + flow.retentionWhy())));
    }

    @Test
    void concerns_about_adults_are_kept_longer_than_declarations_and_requests() {
        assertThat(monthsKept("concern-about-adult"))
                .isGreaterThan(monthsKept("social-contact"))
                .isGreaterThan(monthsKept("contact-permission"));
    }

    private long monthsKept(String id) {
        return library.all().stream()
                .filter(flow -> flow.id().equals(id))
                .findFirst()
                .orElseThrow()
                .keep()
                .toTotalMonths();
    }

    @Test
    void a_person_who_is_bullied_is_asked_about_the_police_and_nobody_is_told_to_refer_it() {
        Flow flow = library.flow("online-bullying").orElseThrow();
        assertThat(flow.to()).allMatch(to -> !to.ring().contains("police"));
        assertThat(flow.step("police").orElseThrow().words()).contains("for you alone to decide");
        assertThat(flow.step("support").orElseThrow().common().cites()).containsExactly("2.8.4");
    }

    @Test
    void a_declaration_is_renewed_each_year() {
        Flow flow = library.flow("social-contact").orElseThrow();
        assertThat(flow.kind()).isEqualTo(Flow.Kind.DECLARATION);
        assertThat(flow.renew()).contains(Period.ofYears(1));
    }
}
