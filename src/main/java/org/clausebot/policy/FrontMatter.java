package org.clausebot.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What stands before the text and after it: titles, school, motto, document control, places to sign.
 *
 * @param title the document's title
 * @param declared whether the format declares the title as a heading
 * @param pieces what remains
 * @param lines the words that speak of the document, in which its dates stand
 */
record FrontMatter(Optional<Piece> title, boolean declared, List<Piece> pieces, List<String> lines) {
    private static final Pattern POLICY = Pattern.compile(
            "(?i)\\b(policy|policies|procedures?|code|handbook|guidance|guidelines?|agreement|statement|protocol|plan)\\b");
    private static final Pattern SCHOOL = Pattern.compile(
            "(?i)\\b(school|academy|academies|trust|college|federation|council|nursery|borough|primary|diocese)\\b");
    private static final Pattern TEMPLATE = Pattern.compile("(\\s*\\{\\{[^{}]*\\}\\}\\s*)+|(\\s*\\{%[^{}]*%\\}\\s*)+");

    FrontMatter {
        pieces = List.copyOf(pieces);
        lines = List.copyOf(lines);
    }

    static FrontMatter part(DocumentText document, List<Piece> all, List<SetAside> aside) {
        return new Parting(document, all, aside).part();
    }

    private static final class Parting {
        private final DocumentText document;
        private final List<SetAside> aside;
        private final List<Piece> rest = new ArrayList<>();
        private final List<Piece> titles = new ArrayList<>();
        private final List<String> lines = new ArrayList<>();

        Parting(DocumentText document, List<Piece> all, List<SetAside> aside) {
            this.document = document;
            this.aside = aside;
            this.rest.addAll(all);
        }

        FrontMatter part() {
            takeTables();
            takeTitleBlock();
            takeForms();
            Optional<Piece> title = title();
            boolean declared = title.filter(Piece::isDeclaredHeading).isPresent();
            return new FrontMatter(title, declared, rest, lines);
        }

        private void take(int i, SetAside.Reason reason) {
            Piece piece = rest.remove(i);
            int start =
                    piece.source().start() - piece.label().map(Label::length).orElse(0);
            aside.add(new SetAside(new Span(Math.max(0, start), piece.source().end()), reason));
            lines.add(piece.words());
        }

        private void takeTables() {
            int at = 0;
            while (at < rest.size()) {
                int end = at;
                while (end < rest.size() && isSameTable(at, end)) {
                    end++;
                }
                if (end > at) {
                    List<Piece> rows = List.copyOf(rest.subList(at, end));
                    boolean control = ControlLines.isControlTable(document, rows);
                    if (control || ControlLines.isFormTable(document, rows)) {
                        lines.addAll(pairs(rows));
                        for (int i = at; i < end; i++) {
                            take(at, control ? SetAside.Reason.DOCUMENT_CONTROL : SetAside.Reason.FORM);
                        }
                        continue;
                    }
                }
                at = Math.max(end, at + 1);
            }
        }

        private boolean isSameTable(int first, int i) {
            return rest.get(first).row().isPresent()
                    && rest.get(i).row().isPresent()
                    && rest.get(first).row().get().table()
                            == rest.get(i).row().get().table();
        }

        /** Column names with their cells, as "Approved: March 2021". */
        private List<String> pairs(List<Piece> rows) {
            List<String> pairs = new ArrayList<>();
            List<String> top = cells(rows.getFirst());
            for (Piece row : rows) {
                List<String> cells = cells(row);
                for (int i = 0; i < Math.min(top.size(), cells.size()); i++) {
                    pairs.add(top.get(i) + ": " + cells.get(i));
                }
                for (int i = 1; i < cells.size(); i++) {
                    pairs.add(cells.get(i - 1) + ": " + cells.get(i));
                }
            }
            return pairs;
        }

        private List<String> cells(Piece row) {
            return row.row().map(r -> document.readAll(r.cells())).orElse(List.of());
        }

