package org.clausebot.insight;

import java.util.List;
import java.util.Map;
import org.clausebot.answer.Answer;
import org.clausebot.answer.Context;
import org.clausebot.answer.Findings;
import org.clausebot.answer.Question;
import org.clausebot.answer.Quote;
import org.clausebot.policy.Policy;

/**
 * Two versions with known answers. A script is by question: a clause's address is quoted, one with {@code ?} before it is
 * only the nearest, {@code hello} is small talk, and what is not in it is not covered.
 */
record ScriptedStage(Policy inForce, Map<String, String> before, Policy draft, Map<String, String> after)
        implements Rehearsal.Stage {
    @Override
    public Answer before(Question question) {
        return answer(inForce, before.getOrDefault(question.text(), ""), question);
    }

    @Override
    public Answer after(Question question) {
        return answer(draft, after.getOrDefault(question.text(), ""), question);
    }

    private static Answer answer(Policy policy, String script, Question question) {
        Findings findings = new Findings(question.text(), 0.5, List.of());
        if (script.isEmpty()) {
            return new Answer.NotCovered(findings);
        }
        if (script.equals("hello")) {
            return new Answer.SmallTalk(findings, Answer.SmallTalk.Kind.GREETING);
        }
        String address = script.replace("?", "");
        List<Quote> quotes = List.of(new Quote(policy, policy.clause(address).orElseThrow(), List.of(), 1));
        return script.startsWith("?")
                ? new Answer.Nearest(findings, quotes, Context.NONE)
                : new Answer.Quoted(findings, quotes, Context.NONE);
    }

    @Override
    public void close() {}
}
