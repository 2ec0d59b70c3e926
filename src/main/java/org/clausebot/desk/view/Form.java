package org.clausebot.desk.view;

import java.util.Map;

/**
 * A form as it is shown.
 *
 * @param once names this showing of it, so that sending it twice does it once
 * @param problem why it was refused; empty when it was not
 * @param typed what was typed before it was refused, by field
 */
public record Form(String once, String problem, Map<String, String> typed) {
    public Form {
        typed = Map.copyOf(typed);
    }

    public String typed(String field) {
        return typed.getOrDefault(field, "");
    }

    public boolean refused() {
        return !problem.isEmpty();
    }
}
