package org.clausebot.policy.lint;

import org.clausebot.policy.Clause;
import org.clausebot.policy.DocumentText;
import org.clausebot.policy.Span;

/** Finds where some words of a clause stand in the document, although line breaks and page furniture lie between. */
final class Locator {
    private final DocumentText document;

    Locator(DocumentText document) {
        this.document = document;
    }

    /** The span of {@code clause.text()} from {@code start} to {@code end}. */
    Span of(Clause clause, int start, int end) {
        int before = letters(clause.text().substring(0, start));
        int within = letters(clause.text().substring(start, end));
        if (within == 0) {
            return clause.source();
        }
        int from = letter(clause.source(), before);
        int to = letter(clause.source(), before + within - 1);
        return from < 0 || to < from ? clause.source() : new Span(from, to + 1);
    }

    /** Where the letter with this index stands, or -1. */
    private int letter(Span source, int index) {
        int seen = -1;
        for (int at = source.start(); at < source.end(); at++) {
            if (counts(document.text().charAt(at)) && !omitted(at) && ++seen == index) {
                return at;
            }
        }
        return -1;
    }

    private boolean omitted(int at) {
        return document.omitted().stream().anyMatch(gap -> gap.start() <= at && at < gap.end());
    }

    private static int letters(String words) {
        return (int) words.chars().filter(c -> counts((char) c)).count();
    }

    private static boolean counts(char c) {
        return c != '|' && !DocumentText.fold(String.valueOf(c)).isEmpty();
    }
}
