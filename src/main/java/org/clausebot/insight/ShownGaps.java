package org.clausebot.insight;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clausebot.policy.SchoolId;

/** The gaps as the desk shows them, for what is made of them elsewhere on it. */
public final class ShownGaps implements AskedAlike, Unclear {
    private final Gaps gaps;

    public ShownGaps(Gaps gaps) {
        this.gaps = gaps;
    }

    @Override
    public List<Group> groups(SchoolId school) {
        return gaps.findings(school).stream()
                .flatMap(found -> found.groups().stream())
                .flatMap(ShownGaps::group)
                .toList();
    }

    /** The number is of them all; a name that is no question is not asked. */
    private static Stream<Group> group(GapGroup gap) {
        return gap.wordings().stream().map(words -> new Group(words, words.equals(gap.name()) ? gap.about() : 0));
    }

    @Override
    public Optional<Found> in(SchoolId school, LocalDate from, LocalDate to) {
        Map<String, GapDecision> decided = gaps.decisions(school).stream()
                .collect(Collectors.toMap(GapDecision::group, Function.identity(), (newer, older) -> newer));
        return gaps.findings(school)
                .map(found -> new Found(
                        Weeks.monday(found.first()),
                        Weeks.sunday(found.asOf()),
                        found.groups().stream()
                                .map(gap -> new Matter(
                                        gap.name(),
                                        gap.about(),
                                        Optional.ofNullable(decided.get(gap.id()))
                                                .map(ShownGaps::words)
                                                .orElse("Nothing is decided yet.")))
                                .toList()))
                .filter(found -> !found.from().isAfter(to) && !found.to().isBefore(from));
    }

    private static String words(GapDecision decision) {
        return switch (decision.kind()) {
            case TIED ->
                "Now answered with clause "
                        + decision.clause().map(clause -> clause.address()).orElse("") + ".";
            case ELSEWHERE -> "Belongs to another policy. Staff are told: " + decision.words();
            case REVISION -> "On the list for the next revision.";
        };
    }
}
