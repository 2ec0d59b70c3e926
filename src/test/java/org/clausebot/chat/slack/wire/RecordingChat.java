package org.clausebot.chat.slack.wire;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.PlainTextObject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.clausebot.chat.slack.Delivered;
import org.clausebot.chat.slack.SlackChat;
import org.clausebot.chat.slack.Workspace;
import org.clausebot.chat.slack.block.SlackMessage;

/** Writes down what it is handed, and does what it is told with it. */
final class RecordingChat implements SlackChat {
    final BlockingQueue<Delivered> delivered = new LinkedBlockingQueue<>();
    final Workspace workspace;
    volatile Consumer<Delivered> then = d -> {};
    volatile Function<Delivered.Window, Map<String, String>> check = w -> Map.of();

    RecordingChat(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public void on(Delivered d) {
        then.accept(d);
        delivered.add(d);
    }

    @Override
    public void added(Delivered d) {
        delivered.add(d);
    }

    @Override
    public Map<String, String> submitted(Delivered.Window window) {
        Map<String, String> wrong = check.apply(window);
        if (wrong.isEmpty()) {
            delivered.add(window);
        }
        return wrong;
    }

    Delivered next() throws InterruptedException {
        Delivered next = delivered.poll(30, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("Nothing was delivered");
        }
        return next;
    }

    static SlackMessage message(String words) {
        LayoutBlock block = SectionBlock.builder()
                .text(PlainTextObject.builder().text(words).emoji(false).build())
                .build();
        return new SlackMessage(words, List.of(block));
    }
}
