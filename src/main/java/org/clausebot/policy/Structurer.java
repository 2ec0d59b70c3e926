package org.clausebot.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Turns the blocks of a document of any format into its sections and clauses. */
final class Structurer {
    private Structurer() {}

    static Structure structure(PolicyId policy, Blocks blocks) {
        List<SetAside> aside = new ArrayList<>(blocks.setAside());
        List<Piece> read = PieceReader.read(withFurniture(blocks), blocks.blocks());
        List<Piece> own = PageFurniture.remove(read, aside);
        Joiner.Joined joined = Joiner.join(withFurniture(blocks), own, aside);
        DocumentText document = joined.document();
        List<Piece> tabled = Tables.withHeaders(document, Contents.remove(joined.pieces(), aside), aside);
        FrontMatter front = FrontMatter.part(document, RunIn.split(document, tabled), aside);
        ClauseMaker maker = new ClauseMaker(policy, front);
        maker.run();
        List<String> control = new ArrayList<>(front.lines());
        maker.clauses().stream()
                .filter(c -> ControlLines.isControlHeading(
                                c.headings().isEmpty() ? "" : c.headings().getLast())
                        || ControlLines.isKeyed(c.text()))
                .forEach(c -> control.add(c.text()));
        maker.clauses().stream()
                .skip(Math.max(0, maker.clauses().size() - 3L))
                .filter(c -> ControlLines.speaksOfDocument(c.text()))
                .forEach(c -> control.add(c.text()));
        aside.sort(Comparator.comparing(SetAside::source));
        return new Structure(document, title(front), maker.sections(), maker.clauses(), aside, control);
    }

    private static Optional<String> title(FrontMatter front) {
        Optional<String> first = front.pieces().stream()
                .filter(p -> p.level() == 1)
                .map(Piece::words)
                .findFirst();
        return front.title().map(Piece::words).or(() -> first);
    }

    /** The text, passing over what the reader set aside in the midst of a block. */
    private static DocumentText withFurniture(Blocks blocks) {
        TreeSet<Span> places = new TreeSet<>();
        blocks.blocks().forEach(block -> places.add(block.source()));
        TreeSet<Span> omitted = new TreeSet<>(blocks.document().omitted());
        for (SetAside part : blocks.setAside()) {
            Span block = places.floor(new Span(part.source().start(), Integer.MAX_VALUE));
            Span before = omitted.floor(part.source());
            Span after = omitted.ceiling(part.source());
            boolean taken = (before != null && before.overlaps(part.source()))
                    || (after != null && after.overlaps(part.source()));
            if (block != null && block.contains(part.source()) && !taken) {
                omitted.add(part.source());
            }
        }
        return new DocumentText(blocks.document().text(), List.copyOf(omitted));
    }
}
