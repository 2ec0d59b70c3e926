package org.clausebot.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.clausebot.policy.Diff.Added;
import org.clausebot.policy.Diff.Edit;
import org.clausebot.policy.Diff.Fate;
import org.clausebot.policy.Diff.HeadingAdded;
import org.clausebot.policy.Diff.HeadingMoved;
import org.clausebot.policy.Diff.HeadingRemoved;
import org.clausebot.policy.Diff.Kept;
import org.clausebot.policy.Diff.Kind;
import org.clausebot.policy.Diff.Removed;
import org.junit.jupiter.api.Test;

class PolicyDiffTest {
    private static final List<String> BEFORE = List.of(
            "1.1\t1 Phones\t\tKeep your phone in the staff room during lessons.",
            "1.2\t1 Phones\tStaff should:\tLock the screen of every device when they leave it.",
            "1.3\t1 Phones\tStaff should:\tShare pictures of the class with parents through the school account.",
            "2.1\t2 Reports\t\tTell the headteacher about any worry on the same day.");

    @Test
    void a_policy_does_not_differ_from_itself() {
        Policy policy = policy(BEFORE);

        Diff diff = PolicyDiff.between(policy, policy);

        assertThat(diff.isEmpty()).isTrue();
        assertThat(diff.unchanged()).isEqualTo(4);
    }

    @Test
    void a_clause_put_in_before_others_leaves_them_renumbered_and_not_reworded() {
        Diff diff = change(
                "1.1\t1 Phones\t\tThis section is for everybody who works here.",
                "1.2\t1 Phones\t\tKeep your phone in the staff room during lessons.",
                "1.3\t1 Phones\tStaff should:\tLock the screen of every device when they leave it.",
                "1.4\t1 Phones\tStaff should:\tShare pictures of the class with parents through the school account.",
                "2.1\t2 Reports\t\tTell the headteacher about any worry on the same day.");

        assertThat(diff.added()).extracting(a -> a.clause().ref().address()).containsExactly("1.1");
        assertThat(diff.removed()).isEmpty();
        assertThat(diff.with(Kind.REWORDED)).isEmpty();
        assertThat(diff.with(Kind.RENUMBERED))
                .extracting(
                        k -> k.older().ref().address() + "→" + k.newer().ref().address())
                .containsExactly("1.1→1.2", "1.2→1.3", "1.3→1.4");
        assertThat(diff.unchanged()).isEqualTo(1);
    }

    @Test
    void the_words_of_a_reworded_clause_are_compared_one_by_one() {
        Diff diff = change(
                BEFORE.get(0),
                BEFORE.get(1),
                BEFORE.get(2),
                "2.1\t2 Reports\t\tTell the headteacher or the DSL about any worry within one hour.");

        Kept kept = diff.with(Kind.REWORDED).getFirst();
        assertThat(kept.text())
                .containsExactly(
                        new Edit(Fate.SAME, "Tell the headteacher"),
                        new Edit(Fate.ADDED, "or the DSL"),
                        new Edit(Fate.SAME, "about any worry"),
                        new Edit(Fate.REMOVED, "on the same day."),
                        new Edit(Fate.ADDED, "within one hour."));
        assertThat(kept.kinds()).containsExactly(Kind.REWORDED);
    }

    @Test
    void a_lead_in_that_now_forbids_is_a_change_of_meaning_though_the_words_of_the_clause_stayed() {
        Diff diff = change(
                BEFORE.get(0),
                BEFORE.get(1),
                BEFORE.get(2).replace("Staff should:", "Staff should not:"),
                BEFORE.get(3));

        Kept kept = diff.with(Kind.LEAD_IN).getFirst();
        assertThat(kept.newer().ref().address()).isEqualTo("1.3");
        assertThat(kept.kinds()).containsExactlyInAnyOrder(Kind.LEAD_IN, Kind.NEGATION);
        assertThat(kept.leadIn())
                .containsExactly(
                        new Edit(Fate.SAME, "Staff"),
                        new Edit(Fate.REMOVED, "should:"),
                        new Edit(Fate.ADDED, "should not:"));
        assertThat(kept.text()).isEmpty();
    }

