package org.clausebot.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Walks through the pieces of a document and makes its clauses, with their addresses, headings and lead-ins. */
final class ClauseMaker {
    private static final List<String> CONTROL = List.of("Document control");

    private final PolicyId policy;
    private final List<Piece> pieces;
    private final List<String> titlePath;
    private final HeadingRules rules;
    private final Outline outline = new Outline();
    private final Numbering numbering;
    private final LeadIns leadIns = new LeadIns();
    private final List<Section> sections = new ArrayList<>();
    private final List<Clause> clauses = new ArrayList<>();
    private final Map<String, Integer> counts = new HashMap<>();

    /** The number that bullets are counted under; empty where they are counted under the heading path. */
    private Optional<String> anchor = Optional.empty();

    ClauseMaker(PolicyId policy, FrontMatter front) {
        this.policy = policy;
        this.pieces = front.pieces();
        this.titlePath =
                front.declared() ? front.title().map(t -> List.of(t.words())).orElse(List.of()) : List.of();
        this.rules = new HeadingRules(pieces);
        this.numbering = new Numbering(runsOn());
    }

    List<Section> sections() {
        return sections;
    }

    List<Clause> clauses() {
        return clauses;
    }

    void run() {
        int footer = footer();
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            if (i >= footer) {
                addFooter(piece);
            } else if (rules.isHeading(i)) {
                enter(piece);
            } else if (piece.is(Piece.Role.HEADER_ROW)) {
                leadIns.header(piece);
            } else if (piece.is(Piece.Role.ROW)) {
                addUnnumbered(piece, leadIns.ofRow(piece));
            } else if (piece.isNumbered()) {
                addNumbered(piece);
            } else if (piece.is(Piece.Role.BULLET)) {
                Clause clause = addUnnumbered(piece, leadIns.ofBullet(piece));
                leadIns.afterBullet(piece, clause);
            } else {
                addParagraph(i, piece);
            }
        }
    }

    /** Where the control lines at the end begin that have no heading of their own. */
    private int footer() {
        int start = pieces.size();
        while (start > 0
                && pieces.get(start - 1).isPlainParagraph()
                && ControlLines.isKeyed(pieces.get(start - 1).words())) {
            start--;
        }
        boolean headed = (start > 0 && rules.isHeading(start - 1))
                || pieces.stream().anyMatch(p -> ControlLines.isControlHeading(p.words()));
        return headed ? pieces.size() : start;
    }

    private void addFooter(Piece piece) {
        ClauseRef ref = new ClauseRef(policy, numbering.unique("footer"));
        clauses.add(new Clause(ref, CONTROL, Optional.empty(), piece.words(), piece.source()));
    }

    private boolean runsOn() {
        int ones = 0;
        boolean later = false;
        boolean underHeading = false;
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            boolean heading = rules.isHeading(i);
            if (!heading && piece.kind().filter(k -> k == Label.Kind.NUMBER).isPresent()) {
                int value = piece.label().map(Label::value).orElse(0);
                ones += value == 1 ? 1 : 0;
                later |= underHeading && value > 1;
                underHeading = false;
            } else if (heading) {
                underHeading = true;
            }
        }
        return later && ones <= 1;
    }

    private void enter(Piece heading) {
        int above = outline.enter(heading);
        numbering.enterHeading(heading, above);
        sections.add(new Section(outline.path(), heading.source()));
        anchor = numbering.headingNumber(outline.path().size());
        leadIns.enter(heading, outline.path());
    }

    private List<String> path() {
        List<String> path = outline.path();
        return path.isEmpty() ? titlePath : path;
    }

    private void addNumbered(Piece piece) {
        numbering.keepHeadings(outline.leave(piece.label().orElseThrow()));
        Numbering.Placed placed = numbering.place(piece);
        Optional<LeadIn> leadIn = leadIns.ofNumbered(piece, placed);
        String number = numbering.unique(placed.address());
        Clause clause = add(new ClauseRef(policy, number), leadIn, piece);
        numbering.opened(piece, placed.address(), clause);
        anchor = Optional.of(number);
        leadIns.after(clause);
    }

    private void addParagraph(int i, Piece piece) {
        Optional<Piece> next =
                i + 1 < pieces.size() && !rules.isHeading(i + 1) ? Optional.of(pieces.get(i + 1)) : Optional.empty();
        boolean introduces = next.filter(n -> introduces(piece, n)).isPresent();
        if (introduces && !numbering.continues(next.orElseThrow())) {
            numbering.closeClauses();
        }
        if (introduces && isFolded(next.orElseThrow())) {
            leadIns.stand(piece.words(), piece.source(), next.get());
            return;
        }
        anchor = Optional.empty();
        Clause clause = addUnnumbered(piece, leadIns.ofParagraph(piece));
        leadIns.after(clause);
        if (introduces) {
            leadIns.stand(piece.words(), piece.source(), next.orElseThrow());
        }
    }

    /** A line before a list that begins at its first number introduces it even where the line has no colon. */
    private static boolean introduces(Piece piece, Piece next) {
        boolean begins = next.listed()
                && next.label().filter(l -> l.value() == 1).isPresent()
                && Phrases.introduces(piece.words());
        return next.isNumbered() && (begins || Phrases.introducesOutright(piece.words()));
    }

    /** Whether an unnumbered lead-in belongs to rules that have full numbers, so that it is no clause by itself. */
    private boolean isFolded(Piece next) {
        boolean list = next.listed()
                || (next.label().filter(l -> l.value() == 1).isPresent()
                        && numbering.headingNumber(outline.path().size()).isEmpty());
        return next.kind()
                .filter(k -> k == Label.Kind.COMPOUND || (k == Label.Kind.NUMBER && !list))
                .isPresent();
    }

    private Clause addUnnumbered(Piece piece, Optional<LeadIn> leadIn) {
        ClauseRef ref;
        if (anchor.isPresent()) {
            ref = new ClauseRef(policy, anchor.get(), counts.merge(anchor.get(), 1, Integer::sum));
        } else {
            String path = String.join(" > ", path());
            int count = counts.merge("\u00B6" + path, 1, Integer::sum);
            ref = new ClauseRef(policy, path.isEmpty() ? "\u00B6" + count : path + " \u00B6" + count);
        }
        return add(ref, leadIn, piece);
    }

    private Clause add(ClauseRef ref, Optional<LeadIn> leadIn, Piece piece) {
        Clause clause = new Clause(ref, path(), leadIn, piece.words(), piece.source());
        clauses.add(clause);
        return clause;
    }
}
