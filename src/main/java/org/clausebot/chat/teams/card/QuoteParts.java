package org.clausebot.chat.teams.card;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clausebot.answer.Quote;
import org.clausebot.chat.Anchors;
import org.clausebot.chat.Pieces;
import org.clausebot.chat.Wording;
import org.clausebot.chat.talk.Press;
import org.clausebot.chat.teams.card.Part.TextRun;
import org.clausebot.policy.Clause;
import org.clausebot.policy.PolicyDetails;
import org.clausebot.policy.Span;

/** A clause in a box: where it stands, its lead-in and words to the letter, its policy and version. */
final class QuoteParts {
    /** The most bytes of one box, so that it finds room in a message with what can be pressed below it. */
    private static final int BOX = 16 * 1024;

    /** Beyond this a number is a path of headings. */
    private static final int LONGEST_NUMBER = 200;

    private final TeamsWords words;
    private final Optional<URI> pages;

    QuoteParts(TeamsWords words, Optional<URI> pages) {
        this.words = words;
        this.pages = pages;
    }

    /** What must be said again above a box that begins with a line. */
    private enum Again {
        NOTHING,
        NUMBER,
        NUMBER_AND_LEAD_IN
    }

    private record Line(Part part, Again again) {}

    /** @param badge what is said of how strongly the clause speaks; empty for nothing */
    List<Part> of(Quote quote, String badge) {
        List<Line> lines = new ArrayList<>();
        head(quote.clause()).forEach(part -> lines.add(new Line(part, Again.NOTHING)));
        lines.addAll(body(quote));
        foot(quote, badge).forEach(part -> lines.add(new Line(part, Again.NOTHING)));
        return boxes(quote.clause(), lines);
    }

    private List<Part> boxes(Clause clause, List<Line> lines) {
        List<Part> boxes = new ArrayList<>();
        List<Part> box = new ArrayList<>();
        int weight = 0;
        for (Line line : lines) {
            int more = CardJson.weight(line.part());
            if (!box.isEmpty() && weight + more > BOX) {
                boxes.add(new Part.Container(box, "emphasis", ""));
                box.clear();
                weight = 0;
                boxes.addAll(again(clause, line.again()));
            }
            box.add(line.part());
            weight += more;
        }
        boxes.add(new Part.Container(box, "emphasis", ""));
        return boxes;
    }

    /** The address of the clause in the web pages. */
    Optional<String> address(Quote quote) {
        return page(Anchors.link(quote.clause().ref()));
    }

    /** The address of {@code path} in the web pages. */
    Optional<String> page(String path) {
        return pages.map(base -> base.toString().replaceAll("/+$", "") + path);
    }

    /** Opens the clause among those around it; none where there are no pages. */
    List<Press> context(Quote quote) {
        return address(quote)
                .map(url -> Press.opening(words.say(TeamsPhrase.IN_CONTEXT), url))
                .filter(Press::works)
                .stream()
                .toList();
    }

    private static List<Part> head(Clause clause) {
        List<Part> parts = new ArrayList<>(Kit.subtle(String.join(" › ", clause.headings())));
        String name = Wording.name(clause.ref());
        if (name.length() <= LONGEST_NUMBER) {
            parts.addAll(Kit.title(name));
        } else {
            Pieces.of(name, Kit.RUN).forEach(piece -> parts.add(Kit.line(Kit.text(piece, true), "None")));
        }
        return parts;
    }

    private static List<Line> body(Quote quote) {
        String leadIn = quote.clause().leadIn().map(l -> l.text() + "\n").orElse("");
        String text = leadIn + quote.clause().text();
        List<Span> bold = quote.emphasis().stream()
                .map(s -> new Span(s.start() + leadIn.length(), s.end() + leadIn.length()))
                .toList();
        List<Line> lines = new ArrayList<>();
        int at = 0;
        for (String line : text.split("\n", -1)) {
            String spacing = "Small";
            int from = at;
            for (String piece : Pieces.of(line, Kit.RUN)) {
                Part part = Kit.line(runs(text, new Span(from, from + piece.length()), bold), spacing);
                lines.add(new Line(part, again(from, leadIn.length())));
                from += piece.length();
                spacing = "None";
            }
            at += line.length() + 1;
        }
        return lines;
    }

    private static Again again(int from, int leadIn) {
        if (leadIn > 0 && from >= leadIn) {
            return Again.NUMBER_AND_LEAD_IN;
        }
        return from == 0 ? Again.NOTHING : Again.NUMBER;
    }

    private static List<TextRun> runs(String text, Span here, List<Span> bold) {
        List<TextRun> runs = new ArrayList<>();
        int at = here.start();
        for (Span span : bold) {
            int start = Math.max(span.start(), here.start());
            int end = Math.min(span.end(), here.end());
            if (start < end) {
                run(runs, text.substring(at, start), false);
                run(runs, text.substring(start, end), true);
                at = end;
            }
        }
        run(runs, text.substring(at, here.end()), false);
        return runs;
    }

    private static void run(List<TextRun> runs, String text, boolean bold) {
        if (!text.isEmpty()) {
            runs.addAll(Kit.text(text, bold));
        }
    }

    private List<Part> again(Clause clause, Again again) {
        String name = Wording.name(clause.ref());
        return switch (again) {
            case NOTHING -> List.of();
            case NUMBER -> Kit.says(words.say(TeamsPhrase.GOES_ON_ALONE, "clause", name));
            case NUMBER_AND_LEAD_IN -> {
                List<Part> parts = new ArrayList<>(Kit.says(words.say(TeamsPhrase.GOES_ON, "clause", name)));
                clause.leadIn().ifPresent(l -> parts.addAll(Kit.says(l.text())));
                yield parts;
            }
        };
    }

    private List<Part> foot(Quote quote, String badge) {
        PolicyDetails details = quote.policy().details();
        String foot = words.say(TeamsPhrase.VERSION, "policy", details.title()).replace("{version}", details.version());
        List<Part> parts = new ArrayList<>(Kit.says(badge));
        parts.addAll(Kit.subtle(foot));
        return parts;
    }
}