    @Test
    void a_clause_taken_out_stands_where_it_stood() {
        Diff diff = change(BEFORE.get(0), BEFORE.get(1), BEFORE.get(3));

        assertThat(diff.changes().get(2))
                .isInstanceOfSatisfying(
                        Removed.class,
                        r -> assertThat(r.clause().ref().address()).isEqualTo("1.3"));
        assertThat(diff.unchanged()).isEqualTo(3);
    }

    @Test
    void headings_that_changed_places_were_added_or_went_are_named() {
        Diff diff = change(
                BEFORE.get(3).replace("2 Reports", "1 Reports").replace("2.1", "1.1"),
                BEFORE.get(0).replace("1 Phones", "2 Phones").replace("1.1", "2.1"),
                "3.1\t3 Cameras\t\tCameras are signed out at the office.");

        assertThat(diff.headings())
                .containsExactly(
                        new HeadingMoved(List.of("2 Reports"), List.of("1 Reports")),
                        new HeadingMoved(List.of("1 Phones"), List.of("2 Phones")),
                        new HeadingAdded(List.of("3 Cameras")));
        assertThat(change(BEFORE.get(0)).headings()).containsExactly(new HeadingRemoved(List.of("2 Reports")));
        assertThat(diff.with(Kind.MOVED)).isEmpty();
    }

    @Test
    void a_clause_under_another_heading_has_moved() {
        Diff diff = change(
                BEFORE.get(0),
                BEFORE.get(1),
                BEFORE.get(3),
                BEFORE.get(2).replace("1 Phones", "2 Reports").replace("1.3", "2.2"));

        assertThat(diff.with(Kind.MOVED))
                .extracting(k -> k.newer().ref().address())
                .containsExactly("2.2");
    }

    @Test
    void two_clauses_that_changed_places_and_words_are_paired_by_words_and_not_by_number() {
        Diff diff = change(
                "1.1\t1 Phones\tStaff should:\tShare pictures of the class with families only through the school account.",
                BEFORE.get(1),
                "1.3\t1 Phones\t\tKeep your phone in the staff room or a locker during lessons.",
                BEFORE.get(3));

        assertThat(diff.with(Kind.RENUMBERED))
                .extracting(
                        k -> k.older().ref().address() + "→" + k.newer().ref().address())
                .containsExactly("1.3→1.1", "1.1→1.3");
    }

