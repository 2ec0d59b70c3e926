package org.clausebot.app;

import java.io.PrintWriter;
import org.clausebot.insight.Rehearsal;

/** How far a rehearsal is: a bar that grows in a terminal, a line for each quarter elsewhere. */
final class ProgressBar implements Rehearsal.Progress {
    private static final int WIDTH = 40;
    private static final int QUARTERS = 4;

    private final PrintWriter out;
    private final boolean terminal;
    private int shown = -1;

    ProgressBar(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    public synchronized void at(int done, int all) {
        int steps = terminal ? WIDTH : QUARTERS;
        int step = (int) ((long) done * steps / all);
        int percent = (int) (100L * done / all);
        if (step > shown) {
            shown = step;
            if (terminal) {
                out.print("\r[" + "#".repeat(step) + " ".repeat(WIDTH - step) + "] " + percent + "%");
            } else {
                out.println(percent + "% of the questions are asked");
            }
            out.flush();
        }
    }

    @Override
    public boolean cancelled() {
        return false;
    }

    void end() {
        if (terminal && shown >= 0) {
            out.println();
            out.flush();
        }
    }
}
