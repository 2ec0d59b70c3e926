package org.clausebot.chat.web.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was sent, and what came back.
 *
 * @param number of the answer within the conversation, from 1
 * @param question as typed, perhaps shortened; of a report's answers only for this once
 * @param said whether anything was sent; false for what waits when the page is opened
 * @param kind a word for the style; {@code step} while a report is asked
 * @param parts in order
 * @param latest true for the one just given on a page without script
 */
public record ExchangeView(int number, String question, boolean said, String kind, List<Part> parts, boolean latest) {
    /** With something before and after it. */
    public ExchangeView between(Optional<Part> above, Optional<Part> below) {
        List<Part> all = new ArrayList<>(above.stream().toList());
        all.addAll(parts);
        below.ifPresent(all::add);
        return new ExchangeView(number, question, said, kind, List.copyOf(all), latest);
    }

    /** The id of the element on the page. */
    public String id() {
        return latest ? "latest" : "answer-" + number;
    }
}
