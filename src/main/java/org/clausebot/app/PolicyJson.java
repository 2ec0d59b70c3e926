package org.clausebot.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.clausebot.policy.Clause;
import org.clausebot.policy.Policy;

/**
 * A policy as one line of JSON: {@code {"policy","version","clauses":[{"clause","headings":[],"leadIn","text",
 * "span":[start,end]}]}}, where {@code leadIn} is empty for none and {@code span} counts UTF-16 code units of the
 * document's text.
 */
final class PolicyJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private PolicyJson() {}

    static String write(Policy policy) {
        ObjectNode object = JSON.createObjectNode();
        object.put("policy", policy.id().value());
        object.put("version", policy.details().version());
        object.put("title", policy.details().title());
        ArrayNode clauses = object.putArray("clauses");
        for (Clause clause : policy.clauses()) {
            ObjectNode one = clauses.addObject().put("clause", clause.ref().address());
            ArrayNode headings = one.putArray("headings");
            clause.headings().forEach(headings::add);
            one.put("leadIn", clause.leadInText()).put("text", clause.text());
            one.putArray("span")
                    .add(clause.source().start())
                    .add(clause.source().end());
        }
        try {
            return JSON.writeValueAsString(object);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Plain values are always JSON", e);
        }
    }
}
