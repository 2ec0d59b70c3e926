package org.clausebot.chat.slack.block;

import com.slack.api.model.block.LayoutBlock;
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

    List<LayoutBlock> all() {
        List<Contact> now = contacts.get();
        return now.isEmpty()
                ? Kit.says(phrases.report().noContacts())
                : Kit.items(now.stream().map(Contact::line).toList());
    }

    List<LayoutBlock> whomToAsk() {
        List<LayoutBlock> blocks = new ArrayList<>();
        if (!contacts.get().isEmpty()) {
            blocks.addAll(Kit.says(phrases.answers().whomToAsk()));
        }
        blocks.addAll(all());
        return blocks;
    }
}
