package org.clausebot.chat.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clausebot.policy.Clause;
import org.clausebot.policy.ClauseRef;
import org.clausebot.policy.DocumentText;
import org.clausebot.policy.LeadIn;
import org.clausebot.policy.Policy;
import org.clausebot.policy.PolicyDetails;
import org.clausebot.policy.PolicyId;
import org.clausebot.policy.Section;
import org.clausebot.policy.SetAside;
import org.clausebot.policy.Span;

/** Policies to show: the given one, from its reference parse, and one whose words try to be markup. */
public final class TestPolicies {
    private static final List<String> LEAD_INS =
            List.of("Adults working in schools should not:", "Adults working in schools should:");
    private static final Set<String> INTRODUCING = Set.of("1.1.1", "3.1.1");

    private final PolicyId id;
    private final StringBuilder text = new StringBuilder();
    private final List<Section> sections = new ArrayList<>();
    private final List<Clause> clauses = new ArrayList<>();
    private final List<SetAside> setAside = new ArrayList<>();
    private final Set<List<String>> headingsSeen = new HashSet<>();
    private final Map<String, LeadIn> leadIns = new HashMap<>();

    private TestPolicies(PolicyId id) {
        this.id = id;
    }

    public static Policy socialMedia() {
        TestPolicies made = new TestPolicies(new PolicyId("social-media"));
        made.setAside.add(new SetAside(made.append("Social Media Policy"), SetAside.Reason.TITLE));
        for (String line : lines()) {
            String[] columns = line.split("\t", -1);
            if (columns[0].equals("footer")) {
                made.setAside.add(new SetAside(made.append(columns[2]), SetAside.Reason.DOCUMENT_CONTROL));
            } else {
                made.row(columns[0], List.of(columns[1].split(" > ", -1)), columns[2]);
            }
        }
        return made.build("Social Media Policy", "2018-06");
    }

    /** Its clauses are shown as written, or they would do harm. */
    public static Policy hostile() {
        TestPolicies made = new TestPolicies(new PolicyId("hostile"));
        List<String> headings = List.of("1 <b>Heading</b> & \"more\"");
        made.row("1.1", headings, "Never type <script>document.title='owned'</script> & \"quotes\" or 'single' ones.");
        made.row("1.2", headings, "</blockquote><img src=x onerror=\"document.title='owned'\"> ${7*7} {{7*7}}");
        made.row("What we mean ¶4", List.of("What we mean"), "A paragraph without a number.");
        return made.build("<i>Hostile</i> & \"sharp\"", "1\"><script>alert(1)</script>");
    }

    private void row(String address, List<String> headings, String words) {
        for (int depth = 1; depth <= headings.size(); depth++) {
            List<String> path = headings.subList(0, depth);
            if (headingsSeen.add(path)) {
                sections.add(new Section(path, append(path.getLast())));
            }
        }
        int hash = address.indexOf('#');
        String number = hash < 0 ? address : address.substring(0, hash);
        int bullet = hash < 0 ? 0 : Integer.parseInt(address.substring(hash + 1));
        Optional<String> joined = LEAD_INS.stream().filter(words::startsWith).findFirst();
        Optional<LeadIn> leadIn =
                joined.map(this::leadIn).or(() -> Optional.ofNullable(bullet > 0 ? leadIns.get(number) : null));
        String own = joined.map(l -> words.substring(l.length()).strip()).orElse(words);
        Span source = append(own);
        clauses.add(new Clause(new ClauseRef(id, number, bullet), headings, leadIn, own, source));
        if (INTRODUCING.contains(address)) {
            int start = source.start() + Math.max(0, own.lastIndexOf(". ") + 1);
            Span span = new Span(start, source.end());
            leadIns.put(number, new LeadIn(text.substring(start, source.end()).strip(), List.of(span)));
        }
    }

    private LeadIn leadIn(String words) {
        return leadIns.computeIfAbsent(words, w -> new LeadIn(w, List.of(append(w))));
    }

    private Span append(String words) {
        int start = text.length();
        text.append(words).append('\n');
        return new Span(start, start + words.length());
    }

    private Policy build(String title, String version) {
        PolicyDetails details = new PolicyDetails(
                id,
                title,
                version,
                Optional.of("St Michael’s CE Primary School"),
                Optional.of("Headteacher"),
                Optional.of("June 2018"),
                Optional.of("June 20217"));
        return new Policy(details, new DocumentText(text.toString(), List.of()), sections, clauses, setAside);
    }

    private static List<String> lines() {
        try (InputStream in = TestPolicies.class.getResourceAsStream("/social-media-clauses.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(l -> !l.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
