package org.clausebot.desk;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.clausebot.http.Response;
import org.clausebot.incident.Cases;
import org.clausebot.incident.Cases.Line;
import org.clausebot.incident.Cases.Outcome;
import org.clausebot.incident.Status;

/** What a receiver does with a case: each change is checked, done once, and confirmed in words. */
final class CaseChanges {
    static final int MAX_WORDS = 4_000;
    static final int MAX_REASON = 500;
    private static final String ONCE = "[A-Za-z0-9_-]{22}";

    private final Cases cases;
    private final CasePages pages;
    private final Dones dones;

    CaseChanges(Cases cases, CasePages pages, Dones dones) {
        this.cases = cases;
        this.pages = pages;
        this.dones = dones;
    }

    /** What came of one attempt. */
    private sealed interface Result {
        record Done(String words) implements Result {}

        record Refused(int status, String problem) implements Result {}

        record Gone() implements Result {}
    }

    /** Checks and does one kind of change to a case that the visitor may see. */
    @FunctionalInterface
    private interface Change {
        Result to(Line line);
    }

    Response status(Visit visit) {
        return change(visit, CaseForm.STATUS, line -> {
            Optional<Status> wanted = status(visit.field("status"));
            String reason = visit.field("reason");
            boolean tell = visit.field("tell").equals("yes");
            if (wanted.isEmpty() || wanted.get() == Status.NEW) {
                return refused("Choose the status from the list.");
            }
            if (!visit.field("was").equals(line.status().code())) {
                return becameAnother(line);
            }
            if (wanted.get() == line.status()) {
                return refused("The status is “" + Labels.status(line.status())
                        + "” already. Choose another one, or leave it.");
            }
            boolean needed = wanted.get() == Status.PASSED_ON || wanted.get() == Status.CLOSED;
            String problem = reasonProblem(reason, needed);
            if (!problem.isEmpty()) {
                return refused(problem);
            }
            if (tell && reason.isEmpty()) {
                return refused("Write the reason that the reporter is to read, or take the tick away.");
            }
            Outcome outcome = cases.status(visit.viewer(), line.reference(), line.status(), wanted.get(), reason, tell);
            if (outcome == Outcome.CHANGED_MEANWHILE) {
                return cases.line(visit.viewer(), line.reference())
                        .map(CaseChanges::becameAnother)
                        .orElseGet(Result.Gone::new);
            }
            return outcome(
                    outcome,
                    "The status is now “" + Labels.status(wanted.get()) + "”."
                            + (tell ? " The reporter can read your reason." : ""),
                    "This status cannot follow the one that the case has now. Choose another one.");
        });
    }

    private static Result becameAnother(Line now) {
        return new Result.Refused(
                409,
                "While this page was open the status became “" + Labels.status(now.status())
                        + "”. Nothing was changed. Look at what has happened below, then choose again if it is still"
                        + " needed.");
    }

    Response note(Visit visit) {
        return change(visit, CaseForm.NOTE, line -> {
            String words = visit.field("words");
            String problem = wordsProblem(words, "note");
            return problem.isEmpty()
                    ? outcome(
                            cases.note(visit.viewer(), line.reference(), words),
                            "Your note is kept. The reporter cannot see it.",
                            "The note was not taken. Shorten it and try again.")
                    : refused(problem);
        });
    }

    Response message(Visit visit) {
        return change(visit, CaseForm.MESSAGE, line -> {
            String words = visit.field("words");
            String problem = wordsProblem(words, "message");
            return problem.isEmpty()
                    ? outcome(
                            cases.message(visit.viewer(), line.reference(), words),
                            "Your message is kept. The reporter sees it when they look at their report.",
                            "The message was not taken. Shorten it and try again.")
                    : refused(problem);
        });
    }

    Response addRecipient(Visit visit) {
        return change(visit, CaseForm.RECIPIENT, line -> {
            String problem = givenProblem(visit, line);
            return problem.isEmpty()
                    ? outcome(
                            cases.addRecipient(
                                    visit.viewer(), line.reference(), visit.field("receiver"), visit.field("reason")),
                            "They have the case now as well, and are told that there is something to read.",
                            "This person has the case already or cannot be given it. Choose another one.")
                    : refused(problem);
        });
    }

