package org.clausebot.chat.web.view;

/**
 * The two buttons under a quote.
 *
 * @param id of the element on the page
 * @param place which quote of the conversation, such as {@code 3-1}
 * @param exchange which answer of the conversation, from 1
 * @param chosen {@code helpful}, {@code not-asked} or empty
 * @param thanks what to say to the vote; empty before there is one
 */
public record VoteView(
        String id,
        String place,
        String csrf,
        int exchange,
        String policy,
        String version,
        String clause,
        String label,
        String chosen,
        String thanks) {}
