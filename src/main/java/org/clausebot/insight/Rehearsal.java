package org.clausebot.insight;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.clausebot.answer.Answer;
import org.clausebot.answer.Question;
import org.clausebot.answer.Quote;
import org.clausebot.answer.Stance;
import org.clausebot.insight.Rehearsed.Given;
import org.clausebot.policy.ClauseRef;
import org.clausebot.policy.Diff;
import org.clausebot.policy.Policy;
import org.clausebot.policy.PolicyDiff;

/** Asks questions of the version in force and of a draft in its place, and compares the answers. */
public final class Rehearsal {
    private final Stage stage;
    private final Policy draft;
    private final int threads;
    private final Map<ClauseRef, Diff.Kept> kept = new HashMap<>();

    /**
     * @param stage both sides; stays the caller's to close
     * @param inForce the version whose place the draft would take
     * @param draft with the same id
     * @param threads how many questions are asked at once; 1 or more
     */
    public Rehearsal(Stage stage, Policy inForce, Policy draft, int threads) {
        if (!inForce.id().equals(draft.id()) || threads < 1) {
            throw new IllegalArgumentException("A draft is compared with a version of the same policy");
        }
        this.stage = stage;
        this.draft = draft;
        this.threads = threads;
        for (Diff.Change change : PolicyDiff.between(inForce, draft).changes()) {
            if (change instanceof Diff.Kept both) {
                kept.put(both.older().ref(), both);
            }
        }
    }

    /** The answers of both sides; everything in force but the one policy is the same on both. Thread-safe. */
    public interface Stage extends AutoCloseable {
        Answer before(Question question);

        Answer after(Question question);

        @Override
        void close();
    }

    /** Hears how far it is, and may end it. */
    public interface Progress {
        /** @param done of {@code all}; called from several threads */
        void at(int done, int all);

        /** Whether it is to end. */
        boolean cancelled();
    }

    /** What came of one question. */
    record Compared(Effect effect, Given before, Given after, boolean renumbered, boolean reworded) {}

    /**
     * Asks every question of both sides, each by itself and as one that tells of nothing that has happened.
     *
     * @return one for each, in their order; empty where it asks nothing of any policy
     * @throws CancellationException when {@code progress} ended it
     */
    List<Optional<Compared>> compare(List<String> questions, Progress progress) {
        List<Optional<Compared>> found =
                Collections.synchronizedList(new ArrayList<>(Collections.nCopies(questions.size(), Optional.empty())));
        AtomicInteger next = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        Runnable work = () -> {
            for (int i = next.getAndIncrement(); i < questions.size(); i = next.getAndIncrement()) {
                if (progress.cancelled()) {
                    throw new CancellationException();
                }
                found.set(i, compare(new Question(questions.get(i), List.of(), true)));
                progress.at(done.incrementAndGet(), questions.size());
            }
        };
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                all.add(pool.submit(work));
            }
            for (Future<?> each : all) {
                each.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failed ? failed : new IllegalStateException(e.getCause());
        }
        return List.copyOf(found);
    }

    private Optional<Compared> compare(Question question) {
        Answer before = stage.before(question);
        Answer after = stage.after(question);
        if (before instanceof Answer.SmallTalk || after instanceof Answer.SmallTalk) {
            return Optional.empty();
        }
        boolean answered = before instanceof Answer.Quoted;
        boolean answers = after instanceof Answer.Quoted;
        Given was = given(before);
        Given is = given(after);
        Effect effect;
        if (!answered) {
            effect = answers ? Effect.NEWLY_ANSWERED : Effect.STILL_A_GAP;
        } else if (!answers) {
            effect = Effect.LOST;
        } else if (!same(was, is)) {
            effect = Effect.CHANGED_CLAUSE;
        } else {
            effect = was.isAsStrongAs(is) ? Effect.UNCHANGED : Effect.CHANGED_STRENGTH;
        }
        boolean same = same(was, is);
        return Optional.of(new Compared(
                effect,
                was,
                is,
                same && !was.clause().equals(is.clause()),
                same && !was.statement().equals(is.statement())));
    }

    private static Given given(Answer answer) {
        Optional<Quote> first = answer.answering().stream().findFirst();
        return new Given(
                answer.outcome(),
                first.map(quote -> quote.clause().ref()),
                first.map(quote -> quote.clause().statement()).orElse(""),
                answer.stance(),
                answer.stance() == Stance.CONDITIONAL
                        ? first.map(Rehearsal::demand).orElse("")
                        : "");
    }

    private static String demand(Quote quote) {
        return quote.strength().words().getFirst().toLowerCase(Locale.UK);
    }

    /** Whether the clauses that stand first are one clause; those of other policies are the same on both sides. */
    private boolean same(Given before, Given after) {
        if (before.clause().isEmpty() || after.clause().isEmpty()) {
            return false;
        }
        ClauseRef was = before.clause().get();
        if (!was.policy().equals(draft.id())) {
            return was.equals(after.clause().get());
        }
        return Optional.ofNullable(kept.get(was))
                .filter(both -> both.newer().ref().equals(after.clause().get()))
                .isPresent();
    }
}
