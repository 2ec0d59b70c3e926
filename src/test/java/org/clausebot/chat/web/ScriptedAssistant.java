package org.clausebot.chat.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.clausebot.answer.Answer;
import org.clausebot.answer.Context;
import org.clausebot.answer.Findings;
import org.clausebot.answer.Question;
import org.clausebot.answer.Quote;
import org.clausebot.chat.Assistant;
import org.clausebot.chat.ClauseFinder;
import org.clausebot.chat.Incoming;
import org.clausebot.chat.Reply;
import org.clausebot.policy.Clause;
import org.clausebot.policy.Policy;
import org.clausebot.policy.Span;

/**
 * Answers by the words of the question, so that a test can ask for every kind of reply: {@code quote 2.4.6} quotes that
 * clause, {@code friend}, {@code covered}, {@code image}, {@code hello} and {@code break} give the other kinds. With
 * {@code tells pupil-contact} before it, the question tells of what that flow is for.
 */
public final class ScriptedAssistant implements Assistant, ClauseFinder {
    public final List<Incoming> heard = new CopyOnWriteArrayList<>();
    private final Policy policy;
    private final Policy hostile;

    public ScriptedAssistant(Policy policy, Policy hostile) {
        this.policy = policy;
        this.hostile = hostile;
    }

    @Override
    public Reply reply(Incoming incoming) {
        heard.add(incoming);
        String text = incoming.text().strip().toLowerCase(Locale.ROOT);
        if (text.isEmpty()) {
            return new Reply.Blank();
        }
        if (text.startsWith("tells ")) {
            String[] words = text.split(" ", 3);
            Findings telling = new Findings(incoming.text(), 0.8, List.of(), List.of(words[1]));
            return new Reply.Answered(answer(words[2], telling));
        }
        Findings findings = new Findings(incoming.text(), 0.8, List.of());
        return new Reply.Answered(answer(text, findings));
    }

    public Answer answer(Question question) {
        return answer(question.text().strip().toLowerCase(Locale.ROOT), new Findings(question.text(), 0.8, List.of()));
    }

    private Answer answer(String text, Findings findings) {
        if (text.startsWith("break")) {
            throw new IllegalStateException("secret words that a person typed: " + text);
        }
        if (text.startsWith("quote ")) {
            return new Answer.Quoted(findings, List.of(quote(policy, text.substring("quote ".length()))), Context.NONE);
        }
        if (text.startsWith("hostile")) {
            return new Answer.Quoted(findings, List.of(quote(hostile, "1.1"), quote(hostile, "1.2")), Context.NONE);
        }
        if (text.contains("covered")) {
            return new Answer.NotCovered(findings);
        }
        if (text.contains("image")) {
            Answer below =
                    new Answer.Quoted(findings, List.of(quote(policy, "2.7.4"), quote(policy, "2.4.6")), Context.NONE);
            return new Answer.Urgent(
                    findings,
                    Answer.Concern.INDECENT_IMAGES,
                    List.of(quote(policy, "2.7.4")),
                    Context.NONE,
                    Optional.of(below).filter(b -> text.endsWith("?")));
        }
        if (text.contains("hello")) {
            return new Answer.SmallTalk(findings, Answer.SmallTalk.Kind.GREETING);
        }
        return new Answer.Nearest(findings, List.of(quote(policy, "2.6.2"), quote(policy, "2.3.2")), Context.NONE);
    }

    @Override
    public Found find(String query, int limit) {
        if (query.contains("((")) {
            return new Found.Malformed("A bracket is opened here and never closed.", query.indexOf("((") + 1);
        }
        List<Quote> hits = new ArrayList<>();
        for (Clause clause : policy.clauses()) {
            if (clause.statement().toLowerCase(Locale.ROOT).contains(query.toLowerCase(Locale.ROOT))
                    && hits.size() < limit) {
                hits.add(quote(policy, clause.ref().address()));
            }
        }
        return new Found.Hits(hits);
    }

    /** Emphasises the first sentence. */
    static Quote quote(Policy policy, String address) {
        Clause clause = policy.clause(address).orElseThrow();
        int stop = clause.text().indexOf(". ");
        int end = stop < 0 ? clause.text().length() : stop + 1;
        return new Quote(policy, clause, List.of(new Span(0, end)), 0.9);
    }
}
