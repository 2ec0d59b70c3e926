package org.clausebot.policy.draft;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.clausebot.policy.Clause;
import org.clausebot.policy.Correction;
import org.clausebot.policy.CorrectionException;
import org.clausebot.policy.Policy;
import org.clausebot.policy.Section;
import org.clausebot.policy.Span;

/**
 * Corrections as a person asks for them, by the words at which something begins or ends. A person names places; the words
 * themselves are always the document's.
 */
public final class Wanted {
    private static final int FARTHEST = 4_000;

    private final Policy policy;
    private final Clause clause;

    /** @param at where the clause stands that is to be corrected */
    public Wanted(Policy policy, Span at) throws CorrectionException {
        this.policy = policy;
        this.clause = policy.clauses().stream()
                .filter(c -> c.source().equals(at))
                .findFirst()
                .orElseThrow(() -> new CorrectionException(
                        "That clause no longer stands there. Go back to the draft and choose it again."));
    }

    /**
     * The clause begins, or ends, elsewhere.
     *
     * @param first the words it begins with; empty where that stays
     * @param last the words it ends with; empty where that stays
     */
    public Correction bounds(String first, String last) throws CorrectionException {
        Span room = room();
        int start = first.isBlank()
                ? clause.source().start()
                : nearest(room, first, clause.source().start(), true).start();
        int end = last.isBlank()
                ? clause.source().end()
                : nearest(
                                new Span(start, Math.max(start, room.end())),
                                last,
                                clause.source().end(),
                                false)
                        .end();
        if (start >= end) {
            throw new CorrectionException("The clause would end before it begins. Look at the words again.");
        }
        return new Correction.Bounds(clause.source(), new Span(start, end));
    }

    /**
     * The clause is two.
     *
     * @param second the words with which the second begins
     * @param address the number of the second, as printed
     */
    public Correction split(String second, String address) throws CorrectionException {
        Span begins = once(clause.source(), second);
        if (begins.start() == clause.source().start()) {
            throw new CorrectionException(
                    "Those are the first words of the clause. Give the words with which the second"
                            + " of the two is to begin.");
        }
        Span first = trimmed(
                new Span(clause.source().start(), beforeNumber(clause.source().start(), begins.start(), address)));
        return new Correction.Split(
                clause.source(), first, new Span(begins.start(), clause.source().end()), address);
    }

    /** The clause goes on in the next. */
    public Correction join() throws CorrectionException {
        Clause next = policy.clauses().stream()
                .filter(c -> c.source().start() >= clause.source().end())
                .min(Comparator.comparing(Clause::source))
                .orElseThrow(() -> new CorrectionException("This is the last clause: there is none to join to it."));
        return new Correction.Join(clause.source(), next.source());
    }

    public Correction number(String address) {
        return new Correction.Numbered(clause.source(), address);
    }

    /** @param words of the lead-in, which stand before the clause; empty for none */
    public Correction introduced(String words) throws CorrectionException {
        if (words.isBlank()) {
            return new Correction.Introduced(clause.source(), List.of());
        }
        List<Span> found =
                new TypedWords(policy.document(), new Span(0, clause.source().start())).find(words);
        if (found.isEmpty()) {
            throw notThere(words, "before this clause");
        }
        return new Correction.Introduced(clause.source(), List.of(found.getLast()));
    }

    /** From the end of what stands before the clause to the beginning of what stands behind it. */
    private Span room() {
        List<Span> others = new ArrayList<>();
        policy.clauses().stream()
                .filter(c -> !c.equals(clause))
                .map(Clause::source)
                .forEach(others::add);
        policy.sections().stream().map(Section::source).forEach(others::add);
        int start = others.stream()
                .filter(o -> o.end() <= clause.source().start())
                .mapToInt(Span::end)
                .max()
                .orElse(0);
        int end = others.stream()
                .filter(o -> o.start() >= clause.source().end())
                .mapToInt(Span::start)
                .min()
                .orElse(policy.document().text().length());
        return new Span(
                Math.max(start, clause.source().start() - FARTHEST),
                Math.min(end, clause.source().end() + FARTHEST));
    }

    private Span nearest(Span window, String words, int to, boolean start) throws CorrectionException {
        Optional<Span> found = new TypedWords(policy.document(), window)
                .find(words).stream().min(Comparator.comparingInt(s -> Math.abs((start ? s.start() : s.end()) - to)));
        return found.orElseThrow(() -> notThere(
                words,
                "between the clause before and the clause behind this one; move where those begin or end first"));
    }

    private Span once(Span window, String words) throws CorrectionException {
        List<Span> found = new TypedWords(policy.document(), window).find(words);
        if (found.isEmpty()) {
            throw notThere(words, "in this clause");
        }
        if (found.size() > 1) {
            throw new CorrectionException(
                    "Those words stand in the clause more than once. Give a few more of them, to be sure.");
        }
        return found.getFirst();
    }

    private static CorrectionException notThere(String words, String where) {
        return new CorrectionException(
                words.isBlank()
                        ? "Give the words as the document has them."
                        : "Those words do not stand " + where + ". Copy them from the document, letter for letter.");
    }

    /** The end of the first part: a number that is printed right before the second belongs to neither. */
    private int beforeNumber(int from, int second, String address) {
        int bullet = address.indexOf('#');
        String number = bullet < 0 ? address : address.substring(0, bullet);
        String before = policy.document().text().substring(from, second).stripTrailing();
        String bare = before.replaceAll("[.):]+$", "");
        boolean printed = !number.isBlank() && bare.endsWith(number) && bare.length() > number.length();
        return from + (printed ? bare.length() - number.length() : before.length());
    }

    private Span trimmed(Span span) {
        String text = policy.document().text();
        int end = span.end();
        while (end > span.start() && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return new Span(span.start(), end);
    }
}
