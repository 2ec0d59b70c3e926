package org.clausebot.flow;

import java.util.List;

/**
 * To whom a report goes. The first entry of a flow that holds is taken; whoever the report is about is left out of it.
 *
 * @param condition when it holds
 * @param send role codes, or {@code $} with the id of a step that asked for the recipient
 * @param ring codes of the numbers that the reporter is told to ring
 * @param line where it stands in the flow's file
 */
public record Routing(Condition condition, List<String> send, List<String> ring, int line) {
    public Routing {
        send = List.copyOf(send);
        ring = List.copyOf(ring);
    }
}
