package org.clausebot.answer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.clausebot.answer.Answer.Concern;
import org.clausebot.answer.Answer.SmallTalk;
import org.clausebot.datafile.DataFileException;
import org.clausebot.policy.PolicyId;
import org.clausebot.search.Asked;
import org.clausebot.search.ClauseIndex;
import org.clausebot.search.Hit;
import org.clausebot.search.Likeness;
import org.clausebot.search.SentenceModel;
import org.jspecify.annotations.Nullable;

/** Answers questions from the clauses of an index. Takes any text and never fails for it. Thread-safe. */
public final class Answerer {
    private static final int RANKED = 10;
    /** Enough that the policy of the best clause shows its own ten among those of others. */
    private static final int LOOKED_AT = 60;

    private static final int FIRST_STEPS = 2;

    private static final double QUOTED_FROM = 0.55;
    /** A question as like an example as this is that example, give or take a word. */
    private static final double AN_EXAMPLE_ITSELF = 0.65;

    private static final double NEAREST_FROM = 0.25;
    /** A message this surely answered by itself is not taken for the end of the one before. */
    private static final double STANDS_ALONE_FROM = 0.85;

    private final ClauseIndex index;
    private final Phrasings phrasings;
    private final UrgentDetector urgent;
    private final Companions companions;
    private final Map<Concern, Asked> concerns = new HashMap<>();
    private final Narrowing narrowing;
    private final Quoting quoting;

    private final Sources sources;
    private final SentenceModel model;

    /**
     * What is learnt from.
     *
     * @param phrasings the folder of example messages ({@code index/phrasings}): {@code urgent.tsv}, {@code harmless.tsv},
     *     {@code off-topic.tsv} and, where a policy has one, {@code <policy id>.tsv}
     * @param school what the school has added to them
     * @param relations the folder of what belongs together ({@code index/relations}), with a file for each policy that
     *     has one
     * @param kept the folder where what was learnt is kept
     */
    public record Sources(Path phrasings, SchoolPhrasings school, Path relations, Path kept) {}

    private Answerer(
            ClauseIndex index,
            SentenceModel model,
            Sources sources,
            Phrasings phrasings,
            UrgentDetector urgent,
            Companions companions) {
        this.index = index;
        this.model = model;
        this.sources = sources;
        this.phrasings = phrasings;
        this.urgent = urgent;
        this.companions = companions;
        this.narrowing = new Narrowing(index);
        this.quoting = new Quoting(index);
        for (Concern concern : Concern.values()) {
            concerns.put(concern, index.understand(need(concern)));
        }
    }

    /** As {@link #open(ClauseIndex, SentenceModel, Sources)}, with nothing that a school has added. */
    public static Answerer open(ClauseIndex index, SentenceModel model, Path phrasings, Path relations, Path folder)
            throws IOException, DataFileException {
        return open(index, model, new Sources(phrasings, SchoolPhrasings.NONE, relations, folder));
    }

    /**
     * Learns from the example messages and makes ready to answer; takes some seconds the first time.
     *
     * @param index the clauses; stays the caller's to close
     * @param model as the index's
     * @throws DataFileException when an example file of the program is missing or wrong; the message names file and line. A
     *     wrong row of the school's is passed over and named by {@link #problems}
     */
    public static Answerer open(ClauseIndex index, SentenceModel model, Sources sources)
            throws IOException, DataFileException {
        return open(index, model, sources, Learning.EVERYTHING);
    }

    /** As {@link #open(ClauseIndex, SentenceModel, Sources)}, learning from less, for measuring. */
    public static Answerer open(ClauseIndex index, SentenceModel model, Sources sources, Learning learning)
            throws IOException, DataFileException {
        return open(index, model, sources, learning, null);
    }

    private static Answerer open(
            ClauseIndex index, SentenceModel model, Sources sources, Learning learning, @Nullable Answerer before)
            throws IOException, DataFileException {
        return new Answerer(
                index,
                model,
                sources,
                Phrasings.learn(sources, index.policies(), model, learning, before == null ? null : before.phrasings),
                UrgentDetector.learn(sources, model, learning, before == null ? null : before.urgent),
                Companions.of(index.policies(), sources.relations()));
    }