    Response handOver(Visit visit) {
        return change(visit, CaseForm.HAND_OVER, line -> {
            String problem = givenProblem(visit, line);
            if (problem.isEmpty() && !visit.field("sure").equals("yes")) {
                problem = "Tick the box to say that you know you will no longer see this case.";
            }
            return problem.isEmpty()
                    ? outcome(
                            cases.handOver(
                                    visit.viewer(), line.reference(), visit.field("receiver"), visit.field("reason")),
                            "The case is handed over. It is no longer on your desk.",
                            "This person cannot be given the case. Choose another one.")
                    : refused(problem);
        });
    }

    Response recuse(Visit visit) {
        return change(visit, CaseForm.RECUSE, line -> {
            String problem = reasonProblem(visit.field("reason"), true);
            if (problem.isEmpty() && !visit.field("sure").equals("yes")) {
                problem = "Tick the box to say that you know you will no longer see this case.";
            }
            return problem.isEmpty()
                    ? outcome(
                            cases.recuse(visit.viewer(), line.reference(), visit.field("reason")),
                            "You have stepped back. The case is no longer on your desk.",
                            "You could not be taken off the case from here. Tell the chair of governors.")
                    : refused(problem);
        });
    }

    Response hold(Visit visit) {
        return change(visit, CaseForm.HOLD, line -> {
            boolean hold = visit.field("held").equals("yes");
            if (!hold && !visit.field("held").equals("no")) {
                return refused("Reload the page and press one of its buttons.");
            }
            if (hold == line.held()) {
                return new Result.Refused(
                        409,
                        (hold ? "A legal hold was set" : "The legal hold was ended")
                                + " while this page was open. Nothing was changed by you.");
            }
            String problem = reasonProblem(visit.field("reason"), true);
            return problem.isEmpty()
                    ? outcome(
                            cases.hold(visit.viewer(), line.reference(), hold, visit.field("reason")),
                            hold
                                    ? "The case is held: nothing of it is deleted until the hold is ended."
                                    : "The hold is ended: the usual time to keep it counts again.",
                            "The hold could not be changed. Read what has happened below and try again.")
                    : refused(problem);
        });
    }

    private Response change(Visit visit, CaseForm form, Change change) {
        AtomicReference<Result> result = new AtomicReference<>(new Result.Gone());
        boolean done = dones.once(visit, visit.reference() + "/" + form.code(), () -> {
            Result attempt = attempt(visit, change);
            result.set(attempt);
            return attempt instanceof Result.Done did ? Optional.of(did.words()) : Optional.empty();
        });
        if (done) {
            String to = form.leaves() ? "/desk" : "/desk/cases/" + visit.reference();
            return Response.seeOther(to + "?done=" + visit.field("once"));
        }
        return result.get() instanceof Result.Refused refused
                ? pages.refused(visit, form, refused.status(), refused.problem())
                : pages.noSuchPage();
    }

    private Result attempt(Visit visit, Change change) {
        Optional<Line> line = cases.line(visit.viewer(), visit.reference());
        if (line.isEmpty()) {
            return new Result.Gone();
        }
        if (!visit.field("once").matches(ONCE)) {
            return refused("The page was out of date. Nothing was changed; here it is again with what you typed.");
        }
        return change.to(line.get());
    }

    private static Result outcome(Outcome outcome, String done, String notPossible) {
        return switch (outcome) {
            case DONE -> new Result.Done(done);
            case NO_SUCH_CASE -> new Result.Gone();
            case CHANGED_MEANWHILE, NOT_POSSIBLE -> refused(notPossible);
        };
    }

    private static Result refused(String problem) {
        return new Result.Refused(400, problem);
    }

    private static Optional<Status> status(String code) {
        return Arrays.stream(Status.values()).filter(s -> s.code().equals(code)).findFirst();
    }

    private String givenProblem(Visit visit, Line line) {
        String id = visit.field("receiver");
        boolean known =
                cases.candidates(visit.viewer(), line.reference()).stream().anyMatch(r -> r.id().equals(id));
        return known ? reasonProblem(visit.field("reason"), true) : "Choose a person from the list.";
    }

    private static String wordsProblem(String words, String what) {
        if (words.isEmpty()) {
            return "The " + what + " is empty. Write it and try again.";
        }
        return tooLong(words, MAX_WORDS, "The " + what);
    }

    private static String reasonProblem(String reason, boolean needed) {
        return needed && reason.isEmpty()
                ? "Give a reason. A few words are enough."
                : tooLong(reason, MAX_REASON, "The reason");
    }

    private static String tooLong(String words, int most, String what) {
        int length = words.codePointCount(0, words.length());
        return length <= most
                ? ""
                : String.format(
                        Locale.UK,
                        "%s has %,d characters; %,d fit. Shorten it, or make two of it.",
                        what,
                        length,
                        most);
    }
}