    @Test
    void whatever_happens_to_a_policy_every_clause_stands_in_the_comparison_once_and_it_can_be_read_backwards() {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            List<String> lines = new ArrayList<>(ReferencePolicies.lines("/trust/clauses/staff-code-of-conduct.tsv"));
            Policy older = policy(lines);
            mutate(lines, random);
            Policy newer = policy(lines);

            Diff diff = PolicyDiff.between(older, newer);
            Diff back = PolicyDiff.between(newer, older);

            assertThat(PolicyDiff.between(newer, newer).isEmpty()).isTrue();
            assertThat(once(diff)).as("seed %d", seed).isTrue();
            assertThat(olderOf(diff)).hasSameSizeAs(older.clauses()).containsAll(older.clauses());
            assertThat(newerOf(diff)).hasSameSizeAs(newer.clauses()).containsAll(newer.clauses());
            assertThat(new HashSet<>(mirrored(diff))).as("seed %d", seed).isEqualTo(new HashSet<>(back.changes()));
            assertThat(diff.headings().size()).isEqualTo(back.headings().size());
        }
    }

    @Test
    void wholly_different_policies_share_no_clause() {
        Diff diff = PolicyDiff.between(
                policy(ReferencePolicies.lines("/trust/clauses/educational-visits.tsv")),
                policy(ReferencePolicies.lines("/trust/clauses/data-protection-for-staff.tsv")));

        assertThat(diff.unchanged()).isZero();
        assertThat(diff.changes().stream().filter(c -> c instanceof Kept).toList())
                .isEmpty();
    }

    private static boolean once(Diff diff) {
        return olderOf(diff).stream().distinct().count() == olderOf(diff).size()
                && newerOf(diff).stream().distinct().count() == newerOf(diff).size();
    }

    private static List<Clause> olderOf(Diff diff) {
        return diff.changes().stream()
                .flatMap(c -> switch (c) {
                    case Added ignored -> java.util.stream.Stream.<Clause>empty();
                    case Removed removed -> java.util.stream.Stream.of(removed.clause());
                    case Kept kept -> java.util.stream.Stream.of(kept.older());
                })
                .toList();
    }

    private static List<Clause> newerOf(Diff diff) {
        return diff.changes().stream()
                .flatMap(c -> switch (c) {
                    case Added added -> java.util.stream.Stream.of(added.clause());
                    case Removed ignored -> java.util.stream.Stream.<Clause>empty();
                    case Kept kept -> java.util.stream.Stream.of(kept.newer());
                })
                .toList();
    }

    private static List<Diff.Change> mirrored(Diff diff) {
        return diff.changes().stream()
                .<Diff.Change>map(c -> switch (c) {
                    case Added added -> new Removed(added.clause());
                    case Removed removed -> new Added(removed.clause());
                    case Kept kept ->
                        new Kept(
                                /* older= */ kept.newer(),
                                /* newer= */ kept.older(),
                                kept.kinds(),
                                mirrored(kept.leadIn()),
                                mirrored(kept.text()));
                })
                .toList();
    }

    /** Removed words stand before the added ones whichever version comes first. */
    private static List<Edit> mirrored(List<Edit> edits) {
        List<Edit> mirrored = new ArrayList<>();
        for (int i = 0; i < edits.size(); i++) {
            Edit edit = edits.get(i);
            boolean pair = edit.fate() == Fate.REMOVED
                    && i + 1 < edits.size()
                    && edits.get(i + 1).fate() == Fate.ADDED;
            if (pair) {
                mirrored.add(new Edit(Fate.REMOVED, edits.get(++i).words()));
                mirrored.add(new Edit(Fate.ADDED, edit.words()));
            } else {
                mirrored.add(new Edit(
                        switch (edit.fate()) {
                            case SAME -> Fate.SAME;
                            case ADDED -> Fate.REMOVED;
                            case REMOVED -> Fate.ADDED;
                        },
                        edit.words()));
            }
        }
        return mirrored;
    }

    private static void mutate(List<String> lines, Random random) {
        for (int i = 0; i < 12; i++) {
            int at = random.nextInt(lines.size());
            String[] cells = lines.get(at).split("\t", -1);
            switch (random.nextInt(5)) {
                case 0 -> lines.remove(at);
                case 1 ->
                    lines.add(
                            at,
                            "9" + i + "." + random.nextInt(99) + "\t" + cells[1] + "\t\tNew words " + i + " "
                                    + cells[3].substring(0, Math.min(30, cells[3].length())));
                case 2 -> {
                    List<String> words = new ArrayList<>(List.of(cells[3].split(" ", -1)));
                    words.set(random.nextInt(words.size()), "changed");
                    words.add(random.nextInt(words.size()), "not");
                    cells[3] = String.join(" ", words);
                    lines.set(at, String.join("\t", cells));
                }
                case 3 -> Collections.swap(lines, at, random.nextInt(lines.size()));
                default -> {
                    cells[2] = cells[2].isEmpty() ? "Staff must not:" : "";
                    lines.set(at, String.join("\t", cells));
                }
            }
        }
    }

    private static Diff change(String... after) {
        return PolicyDiff.between(policy(BEFORE), policy(List.of(after)));
    }

    private static Policy policy(List<String> lines) {
        Map<String, Integer> seen = new HashMap<>();
        Set<String> unique = lines.stream()
                .filter(l -> seen.merge(l.substring(0, l.indexOf('\t')), 1, Integer::sum) == 1)
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
        return ReferencePolicies.of("code", "Code", List.copyOf(unique));
    }
}
