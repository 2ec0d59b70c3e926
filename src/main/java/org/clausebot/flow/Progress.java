package org.clausebot.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One conversation in its flow at one moment, and the turns that can come of it. */
final class Progress {
    /** The engine's own note among the answers. */
    static final String NOTE = "?";

    private final Flow flow;
    private final Conversation conversation;
    private final Context context;

    Progress(Flow flow, Conversation conversation, Context context) {
        this.flow = flow;
        this.conversation = conversation;
        this.context = context;
    }

    Flow flow() {
        return flow;
    }

    Conversation conversation() {
        return conversation;
    }

    Context context() {
        return context;
    }

    Step asked() {
        return flow.step(conversation.at()).orElseThrow();
    }

    AnswerReader reader() {
        return new AnswerReader(flow, answers(), context);
    }

    /** Those of the person. */
    Map<String, Given> answers() {
        Map<String, Given> answers = new LinkedHashMap<>(conversation.answers());
        answers.remove(NOTE);
        return answers;
    }

    Optional<Given> note() {
        return Optional.ofNullable(conversation.answers().get(NOTE));
    }

    /** Goes on from these answers to the first step of the way that has none. */
    Turn settle(Map<String, Given> answers, String note) {
        Walk walk = walk(answers);
        Optional<Step> at = walk.at();
        if (at.isPresent()) {
            Map<String, Given> all = new LinkedHashMap<>(walk.answers());
            all.putAll(walk.later());
            Conversation next = moved(at.get().id(), all, walk.trail(), "", 0);
            return prompt(next, at.get(), walk.said(), note);
        }
        Map<String, Given> kept = new LinkedHashMap<>(walk.answers());
        flow.steps().stream().filter(Progress::isGate).forEach(step -> kept.remove(step.id()));
        Conversation done = moved(conversation.at(), kept, walk.trail(), "", 0);
        Optional<Step.Submit> submit = walk.submitted()
                ? flow.step(walk.trail().getLast())
                        .filter(Step.Submit.class::isInstance)
                        .map(Step.Submit.class::cast)
                : Optional.empty();
        return new Turn.Finished(
                done,
                walk.submitted(),
                said(walk.said()),
                submit.map(Step.Submit::after).orElse(""),
                submit.map(s -> ring(s.common().ring())).orElse(List.of()));
    }

    /** Asks {@code step} again, to change its answer; the rest of the way stays as it is. */
    Turn change(Turn.Line line) {
        Map<String, Given> answers = answers();
        flow.steps().stream().filter(Progress::isGate).forEach(gate -> answers.remove(gate.id()));
        List<String> trail = conversation.trail();
        int place = trail.indexOf(line.step());
        Conversation next =
                moved(line.step(), answers, place < 0 ? trail : trail.subList(0, place), conversation.at(), 0);
        return prompt(next, flow.step(line.step()).orElseThrow(), List.of(), "Your answer was: " + line.shown());
    }

    Turn back() {
        if (!conversation.returnTo().isEmpty()) {
            return settle(answers(), "");
        }
        Map<String, Given> answers = answers();
        if (conversation.trail().isEmpty()) {
            return new Turn.Aside(same(), Turn.Aside.Kind.NOTE, Asides.FIRST, again(same()));
        }
        answers.remove(conversation.trail().getLast());
        return settle(answers, "");
    }

    Turn accept(Given given) {
        Map<String, Given> answers = answers();
        answers.put(conversation.at(), given);
        return settle(answers, "");
    }

    /** What was asked back stands until it is answered, so that a "yes" after an interruption is not taken for it. */
    Turn.Prompt resume() {
        Optional<Given> note = note();
        if (note.isPresent()) {
            return asked(conversation, AskedBack.words(note.get()), AskedBack.choices(note.get()));
        }
        Walk walk = walk(answers());
        boolean here = conversation.returnTo().isEmpty()
                && walk.at().filter(step -> step.id().equals(conversation.at())).isPresent();
        return prompt(conversation, asked(), here ? walk.said() : List.of(), "");
    }

