package org.clausebot.policy;

import java.util.Optional;

/**
 * A block with its label understood and its part in the document decided.
 *
 * @param source where its words stand, without its label
 * @param words its words, without its label, white space folded
 * @param label its number, letter or bullet, typed or computed
 * @param role its part
 * @param indent how far it stands from the margin, in characters
 * @param depth how deep its list lies; 0 outside lists
 * @param level the level of a heading that the format declares; 0 for anything else
 * @param look how it is set
 * @param within true when it goes on inside the piece before it
 * @param listed true when the format says that it is an item of a list
 * @param row the table row it is
 */
record Piece(
        Span source,
        String words,
        Optional<Label> label,
        Role role,
        int indent,
        int depth,
        int level,
        Block.Look look,
        boolean within,
        boolean listed,
        Optional<Block.Row> row) {

    enum Role {
        HEADING,
        PARAGRAPH,
        BULLET,
        HEADER_ROW,
        ROW
    }

    Piece as(Role other) {
        return new Piece(source, words, label, other, indent, depth, level, look, within, listed, row);
    }

    Piece labelled(Optional<Label> other) {
        return new Piece(source, words, other, role, indent, depth, level, look, within, listed, row);
    }

    Piece at(Span other, String otherWords) {
        return new Piece(other, otherWords, label, role, indent, depth, level, look, within, listed, row);
    }

    /** This piece, taken for one of its own. */
    Piece apart() {
        return new Piece(source, words, label, role, indent, depth, level, look, false, listed, row);
    }

    boolean is(Role other) {
        return role == other;
    }

    boolean isTable() {
        return role == Role.ROW || role == Role.HEADER_ROW;
    }

    /** Whether it carries a number or a letter, which a bullet is not. */
    boolean isNumbered() {
        return label.filter(l -> l.kind() != Label.Kind.BULLET && l.kind() != Label.Kind.DIVISION)
                .isPresent();
    }

    boolean isPlainParagraph() {
        return role == Role.PARAGRAPH && label.isEmpty();
    }

    boolean isDeclaredHeading() {
        return level > 0;
    }

    boolean isDivision() {
        return label.filter(l -> l.kind() == Label.Kind.DIVISION).isPresent();
    }

    Optional<Label.Kind> kind() {
        return label.map(Label::kind);
    }
}
