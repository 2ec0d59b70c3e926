package org.clausebot.insight;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.clausebot.policy.ClauseRef;
import org.clausebot.policy.IsoWeek;
import org.clausebot.policy.PolicyId;
import org.clausebot.policy.SchoolId;
import org.clausebot.querylog.Asked;
import org.clausebot.querylog.Entry;
import org.clausebot.querylog.Entry.Verdict;
import org.clausebot.querylog.Latency;
import org.clausebot.querylog.LogRows;
import org.clausebot.querylog.Outcome;

/**
 * What the staff of a made-up school asked in eight weeks. Each has subjects, a channel and words of their own, all of which
 * the attacker knows.
 */
public final class SchoolLog implements LogRows {
    /** Weeks 37 to 40 and 41 to 44 are blocks; both are over on {@link #AFTER}, and nothing of week 45. */
    public static final Instant AFTER = Instant.parse("2026-11-05T10:00:00Z");

    public static final int FIRST = 37;
    public static final int LAST = 44;
    static final String POLICY = "social-media";
    static final String OWN_WORD = "brassband";

    private static final int STAFF = 32;
    private static final List<String> CHANNELS = List.of("web", "slack", "teams", "terminal");
    private static final List<String> CLAUSES = List.of("2.1.5", "2.4.6", "2.6.1", "3.1", "1.4#2", "");
    private static final List<String> WORDS = List.of(
            "friend", "parent", "pupil", "photo", "trip", "phone", "message", "private", "account", "video", "group");

    private final Map<IsoWeek, List<Entry>> weeks = new HashMap<>();
    private final Random random;

    /** A person's question, as the attacker may know it beforehand. */
    public record Question(
            int week, Outcome outcome, String channel, String clause, String words, Optional<Verdict> verdict) {}

    /** @param seed also of the ids, which nobody knows */
    public SchoolLog(long seed) {
        this.random = new Random(seed);
    }

    /**
     * What everybody but the one asked.
     *
     * @param school their habits: channel, subject, how much they ask
     * @param chance what came of them
     */
    public static List<Question> others(long school, long chance) {
        Random habits = new Random(school);
        Random random = new Random(chance);
        List<Question> all = new ArrayList<>();
        for (int person = 0; person < STAFF; person++) {
            String channel = CHANNELS.get(Math.min(habits.nextInt(6), 3));
            String subject = CLAUSES.get(habits.nextInt(CLAUSES.size()));
            int most = 1 + habits.nextInt(4);
            for (int week = FIRST; week <= LAST; week++) {
                for (int i = random.nextInt(most + 1); i > 0; i--) {
                    String other = CLAUSES.get(random.nextInt(CLAUSES.size()));
                    all.add(question(random, week, channel, random.nextInt(3) == 0 ? other : subject));
                }
            }
        }
        return all;
    }

    private static Question question(Random random, int week, String channel, String clause) {
        Outcome none = random.nextBoolean() ? Outcome.NOT_COVERED : Outcome.NEAREST;
        boolean voted = !clause.isEmpty() && random.nextBoolean();
        return new Question(
                week,
                clause.isEmpty() ? none : Outcome.QUOTED,
                channel,
                clause,
                week > LAST - 4 && random.nextBoolean() ? words(random, clause) : "",
                voted ? Optional.of(random.nextInt(3) == 0 ? Verdict.NOT_ASKED : Verdict.HELPFUL) : Optional.empty());
    }

    private static String words(Random random, String clause) {
        int about = Math.floorMod(clause.hashCode(), WORDS.size());
        return "can i "
                + String.join(
                        " ",
                        IntStream.range(0, 1 + random.nextInt(3))
                                .mapToObj(i -> WORDS.get((about + random.nextInt(4)) % WORDS.size()))
                                .distinct()
                                .toList());
    }

    public SchoolLog with(List<Question> questions) {
        questions.forEach(this::ask);
        return this;
    }

    public SchoolLog ask(Question question) {
        byte[] id = new byte[16];
        random.nextBytes(id);
        IsoWeek week = new IsoWeek(2026, question.week());
        List<Entry.Judged> clauses = question.clause().isEmpty()
                ? List.of()
                : List.of(new Entry.Judged(new Asked.Shown(ref(question.clause()), "2018-06"), question.verdict()));
        weeks.computeIfAbsent(week, w -> new ArrayList<>())
                .add(new Entry(
                        Base64.getUrlEncoder().withoutPadding().encodeToString(id),
                        SchoolId.DEFAULT,
                        week,
                        question.channel(),
                        question.words(),
                        question.outcome(),
                        clauses,
                        50,
                        "en",
                        Latency.SLOWER));
        return this;
    }

    private static ClauseRef ref(String address) {
        int bullet = address.indexOf('#');
        return bullet < 0
                ? new ClauseRef(new PolicyId(POLICY), address)
                : new ClauseRef(
                        new PolicyId(POLICY),
                        address.substring(0, bullet),
                        Integer.parseInt(address.substring(bullet + 1)));
    }

    @Override
    public List<Entry> entries(SchoolId school, IsoWeek week) {
        return school.equals(SchoolId.DEFAULT) ? List.copyOf(weeks.getOrDefault(week, List.of())) : List.of();
    }

    @Override
    public int urgent(SchoolId school, IsoWeek week) {
        return 0;
    }

    @Override
    public void rewrite(SchoolId school, IsoWeek week, UnaryOperator<List<Entry>> change, int urgent) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int purge(IsoWeek first) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Set<String> silent() {
        return Set.of();
    }

    @Override
    public void silent(Map<String, Boolean> changes) {
        throw new UnsupportedOperationException();
    }
}
