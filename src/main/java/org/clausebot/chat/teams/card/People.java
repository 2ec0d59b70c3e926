package org.clausebot.chat.teams.card;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.clausebot.chat.Contact;
import org.clausebot.chat.Phrases;

/** The people to tell or to ask, as the school's settings have them at the moment. */
final class People {
    private final Phrases phrases;
    private final Supplier<List<Contact>> contacts;

    People(Phrases phrases, Supplier<List<Contact>> contacts) {
        this.phrases = phrases;
        this.contacts = contacts;
    }

    List<Part> all() {
        List<Contact> now = contacts.get();
        return now.isEmpty()
                ? Kit.says(phrases.report().noContacts())
                : Kit.items(now.stream().map(Contact::line).toList());
    }

    List<Part> whomToAsk() {
        List<Part> parts = new ArrayList<>();
        if (!contacts.get().isEmpty()) {
            parts.addAll(Kit.says(phrases.answers().whomToAsk()));
        }
        parts.addAll(all());
        return parts;
    }
}