        private void takeTitleBlock() {
            int body = firstBody();
            int top = topLevel();
            for (int i = 0; i < body; i++) {
                Piece piece = rest.get(0);
                boolean keyed = ControlLines.speaksOfDocument(piece.words()) || ControlLines.isKeyed(piece.words());
                boolean heading = piece.isDeclaredHeading() && piece.level() == top;
                if (heading || !keyed) {
                    titles.add(piece);
                }
                take(0, keyed && !heading ? SetAside.Reason.DOCUMENT_CONTROL : SetAside.Reason.TITLE);
            }
        }

        private int topLevel() {
            return rest.stream()
                    .filter(Piece::isDeclaredHeading)
                    .mapToInt(Piece::level)
                    .min()
                    .orElse(0);
        }

        /** Where the text begins: at its first heading, number or sentence. */
        private int firstBody() {
            int top = topLevel();
            int end = 0;
            while (end < rest.size() && isTitleMatter(end, top)) {
                end++;
            }
            if (end == rest.size()) {
                return Math.min(1, end);
            }
            boolean sentence = rest.get(end).isPlainParagraph() || rest.get(end).is(Piece.Role.BULLET);
            int last = end - 1;
            if (last > 0 && isFirstOfCapitals(last)) {
                return last;
            }
            if (sentence
                    && last > 0
                    && !rest.get(last).isDeclaredHeading()
                    && new HeadingRules(rest.subList(last, Math.min(rest.size(), last + 2))).isHeading(0)
                    && !names(rest.get(last).words())
                    && !ControlLines.speaksOfDocument(rest.get(last).words())) {
                return last;
            }
            return end;
        }

        /** A line in capitals above the first rule, when others of its kind stand above rules further down. */
        private boolean isFirstOfCapitals(int at) {
            if (!isCapitalLine(at) || names(rest.get(at).words()) || isCapitalLine(at - 1)) {
                return false;
            }
            for (int i = at + 1; i + 1 < rest.size(); i++) {
                boolean above =
                        rest.get(i + 1).label().isPresent() && new HeadingRules(rest.subList(i, i + 2)).isHeading(0);
                if (isCapitalLine(i) && above) {
                    return true;
                }
            }
            return false;
        }

        private boolean isCapitalLine(int at) {
            Piece piece = rest.get(at);
            return piece.isPlainParagraph() && piece.label().isEmpty() && Phrases.isCapitals(piece.words());
        }

        private static boolean names(String words) {
            return POLICY.matcher(words).find() || SCHOOL.matcher(words).find();
        }

        private boolean isTitleMatter(int i, int top) {
            Piece piece = rest.get(i);
            String words = piece.words();
            if (piece.isDeclaredHeading()) {
                return piece.label().isEmpty() && isTitleHeading(i, top);
            }
            if (piece.look() == Block.Look.TITLE) {
                return true;
            }
            if (!piece.is(Piece.Role.PARAGRAPH) || piece.label().isPresent()) {
                return false;
            }
            boolean quoted = "\u2018\u201C\"'".indexOf(words.charAt(0)) >= 0
                    && Phrases.wordCount(words) < 16
                    && "\u2019\u201D\"'".indexOf(words.charAt(words.length() - 1)) >= 0;
            if (quoted
                    || ControlLines.isKeyed(words)
                    || ControlLines.isForm(words)
                    || TEMPLATE.matcher(words).matches()) {
                return true;
            }
            int count = Phrases.wordCount(words);
            if (count < 40 && ControlLines.speaksOfDocument(words) && !isRule(words)) {
                return true;
            }
            if (Phrases.introducesOutright(words) || ControlLines.isControlHeading(words)) {
                return false;
            }
            boolean sentence = Phrases.endsSentence(words) && (count > 8 || Phrases.hasVerb(words));
            boolean long_ = count > 14 || (Phrases.hasVerb(words) && count > 5);
            return !sentence && !long_ && !Phrases.startsSmall(words);
        }

