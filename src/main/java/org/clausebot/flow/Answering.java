package org.clausebot.flow;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clausebot.school.Role;
import org.clausebot.school.School;

/** The answers that a step can have, as far as they make a difference to the way. */
final class Answering {
    /** Of so many options every combination is tried; of more, one, two or all of them. */
    private static final int COMBINED = 6;

    private final Flow flow;
    private final Context context;

    Answering(Flow flow, Optional<School> school) {
        this.flow = flow;
        this.context = new Context(Instant.EPOCH, ZoneOffset.UTC, school);
    }

    boolean canBeAsked(Step step, Map<String, Given> given) {
        return new AnswerReader(flow, given, context).canBeAsked(step);
    }

    /** @param relevant whether something depends on the answer itself */
    List<String> values(Step step, Map<String, Given> given, boolean relevant) {
        List<String> values = new ArrayList<>();
        if (step.common().optional()) {
            values.add("");
        }
        if (step instanceof Step.Choose choose) {
            choose.options().forEach(option -> values.add(option.id()));
            return values;
        }
        AnswerKind kind = step.kind().orElse(null);
        if (kind instanceof AnswerKind.Recipient) {
            new AnswerReader(flow, given, context).options(step).forEach(option -> values.add(option.id()));
        } else if (kind instanceof AnswerKind.Subject subject) {
            values.add("no");
            values.add(AnswerReader.NOT_SURE);
            List<String> roles = subject.of().stream().map(Role::code).toList();
            values.addAll(combined(roles));
        } else if (relevant && kind instanceof AnswerKind.Choices choices) {
            values.addAll(
                    combined(choices.options().stream().map(Step.Option::id).toList()));
        } else if (relevant) {
            values.addAll(Links.values(step));
        } else {
            values.add("given");
        }
        return values;
    }

    private static List<String> combined(List<String> options) {
        List<String> all = new ArrayList<>();
        if (options.size() <= COMBINED) {
            for (int bits = 1; bits < 1 << options.size(); bits++) {
                List<String> chosen = new ArrayList<>();
                for (int i = 0; i < options.size(); i++) {
                    if ((bits & 1 << i) != 0) {
                        chosen.add(options.get(i));
                    }
                }
                all.add(String.join(",", chosen));
            }
            return all;
        }
        all.addAll(options);
        for (int i = 0; i < options.size(); i++) {
            for (int j = i + 1; j < options.size(); j++) {
                all.add(options.get(i) + "," + options.get(j));
            }
        }
        all.add(String.join(",", options));
        return all;
    }
}