    Turn misread(String reason) {
        int times = Math.min(conversation.misreads() + 1, 99);
        Conversation next = moved(conversation.at(), answers(), conversation.trail(), conversation.returnTo(), times);
        return new Turn.Misread(next, Asides.misread(asked(), reader(), reason, times), again(next));
    }

    Turn aside(Turn.Aside.Kind kind, String words) {
        return new Turn.Aside(same(), kind, words, again(same()));
    }

    /** Asks back; what was asked is noted, so that the next message can answer it. */
    Turn askBack(Turn.Aside.Kind kind, Given note) {
        Map<String, Given> answers = answers();
        answers.put(NOTE, note);
        Conversation next = moved(
                conversation.at(), answers, conversation.trail(), conversation.returnTo(), conversation.misreads());
        String words = AskedBack.words(note);
        return new Turn.Aside(next, kind, words, asked(next, words, AskedBack.choices(note)));
    }

    private Turn.Prompt asked(Conversation of, String words, List<Turn.Choice> choices) {
        return new Turn.Prompt(of, List.of(), asked(), words, List.of(), "", choices, false, Optional.empty(), false);
    }

    /** The conversation as it is, touched now and without a note. */
    Conversation same() {
        return moved(
                conversation.at(), answers(), conversation.trail(), conversation.returnTo(), conversation.misreads());
    }

    Progress without() {
        return new Progress(flow, same(), context);
    }

    Turn.Summary summary(Map<String, Given> answers) {
        List<Turn.Line> lines = new ArrayList<>();
        for (Map.Entry<String, Given> entry : answers.entrySet()) {
            Optional<Step> step = flow.step(entry.getKey()).filter(s -> !isGate(s));
            step.ifPresent(s -> lines.add(new Turn.Line(
                    lines.size() + 1, s.id(), s.words(), entry.getValue().shown())));
        }
        return new Turn.Summary(lines);
    }

    private Turn.Prompt again(Conversation of) {
        return prompt(of, flow.step(of.at()).orElseThrow(), List.of(), "");
    }

    private Turn.Prompt prompt(Conversation of, Step step, List<Step.Say> said, String note) {
        AnswerReader reader = new AnswerReader(flow, of.answers(), context);
        List<Turn.Choice> choices = reader.options(step).stream()
                .map(option -> new Turn.Choice(option.id(), option.label()))
                .toList();
        boolean several = step.kind()
                .filter(k -> k instanceof AnswerKind.Choices || k instanceof AnswerKind.Subject)
                .isPresent();
        return new Turn.Prompt(
                of,
                said(said),
                step,
                step.words(),
                ring(step.common().ring()),
                note,
                choices,
                several,
                step instanceof Step.Confirm ? Optional.of(summary(of.answers())) : Optional.empty(),
                step instanceof Step.Confirm);
    }

    private Walk walk(Map<String, Given> answers) {
        return Walk.of(flow, answers, before -> new AnswerReader(flow, before, context));
    }

    private Conversation moved(
            String at, Map<String, Given> answers, List<String> trail, String returnTo, int misreads) {
        return new Conversation(
                conversation.id(),
                conversation.flow(),
                conversation.flowVersion(),
                at,
                answers,
                trail,
                returnTo,
                misreads,
                conversation.startedAt(),
                context.now());
    }

    private List<Turn.Said> said(List<Step.Say> says) {
        return says.stream()
                .map(say -> new Turn.Said(say, ring(say.common().ring())))
                .toList();
    }

    private List<String> ring(List<String> codes) {
        return codes.stream()
                .map(code -> context.school()
                        .flatMap(school -> school.number(code))
                        .map(number -> number.name() + ": " + number.phone())
                        .orElseGet(() -> unknownNumber(code)))
                .toList();
    }

    private static String unknownNumber(String code) {
        return switch (code) {
            case "lado" -> "The LADO: ask the school office for the number, or your council";
            case "police" -> "Police: 999 in an emergency, otherwise 101";
            case "childrens-services" -> "Children's services: ask your council for the number";
            case "human-resources" -> "Human resources (HR): ask the school office for the number";
            default -> "The support line: the clause gives its number";
        };
    }

    /** Confirm and submit hold no answer of the report. */
    static boolean isGate(Step step) {
        return step instanceof Step.Confirm || step instanceof Step.Submit;
    }
}
