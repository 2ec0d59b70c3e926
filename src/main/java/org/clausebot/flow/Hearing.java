package org.clausebot.flow;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Takes one message: what was asked back, then commands, then changes, then the answer. */
final class Hearing {
    /** A message longer than any step can take. */
    private static final int LONGEST = 20_000;

    private static final String LITERAL = "answer:";

    private final Progress now;

    Hearing(Progress now) {
        this.now = now;
    }

    Turn hear(String message) {
        if (AnswerReader.characters(message) > LONGEST) {
            return now.without().misread(Asides.tooLong(AnswerReader.characters(message)));
        }
        Optional<Given> note = now.note();
        return note.isPresent() ? answeredBack(note.get(), message) : fresh(message);
    }

    private Turn answeredBack(Given note, String message) {
        Progress plain = now.without();
        if (!note.equals(AskedBack.CANCEL) && !note.equals(AskedBack.AGAIN)) {
            return which(note, message);
        }
        if (isYes(message)) {
            return note.equals(AskedBack.CANCEL)
                    ? new Turn.Cancelled(now.same())
                    : FlowEngine.begin(now.flow(), now.conversation().id(), now.context());
        }
        return plain.aside(Turn.Aside.Kind.NOTE, Asides.GOING_ON);
    }

    private static boolean isYes(String message) {
        String plain = Plain.of(message);
        return plain.equals("yes delete it")
                || plain.equals("1")
                || YesNoReader.read(message).orElse(false);
    }

    /** One of the readings that were offered, or else a new message. */
    private Turn which(Given note, String message) {
        List<Given> candidates = AskedBack.candidates(note);
        List<OptionReader.Named> named = candidates.stream()
                .map(c -> new OptionReader.Named(c.value(), c.shown(), halves(c)))
                .toList();
        Progress plain = now.without();
        Optional<Boolean> yes = YesNoReader.read(message);
        if (candidates.size() == 1 && yes.isPresent()) {
            return yes.get() ? plain.accept(candidates.getFirst()) : plain.misread("Then say it in other words.");
        }
        Reading reading = new OptionReader(named).one(message);
        if (reading instanceof Reading.Taken taken && message.length() <= 60) {
            return plain.accept(taken.given());
        }
        return new Hearing(plain).fresh(message);
    }

    /** "Morning" and "am" choose between two times of one day. */
    private static List<String> halves(Given candidate) {
        int t = candidate.value().indexOf('T');
        if (t < 0 || !candidate.value().substring(t + 1).matches("\\d{2}:\\d{2}")) {
            return List.of();
        }
        int hour = Integer.parseInt(candidate.value().substring(t + 1, t + 3));
        return hour < 12
                ? List.of("morning", "am", "a m", "in the morning", "the morning")
                : List.of("evening", "pm", "p m", "afternoon", "in the evening", "the evening", "at night");
    }

    private Turn fresh(String message) {
        Step step = now.asked();
        boolean names =
                new OptionReader(now.reader().options(step)).exact(message).isPresent();
        if (!names) {
            Optional<Command> command = Command.of(message);
            if (command.isPresent()) {
                return command(command.get(), step);
            }
            Optional<Turn> change = change(message, step);
            if (change.isPresent()) {
                return change.get();
            }
        }
        String typed = AnswerReader.clean(message);
        if (typed.toLowerCase(Locale.UK).startsWith(LITERAL)) {
            return literal(step, typed.substring(LITERAL.length()).strip());
        }
        return switch (step) {
            case Step.Confirm confirm -> confirm(message);
            case Step.Submit submit -> submit(message);
            case Step.Say say -> now.misread("");
            case Step.Ask ask -> answer(step, typed);
            case Step.Choose choose -> answer(step, typed);
        };
    }

    private Turn command(Command command, Step step) {
        return switch (command) {
            case SKIP ->
                step.common().optional()
                        ? now.accept(AnswerReader.skipped())
                        : now.aside(Turn.Aside.Kind.NOTE, Asides.notOptional(step, now.reader()));
            case BACK -> now.back();
            case CANCEL -> now.askBack(Turn.Aside.Kind.REALLY, AskedBack.CANCEL);
            case AGAIN -> now.askBack(Turn.Aside.Kind.REALLY, AskedBack.AGAIN);
            case HELP -> now.aside(Turn.Aside.Kind.HELP, Asides.help(step, now.reader()));
            case WHY -> now.aside(Turn.Aside.Kind.WHY, Asides.why(step));
            case WHO -> now.aside(Turn.Aside.Kind.WHO_SEES, "");
            case CAN_DO -> now.aside(Turn.Aside.Kind.CAN_DO, Asides.CAN_DO);
            case SAVE -> new Turn.Paused(now.same());
        };
    }