    /**
     * One that has learnt from everything as it is now; this one stays as it is. What has not changed is not learnt again.
     *
     * @throws DataFileException as {@link #open(ClauseIndex, SentenceModel, Sources)}
     */
    public Answerer again() throws IOException, DataFileException {
        return open(index, model, sources, Learning.EVERYTHING, this);
    }

    /** What a person who meets this needs to know: the first steps are the clauses that say it. */
    private static String need(Concern concern) {
        return switch (concern) {
            case INDECENT_IMAGES ->
                "Indecent images of children are found. The police and the LADO should be informed"
                        + " immediately. Do not investigate or evaluate the material.";
            case UNSUITABLE_MATERIAL ->
                "Other unsuitable material is found that may not be illegal but raises concerns about a member of"
                        + " staff. HR or the LADO should be informed and advice sought. Do not investigate.";
            case PUPIL_CONTACT ->
                "A child contacts a member of staff. The adult should not respond and must report the"
                        + " matter to the headteacher, DSL or Chair of Governors.";
            case PERSON_AT_RISK -> "The school's safeguarding and child protection policies and procedures.";
            case CHILD_EXPOSED -> "Children should not be exposed to any inappropriate images or web links.";
            case CONCERN_ABOUT_ADULT ->
                "An allegation of misconduct against a member of staff who works with children. The management of"
                        + " allegations policy and its child protection requirements. Grooming.";
            case ONLINE_BULLYING ->
                "Staff who are threatened online should keep records and evidence and report the incident to"
                        + " their line manager or headteacher. Whether to report to the police.";
        };
    }

    /** What in the files it learnt from does nothing, with file and line; usually nothing. */
    public List<String> problems() {
        return Stream.concat(phrasings.problems().stream(), companions.problems().stream())
                .toList();
    }

    public Answer answer(Question question) {
        String text = question.text();
        if (text.isBlank()) {
            return new SmallTalk(new Findings(text, 0, List.of()), SmallTalk.Kind.UNCLEAR);
        }
        Looked looked = look(question);
        UrgentDetector.Signs signs = question.onlyAsking() ? UrgentDetector.Signs.NONE : urgent.signs(looked.asked());
        Findings findings = looked.findings(text, signs.tellsOf());
        Optional<SmallTalk.Kind> talk = SmallTalkDetector.detect(text);
        if (talk.isPresent()) {
            return smallTalk(findings, talk.get());
        }
        Optional<Concern> concern = signs.concern(question);
        Optional<SmallTalk.Kind> noQuestion = NoQuestion.detect(text);
        if (concern.isPresent()) {
            return urgent(findings, concern.get())
                    .above(
                            noQuestion.isPresent()
                                    ? Optional.empty()
                                    : Optional.of(fromClauses(looked.findings(text, List.of()), looked.hits())));
        }
        return noQuestion.isPresent() ? smallTalk(findings, noQuestion.get()) : fromClauses(findings, looked.hits());
    }

    /**
     * The first steps, where the question is urgent, and nothing else that could be said to it: as {@link #answer}, without
     * the search for clauses that takes most of its time.
     */
    public Optional<Answer> firstSteps(Question question) {
        String text = question.text();
        if (text.isBlank() || SmallTalkDetector.detect(text).isPresent()) {
            return Optional.empty();
        }
        return urgent.signs(index.understand(text))
                .concern(question)
                .map(concern -> urgent(new Findings(text, 0, List.of()), concern));
    }

    /** What a search gave, and how likely it is that it answers. */
    private record Looked(Asked asked, List<Hit> hits, double answerable) {
        Findings findings(String question, List<String> tellsOf) {
            return new Findings(question, answerable, ranked(hits), tellsOf);
        }
    }

