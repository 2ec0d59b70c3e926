package org.clausebot.chat.terminal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.clausebot.answer.Answer;
import org.clausebot.answer.Quote;
import org.clausebot.answer.Ranked;
import org.clausebot.policy.Clause;
import org.clausebot.policy.PolicyId;

/**
 * An answer as one JSON object on one line, for other programs. Its form is a promise:
 *
 * <pre>{"question", "outcome": "quoted|nearest|not-covered|urgent|small-talk",
 *  "stance": "must-not|should-not|must|should|may|conditional|states|none", "answerable": 0 to 1, "flow": "pupil-contact" or null,
 *  "quotes": [{"policy", "version", "clause", "headings": [], "leadIn", "text", "score"}],
 *  "ranking": [{"policy", "clause", "score"}]}</pre>
 *
 * {@code leadIn} is the empty string where there is none; {@code flow} is the id of the guided flow offered. Where another
 * policy answers, {@code elsewhere} holds the school's own words on it; they are no quotation. Last in an urgent answer
 * stands {@code ifOnlyAsked}, the ordinary answer, where there is one: {@code outcome}, {@code stance}, {@code elsewhere}
 * and {@code quotes} as above. Whatever stands outside it is of the first steps.
 */
public final class AnswerJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private AnswerJson() {}

    /**
     * One line without its line break.
     *
     * @param question as it was sent
     */
    public static String write(Answer answer, String question) {
        ObjectNode object = JSON.createObjectNode();
        object.put("question", question);
        object.put("outcome", answer.outcome());
        object.put("stance", answer.stance().code());
        object.put("answerable", answer.findings().answerable());
        object.put("flow", answer.flow().orElse(null));
        clauses(object, answer);
        ArrayNode ranking = object.putArray("ranking");
        for (Ranked ranked : answer.findings().ranking()) {
            ranking.addObject()
                    .put("policy", ranked.clause().policy().value())
                    .put("clause", ranked.clause().address())
                    .put("score", ranked.score());
        }
        if (answer instanceof Answer.Urgent urgent) {
            urgent.onlyAsked().ifPresent(below -> {
                ObjectNode only = object.putObject("ifOnlyAsked");
                only.put("outcome", below.outcome());
                only.put("stance", below.stance().code());
                clauses(only, below);
            });
        }
        return line(object);
    }

    private static void clauses(ObjectNode object, Answer answer) {
        if (answer instanceof Answer.NotCovered none) {
            none.elsewhere().ifPresent(words -> object.put("elsewhere", words));
        }
        ArrayNode quotes = object.putArray("quotes");
        answer.quotes().forEach(quote -> quotes.add(quote(quote)));
    }

    /** A question that got no answer (nothing typed, too long), in the same form, with the reason in {@code note}. */
    public static String refused(String question, String note) {
        ObjectNode object = JSON.createObjectNode();
        object.put("question", question);
        object.put("outcome", "small-talk");
        object.put("stance", "none");
        object.put("answerable", 0.0);
        object.putNull("flow");
        object.putArray("quotes");
        object.putArray("ranking");
        object.put("note", note);
        return line(object);
    }

    private static ObjectNode quote(Quote quote) {
        Clause clause = quote.clause();
        PolicyId policy = quote.policy().id();
        ObjectNode object = JSON.createObjectNode()
                .put("policy", policy.value())
                .put("version", quote.policy().details().version())
                .put("clause", clause.ref().address());
        ArrayNode headings = object.putArray("headings");
        clause.headings().forEach(headings::add);
        return object.put("leadIn", clause.leadInText())
                .put("text", clause.text())
                .put("score", quote.score());
    }

    private static String line(ObjectNode value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Plain values are always JSON", e);
        }
    }
}
