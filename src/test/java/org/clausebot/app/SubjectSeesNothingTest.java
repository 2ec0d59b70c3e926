package org.clausebot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.clausebot.incident.Cases;
import org.clausebot.incident.Cases.Viewer;
import org.clausebot.incident.Status;
import org.clausebot.policy.SchoolId;
import org.clausebot.school.Schools;
import org.clausebot.storage.SqliteStorage;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole program is run twice with the same traffic, once with a report about somebody and once without it; whatever
 * they can see must be the same, to the byte, after {@link Masks}. How long an answer takes is not compared here.
 */
class SubjectSeesNothingTest {
    private static final String HEAD = "jane-smith";
    private static final String LEAD = "amina-khan";
    private static final String CHAIR = "tom-reed";

    @TempDir
    Path folder;

    /**
     * What came of one run.
     *
     * @param hidden the reference of the report that is not to be seen, and a file of it
     * @param seen by each of them
     */
    private record Run(Map<String, String> hidden, Map<String, Map<String, String>> seen) {
        Map<String, String> by(String who) {
            return seen.getOrDefault(who, Map.of());
        }
    }

    @Test
    void whom_a_report_is_about_sees_the_same_with_and_without_it() throws Exception {
        Run with = aboutTwo(folder.resolve("with"), Map.of());
        Run without = aboutTwo(folder.resolve("without"), with.hidden());

        assertThat(with.hidden()).hasSize(2);
        same(with.by(HEAD), without.by(HEAD));
        same(with.by(LEAD), without.by(LEAD));
        // The comparison is worth something: whoever has the report sees another program.
        assertThat(differing(with.by(CHAIR), without.by(CHAIR)))
                .anyMatch(difference -> difference.startsWith("GET /desk/cases/HIDDEN/pdf"))
                .anyMatch(difference -> difference.startsWith("GET /desk?q=quillfeather"))
                .anyMatch(difference -> difference.startsWith("POST /desk/cases/HIDDEN/note"))
                .anyMatch(difference -> difference.startsWith("mail "));
    }

    @Test
    void whoever_stepped_back_sees_what_they_would_if_it_had_gone_to_others_from_the_start() throws Exception {
        Run steppedBack = steppedBack(folder.resolve("with"), Map.of());
        Run neverHad = steppedBack(folder.resolve("without"), steppedBack.hidden());

        same(steppedBack.by(LEAD), neverHad.by(LEAD));
    }

    private static void same(Map<String, String> with, Map<String, String> without) {
        assertThat(with.size()).isGreaterThan(80);
        assertThat(differing(with, without)).isEmpty();
    }

