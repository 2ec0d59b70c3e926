package org.clausebot.chat.teams.wire;

import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.clausebot.chat.teams.Delivered;
import org.clausebot.chat.teams.Response;
import org.clausebot.chat.teams.TeamsChat;
import org.clausebot.chat.teams.TeamsLine;
import org.clausebot.chat.teams.card.TeamsMessage;

/** Writes down what it is handed, and does what it is told with it. */
final class RecordingTeams implements TeamsChat {
    final BlockingQueue<Delivered> delivered = new LinkedBlockingQueue<>();
    final BlockingQueue<Delivered> asked = new LinkedBlockingQueue<>();
    final TeamsLine line;
    volatile Consumer<Delivered> then = d -> {};
    volatile Function<Delivered, Response> answer = d -> new Response.Word("done");

    RecordingTeams(TeamsLine line) {
        this.line = line;
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
    public Response answer(Delivered d) {
        Response response = answer.apply(d);
        asked.add(d);
        return response;
    }

    Delivered next() throws InterruptedException {
        return next(delivered);
    }

    Delivered nextAsked() throws InterruptedException {
        return next(asked);
    }

    private static Delivered next(BlockingQueue<Delivered> from) throws InterruptedException {
        Delivered next = from.poll(30, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("Nothing was delivered");
        }
        return next;
    }

    static TeamsMessage words(String words) {
        return new TeamsMessage(words, Optional.empty());
    }

    static TeamsMessage card(String words) {
        return new TeamsMessage(
                "summary of " + words,
                Optional.of(
                        "{\"type\":\"AdaptiveCard\",\"version\":\"1.5\",\"body\":[{\"type\":\"TextBlock\",\"text\":\""
                                + words + "\"}]}"));
    }
}
