package org.clausebot.chat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.clausebot.answer.Question;
import org.clausebot.answer.Quote;
import org.clausebot.flow.AnswerKind;
import org.clausebot.flow.Conversation;
import org.clausebot.flow.Flow;
import org.clausebot.flow.Given;
import org.clausebot.flow.Step;
import org.clausebot.flow.Turn;
import org.clausebot.incident.Reporter;
import org.clausebot.incident.Reporting;
import org.clausebot.policy.Policy;
import org.clausebot.school.School;

/** Turns what the engine says into what channels show. Its quotes are clauses of the policies in force, never words. */
final class Turns {
    private static final ZoneId USUAL_ZONE = ZoneId.of("Europe/London");

    private final Supplier<List<Policy>> policies;
    private final Supplier<Optional<School>> school;
    private final Optional<Reporting> reporting;

    Turns(Supplier<List<Policy>> policies, Supplier<Optional<School>> school, Optional<Reporting> reporting) {
        this.policies = policies;
        this.school = school;
        this.reporting = reporting;
    }

    ZoneId zone() {
        return school.get().map(s -> s.hours().zone()).orElse(USUAL_ZONE);
    }

    LocalDate day(Instant at) {
        return at.atZone(zone()).toLocalDate();
    }

    /** Names one state of one conversation: after any answer it is another. Stays the same over a restart. */
    static String token(Conversation conversation) {
        StringBuilder state = new StringBuilder(conversation.at());
        conversation.trail().forEach(step -> state.append('\0').append(step));
        state.append('\0').append(conversation.returnTo());
        for (Map.Entry<String, Given> answer : conversation.answers().entrySet()) {
            state.append('\0')
                    .append(answer.getKey())
                    .append('\0')
                    .append(answer.getValue().value());
        }
        return conversation.id() + "/" + conversation.at() + "/"
                + Integer.toHexString(state.toString().hashCode());
    }

    /** The conversation that {@code token} belongs to. */
    static String conversationOf(String token) {
        int slash = token.indexOf('/');
        return slash < 0 ? token : token.substring(0, slash);
    }

    List<Asking.Said> said(Flow flow, List<Turn.Said> words) {
        return words.stream()
                .map(s -> new Asking.Said(s.step().words(), s.ring(), quotes(flow, s.step())))
                .toList();
    }

    Asking asking(Reporter who, Flow flow, Turn.Prompt prompt, List<String> notes) {
        List<String> all = new ArrayList<>(notes);
        all.remove(prompt.question());
        if (!prompt.note().isBlank()) {
            all.add(prompt.note());
        }
        Asking asking = new Asking(
                flow.title(),
                token(prompt.conversation()),
                said(flow, prompt.said()),
                all,
                field(flow, prompt),
                prompt.summary().map(Turn.Summary::lines).orElse(List.of()),
                Optional.empty(),
                prompt.evidence() ? attached(who, prompt) : List.of(),
                "");
        return prompt.showAddressees() ? naming(asking, flow, prompt.conversation()) : asking;
    }

    /** The same, naming who would see it. */
    Asking naming(Asking asking, Flow flow, Conversation conversation) {
        return reporting
                .map(r -> asking.naming(r.addressees(flow, conversation)))
                .orElse(asking);
    }

    private Asking.Field field(Flow flow, Turn.Prompt prompt) {
        Step step = prompt.asked();
        boolean sure = askedBack(prompt.conversation())
                && prompt.choices().stream().anyMatch(choice -> choice.id().equals("yes"));
        return new Asking.Field(
                prompt.question(),
                quotes(flow, step),
                sure ? Asking.Input.SURE : input(step),
                prompt.choices(),
                prompt.several(),
                !sure && prompt.optional(),
                !sure && !prompt.conversation().trail().isEmpty(),
                !sure && !step.common().why().isBlank());
    }

    /** The engine notes what it asked back under an id that no step has. */
    private static boolean askedBack(Conversation conversation) {
        return conversation.answers().keySet().stream().anyMatch(id -> id.startsWith("?"));
    }

    private List<Reporting.Evidence> attached(Reporter who, Turn.Prompt prompt) {
        return reporting.map(r -> r.attached(who)).orElse(List.of()).stream()
                .filter(file -> file.step().equals(prompt.asked().id()))
                .toList();
    }

    private List<Quote> quotes(Flow flow, Step step) {
        return step.common().cites().stream()
                .flatMap(address -> quote(flow, address).stream())
                .toList();
    }

    private Optional<Quote> quote(Flow flow, String address) {
        Stream<Policy> theirs =
                policies.get().stream().filter(policy -> policy.id().equals(flow.policy()));
        return theirs.flatMap(policy ->
                        policy.clause(address).stream().map(clause -> new Quote(policy, clause, List.of(), 0)))
                .findFirst();
    }

    private static Asking.Input choosing(Step step) {
        return switch (step) {
            case Step.Confirm confirm -> Asking.Input.CONFIRM;
            case Step.Submit submit -> Asking.Input.SEND;
            case Step.Say say -> Asking.Input.CHOICES;
            case Step.Ask ask -> Asking.Input.CHOICES;
            case Step.Choose choose -> Asking.Input.CHOICES;
        };
    }

    private static Asking.Input input(Step step) {
        return step.kind().map(Turns::input).orElseGet(() -> choosing(step));
    }

    private static Asking.Input input(AnswerKind kind) {
        return switch (kind) {
            case AnswerKind.Text text -> Asking.Input.LINE;
            case AnswerKind.LongText text -> Asking.Input.LONG;
            case AnswerKind.When when -> Asking.Input.DAY_AND_TIME;
            case AnswerKind.Date date -> Asking.Input.DAY;
            case AnswerKind.Person person -> Asking.Input.PERSON;
            case AnswerKind.Name name -> Asking.Input.PERSON;
            case AnswerKind.Number number -> Asking.Input.NUMBER;
            case AnswerKind.WebAddress address -> Asking.Input.WEB_ADDRESS;
            case AnswerKind.Evidence evidence -> Asking.Input.FILES;
            case AnswerKind.YesNo yesNo -> Asking.Input.CHOICES;
            case AnswerKind.Choice choice -> Asking.Input.CHOICES;
            case AnswerKind.Choices choices -> Asking.Input.CHOICES;
            case AnswerKind.Recipient recipient -> Asking.Input.CHOICES;
            case AnswerKind.Subject subject -> Asking.Input.CHOICES;
        };
    }

    /** Whether the step that is asked wants to hear what happened, or only a few words. */
    static Question.Place place(Flow flow, Conversation conversation) {
        boolean account = flow.step(conversation.at())
                .flatMap(Step::kind)
                .filter(AnswerKind.LongText.class::isInstance)
                .isPresent();
        return account ? Question.Place.ACCOUNT : Question.Place.SHORT_ANSWER;
    }

    /** Whether the step that is asked takes a person's own words, which may tell of more than was asked. */
    static boolean takesWords(Flow flow, Conversation conversation) {
        return flow.step(conversation.at())
                .flatMap(Step::kind)
                .filter(kind -> switch (input(kind)) {
                    case LINE, LONG, PERSON -> true;
                    case DAY, DAY_AND_TIME, NUMBER, WEB_ADDRESS, FILES, CHOICES, SURE, CONFIRM, SEND -> false;
                })
                .isPresent();
    }
}
