package org.clausebot.chat.slack.block;

import com.slack.api.model.block.LayoutBlock;
import java.util.List;

/**
 * One message, within Slack's limits.
 *
 * @param text what notifications show and screen readers say
 * @param blocks what is seen; 1 to 50
 */
public record SlackMessage(String text, List<LayoutBlock> blocks) {
    /** @see <a href="https://docs.slack.dev/reference/block-kit/blocks">Slack's reference of blocks</a> */
    public static final int MOST_BLOCKS = 50;

    public SlackMessage {
        blocks = List.copyOf(blocks);
        if (text.isBlank() || blocks.isEmpty() || blocks.size() > MOST_BLOCKS) {
            throw new IllegalArgumentException("A message has words and 1 to " + MOST_BLOCKS + " blocks");
        }
    }
}
