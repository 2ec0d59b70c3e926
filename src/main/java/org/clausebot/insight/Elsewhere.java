package org.clausebot.insight;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.clausebot.answer.Answer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says what the owner wants said to questions that another policy answers. It never takes the place of a clause that answers,
 * of first steps, or of small talk; what stands below first steps is an answer like others. Thread-safe.
 */
public final class Elsewhere {
    private static final Logger LOG = LoggerFactory.getLogger(Elsewhere.class);

    /** So like one of the wordings that the owner saw: cosine. Chosen on made-up questions; see docs/policy-desk.md. */
    private static final double LIKE = 0.75;

    private final Supplier<List<GapDecision>> decided;
    private final Function<String, float[]> meaning;
    private final Map<String, float[]> meanings = new ConcurrentHashMap<>();

    /**
     * @param decided of the gaps of a school, as it is now
     * @param meaning gives a question's vector, of length 1
     */
    public Elsewhere(Supplier<List<GapDecision>> decided, Function<String, float[]> meaning) {
        this.decided = decided;
        this.meaning = meaning;
    }

    /** The answer, or the school's own words where they are for such questions. */
    public Answer of(Answer answer) {
        return switch (answer) {
            case Answer.NotCovered none -> pointed(none);
            case Answer.Nearest near -> pointed(near);
            case Answer.Quoted a -> a;
            case Answer.Urgent a -> a.above(a.onlyAsked().map(this::below));
            case Answer.SmallTalk a -> a;
        };
    }

    /** Whatever is wrong with the school's words, first steps are given. */
    private Answer below(Answer answer) {
        try {
            return of(answer);
        } catch (RuntimeException e) {
            LOG.warn(
                    "The school's own words cannot be said below first steps: {}",
                    e.getClass().getSimpleName());
            return answer;
        }
    }

    private Answer pointed(Answer answer) {
        List<GapDecision> elsewhere = decided.get().stream()
                .filter(decision -> decision.kind() == GapDecision.Kind.ELSEWHERE)
                .toList();
        if (elsewhere.isEmpty()) {
            return answer;
        }
        float[] asked = meaning.apply(Sample.plain(answer.findings().question()));
        Optional<String> words = Optional.empty();
        double best = LIKE;
        for (GapDecision decision : elsewhere) {
            double like = decision.wordings().stream()
                    .mapToDouble(wording -> Clusters.cosine(asked, of(wording)))
                    .max()
                    .orElse(0);
            if (like >= best) {
                best = like;
                words = Optional.of(decision.words());
            }
        }
        return words.<Answer>map(w -> new Answer.NotCovered(answer.findings(), Optional.of(w)))
                .orElse(answer);
    }

    private float[] of(String wording) {
        return meanings.computeIfAbsent(wording, words -> meaning.apply(Sample.plain(words)));
    }
}
