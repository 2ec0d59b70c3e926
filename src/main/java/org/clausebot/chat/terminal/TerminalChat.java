package org.clausebot.chat.terminal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.clausebot.chat.Assistant;
import org.clausebot.chat.Incoming;
import org.clausebot.chat.Reply;
import org.clausebot.chat.Reports;
import org.clausebot.incident.Reporter;

/** One conversation, line by line, until the person leaves. */
public final class TerminalChat {
    private static final Set<String> LEAVES = Set.of("quit", "exit");

    private final Assistant assistant;
    private final Reports reports;
    private final TerminalReplies replies;
    private final Reporter who;

    /** @param who brings the person back to a report they began in this terminal before */
    public TerminalChat(Assistant assistant, Reports reports, TerminalReplies replies, Reporter who) {
        this.assistant = assistant;
        this.reports = reports;
        this.replies = replies;
        this.who = who;
    }

    public void converse(BufferedReader in, PrintWriter out) throws IOException {
        out.println(replies.welcome());
        out.println("Type `report` to report something, `quit` to leave.");
        reports.waiting(who).ifPresent(waits -> out.println("\n" + replies.show(waits)));
        while (true) {
            out.print("\n> ");
            out.flush();
            String line = in.readLine();
            if (line == null || LEAVES.contains(line.strip().toLowerCase(Locale.ROOT))) {
                leave(out);
                return;
            }
            Reply reply = assistant.reply(new Incoming(who.school(), who.channel(), line, Optional.of(who), ""));
            out.println(replies.show(reply));
        }
    }

    private void leave(PrintWriter out) {
        out.println();
        reports.leaving(who).ifPresent(paused -> out.println(replies.show(paused)));
        out.flush();
    }
}
