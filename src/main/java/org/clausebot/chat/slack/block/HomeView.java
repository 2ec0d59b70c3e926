package org.clausebot.chat.slack.block;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.clausebot.chat.Reply;
import org.clausebot.chat.awaited.Waiting;
import org.clausebot.policy.PolicyDetails;

/**
 * What the Home tab shows to one person.
 *
 * @param waiting what waits for them, as {@link org.clausebot.chat.Reports#waiting} has it
 * @param receipt of the report that they sent within the last hour
 * @param awaited the questions that they wait for
 * @param policies in force
 * @param sending whether a report can be made from here
 * @param pages the address of the web pages; empty for none
 */
public record HomeView(
        Optional<Reply> waiting,
        Optional<Reply.Sent> receipt,
        List<Waiting> awaited,
        List<PolicyDetails> policies,
        boolean sending,
        Optional<URI> pages) {
    public HomeView {
        awaited = List.copyOf(awaited);
        policies = List.copyOf(policies);
    }
}
