package org.clausebot.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Policies built from lines {@code ref⇥headings⇥leadIn⇥text}, laid out as a plain document, so that what is tested does
 * not depend on a reader.
 */
public final class ReferencePolicies {
    private final PolicyId id;
    private final StringBuilder document = new StringBuilder();
    private final List<Section> sections = new ArrayList<>();
    private final List<Clause> clauses = new ArrayList<>();
    private final Map<String, List<Span>> places = new HashMap<>();
    private String path = "";

    private ReferencePolicies(String id) {
        this.id = new PolicyId(id);
    }

    /** A policy of these lines, with no dates. */
    public static Policy of(String id, String title, List<String> lines) {
        return of(
                new PolicyDetails(
                        new PolicyId(id),
                        title,
                        "1",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("September 2027")),
                lines);
    }

    public static Policy of(PolicyDetails details, List<String> lines) {
        ReferencePolicies made = new ReferencePolicies(details.id().value());
        made.write(details.title());
        lines.forEach(made::line);
        return new Policy(
                details, new DocumentText(made.document.toString(), List.of()), made.sections, made.clauses, List.of());
    }

    /** The lines of a resource, without its header. */
    public static List<String> lines(String resource) {
        try (InputStream in = ReferencePolicies.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("No resource " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("ref\t") && !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void line(String line) {
        String[] cells = line.split("\t", -1);
        if (!cells[1].isBlank()) {
            heading(cells[1]);
        }
        String[] ref = cells[0].split("#", 2);
        Optional<LeadIn> leadIn = cells[2].isBlank() ? Optional.empty() : Optional.of(leadIn(cells[2]));
        if (!ref[0].contains("¶") && ref.length == 1) {
            document.append(ref[0].replace(" (2nd)", "")).append('\t');
        }
        Span text = write(cells[3]);
        places.put(cells[3], List.of(text));
        leadIn.ifPresent(l -> places.put(l.text() + " " + cells[3], with(l.sources(), text)));
        clauses.add(new Clause(
                new ClauseRef(id, ref[0], ref.length == 1 ? 0 : Integer.parseInt(ref[1])),
                List.of(cells[1].split(" > ", -1)),
                leadIn,
                DocumentText.fold(cells[3]),
                text));
    }

    private void heading(String headings) {
        if (!headings.equals(path)) {
            path = headings;
            places.clear();
            List<String> steps = List.of(headings.split(" > ", -1));
            for (int i = 1; i <= steps.size(); i++) {
                List<String> down = steps.subList(0, i);
                if (sections.stream().noneMatch(s -> s.headings().equals(down))) {
                    sections.add(new Section(down, write(down.getLast())));
                }
            }
        }
    }

    private LeadIn leadIn(String words) {
        @Nullable List<Span> known = places.get(words);
        return new LeadIn(words, known == null ? remember(words) : known);
    }

    private List<Span> remember(String words) {
        List<Span> spans = List.of(write(words));
        places.put(words, spans);
        return spans;
    }

    private Span write(String words) {
        int start = document.length();
        document.append(words).append('\n');
        return new Span(start, document.length() - 1);
    }

    private static List<Span> with(List<Span> spans, Span last) {
        List<Span> all = new ArrayList<>(spans);
        all.add(last);
        return all;
    }
}
