package org.clausebot.policy;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How the author set a paragraph by hand, to know one that is set as the numbered headings are. */
final class WordLook {
    /** Numbering and what comes with it, and what shows nowhere. */
    private static final Set<String> APART = Set.of(
            "w:numPr", "w:ind", "w:tabs", "w:rPr", "w:lang", "w:bookmarkStart", "w:proofErr", "w:contextualSpacing");

    private WordLook() {}

    /** The paragraph's own settings and those of its first words; nothing when the paragraph itself has none. */
    static Optional<String> of(XmlNode p) {
        List<XmlNode> own = p.child("w:pPr").map(XmlNode::children).orElse(List.of()).stream()
                .filter(n -> !APART.contains(n.name()))
                .toList();
        if (own.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder look = new StringBuilder();
        own.forEach(n -> look.append(n.tag()));
        p.child("w:r", "w:rPr").map(XmlNode::children).orElse(List.of()).stream()
                .filter(n -> !APART.contains(n.name()))
                .forEach(n -> look.append(n.tag()));
        return Optional.of(look.toString());
    }
}