    /** What differs, with the first line that does. */
    private static List<String> differing(Map<String, String> with, Map<String, String> without) {
        TreeSet<String> keys = new TreeSet<>(with.keySet());
        keys.addAll(without.keySet());
        List<String> differences = new ArrayList<>();
        for (String key : keys) {
            List<String> one = with.getOrDefault(key, "(nothing)").lines().toList();
            List<String> other = without.getOrDefault(key, "(nothing)").lines().toList();
            for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
                String left = i < one.size() ? one.get(i) : "(end)";
                String right = i < other.size() ? other.get(i) : "(end)";
                if (!left.equals(right)) {
                    differences.add(key + ", line " + i + ":\n  with    " + left + "\n  without " + right);
                    break;
                }
            }
        }
        return differences;
    }

    /** @param known what another run hid: this one hides nothing, and looks for the same; empty to hide a report */
    private static Run aboutTwo(Path data, Map<String, String> known) throws Exception {
        Map<String, String> ids = new TreeMap<>(known);
        Map<String, Lookout> lookouts = new TreeMap<>();
        ReportingSite site = new ReportingSite(data, HEAD, LEAD, CHAIR);
        try (site) {
            Browser head = site.receiver(HEAD);
            Browser lead = site.receiver(LEAD);
            Browser chair = site.receiver(CHAIR);
            ids.putAll(usual(site, head));
            Browser reporter = site.staff();
            reporter.say(Talks.ABOUT_BOTH);
            reporter.say(List.of(known.isEmpty() ? "who will see this?" : "cancel"));
            var last = reporter.say(List.of("yes"));
            if (known.isEmpty()) {
                ids.put(Lookout.HIDDEN, ReportingSite.reference(ReportingSite.code(last)));
                ids.put(Lookout.HIDDEN_FILE, file(chair, of(ids, Lookout.HIDDEN)));
            } else {
                file(chair, of(ids, Lookout.HIDDEN));
            }
            site.pass();
            chair.fill(of(ids, Lookout.HIDDEN), "note", Map.of("words", "I ring the LADO."));
            site.pass();
            ids.put(
                    "LATER",
                    ReportingSite.reference(ReportingSite.code(site.staff().say(Talks.PUPIL_WITHOUT_FILE))));
            lookouts.put(HEAD, look(site, head, ids, "head@oakfield.example"));
            lookouts.put(LEAD, look(site, lead, ids, "dsl@oakfield.example"));
            lookouts.put(CHAIR, look(site, chair, ids, "chair@governors.oakfield.example"));
        }
        for (Lookout lookout : lookouts.values()) {
            lookout.log(data);
        }
        return finished(site, ids, lookouts);
    }

    private static Lookout look(ReportingSite site, Browser viewer, Map<String, String> ids, String address)
            throws Exception {
        return new Lookout(site.web, viewer, ids).everywhere().metrics().mails(site.mails(address));
    }

    private static String of(Map<String, String> ids, String name) {
        return ids.getOrDefault(name, "");
    }

    private static Run steppedBack(Path data, Map<String, String> known) throws Exception {
        Map<String, String> ids = new TreeMap<>(known);
        Map<String, Lookout> lookouts = new TreeMap<>();
        ReportingSite site = new ReportingSite(data, HEAD, LEAD);
        try (site) {
            Browser head = site.receiver(HEAD);
            Browser lead = site.receiver(LEAD);
            ids.putAll(usual(site, head));
            var last = site.staff().say(known.isEmpty() ? Talks.PUPIL_TO_BOTH : Talks.PUPIL_TO_HEAD);
            String reference = ReportingSite.reference(ReportingSite.code(last));
            if (known.isEmpty()) {
                ids.put(Lookout.HIDDEN, reference);
                ids.put(Lookout.HIDDEN_FILE, file(lead, reference));
            } else {
                file(lead, reference);
            }
            site.pass();
            lead.fill(of(ids, Lookout.HIDDEN), "recuse", Map.of("reason", "My niece.", "sure", "yes"));
            site.pass();
            // Their mailbox is left out: they were told of it before they stepped back.
            lookouts.put(LEAD, new Lookout(site.web, lead, ids).everywhere().metrics());
        }
        for (Lookout lookout : lookouts.values()) {
            lookout.log(data);
        }
        return finished(site, ids, lookouts);
    }

    private static Run finished(ReportingSite site, Map<String, String> ids, Map<String, Lookout> lookouts)
            throws Exception {
        Map<String, String> random = new TreeMap<>(ids);
        random.keySet().removeAll(List.of(Lookout.HIDDEN, Lookout.HIDDEN_FILE));
        Masks masks = new Masks(0, random);
        try (SqliteStorage storage = SqliteStorage.open(site.data.resolve("clausebot.db"));
                Casework work = Casework.withoutPolicies(
                                site.config, Schools.open(site.data, site.clock), storage, site.clock)
                        .orElseThrow()) {
            for (Map.Entry<String, Lookout> one : lookouts.entrySet()) {
                asked(work.cases(), one.getKey(), of(ids, Lookout.HIDDEN))
                        .forEach((how, what) -> one.getValue().seen().put(how, masks.in(what)));
            }
        }
        Map<String, String> hidden = new TreeMap<>();
        hidden.put(Lookout.HIDDEN, of(ids, Lookout.HIDDEN));
        hidden.put(Lookout.HIDDEN_FILE, of(ids, Lookout.HIDDEN_FILE));
        Map<String, Map<String, String>> seen = new TreeMap<>();
        lookouts.forEach((who, lookout) -> seen.put(who, lookout.seen()));
        return new Run(hidden, seen);
    }

    /** Reports that have nothing to do with it, and what the head does with them. */
    private static Map<String, String> usual(ReportingSite site, Browser head) throws Exception {
        Map<String, String> ids = new TreeMap<>();
        String shown = ReportingSite.reference(ReportingSite.code(site.staff().say(Talks.PUPIL)));
        site.pass();
        String declared =
                ReportingSite.reference(ReportingSite.code(site.staff().say(Talks.DECLARATION)));
        site.pass();
        ids.put("SHOWN", shown);
        ids.put("DECLARED", declared);
        ids.put("FILE-OF-S", file(head, shown));
        head.fill(shown, "note", Map.of("words", "I ring the parents."));
        head.fill(declared, "status", Map.of("status", "closed", "reason", "On the list."));
        site.pass();
        return ids;
    }

    /** The id of the first file of a case; empty when there is no such case for them. */
    private static String file(Browser receiver, String reference) throws Exception {
        Element link = receiver.page("/desk/cases/" + reference)
                .select("a[href*=/evidence/]")
                .first();
        return link == null ? "" : link.attr("href").replaceAll(".*/evidence/([^/]*).*", "$1");
    }

    /** What every method of {@link Cases} answers about the hidden report, and the lists. */
    private static Map<String, String> asked(Cases cases, String receiver, String hidden) throws Exception {
        Map<String, String> answers = new TreeMap<>();
        Viewer who = new Viewer(SchoolId.DEFAULT, receiver);
        answers.put("Cases all", cases.list(who, Optional.empty(), "").toString());
        List<Method> methods = Arrays.stream(Cases.class.getMethods())
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .sorted(Comparator.comparing(Method::getName))
                .toList();
        assertThat(methods).hasSizeGreaterThan(13);
        for (Method method : methods) {
            answers.put(
                    "Cases " + method.getName(), String.valueOf(method.invoke(cases, arguments(method, who, hidden))));
        }
        return answers;
    }

    /** The first words name the report, others are a person's id, which does for a reason as well. */
    private static Object[] arguments(Method method, Viewer who, String hidden) {
        List<Object> arguments = new ArrayList<>();
        boolean named = false;
        for (Class<?> type : method.getParameterTypes()) {
            if (type == String.class) {
                arguments.add(named ? "owen-price" : hidden);
                named = true;
            } else if (type == boolean.class) {
                arguments.add(true);
            } else if (type == Viewer.class) {
                arguments.add(who);
            } else if (type == Optional.class) {
                arguments.add(Optional.empty());
            } else if (type == Status.class) {
                arguments.add(Status.CLOSED);
            } else if (type == LocalDate.class) {
                arguments.add(LocalDate.of(2126, 1, 1));
            } else {
                throw new AssertionError("What is a " + type + " of " + method + "? Say so here.");
            }
        }
        return arguments.toArray();
    }
}
