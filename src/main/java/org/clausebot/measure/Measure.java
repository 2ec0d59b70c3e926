package org.clausebot.measure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.clausebot.answer.Answer;
import org.clausebot.answer.Question;
import org.clausebot.datafile.DataFileException;
import org.clausebot.policy.Policy;

/** Measures answers against files of questions, of follow-ups and of urgent messages. */
public final class Measure {
    private final List<Policy> policies;
    private final Learner learner;
    private final int folds;

    /**
     * @param policies those in force
     * @param learner makes what is measured
     * @param folds 1 to ask one that has learnt from everything; with more, each question is asked of one that has learnt
     *     from no question of its fold
     */
    public Measure(List<Policy> policies, Learner learner, int folds) {
        this.policies = List.copyOf(policies);
        this.learner = learner;
        this.folds = folds;
    }

    /**
     * Asks every question of the files, which are taken as one.
     *
     * @param files all of one form, which the first line of each tells; at least one
     * @param stances the stances that answers should take, for questions and follow-ups
     * @throws DataFileException when a file is not as it should be; the message names file and line
     */
    public Measurement of(List<Path> files, Optional<Path> stances) throws IOException, DataFileException {
        Form form = form(files);
        String name =
                files.stream().map(file -> String.valueOf(file.getFileName())).collect(Collectors.joining(" + "));
        if (form == Form.MESSAGES) {
            if (stances.isPresent()) {
                throw new DataFileException(
                        stances.get(), 0, "stances are of questions or follow-ups; urgent messages have none");
            }
            return messages(name, files);
        }
        RankedMeasure measure = new RankedMeasure(name, form, policies, Cases.read(form, files), stances);
        List<Question> questions = measure.cases().stream().map(Case::question).toList();
        return measure.of(ask(files.getFirst(), questions, Subject::answer));
    }

    private static Form form(List<Path> files) throws DataFileException {
        Form form = Form.of(files.getFirst());
        for (Path file : files) {
            Form own = Form.of(file);
            if (own != form) {
                throw new DataFileException(
                        file,
                        1,
                        "is a file of " + own.code() + ", and " + files.getFirst() + " one of " + form.code()
                                + "; measure them one after the other");
            }
        }
        return form;
    }

    private record Heard(Answer answer, double urgency) {}

    private Measurement messages(String name, List<Path> files) throws IOException, DataFileException {
        List<Message> messages = new ArrayList<>();
        for (Path file : files) {
            messages.addAll(Message.read(file));
        }
        List<Question> questions =
                messages.stream().map(message -> new Question(message.text())).toList();
        List<Heard> heard = ask(
                files.getFirst(),
                questions,
                (subject, question) -> new Heard(subject.answer(question), subject.urgency(question)));
        List<UrgentOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < messages.size(); i++) {
            outcomes.add(UrgentOutcome.of(
                    messages.get(i), heard.get(i).answer(), heard.get(i).urgency()));
        }
        return new Measurement(
                name,
                Form.MESSAGES.code(),
                UrgentOutcome.counts(outcomes),
                UrgentOutcome.metrics(outcomes),
                Silence.UNKNOWN,
                // Not for a file that is not learnt from: thresholds are not to be chosen on what measures.
                folds > 1 ? UrgentOutcome.thresholds(outcomes) : List.of(),
                UrgentOutcome.failures(outcomes),
                List.of());
    }

    /** Fold by fold, so that what was learnt for one is forgotten before the next. */
    private <T> List<T> ask(Path file, List<Question> questions, BiFunction<Subject, Question, T> how)
            throws IOException, DataFileException {
        if (folds == 1) {
            Subject subject = learner.learn(text -> true);
            return questions.stream().map(q -> how.apply(subject, q)).toList();
        }
        Folds shared = new Folds(folds, questions.stream().map(Question::text).toList());
        if (!shared.divide()) {
            throw new DataFileException(
                    file, 0, "has too few different questions to be divided into folds; measure it as a whole");
        }
        List<Optional<T>> answers = new ArrayList<>(Collections.nCopies(questions.size(), Optional.empty()));
        for (int fold = 0; fold < shared.count(); fold++) {
            Optional<Subject> subject = Optional.empty();
            for (int i = 0; i < questions.size(); i++) {
                if (shared.of(questions.get(i).text()) == fold) {
                    if (subject.isEmpty()) {
                        subject = Optional.of(learner.learn(shared.learntBy(fold)));
                    }
                    answers.set(i, Optional.of(how.apply(subject.get(), questions.get(i))));
                }
            }
        }
        return answers.stream().map(Optional::orElseThrow).toList();
    }
}