        private static boolean isRule(String words) {
            return words.matches("(?i).*\\b(must|should|shall)\\b.*");
        }

        private boolean isTitleHeading(int i, int top) {
            Piece piece = rest.get(i);
            if (piece.level() != top || ControlLines.isControlHeading(piece.words())) {
                return false;
            }
            boolean followed = i + 1 < rest.size() && rest.get(i + 1).isDeclaredHeading();
            boolean another = rest.stream().skip(i + 1L).anyMatch(p -> p.isDeclaredHeading() && p.level() == top);
            boolean alone = rest.stream().filter(Piece::isDeclaredHeading).count() == 1 && titles.isEmpty();
            return !another || (followed && names(piece.words())) || alone;
        }

        private void takeForms() {
            for (int i = rest.size() - 1; i >= 0; i--) {
                Piece piece = rest.get(i);
                boolean plain = piece.isPlainParagraph() || piece.is(Piece.Role.BULLET);
                if (plain && ControlLines.isForm(piece.words())) {
                    take(i, SetAside.Reason.FORM);
                    boolean ends = i + 1 >= rest.size() || rest.get(i + 1).isDeclaredHeading();
                    if (i < rest.size() && ends && isName(rest.get(i))) {
                        take(i, SetAside.Reason.FORM);
                    }
                } else if (plain && TEMPLATE.matcher(piece.words()).matches()) {
                    take(i, SetAside.Reason.UNPLACED);
                }
            }
            takeTail();
        }

        /** A role or a name by itself at the very end, as under a signature. */
        private void takeTail() {
            int end = rest.size();
            while (end > 0 && isControl(rest.get(end - 1))) {
                end--;
            }
            boolean atEnd = end < rest.size()
                    || aside.stream()
                            .anyMatch(s -> s.reason() == SetAside.Reason.FORM
                                    && (rest.isEmpty()
                                            || s.source().start()
                                                    >= rest.getLast().source().end()));
            while (atEnd && end > 1 && isName(rest.get(end - 1))) {
                end--;
                take(end, SetAside.Reason.FORM);
            }
            while (!rest.isEmpty() && rest.getLast().words().startsWith("\u00A9") && rest.size() > 1) {
                take(rest.size() - 1, SetAside.Reason.PAGE_FURNITURE);
            }
        }

        private static boolean isControl(Piece piece) {
            return piece.isPlainParagraph() && ControlLines.isKeyed(piece.words());
        }

        private static boolean isName(Piece piece) {
            return piece.isPlainParagraph()
                    && Phrases.wordCount(piece.words()) <= 5
                    && !Phrases.endsClause(piece.words())
                    && !Phrases.hasVerb(piece.words())
                    && !ControlLines.isControlHeading(piece.words());
        }

        private Optional<Piece> title() {
            Optional<Piece> best = Optional.empty();
            int most = Integer.MIN_VALUE;
            for (Piece piece : titles) {
                int score = score(piece);
                if (score > most) {
                    most = score;
                    best = Optional.of(piece);
                }
            }
            return best;
        }

        private static int score(Piece piece) {
            String words = piece.words();
            int score = POLICY.matcher(words).find() ? 2 : 0;
            score -= SCHOOL.matcher(words).find()
                            && !words.toLowerCase(Locale.ROOT).endsWith("policy")
                    ? 3
                    : 0;
            score += piece.look() == Block.Look.TITLE ? 2 : 0;
            score += piece.isDeclaredHeading() ? 2 : 0;
            score -= "\u2018\u201C\"'(".indexOf(words.charAt(0)) >= 0 ? 4 : 0;
            score -= Phrases.wordCount(words) > 12 ? 4 : 0;
            return score - (TEMPLATE.matcher(words).matches() ? 9 : 0);
        }
    }
}
