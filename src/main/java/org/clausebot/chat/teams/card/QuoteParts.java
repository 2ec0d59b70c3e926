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
    /** Beyond this a number is a path of headings. */
    private static final int LONGEST_NUMBER = 200;

    private final TeamsWords words;
    private final Optional<URI> pages;

    QuoteParts(TeamsWords words, Optional<URI> pages) {
        this.words = words;
        this.pages = pages;
    }

    /** A line of a quote; {@code goesOn} where a box that begins with it must say again what it is part of. */
    private record Line(Part part, boolean goesOn) {}

    /** @param badge what is said of how strongly the clause speaks; empty for nothing */
    List<Part> of(Quote quote, String badge) {
        List<Line> lines = new ArrayList<>();
        head(quote.clause()).forEach(part -> lines.add(new Line(part, false)));
        int before = lines.size();
        body(quote).forEach(part -> lines.add(new Line(part, lines.size() > before)));
        foot(quote, badge).forEach(part -> lines.add(new Line(part, false)));
        return boxes(quote.clause(), lines);
    }

    private List<Part> boxes(Clause clause, List<Line> lines) {
        List<Part> boxes = new ArrayList<>();
        List<Part> box = new ArrayList<>();
        int weight = 0;
        for (Line line : lines) {
            int more = CardJson.weight(line.part());
            if (!box.isEmpty() && weight + more > Sheet.GROUP) {
                boxes.add(new Part.Container(box, "emphasis", ""));
                box.clear();
                weight = 0;
                if (line.goesOn()) {
                    boxes.addAll(goesOn(clause));
                }
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

    private static List<Part> body(Quote quote) {
        String leadIn = quote.clause().leadIn().map(l -> l.text() + "\n").orElse("");
        String text = leadIn + quote.clause().text();
        List<Span> bold = quote.emphasis().stream()
                .map(s -> new Span(s.start() + leadIn.length(), s.end() + leadIn.length()))
                .toList();
        List<Part> parts = new ArrayList<>();
        int at = 0;
        for (String line : text.split("\n", -1)) {
            String spacing = "Small";
            int from = at;
            for (String piece : Pieces.of(line, Kit.RUN)) {
                parts.add(Kit.line(runs(text, new Span(from, from + piece.length()), bold), spacing));
                from += piece.length();
                spacing = "None";
            }
            at += line.length() + 1;
        }
        return parts;
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

    private List<Part> goesOn(Clause clause) {
        String name = Wording.name(clause.ref());
        return clause.leadIn()
                .map(l -> Kit.says(words.say(TeamsPhrase.GOES_ON, "clause", name) + "\n" + l.text()))
                .orElseGet(() -> Kit.says(words.say(TeamsPhrase.GOES_ON_ALONE, "clause", name)));
    }

    private List<Part> foot(Quote quote, String badge) {
        PolicyDetails details = quote.policy().details();
        String foot = words.say(TeamsPhrase.VERSION, "policy", details.title()).replace("{version}", details.version());
        List<Part> parts = new ArrayList<>(Kit.subtle(foot));
        parts.addAll(Kit.says(badge));
        return parts;
    }
}
