package org.clausebot.querylog;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.clausebot.policy.IsoWeek;
import org.clausebot.policy.SchoolId;

/** Rows on a disk that is full for a while: nothing can be written, and all can be read. */
final class FailingRows implements LogRows {
    private final LogRows rows;
    volatile boolean fails;

    FailingRows(LogRows rows) {
        this.rows = rows;
    }

    private void require() {
        if (fails) {
            throw new IllegalStateException("The disk is full");
        }
    }

    @Override
    public void rewrite(SchoolId school, IsoWeek week, UnaryOperator<List<Entry>> change, int urgent) {
        require();
        rows.rewrite(school, week, change, urgent);
    }

    @Override
    public List<Entry> entries(SchoolId school, IsoWeek week) {
        return rows.entries(school, week);
    }

    @Override
    public int urgent(SchoolId school, IsoWeek week) {
        return rows.urgent(school, week);
    }

    @Override
    public int purge(IsoWeek first) {
        require();
        return rows.purge(first);
    }

    @Override
    public Set<String> silent() {
        return rows.silent();
    }

    @Override
    public void silent(Map<String, Boolean> changes) {
        require();
        rows.silent(changes);
    }
}
