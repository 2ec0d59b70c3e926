package org.clausebot.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the header rows that a format does not declare, and drops those that repeat on every page. */
final class Tables {
    private Tables() {}

    static List<Piece> withHeaders(DocumentText document, List<Piece> pieces, List<SetAside> aside) {
        Map<Integer, List<Piece>> tables = new HashMap<>();
        Set<Integer> headed = new HashSet<>();
        for (Piece piece : pieces) {
            piece.row().ifPresent(row -> {
                tables.computeIfAbsent(row.table(), t -> new ArrayList<>()).add(piece);
                if (row.header()) {
                    headed.add(row.table());
                }
            });
        }
        Map<Integer, String> headers = new HashMap<>();
        List<Piece> kept = new ArrayList<>();
        for (Piece piece : pieces) {
            if (piece.row().isEmpty()) {
                kept.add(piece);
                continue;
            }
            int table = piece.row().get().table();
            boolean first = !headers.containsKey(table);
            boolean found =
                    first && !headed.contains(table) && namesColumns(document, tables.getOrDefault(table, List.of()));
            if (!first && piece.words().equals(headers.get(table))) {
                aside.add(new SetAside(piece.source(), SetAside.Reason.PAGE_FURNITURE));
                continue;
            }
            Piece settled = found ? piece.as(Piece.Role.HEADER_ROW) : piece;
            if (first) {
                headers.put(table, settled.is(Piece.Role.HEADER_ROW) ? settled.words() : "");
            }
            kept.add(settled);
        }
        return kept;
    }

    private static boolean namesColumns(DocumentText document, List<Piece> rows) {
        if (rows.size() < 2) {
            return false;
        }
        List<String> top = document.readAll(rows.getFirst().row().orElseThrow().cells());
        boolean short_ = top.size() > 1
                && top.stream()
                        .allMatch(c -> !c.isEmpty()
                                && Phrases.wordCount(c) <= 6
                                && (!Phrases.endsClause(c) || c.endsWith("?"))
                                && !Character.isDigit(c.charAt(0)));
        long longest =
                rows.stream().skip(1).mapToInt(r -> r.words().length()).max().orElse(0);
        return short_ && (longest > rows.getFirst().words().length() * 3L / 2 || rows.size() > 3);
    }
}
