package org.clausebot.app;

import java.io.IOException;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import org.clausebot.app.ReportVisitor.Shown;

/**
 * Sends one report after the other, goes on wherever a killed server left it, and holds the server to what it has shown:
 * an answer is accepted once the step after it was seen.
 */
final class PersistentReporter implements Callable<List<PersistentReporter.Filed>> {
    private static final int MOST_STEPS = 400;

    private final String name;
    private final ReportVisitor browser;
    private final Gate gate;
    private final Random random;
    private final Set<String> codes = new HashSet<>();
    private final List<Filed> filed = new ArrayList<>();
    private Gate.Up up;
    private int checkedIn;

    /** A report whose receipt was seen, with what was accepted on the way. */
    record Filed(ReportScript script, String conversation, String code, Map<String, String> accepted) {}

    private record Message(String token, String words) {}

    PersistentReporter(String name, ReportVisitor browser, Gate gate, long seed) throws InterruptedException {
        this.name = name;
        this.browser = browser;
        this.gate = gate;
        this.random = new Random(seed);
        this.up = gate.after(0);
    }

    @Override
    public List<Filed> call() throws InterruptedException {
        shown(null);
        while (!gate.isLast() || filed.isEmpty()) {
            report(ReportScript.of(filed.size(), name + "-" + filed.size()));
            if (up.run() > checkedIn) {
                receiptsOpen();
                checkedIn = up.run();
            }
        }
        receiptsOpen();
        return List.copyOf(filed);
    }

    private void report(ReportScript script) throws InterruptedException {
        Map<String, String> accepted = new LinkedHashMap<>();
        String conversation = "";
        String answering = "";
        Shown shown = shown(new Message("", script.title()));
        for (int steps = 0; steps < MOST_STEPS; steps++) {
            String step = shown.step();
            if (!answering.isEmpty() && !step.equals(answering)) {
                accepted.put(answering, script.at(answering));
            }
            if (!shown.receipt().isEmpty() && codes.add(shown.receipt())) {
                filed.add(new Filed(script, conversation, shown.receipt(), accepted));
                return;
            }
            if (step.isEmpty()) {
                require(answering.isEmpty(), script, "is gone at step " + answering + " with " + accepted);
                shown = shown(new Message("", script.title()));
                continue;
            }
            String talk = shown.token().substring(0, shown.token().indexOf('/'));
            require(conversation.isEmpty() || conversation.equals(talk), script, "became another");
            require(!accepted.containsKey(step), script, "was asked again for " + step);
            conversation = talk;
            answering = step;
            shown = shown(new Message(shown.token(), script.at(step)));
        }
        throw new AssertionError(name + " does not come to an end of \"" + script.title() + "\"");
    }

    private void require(boolean holds, ReportScript script, String otherwise) {
        if (!holds) {
            throw new AssertionError("The report \"" + script.title() + "\" of " + name + " " + otherwise);
        }
    }

    /**
     * What the page shows after {@code message}, or, when the server died over it, after looking again or sending it once
     * more, as people do.
     */
    private Shown shown(@org.jspecify.annotations.Nullable Message message) throws InterruptedException {
        Message next = message;
        while (true) {
            HttpClient client = up.client();
            try {
                return next == null ? browser.open(client) : browser.say(client, next.token(), next.words());
            } catch (IOException e) {
                up = gate.after(up.run());
                next = random.nextBoolean() ? null : message;
            }
        }
    }

    /** The last few, of which some were sent just before the server was killed. */
    private void receiptsOpen() throws InterruptedException {
        for (Filed one : filed.subList(Math.max(0, filed.size() - 3), filed.size())) {
            String html = "";
            for (int tries = 0; tries < 5 && !html.contains(opened(one)); tries++) {
                html = shown(new Message("", one.code())).html();
            }
            require(html.contains(opened(one)), one.script(), "does not open by its code: " + html);
        }
    }

    private static String opened(Filed one) {
        return one.code().substring(0, 4) + ": " + one.script().title();
    }
}
