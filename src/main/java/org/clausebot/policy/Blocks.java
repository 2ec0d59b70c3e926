package org.clausebot.policy;

import java.util.List;

/**
 * What a reader hands to the structurer.
 *
 * @param document the text, to which all spans refer
 * @param blocks in reading order, not overlapping
 * @param setAside what the reader itself left out: page furniture, contents, navigation
 */
record Blocks(DocumentText document, List<Block> blocks, List<SetAside> setAside) {
    Blocks {
        blocks = List.copyOf(blocks);
        setAside = List.copyOf(setAside);
    }
}
