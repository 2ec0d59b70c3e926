package org.clausebot.desk.view;

import java.util.List;

/** New recovery codes, shown this once. */
public record CodesView(DeskFrame frame, List<String> codes) {
    public CodesView {
        codes = List.copyOf(codes);
    }
}
