package org.clausebot.flow;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.clausebot.policy.PolicyId;
import org.clausebot.school.Role;

/**
 * A guided flow as it stands in its file.
 *
 * @param id the file's name without its ending
 * @param version the hash of the file's content
 * @param source the file's content, so that a conversation can keep the version it began with
 * @param file named in messages only
 * @param title names the report, such as {@code Report contact from a pupil}
 * @param also other words that start it
 * @param summary one line beside the title
 * @param policy whose clauses it cites
 * @param reviewed when a person last read it against the policy
 * @param cites every clause that it shows or relies on
 * @param kind what is filed
 * @param withholdName whether reporters may keep their name out of it
 * @param evidence whether files may be attached
 * @param freeText whether reporters may write at length; where they may not, a text has at most 120 characters
 * @param keep how long a report is kept after it was closed
 * @param retentionWhy why so long
 * @param renew after what time a declaration is to be renewed
 * @param urgent concerns of urgent messages that this flow deals with by itself
 * @param to where reports go, in the order in which the entries are tried
 * @param steps in order; ids are unique
 */
public record Flow(
        String id,
        String version,
        String source,
        Path file,
        String title,
        List<String> also,
        String summary,
        PolicyId policy,
        LocalDate reviewed,
        List<Citation> cites,
        Kind kind,
        boolean withholdName,
        boolean evidence,
        boolean freeText,
        Period keep,
        String retentionWhy,
        Optional<Period> renew,
        List<String> urgent,
        List<Routing> to,
        List<Step> steps) {

    /** What is filed. */
    public enum Kind {
        REPORT,
        DECLARATION,
        REQUEST,
        /** Nothing, unless the person asks for it. */
        ADVICE
    }

    public Flow {
        also = List.copyOf(also);
        cites = List.copyOf(cites);
        urgent = List.copyOf(urgent);
        to = List.copyOf(to);
        steps = List.copyOf(steps);
        if (steps.isEmpty() || steps.stream().map(Step::id).distinct().count() != steps.size()) {
            throw new IllegalArgumentException("A flow has steps, each with an id of its own");
        }
    }

    public Optional<Step> step(String stepId) {
        return steps.stream().filter(s -> s.id().equals(stepId)).findFirst();
    }

    /** Where a report with these answers goes; empty when no entry holds. */
    public Optional<Routing> route(Map<String, Given> answers) {
        return to.stream().filter(r -> r.condition().holds(answers)).findFirst();
    }

    /** The roles whose holders these answers say that the report is about, or may be about. */
    public Set<Role> subjects(Map<String, Given> answers) {
        Set<Role> subjects = EnumSet.noneOf(Role.class);
        asked(AnswerKind.Subject.class, answers)
                .flatMap(given -> Arrays.stream(given.value().split(",")))
                .flatMap(code -> Role.of(code).stream())
                .forEach(subjects::add);
        return subjects;
    }

    /** The names, as typed, of those whom these answers say that the report is about; one answer may hold several. */
    public Set<String> accused(Map<String, Given> answers) {
        Set<String> names = new LinkedHashSet<>();
        for (Step step : steps) {
            Given given = answers.get(step.id());
            if (given != null
                    && step.kind()
                            .filter(k -> k instanceof AnswerKind.Person p && p.accused())
                            .isPresent()
                    && !given.value().isBlank()) {
                names.add(given.value());
            }
        }
        return names;
    }

    private Stream<Given> asked(Class<? extends AnswerKind> kind, Map<String, Given> answers) {
        return steps.stream()
                .filter(step -> step.kind().filter(kind::isInstance).isPresent())
                .map(step -> answers.get(step.id()))
                .filter(Objects::nonNull);
    }
}
