package org.clausebot.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns printed lines into blocks: it undoes hard wraps, and finds paragraphs, bullets, lists that only indentation
 * shows, and tables made of tabs or spaces. For text files and for the lines of a PDF.
 */
final class LineBlocks {
    private static final int TOLERANCE = 1;

    private final DocumentText document;
    private final List<Line> lines;
    private final Wrap wrap;
    private final LineTables tables;
    private final Map<Line, Integer> levels;
    private final List<Block> blocks = new ArrayList<>();
    private final LineDepths depths = new LineDepths();
    private final List<Line> group = new ArrayList<>();

    /** Where the words of the last labelled block stand, for paragraphs that go on under it; -1 when none is open. */
    private int bodyIndent = -1;

    private int listIndent = -1;
    private String lastWords = "";
    private int lastIndent;
    private Optional<Label> lastLabel = Optional.empty();

    private LineBlocks(DocumentText document, List<Line> lines, Map<Line, Integer> levels) {
        this.document = document;
        this.lines = lines;
        this.levels = levels;
        this.wrap = Wrap.of(document, lines);
        this.tables = LineTables.in(document.text(), lines);
    }

    /**
     * The blocks that {@code lines} make, in order.
     *
     * @param text the text that the lines' spans refer to
     * @param lines in reading order, page furniture already left out
     * @param setAside the page furniture and whatever else was left out
     */
    static Blocks of(String text, List<Line> lines, List<SetAside> setAside) {
        DocumentText plain = new DocumentText(text, List.of());
        Underlines underlines = Underlines.in(text, lines);
        List<SetAside> aside = new ArrayList<>(setAside);
        aside.addAll(underlines.rules());
        List<Line> kept = ContentsLines.remove(text, underlines.kept(), aside);
        LineBlocks reader = new LineBlocks(plain, kept, underlines.levels());
        reader.run();
        List<Span> omitted = WordBreaks.in(text, kept);
        return new Blocks(new DocumentText(text, omitted), reader.blocks, aside);
    }

