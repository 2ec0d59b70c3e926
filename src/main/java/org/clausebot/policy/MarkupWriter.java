package org.clausebot.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes the text of a document that came as markup, and the blocks that stand in it. */
final class MarkupWriter {
    private final StringBuilder text = new StringBuilder();
    private final List<Block> blocks = new ArrayList<>();
    private final List<SetAside> aside = new ArrayList<>();
    private int tables;

    /** Words with line breaks in them, and how many of their letters are bold. */
    static final class Run {
        private final StringBuilder words = new StringBuilder();
        private int strong;
        private int letters;

        /** Where the bold lines end that it opens with; 0 when it opens with none. */
        private int title;

        void append(String more, boolean isStrong) {
            for (int i = 0; i < more.length(); i++) {
                if (Character.isLetterOrDigit(more.charAt(i))) {
                    letters++;
                    strong += isStrong ? 1 : 0;
                }
            }
            words.append(more);
        }

        void lineBreak() {
            if (title == 0 && isStrong()) {
                title = words.length();
            }
            words.append('\n');
        }

        /** The first lines, when all of them are bold, the rest is not and they can be a heading; else nothing. */
        String boldOpening() {
            String opening = words.substring(0, title);
            String named = DocumentText.fold(opening);
            int label = Label.at(named, Label.Bare.NEVER).map(Label::length).orElse(0);
            return isStrong() || !Phrases.couldBeHeading(named.substring(label)) ? "" : opening;
        }

        boolean isBlank() {
            return DocumentText.fold(words).isEmpty();
        }

        boolean isStrong() {
            return letters > 0 && strong == letters;
        }

        String words() {
            return words.toString();
        }

        void clear() {
            words.setLength(0);
            strong = 0;
            letters = 0;
            title = 0;
        }
    }

    Blocks blocks() {
        return new Blocks(new DocumentText(text.toString(), List.of()), blocks, aside);
    }

    private Span write(String words) {
        String stripped = words.strip();
        int start = text.length();
        text.append(stripped);
        int end = text.length();
        text.append("\n\n");
        return new Span(start, end);
    }

    void setAside(String words, SetAside.Reason reason) {
        if (!DocumentText.fold(words).isEmpty()) {
            aside.add(new SetAside(write(words), reason));
        }
    }

    void heading(Run run, int level, Optional<String> label) {
        if (!run.isBlank()) {
            blocks.add(new Block.Heading(write(run.words()), level, label));
        }
    }

    void title(String words) {
        blocks.add(new Block.Paragraph(write(words), 0, Block.Look.TITLE, false));
    }

    /** A paragraph, or several where its lines begin with labels of their own or the first are bold. */
    void paragraph(Run run, boolean within) {
        String opening = within ? "" : run.boldOpening();
        if (!opening.isEmpty()) {
            blocks.add(new Block.Paragraph(write(opening), 0, Block.Look.STRONG, false));
        }
        boolean first = true;
        for (Line line : write(MarkupLines.split(run.words().substring(opening.length())))) {
            Block.Look look = run.isStrong() ? Block.Look.STRONG : Block.Look.PLAIN;
            blocks.add(new Block.Paragraph(line.source(), line.indent(), look, within && first));
            first = false;
        }
    }

    void item(Run run, int depth, Optional<String> label) {
        boolean first = true;
        for (Line line : write(MarkupLines.split(run.words()))) {
            blocks.add(
                    first
                            ? new Block.Item(line.source(), depth, label)
                            : new Block.Paragraph(line.source(), line.indent(), Block.Look.PLAIN, false));
            first = false;
        }
    }

    private List<Line> write(List<String> parts) {
        List<Line> lines = new ArrayList<>();
        for (String part : parts) {
            if (!DocumentText.fold(part).isEmpty()) {
                int indent = part.length() - part.stripLeading().length();
                lines.add(new Line(write(part), indent, Block.Look.PLAIN, 0, false));
            }
        }
        return lines;
    }

    /** Whether the last words written end with a colon, so that what comes next stands under them. */
    boolean isIntroducing() {
        return !blocks.isEmpty()
                && !(blocks.getLast() instanceof Block.Heading)
                && DocumentText.fold(text.substring(
                                blocks.getLast().source().start(),
                                blocks.getLast().source().end()))
                        .endsWith(":");
    }

    int newTable() {
        return tables++;
    }

    void row(int table, boolean header, List<String> cells) {
        if (cells.stream().allMatch(c -> DocumentText.fold(c).isEmpty())) {
            return;
        }
        List<Span> spans = new ArrayList<>();
        int start = text.length();
        for (String cell : cells) {
            text.append(spans.isEmpty() ? "" : " | ");
            int from = text.length();
            text.append(cell.strip());
            spans.add(new Span(from, text.length()));
        }
        blocks.add(new Block.Row(new Span(start, text.length()), table, header, spans));
        text.append("\n\n");
    }
}
