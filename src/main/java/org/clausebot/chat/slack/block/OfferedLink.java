package org.clausebot.chat.slack.block;

import com.slack.api.model.block.LayoutBlock;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.clausebot.chat.talk.ButtonValue;
import org.clausebot.chat.talk.Press;

/** Offers the address of a message as the answer to a step that asks for one: the address, and none of its words. */
public final class OfferedLink {
    private OfferedLink() {}

    /** @param token of the step */
    public static List<SlackMessage> of(URI link, String token, SlackWords words) {
        Sheet sheet = new Sheet(words);
        List<LayoutBlock> blocks = new ArrayList<>(Kit.says(words.say(SlackPhrase.LINK_OFFERED)));
        blocks.addAll(Kit.wrote(link.toString()));
        Press use = new Press(words.say(SlackPhrase.LINK_USE), new ButtonValue.Say(token, link.toString()));
        blocks.addAll(sheet.presses(List.of(use)));
        sheet.together(blocks);
        return sheet.messages(words.say(SlackPhrase.NOTICE_STEP));
    }
}