    private Looked look(Question question) {
        Optional<PolicyId> within = question.within().filter(this::isInForce);
        FollowUp.Leaning leaning = FollowUp.leaning(question);
        if (leaning == FollowUp.Leaning.WHOLLY) {
            return look(FollowUp.completed(question), within);
        }
        Looked alone = look(question.text(), within);
        if (leaning == FollowUp.Leaning.NONE || alone.answerable() >= STANDS_ALONE_FROM) {
            return alone;
        }
        Looked together = look(FollowUp.completed(question), within);
        return together.answerable() > alone.answerable() ? together : alone;
    }

    private boolean isInForce(PolicyId id) {
        return index.policies().stream().anyMatch(policy -> policy.id().equals(id));
    }

    private Looked look(String text, Optional<PolicyId> chosen) {
        Asked asked = index.understand(text);
        Narrowing.Narrowed narrowed = chosen.isPresent() ? new Narrowing.Narrowed(text, chosen) : narrowing.read(text);
        // What is urgent is judged by all that was said, clauses by what is asked of the policy.
        Asked sought = narrowed.text().equals(text) ? asked : index.understand(narrowed.text());
        Likeness likeness = phrasings.likeness(sought);
        List<Hit> hits = index.search(sought, LOOKED_AT, likeness, narrowed.within());
        return new Looked(asked, hits, answerable(hits, likeness));
    }

    private Answer fromClauses(Findings findings, List<Hit> hits) {
        if (hits.isEmpty() || findings.answerable() < NEAREST_FROM) {
            return new Answer.NotCovered(findings);
        }
        List<Quote> quotes = quoting.of(hits, findings.question());
        Context context = companions.beside(quotes, findings.question());
        return findings.answerable() < QUOTED_FROM
                ? new Answer.Nearest(findings, quotes, context)
                : new Answer.Quoted(findings, quotes, context);
    }

    /** No clause answers what asks nothing. */
    private static Answer smallTalk(Findings findings, SmallTalk.Kind kind) {
        return new SmallTalk(new Findings(findings.question(), 0, findings.ranking()), kind);
    }

    /** How urgent a message looks, about 0 to 1, whatever comes of it; for choosing from where on it is urgent. */
    public double urgency(Question question) {
        return urgent.score(look(question).asked());
    }

    /** Judged by the best clauses of one policy, as it was fitted; those of other policies say nothing of it. */
    private double answerable(List<Hit> hits, Likeness likeness) {
        if (hits.isEmpty()) {
            return 0;
        }
        PolicyId first = hits.getFirst().policy().id();
        List<Hit> own = hits.stream()
                .filter(hit -> hit.policy().id().equals(first))
                .limit(Answerability.HITS)
                .toList();
        boolean many = phrasings.hasMany(own.getFirst().clause().ref());
        double cold = many ? 0 : Answerability.COLD.of(own, 0);
        double phrased = phrasings.has(first) ? Answerability.PHRASED.of(own, likeness.ofPolicy(first.value())) : 0;
        // With few examples a question that is one of them stands out little; whoever tied it to a clause wants it
        // quoted.
        boolean taught = !many && own.getFirst().likeness() >= AN_EXAMPLE_ITSELF;
        return Math.max(taught ? QUOTED_FROM : 0, Math.max(cold, phrased));
    }

    private static List<Ranked> ranked(List<Hit> hits) {
        return hits.stream()
                .limit(RANKED)
                .map(hit -> new Ranked(hit.clause().ref(), hit.score()))
                .toList();
    }

    /**
     * The clauses that say what to do first, and none that only bears on the words: a clause on keeping evidence must not
     * stand unmarked beside an image that nobody may copy, nor one on not answering pupils beside one in despair.
     */
    private Answer.Urgent urgent(Findings findings, Concern concern) {
        Asked need = concerns.get(concern);
        List<Quote> steps = need == null ? List.of() : quoting.of(index.search(need, FIRST_STEPS), "");
        return new Answer.Urgent(
                findings,
                concern,
                steps,
                steps.isEmpty() ? Context.NONE : companions.beside(steps, findings.question()));
    }
}
