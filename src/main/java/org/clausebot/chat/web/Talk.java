package org.clausebot.chat.web;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clausebot.answer.Answer;
import org.clausebot.answer.Question;
import org.clausebot.answer.Quote;
import org.clausebot.chat.Feedback.Vote;
import org.clausebot.chat.Reply;
import org.clausebot.policy.PolicyId;

/**
 * One conversation: what was asked and answered, the last {@value #MAX} of it, and which quotes were voted on. Of reports
 * it holds nothing: what a person answers there is on disk, sealed, and on the page for as long as the page is open.
 */
final class Talk {
    private static final int MAX = 30;

    private final String id;
    private final Deque<Exchange> exchanges = new ArrayDeque<>();
    private final Map<Ballot, Vote> votes = new HashMap<>();
    private int count;
    private Optional<PolicyId> policy = Optional.empty();

    /**
     * A question, perhaps shortened for show, and what came back.
     *
     * @param unanswered the question, when its asker may wait for an answer
     * @param since the day on which they asked to be told, when this is what they waited for
     */
    record Exchange(
            int number, String question, Reply reply, Optional<Question> unanswered, Optional<LocalDate> since) {
        Exchange(int number, String question, Reply reply) {
            this(number, question, reply, Optional.empty(), Optional.empty());
        }

        List<Quote> quotes() {
            return reply.policyAnswer().map(Answer::quotes).orElse(List.of());
        }
    }

    /** What can be voted on once: a clause in an answer. */
    record Ballot(int exchange, String policy, String version, String clause) {}

    Talk(String id) {
        this.id = id;
    }

    /** The policy that the person has picked to ask, for as long as the conversation lasts; empty for all. */
    synchronized Optional<PolicyId> policy() {
        return policy;
    }

    synchronized void pick(Optional<PolicyId> picked) {
        policy = picked;
    }

    /** Names the conversation to the assistant; random, and not the session's. */
    String id() {
        return id;
    }

    synchronized Exchange add(String question, Reply reply, Optional<Question> unanswered) {
        return add(new Exchange(++count, question, reply, unanswered, Optional.empty()));
    }

    /** Adds the answer to a question that was waited for since {@code day}. */
    synchronized Exchange tell(String question, Reply reply, LocalDate day) {
        return add(new Exchange(++count, question, reply, Optional.empty(), Optional.of(day)));
    }

    private Exchange add(Exchange added) {
        exchanges.addLast(added);
        if (exchanges.size() > MAX) {
            int gone = exchanges.removeFirst().number();
            votes.keySet().removeIf(ballot -> ballot.exchange == gone);
        }
        return added;
    }

    /** A number for what is shown and not kept. */
    synchronized int number() {
        return ++count;
    }

    synchronized List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    /** The quote that {@code ballot} names, if this conversation shows it. */
    synchronized Optional<Quote> quoted(Ballot ballot) {
        return exchanges.stream()
                .filter(e -> e.number() == ballot.exchange)
                .flatMap(e -> e.quotes().stream())
                .filter(q -> q.policy().id().value().equals(ballot.policy)
                        && q.policy().details().version().equals(ballot.version)
                        && q.clause().ref().address().equals(ballot.clause))
                .findFirst();
    }

    synchronized Optional<Vote> vote(Ballot ballot) {
        return Optional.ofNullable(votes.get(ballot));
    }

    synchronized void cast(Ballot ballot, Vote vote) {
        votes.put(ballot, vote);
    }
}
