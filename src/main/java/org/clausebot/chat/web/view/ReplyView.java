package org.clausebot.chat.web.view;

import java.util.List;
import org.clausebot.chat.Contact;

/**
 * An answer as it is shown; each part is left out when it is empty.
 *
 * @param kind a word for the style: the answer's outcome in JSON, or {@code words}
 * @param words what the bot says
 * @param badge how strongly the first quoted clause speaks
 * @param steps what to do now
 * @param contactsTitle what stands above the contacts
 * @param contacts whom to tell or ask
 * @param noContacts what to say when nobody is named
 * @param quotesTitle what stands above the quotes when something else stands before them
 * @param quotes the clauses
 */
public record ReplyView(
        String kind,
        String words,
        String badge,
        List<String> steps,
        String contactsTitle,
        List<Contact> contacts,
        String noContacts,
        String quotesTitle,
        List<QuoteView> quotes) {

    /** Words and nothing else. */
    public static ReplyView words(String words) {
        return new ReplyView("words", words, "", List.of(), "", List.of(), "", "", List.of());
    }
}
