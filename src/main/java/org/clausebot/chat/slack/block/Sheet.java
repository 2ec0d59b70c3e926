package org.clausebot.chat.slack.block;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.util.json.GsonFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.clausebot.chat.Pieces;
import org.clausebot.chat.talk.Press;

/** What is to be shown, in order; divided into messages at the end. Buttons get ids that no other on it has. */
final class Sheet {
    /** One less than Slack takes: in the place of buttons comes a line that says which was pressed. */
    private static final int BLOCKS = SlackMessage.MOST_BLOCKS - 1;

    private static final Gson JSON = GsonFactory.createSnakeCase();

    private final SlackWords words;
    private final List<List<LayoutBlock>> groups = new ArrayList<>();
    private int controls;

    Sheet(SlackWords words) {
        this.words = words;
    }

    /** Another number for each control. */
    int next() {
        return ++controls;
    }

    /** Blocks that may be parted from each other. */
    void add(List<? extends LayoutBlock> blocks) {
        blocks.forEach(block -> groups.add(List.of(block)));
    }

    /** Blocks that stand in one message as far as there is room. */
    void together(List<? extends LayoutBlock> blocks) {
        if (!blocks.isEmpty()) {
            groups.add(List.copyOf(blocks));
        }
    }

    /** Rows of buttons. Where a label is too long for a button, each stands in full beside a button of its own. */
    List<LayoutBlock> presses(List<Press> presses) {
        List<Press> working = presses.stream().filter(Press::works).toList();
        List<LayoutBlock> blocks = new ArrayList<>();
        if (working.stream().anyMatch(p -> p.label().length() > Limits.LABEL)) {
            working.forEach(press -> blocks.addAll(beside(press)));
            return blocks;
        }
        for (int at = 0; at < working.size(); at += Limits.ROW) {
            List<BlockElement> row = new ArrayList<>();
            working.subList(at, Math.min(at + Limits.ROW, working.size())).forEach(p -> row.add(button(p, p.label())));
            blocks.add(ActionsBlock.builder().elements(row).build());
        }
        return blocks;
    }

    /** Words with a button beside them that does what they say. */
    List<LayoutBlock> beside(Press press) {
        return beside(press.label(), press, words.say(SlackPhrase.CHOOSE_THIS));
    }

    List<LayoutBlock> beside(String said, Press press, String label) {
        List<String> pieces = Pieces.of(said.strip(), Limits.SECTION);
        List<LayoutBlock> blocks = new ArrayList<>();
        pieces.subList(0, pieces.size() - 1).forEach(piece -> blocks.addAll(Kit.says(piece)));
        ButtonElement button = button(press, label);
        if (press.label().length() <= Limits.LABEL) {
            // Read aloud without what stands beside it, “Begin” would be the same for every report.
            button.setAccessibilityLabel(press.label());
        }
        blocks.add(SectionBlock.builder()
                .text(Kit.plain(pieces.getLast()))
                .accessory(button)
                .build());
        return blocks;
    }

    ButtonElement button(Press press, String label) {
        ButtonElement button = ButtonElement.builder()
                .text(Kit.plain(label))
                .actionId(press.value().actionId(next()))
                .value(press.value().value())
                .build();
        if (!press.url().isEmpty()) {
            button.setUrl(press.url());
        }
        if (press.strong()) {
            button.setStyle("primary");
        }
        return button;
    }

    /** All blocks, for the Home tab and for windows. */
    List<LayoutBlock> blocks() {
        return groups.stream().flatMap(List::stream).toList();
    }

    /** As many messages as are needed; {@code notice} is what notifications say. */
    List<SlackMessage> messages(String notice) {
        List<List<LayoutBlock>> pages = pages();
        List<SlackMessage> messages = new ArrayList<>();
        for (List<LayoutBlock> page : pages) {
            String said = pages.size() == 1
                    ? notice
                    : words.say(SlackPhrase.NOTICE_PART, "part", Integer.toString(messages.size() + 1))
                            .replace("{parts}", Integer.toString(pages.size()))
                            .replace("{notice}", notice);
            messages.add(new SlackMessage(Kit.escaped(said), page));
        }
        return List.copyOf(messages);
    }

    private List<List<LayoutBlock>> pages() {
        Pages pages = new Pages();
        for (List<LayoutBlock> group : groups) {
            if (!pages.takes(group)) {
                pages.turn();
            }
            for (LayoutBlock block : group) {
                if (!pages.takes(List.of(block))) {
                    pages.turn();
                }
                pages.put(block);
            }
        }
        pages.turn();
        return pages.done;
    }

    private static final class Pages {
        private final List<List<LayoutBlock>> done = new ArrayList<>();
        private final List<LayoutBlock> page = new ArrayList<>();
        private int weight;

        boolean takes(List<LayoutBlock> blocks) {
            return page.size() + blocks.size() <= BLOCKS && weight + Sheet.weight(blocks) <= Limits.MESSAGE;
        }

        void put(LayoutBlock block) {
            page.add(block);
            weight += Sheet.weight(List.of(block));
        }

        void turn() {
            if (!page.isEmpty()) {
                done.add(List.copyOf(page));
                page.clear();
                weight = 0;
            }
        }
    }

    static int weight(List<LayoutBlock> blocks) {
        return blocks.stream().mapToInt(block -> weight(JSON.toJsonTree(block))).sum();
    }

    /** About the length of the JSON, letters counted as they are read. */
    private static int weight(JsonElement json) {
        if (json.isJsonObject()) {
            int sum = 2;
            for (Map.Entry<String, JsonElement> field : json.getAsJsonObject().entrySet()) {
                sum += field.getKey().length() + 4 + weight(field.getValue());
            }
            return sum;
        }
        if (json.isJsonArray()) {
            int sum = 2;
            for (JsonElement element : json.getAsJsonArray()) {
                sum += 1 + weight(element);
            }
            return sum;
        }
        return json.isJsonNull() ? 4 : json.getAsString().length() + 2;
    }
}
