package org.clausebot.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.clausebot.datafile.DataFileException;
import org.clausebot.datafile.YamlNode;
import org.clausebot.school.Role;

/** Refuses what points at a step or at an answer that does not exist. */
final class Links {
    private final List<Step> steps;
    private final List<String> ids;

    Links(List<Step> steps) {
        this.steps = steps;
        this.ids = steps.stream().map(Step::id).toList();
    }

    /** The steps, once all that {@code list} says of them points at something. */
    List<Step> checked(YamlNode list) throws DataFileException {
        for (YamlNode node : list.list()) {
            target(node);
            check(node);
            Optional<YamlNode> options = node.optional("options");
            for (YamlNode option : options.isPresent() ? options.get().list() : List.<YamlNode>of()) {
                target(option);
                if (option.optional("go").isPresent() && node.optional("choose").isEmpty()) {
                    throw option.get("go").error("only the options of a \"choose\" step can lead elsewhere");
                }
            }
        }
        return steps;
    }

    private void target(YamlNode node) throws DataFileException {
        Optional<YamlNode> go = node.optional("go");
        if (go.isPresent()) {
            String id = go.get().text().strip();
            if (!ids.contains(id) && !id.equals(Step.Common.END)) {
                List<String> known = new ArrayList<>(ids);
                known.add(Step.Common.END);
                throw FlowReader.unknown(go.get(), "step", id, known);
            }
        }
    }

    /** Conditions name a step and answers that it can have. */
    void check(YamlNode node) throws DataFileException {
        for (String key : List.of("when", "unless")) {
            Optional<YamlNode> wanted = node.optional(key);
            if (wanted.isPresent()) {
                for (Map.Entry<String, YamlNode> entry : wanted.get().map().entrySet()) {
                    answers(entry.getKey(), entry.getValue());
                }
            }
        }
    }

    void checkRecipient(YamlNode node, String id) throws DataFileException {
        List<String> recipients = steps.stream()
                .filter(step -> step.kind()
                        .filter(AnswerKind.Recipient.class::isInstance)
                        .isPresent())
                .map(Step::id)
                .toList();
        if (!recipients.contains(id)) {
            throw FlowReader.unknown(node, "recipient step", id, recipients);
        }
    }

    private void answers(String id, YamlNode values) throws DataFileException {
        Optional<Step> step = steps.stream().filter(s -> s.id().equals(id)).findFirst();
        if (step.isEmpty()) {
            throw FlowReader.unknown(values, "step", id, ids);
        }
        List<String> possible = values(step.get());
        if (possible.isEmpty()) {
            throw values.error("\"" + id + "\" is answered in free words, so nothing can depend on it;"
                    + " ask with choose, yes-no, choices or subject");
        }
        for (YamlNode value : values.isList() ? values.list() : List.of(values)) {
            if (!possible.contains(value.text())) {
                throw FlowReader.unknown(value, "answer of \"" + id + "\"", value.text(), possible);
            }
        }
    }

    /** The answers on which something may depend; empty for free words. */
    static List<String> values(Step step) {
        Optional<AnswerKind> kind = step.kind();
        if (kind.isEmpty()) {
            return List.of();
        }
        return switch (kind.get()) {
            case AnswerKind.YesNo yesNo -> List.of("yes", "no");
            case AnswerKind.Choice choice ->
                choice.options().stream().map(Step.Option::id).toList();
            case AnswerKind.Choices choices ->
                choices.options().stream().map(Step.Option::id).toList();
            case AnswerKind.Subject subject ->
                Stream.concat(Stream.of("no", "not-sure"), subject.of().stream().map(Role::code))
                        .toList();
            case AnswerKind.Text other -> List.of();
            case AnswerKind.LongText other -> List.of();
            case AnswerKind.When other -> List.of();
            case AnswerKind.Date other -> List.of();
            case AnswerKind.Person other -> List.of();
            case AnswerKind.Number other -> List.of();
            case AnswerKind.WebAddress other -> List.of();
            case AnswerKind.Evidence other -> List.of();
            case AnswerKind.Recipient other -> List.of();
            case AnswerKind.Name other -> List.of();
        };
    }
}
