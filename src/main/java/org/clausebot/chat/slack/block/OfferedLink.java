package org.clausebot.chat.slack.block;

import java.net.URI;
import java.util.List;

/** The address of a message that somebody wants to report: the address and none of its words. */
public final class OfferedLink {
    private OfferedLink() {}

    /** @param token of the step that asks for a web address and can be answered with it; empty where none does */
    public static List<SlackMessage> of(URI link, String token, SlackWords words) {
        Sheet sheet = new Sheet(words);
        sheet.add(List.of(Kit.fact(words.say(SlackPhrase.LINK), link.toString())));
        if (!token.isEmpty()) {
            sheet.add(sheet.presses(List.of(
                    new Press(words.say(SlackPhrase.LINK_USE), new ButtonValue.Say(token, link.toString())))));
        }
        return sheet.messages(words.say(SlackPhrase.NOTICE_REPORT));
    }
}
