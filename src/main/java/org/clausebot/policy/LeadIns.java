package org.clausebot.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Remembers what introduces the next clause: a paragraph, a clause above it, a line between two, a table's header. */
final class LeadIns {
    private static final Set<String> SUBJECTS = Set.of(
            "the",
            "a",
            "an",
            "all",
            "any",
            "staff",
            "adults",
            "employees",
            "pupils",
            "parents",
            "governors",
            "this",
            "these",
            "those",
            "no",
            "each",
            "every",
            "it",
            "there",
            "if",
            "where",
            "when",
            "nobody",
            "you",
            "we",
            "schools",
            "anyone",
            "in",
            "everyone",
            "visitors",
            "volunteers",
            "teachers",
            "children",
            "they");

    /** A line that introduces the numbered clauses after it until one of another kind or mould. */
    private record Standing(LeadIn leadIn, Piece opening, boolean small, boolean subject) {
        Label first() {
            return opening.label().orElseThrow();
        }
    }

    private record Bullet(int depth, Clause clause) {}

    private Optional<Standing> standing = Optional.empty();
    private Optional<Clause> last = Optional.empty();
    private Optional<LeadIn> heading = Optional.empty();

    /** A clause with a colon whose list stands below sub-headings: it introduces what is listed under each of them. */
    private Optional<Clause> hanging = Optional.empty();

    private Optional<LeadIn> running = Optional.empty();
    private final List<Bullet> bullets = new ArrayList<>();
    private Optional<Piece> header = Optional.empty();

    /** What kind of list each clause introduces: the kind of the first thing under it. */
    private final Map<String, Label.Kind> introduced = new HashMap<>();

    /**
     * A heading begins.
     *
     * @param path the headings that are open now, this one last
     */
    void enter(Piece piece, List<String> path) {
        if (last.isPresent() && bullets.isEmpty() && last.get().text().endsWith(":")) {
            hanging = last;
        }
        hanging = hanging.filter(above -> isBelow(path, above.headings()));
        standing = Optional.empty();
        last = Optional.empty();
        running = Optional.empty();
        header = Optional.empty();
        bullets.clear();
        heading = Phrases.introducesOutright(piece.words()) && piece.words().endsWith(":")
                ? Optional.of(new LeadIn(piece.words(), List.of(piece.source())))
                : hanging.flatMap(LeadIns::under);
    }

    private static boolean isBelow(List<String> path, List<String> above) {
        return path.size() > above.size() && path.subList(0, above.size()).equals(above);
    }

    /** {@code words} stand before {@code next} and introduce it and its like. */
    void stand(String words, Span source, Piece next) {
        LeadIn leadIn = new LeadIn(words, List.of(source));
        standing = Optional.of(new Standing(leadIn, next, Phrases.startsSmall(next.words()), hasSubject(next.words())));
        bullets.clear();
    }

    void header(Piece piece) {
        header = Optional.of(piece);
    }

    void after(Clause clause) {
        last = Optional.of(clause);
        bullets.clear();
    }

    void afterBullet(Piece piece, Clause clause) {
        bullets.add(new Bullet(piece.depth(), clause));
    }

    Optional<LeadIn> ofRow(Piece row) {
        boolean same = header.isPresent()
                && header.get().row().map(Block.Row::table).equals(row.row().map(Block.Row::table));
        if (same) {
            return header.map(h -> new LeadIn(h.words(), List.of(h.source())));
        }
        return last.flatMap(LeadIns::under);
    }

    Optional<LeadIn> ofBullet(Piece piece) {
        while (!bullets.isEmpty() && bullets.getLast().depth() >= piece.depth()) {
            bullets.removeLast();
        }
        if (!bullets.isEmpty()) {
            return under(bullets.getLast().clause());
        }
        last.ifPresent(clause -> isIntroduced(clause, Label.Kind.BULLET));
        return last.isPresent() ? under(last.get()) : heading;
    }

    private boolean isIntroduced(Clause parent, Label.Kind kind) {
        Label.Kind first = introduced.computeIfAbsent(parent.ref().address(), a -> kind);
        return first == kind || (kind != Label.Kind.COMPOUND && kind != Label.Kind.NUMBER);
    }

    Optional<LeadIn> ofParagraph(Piece piece) {
        boolean listed = Phrases.startsSmall(piece.words());
        if (!listed) {
            running = Optional.empty();
        } else if (last.isPresent() && last.get().text().endsWith(":")) {
            running = under(last.get());
        }
        return running;
    }

    Optional<LeadIn> ofNumbered(Piece piece, Numbering.Placed placed) {
        Label label = piece.label().orElseThrow();
        standing = standing.filter(s -> !beginsAnew(s, piece, label));
        if (standing.isPresent()
                && isLike(standing.get().first(), label)
                && piece.depth() == standing.get().opening().depth()) {
            if (isSubordinate(label) || governs(standing.get(), piece)) {
                return standing.map(Standing::leadIn);
            }
            standing = Optional.empty();
        }
        if (placed.parent().isPresent()) {
            return isIntroduced(placed.parent().get(), label.kind())
                    ? under(placed.parent().get())
                    : Optional.empty();
        }
        return heading;
    }

    /** A list that begins again at its first number is another list, which an older line does not introduce. */
    private static boolean beginsAnew(Standing standing, Piece piece, Label label) {
        return label.value() == 1
                && label.kind() == standing.first().kind()
                && piece.depth() == standing.opening().depth()
                && !piece.source().equals(standing.opening().source());
    }

    private static boolean isLike(Label first, Label label) {
        return first.kind() == label.kind() && parts(first.name()) == parts(label.name());
    }

    /** Letters and the like are one list however their sentences run. */
    private static boolean isSubordinate(Label label) {
        return switch (label.kind()) {
            case LOWER_LETTER, LOWER_ROMAN, BRACKETED_NUMBER, BRACKETED_UPPER_LETTER -> true;
            case COMPOUND, NUMBER, UPPER_LETTER, UPPER_ROMAN, SECTION, DIVISION, BULLET -> false;
        };
    }

    private static long parts(String name) {
        return name.chars().filter(c -> c == '.').count();
    }

    private static boolean governs(Standing standing, Piece piece) {
        boolean small = Phrases.startsSmall(piece.words());
        if (standing.small()) {
            return small;
        }
        return small || standing.subject() || !hasSubject(piece.words());
    }

    /** Whether the words are a sentence with a subject of its own, which needs no lead-in. */
    private static boolean hasSubject(String words) {
        int end = 0;
        while (end < words.length() && Character.isLetter(words.charAt(end))) {
            end++;
        }
        return SUBJECTS.contains(words.substring(0, end).toLowerCase(Locale.ROOT))
                && Phrases.hasVerb(firstSentence(words));
    }

    private static String firstSentence(String words) {
        int end = words.indexOf(". ");
        return end < 0 ? words : words.substring(0, end);
    }

    /** What introduces whatever stands under {@code parent}. */
    private static Optional<LeadIn> under(Clause parent) {
        if (!Phrases.introduces(parent.text())) {
            return Phrases.ending(parent.text()) == ';' ? parent.leadIn() : Optional.empty();
        }
        if (parent.leadIn().isEmpty()) {
            return Optional.of(new LeadIn(parent.text(), List.of(parent.source())));
        }
        LeadIn above = parent.leadIn().get();
        List<Span> sources = new ArrayList<>(above.sources());
        sources.add(parent.source());
        return Optional.of(new LeadIn(above.text() + " " + parent.text(), sources));
    }
}