    /** In free words "change the locks" may be an answer: there it counts only if it names one answer plainly. */
    private Optional<Turn> change(String message, Step step) {
        Optional<String> what = message.length() > 80 ? Optional.empty() : Changing.asked(message);
        if (what.isEmpty()) {
            return Optional.empty();
        }
        List<Turn.Line> lines = now.summary(now.answers()).lines();
        Optional<Turn.Line> line = Changing.line(now.flow(), lines, what.get());
        boolean free = now.reader().options(step).isEmpty();
        if (line.isPresent() && (!free || what.get().split(" ").length <= 4)) {
            return Optional.of(now.change(line.get()));
        }
        if (free && !what.get().isEmpty() && !what.get().matches("\\d+")) {
            return Optional.empty();
        }
        StringBuilder words = new StringBuilder(
                lines.isEmpty() ? "There is no answer to change yet." : "Which answer? Type “change” and its number:");
        lines.forEach(l -> words.append("\n")
                .append(l.number())
                .append(". ")
                .append(l.question())
                .append(" ")
                .append(l.shown()));
        return Optional.of(now.aside(Turn.Aside.Kind.NOTE, words.toString()));
    }

    private Turn literal(Step step, String words) {
        if (!Asides.takesWords(step)) {
            return answer(step, words);
        }
        int most = step.kind()
                .map(kind -> switch (kind) {
                    case AnswerKind.Text text -> text.max();
                    case AnswerKind.LongText text -> text.max();
                    case AnswerKind.Person person -> person.max();
                    case AnswerKind.When other -> 120;
                    case AnswerKind.Date other -> 120;
                    case AnswerKind.Number other -> 120;
                    case AnswerKind.WebAddress other -> 2000;
                    case AnswerKind.Name other -> 120;
                    case AnswerKind.YesNo other -> 0;
                    case AnswerKind.Choice other -> 0;
                    case AnswerKind.Choices other -> 0;
                    case AnswerKind.Evidence other -> 0;
                    case AnswerKind.Recipient other -> 0;
                    case AnswerKind.Subject other -> 0;
                })
                .orElse(0);
        Reading read = now.reader().read(step, words);
        if (read instanceof Reading.Taken taken) {
            return now.accept(taken.given());
        }
        if (words.isEmpty() || AnswerReader.characters(words) > most) {
            return now.misread(
                    words.isEmpty()
                            ? "There was nothing to write down."
                            : Asides.tooLong(AnswerReader.characters(words)));
        }
        return now.accept(new Given(words, words));
    }

    private Turn answer(Step step, String message) {
        boolean free = step.kind()
                .filter(kind -> kind instanceof AnswerKind.Text
                        || kind instanceof AnswerKind.LongText
                        || kind instanceof AnswerKind.Person
                        || kind instanceof AnswerKind.Name)
                .isPresent();
        if (free && QuestionLike.test(message)) {
            return now.misread(Asides.question());
        }
        return switch (now.reader().read(step, message)) {
            case Reading.Taken taken -> now.accept(taken.given());
            case Reading.Unread unread -> now.misread(unread.words());
            case Reading.Which which -> now.askBack(Turn.Aside.Kind.NOTE, AskedBack.which(which.candidates()));
        };
    }

    private Turn confirm(String message) {
        Optional<Boolean> yes = read(message);
        if (yes.isEmpty()) {
            return now.misread("Type “yes” if all of it is right, or “change” and a number.");
        }
        return yes.get() ? now.accept(new Given("yes", "Yes")) : now.aside(Turn.Aside.Kind.NOTE, Asides.WHICH_WRONG);
    }

    private Turn submit(String message) {
        Optional<Boolean> yes = read(message);
        if (yes.isEmpty()) {
            return now.misread("I send nothing unless I am sure that you want it. Type “yes” to send it, or “no”.");
        }
        return yes.get() ? now.accept(new Given("yes", "Yes")) : now.aside(Turn.Aside.Kind.NOTE, Asides.NOT_SENT);
    }

    /** Only plain words send anything; nothing is guessed from spelling here. */
    private Optional<Boolean> read(String message) {
        Optional<OptionReader.Named> named = new OptionReader(now.reader().options(now.asked())).exact(message);
        return named.map(option -> option.id().equals("yes")).or(() -> YesNoReader.read(message));
    }
}
