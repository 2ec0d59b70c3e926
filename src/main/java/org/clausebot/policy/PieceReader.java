package org.clausebot.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns blocks into pieces: it parses the labels that authors typed and settles what each label is. */
final class PieceReader {
    private static final Pattern NOTED = Pattern.compile("[\\p{L}\\d)]\\*(?![\\p{L}\\d*])");

    private final DocumentText document;
    private final int firstNoted;
    private final List<Piece> pieces = new ArrayList<>();

    private PieceReader(DocumentText document) {
        this.document = document;
        this.firstNoted = firstNoted(document.text());
    }

    static List<Piece> read(DocumentText document, List<Block> blocks) {
        PieceReader reader = new PieceReader(document);
        blocks.forEach(reader::add);
        return Series.settle(withoutStrayLabels(document, reader.pieces));
    }

    private void add(Block block) {
        switch (block) {
            case Block.Heading h -> addWords(block, computed(h.label()), Piece.Role.HEADING, Label.Bare.ALWAYS);
            case Block.Paragraph p ->
                addWords(block, Optional.empty(), Piece.Role.PARAGRAPH, Label.Bare.BEFORE_A_WIDE_GAP);
            case Block.Item i -> {
                Optional<Label> label = computed(i.label());
                Piece.Role role =
                        label.filter(l -> l.kind() != Label.Kind.BULLET).isPresent()
                                ? Piece.Role.PARAGRAPH
                                : Piece.Role.BULLET;
                addWords(block, label, role, Label.Bare.NEVER);
            }
            case Block.Row r -> addRow(r);
        }
    }

    private static Optional<Label> computed(Optional<String> label) {
        return label.filter(l -> !l.isBlank()).flatMap(Label::computed);
    }

    private void addWords(Block block, Optional<Label> given, Piece.Role role, Label.Bare bare) {
        Span source = trim(block.source());
        Optional<Label> label = given;
        Piece.Role part = role;
        if (label.isEmpty() || role == Piece.Role.BULLET) {
            for (int i = 0; i < 2 && !source.isEmpty(); i++) {
                Optional<Label> typed = Label.at(raw(source), bare);
                if (typed.isEmpty() || isNoteMark(typed.get(), source.start())) {
                    break;
                }
                label = typed;
                source = trim(new Span(source.start() + typed.get().length(), source.end()));
                if (typed.get().kind() != Label.Kind.BULLET) {
                    part = part == Piece.Role.BULLET ? Piece.Role.PARAGRAPH : part;
                    break;
                }
                part = part == Piece.Role.HEADING ? part : Piece.Role.BULLET;
            }
        }
        if (part == Piece.Role.BULLET) {
            label = Optional.empty();
        }
        String words = document.read(source);
        if (words.isEmpty() && label.isEmpty()) {
            return;
        }
        pieces.add(piece(block, source, words, label, part));
    }

    /** An asterisk is no bullet where one on a word further up points to it. */
    private boolean isNoteMark(Label typed, int start) {
        return typed.printed().equals("*") && firstNoted >= 0 && firstNoted < start;
    }

    private static int firstNoted(String text) {
        Matcher noted = NOTED.matcher(text);
        return noted.find() ? noted.start() : -1;
    }

    private static Piece piece(Block block, Span source, String words, Optional<Label> label, Piece.Role role) {
        int indent = 0;
        int depth = 0;
        int level = 0;
        Block.Look look = Block.Look.PLAIN;
        boolean within = false;
        switch (block) {
            case Block.Heading h -> level = h.level();
            case Block.Paragraph p -> {
                indent = p.indent();
                look = p.look();
                within = p.within();
            }
            case Block.Item i -> depth = i.depth();
            case Block.Row r -> indent = 0;
        }
        boolean listed = block instanceof Block.Item;
        return new Piece(source, words, label, role, indent, depth, level, look, within, listed, Optional.empty());
    }

    private void addRow(Block.Row row) {
        StringBuilder words = new StringBuilder();
        for (Span cell : row.cells()) {
            words.append(cell.equals(row.cells().getFirst()) ? "" : " | ").append(document.read(cell));
        }
        String folded = DocumentText.fold(words);
        if (DocumentText.letters(folded).isEmpty()) {
            return;
        }
        Piece.Role role = row.header() ? Piece.Role.HEADER_ROW : Piece.Role.ROW;
        pieces.add(new Piece(
                row.source(),
                folded,
                Optional.empty(),
                role,
                0,
                0,
                0,
                Block.Look.PLAIN,
                false,
                false,
                Optional.of(row)));
    }

    private String raw(Span span) {
        return document.text().substring(span.start(), span.end());
    }

    private Span trim(Span span) {
        int start = span.start();
        int end = span.end();
        while (start < end && isSpace(document.text().charAt(start))) {
            start++;
        }
        while (end > start && isSpace(document.text().charAt(end - 1))) {
            end--;
        }
        return new Span(start, end);
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u200B' || c == '\uFEFF';
    }

    /** Takes the label from what only looks labelled, such as "Y5 pupils …" or "A. Smith …": nothing follows on it. */
    private static List<Piece> withoutStrayLabels(DocumentText document, List<Piece> pieces) {
        Map<String, Integer> company = new HashMap<>();
        for (Piece piece : pieces) {
            family(piece).ifPresent(f -> company.merge(f, 1, Integer::sum));
        }
        List<Piece> kept = new ArrayList<>();
        for (Piece piece : pieces) {
            Optional<String> family = family(piece);
            boolean stray =
                    family.isPresent() && company.getOrDefault(family.get(), 0) < 2 && !piece.isDeclaredHeading();
            if (!stray) {
                kept.add(piece);
                continue;
            }
            int length = piece.label().map(Label::length).orElse(0);
            int start = Math.max(0, piece.source().start() - length);
            Span source = new Span(start, piece.source().end());
            String words = document.read(source);
            kept.add(length == 0 ? piece : piece.labelled(Optional.empty()).at(source, words));
        }
        return kept;
    }

    private static Optional<String> family(Piece piece) {
        if (piece.label().isEmpty() || piece.listed()) {
            return Optional.empty();
        }
        Label label = piece.label().get();
        return switch (label.kind()) {
            case UPPER_LETTER, BRACKETED_UPPER_LETTER -> Optional.of("letter");
            case COMPOUND -> mixed(label.name());
            case NUMBER, BRACKETED_NUMBER, SECTION, LOWER_LETTER, UPPER_ROMAN, LOWER_ROMAN, DIVISION, BULLET ->
                Optional.empty();
        };
    }

    /** Letters before figures (C3) or after them (3D): one alone is a name and no number. */
    private static Optional<String> mixed(String name) {
        if (Character.isLetter(name.charAt(0))) {
            return Optional.of(name.charAt(0) + " number");
        }
        return name.chars().anyMatch(Character::isUpperCase) ? Optional.of("number letter") : Optional.empty();
    }
}
