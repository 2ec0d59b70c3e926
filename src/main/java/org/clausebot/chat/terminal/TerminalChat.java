package org.clausebot.chat.terminal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.clausebot.chat.Asking;
import org.clausebot.chat.Assistant;
import org.clausebot.chat.Incoming;
import org.clausebot.chat.Reply;
import org.clausebot.chat.Reports;
import org.clausebot.incident.Reporter;
import org.clausebot.policy.PolicyId;

/** One conversation, line by line, until the person leaves. */
public final class TerminalChat {
    private static final Set<String> LEAVES = Set.of("quit", "exit");

    private final Assistant assistant;
    private final Reports reports;
    private final TerminalReplies replies;
    private final Reporter who;
    private final TerminalFiles files;
    private final Optional<PolicyId> policy;
    /** The step of a report that was asked last. */
    private Optional<Asking> asked = Optional.empty();

    /** @param who brings the person back to a report they began in this terminal before */
    public TerminalChat(Assistant assistant, Reports reports, TerminalReplies replies, Reporter who) {
        this(assistant, reports, replies, who, Optional.empty());
    }

    /** @param policy the only one to be asked; empty for all */
    public TerminalChat(
            Assistant assistant, Reports reports, TerminalReplies replies, Reporter who, Optional<PolicyId> policy) {
        this.policy = policy;
        this.assistant = assistant;
        this.reports = reports;
        this.replies = replies;
        this.who = who;
        this.files = new TerminalFiles(reports, replies.reportWords(), who);
    }

    public void converse(BufferedReader in, PrintWriter out) throws IOException {
        out.println(replies.welcome());
        out.println("Type `report` to report something, `quit` to leave.");
        reports.waiting(who).ifPresent(waits -> out.println("\n" + shown(waits)));
        while (true) {
            out.print("\n> ");
            out.flush();
            String line = in.readLine();
            if (line == null || LEAVES.contains(line.strip().toLowerCase(Locale.ROOT))) {
                leave(out);
                return;
            }
            out.println(answer(line));
        }
    }

    private String answer(String line) {
        Optional<TerminalFiles.Taken> taken = asked.flatMap(step -> files.take(line, step));
        if (taken.isPresent()) {
            return switch (taken.get()) {
                case TerminalFiles.Taken.Replied replied -> shown(replied.reply());
                case TerminalFiles.Taken.Said said -> replies.note(said.words());
            };
        }
        return shown(assistant.reply(new Incoming(who.school(), who.channel(), line, Optional.of(who), "").of(policy)));
    }

    private String shown(Reply reply) {
        asked = reply instanceof Reply.Asked step ? Optional.of(step.asking()) : Optional.empty();
        return replies.show(reply);
    }

    private void leave(PrintWriter out) {
        out.println();
        reports.leaving(who).ifPresent(paused -> out.println(replies.show(paused)));
        out.flush();
    }
}