    private void run() {
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (levels.containsKey(line)) {
                addHeading(line, levels.getOrDefault(line, 1));
                continue;
            }
            Optional<Block.Row> row = tables.row(i);
            if (row.isPresent()) {
                flush();
                blocks.add(row.get());
                lastWords = "";
                lastLabel = Optional.empty();
                continue;
            }
            if (!group.isEmpty() && startsNew(line)) {
                flush();
            }
            group.add(line);
        }
        flush();
    }

    private void addHeading(Line line, int level) {
        flush();
        depths.clear();
        bodyIndent = -1;
        listIndent = -1;
        lastWords = "";
        lastLabel = Optional.empty();
        add(new Block.Heading(line.source(), level, Optional.empty()));
    }

    private String words(Line line) {
        return document.text().substring(line.source().start(), line.source().end());
    }

    private boolean startsNew(Line line) {
        Line previous = group.getLast();
        String before = words(previous);
        String words = words(line);
        Optional<Label> label = Label.at(words, Label.Bare.BEFORE_A_WIDE_GAP);
        if (line.blanksBefore() > 0 && !line.pageStart()) {
            return true;
        }
        if (Contents.isLeader(before)) {
            return true;
        }
        boolean fits = wrap.wouldFit(previous, words);
        if (label.isPresent() && isPlausible(label.get(), line, before, fits)) {
            return true;
        }
        if (line.look() != previous.look() || beginsDefinition(before, words)) {
            return true;
        }
        if (line.pageStart()) {
            return Phrases.endsClause(before)
                    || (fits && !Phrases.breaksOff(before) && !Phrases.startsSmall(words))
                    || (Phrases.isCapitals(words) && !Phrases.breaksOff(before))
                    || (group.size() == 1 && Phrases.isCapitals(before));
        }
        if (listIndent >= 0 && fits && Math.abs(line.indent() - group.getFirst().indent()) <= TOLERANCE) {
            return !Phrases.breaksOff(before);
        }
        if (Phrases.isCapitals(words) != Phrases.isCapitals(before)
                && Phrases.wordCount(words) > 1
                && (fits || Phrases.isCapitals(before))
                && !Phrases.breaksOff(before)) {
            return true;
        }
        return fits ? isDeliberate(line, before, words) : isIndentedAnew(line, before);
    }

    /** A definition in a list of them that has no blank lines between. */
    private boolean beginsDefinition(String before, String words) {
        boolean listed = Openings.defines(words(group.getFirst())) || before.endsWith(":");
        return listed && Phrases.endsClause(before) && Openings.defines(words);
    }

    private boolean isDeliberate(Line line, String before, String words) {
        if (Phrases.endsClause(before)) {
            return true;
        }
        if (Phrases.breaksOff(before) || Phrases.startsSmall(words)) {
            return false;
        }
        boolean alone = group.size() == 1;
        boolean leaves = isLabelled(group.getFirst())
                && line.indent() <= group.getFirst().indent();
        return wrap.none()
                || leaves
                || (alone && Phrases.couldBeHeading(before) && Phrases.wordCount(before) <= 9)
                || (Math.abs(line.indent() - group.getLast().indent()) > 3 && !isLabelled(group.getFirst()));
    }

    private boolean isIndentedAnew(Line line, String before) {
        if (!Phrases.endsClause(before) || group.size() < 2) {
            return false;
        }
        int body = group.get(1).indent();
        return line.indent() > body + TOLERANCE
                || line.indent() < Math.min(body, group.getFirst().indent()) - 2;
    }

    private boolean isPlausible(Label label, Line line, String before, boolean fits) {
        if (label.kind() == Label.Kind.DIVISION) {
            return fits && !Phrases.cites(before) && !Phrases.breaksOff(before);
        }
        if (label.kind() == Label.Kind.BULLET) {
            boolean bulleted = label(group.getFirst())
                    .filter(l -> l.kind() == Label.Kind.BULLET)
                    .isPresent();
            boolean mark =
                    label.printed().charAt(0) > '\u2014' || label.printed().charAt(0) == '\u00B7';
            return mark || bulleted || Phrases.endsClause(before) || (fits && !Phrases.breaksOff(before));
        }
        if (Phrases.cites(before)) {
            return false;
        }
        if (Phrases.endsClause(before) || isHeadingLine(before)) {
            return true;
        }
        if (label.isSmall() && Phrases.endsItem(before)) {
            return true;
        }
        boolean leaves = line.indent() < group.getFirst().indent() - TOLERANCE && isLabelled(group.getFirst());
        if (leaves && !Phrases.breaksOff(before)) {
            return true;
        }
        boolean next = label(group.getFirst())
                .or(() -> lastLabel)
                .filter(l -> follows(l, label))
                .isPresent();
        boolean aligned = Math.abs(line.indent() - group.getFirst().indent()) <= TOLERANCE;
        return (next && (aligned || fits)) || (fits && !Phrases.breaksOff(before));
    }

    private boolean isHeadingLine(String before) {
        return group.size() == 1
                && Phrases.couldBeHeading(before)
                && !Phrases.breaksOff(before)
                && wrap.wouldFit(group.getLast(), "wwwwwwwwww");
    }

    private static boolean follows(Label last, Label next) {
        if (next.kind() == Label.Kind.COMPOUND) {
            int cut = next.name().lastIndexOf('.');
            return last.kind() == Label.Kind.COMPOUND
                    && cut > 0
                    && last.name().startsWith(next.name().substring(0, cut));
        }
        boolean alphabetic = last.isSmall() && next.isSmall();
        return alphabetic || (last.kind() == next.kind() && next.value() == last.value() + 1);
    }

    private Optional<Label> label(Line line) {
        return Label.at(words(line), Label.Bare.BEFORE_A_WIDE_GAP).filter(l -> l.kind() != Label.Kind.DIVISION);
    }

    private boolean isLabelled(Line line) {
        return label(line).isPresent();
    }

    private void flush() {
        if (group.isEmpty()) {
            return;
        }
        Line first = group.getFirst();
        Span source = first.source().to(group.getLast().source());
        Optional<Label> label = label(first);
        String words = document.read(source);
        boolean bullet = label.filter(l -> l.kind() == Label.Kind.BULLET).isPresent();
        if (bullet) {
            int skip = label.orElseThrow().length();
            add(new Block.Item(
                    new Span(source.start() + skip, source.end()),
                    depths.of(first.indent(), label.get().printed(), lastWords),
                    Optional.empty()));
            open(first, skip);
        } else if (label.isPresent()) {
            depths.clear();
            add(new Block.Paragraph(source, first.indent(), first.look(), false));
            open(first, label.get().length());
        } else {
            addUnlabelled(first, source);
        }
        if (label.isPresent() && !bullet) {
            lastLabel = label;
        }
        if (bullet || label.isPresent()) {
            listIndent = -1;
        }
        lastWords = words;
        lastIndent = first.indent();
        group.clear();
    }

    private void addUnlabelled(Line first, Span source) {
        boolean introduced = lastWords.endsWith(":") && first.indent() > lastIndent + TOLERANCE;
        boolean goesOn = listIndent >= 0 && first.indent() >= listIndent - TOLERANCE;
        if (first.look() == Block.Look.PLAIN && (introduced || goesOn)) {
            if (!goesOn) {
                depths.clear();
                listIndent = first.indent();
            }
            add(new Block.Item(source, depths.of(first.indent(), "", lastWords), Optional.empty()));
            return;
        }
        listIndent = -1;
        boolean within = bodyIndent > TOLERANCE
                && first.look() == Block.Look.PLAIN
                && Math.abs(first.indent() - bodyIndent) <= TOLERANCE
                && !lastWords.endsWith(":");
        if (!within) {
            depths.clear();
            bodyIndent = -1;
        }
        add(new Block.Paragraph(source, first.indent(), first.look(), within));
    }

    private void open(Line first, int labelLength) {
        int hanging = group.size() > 1 ? group.get(1).indent() : first.indent() + labelLength;
        bodyIndent = hanging > first.indent() + TOLERANCE ? hanging : -1;
    }

    private void add(Block block) {
        if (!block.source().isEmpty()) {
            blocks.add(block);
        }
    }
}
