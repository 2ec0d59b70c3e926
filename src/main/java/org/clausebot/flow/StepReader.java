package org.clausebot.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clausebot.datafile.DataFileException;
import org.clausebot.datafile.YamlNode;
import org.clausebot.school.Role;

/** Reads the steps of a flow. */
final class StepReader {
    private static final List<String> COMMON =
            List.of("id", "when", "unless", "cites", "ring", "go", "optional", "why", "help");
    private static final List<String> FORMS = List.of("say", "ask", "choose", "confirm", "submit");
    private static final List<String> KINDS = List.of(
            "text",
            "long-text",
            "when",
            "date",
            "person",
            "yes-no",
            "choice",
            "choices",
            "number",
            "web-address",
            "evidence",
            "recipient",
            "subject",
            "name");

    /** In a line, in several lines, for a name. */
    private static final int LINE = 400;

    private static final int LONG = 4000;
    private static final int NAMES = 200;

    private final boolean withholdName;

    StepReader(boolean withholdName) {
        this.withholdName = withholdName;
    }

    List<Step> steps(YamlNode list) throws DataFileException {
        List<Step> steps = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (YamlNode node : list.list()) {
            Step step = step(node);
            if (!ids.add(step.id())) {
                throw node.error("the step \"" + step.id() + "\" stands twice; give one of them another id");
            }
            steps.add(step);
        }
        if (steps.isEmpty()) {
            throw list.error("a flow needs one step at least");
        }
        return steps;
    }

    private Step step(YamlNode node) throws DataFileException {
        List<String> forms =
                node.map().keySet().stream().filter(FORMS::contains).toList();
        if (forms.size() != 1) {
            throw node.error("a step has one of " + String.join(", ", FORMS)
                    + (forms.isEmpty() ? "; this one has none" : "; this one has " + String.join(" and ", forms)));
        }
        String form = forms.getFirst();
        only(node, form);
        Step.Common common = common(node);
        String words = FlowReader.said(node.get(form));
        return switch (form) {
            case "say" -> new Step.Say(common, words);
            case "ask" -> new Step.Ask(common, words, kind(node));
            case "choose" -> new Step.Choose(common, words, options(node.get("options")));
            case "confirm" -> new Step.Confirm(common, words);
            default -> new Step.Submit(common, words, FlowReader.said(node.get("after")));
        };
    }

    private static void only(YamlNode node, String form) throws DataFileException {
        List<String> keys = new ArrayList<>(COMMON);
        keys.add(form);
        switch (form) {
            case "ask" -> keys.addAll(List.of("as", "of", "options", "max", "min", "future", "accused", "describes"));
            case "choose" -> keys.add("options");
            case "submit" -> keys.add("after");
            default -> {}
        }
        if (!form.equals("ask") && !form.equals("choose")) {
            keys.remove("optional");
        }
        node.only(keys.toArray(String[]::new));
    }

    private static Step.Common common(YamlNode node) throws DataFileException {
        return new Step.Common(
                id(node.get("id")),
                node.line(),
                FlowReader.condition(node),
                FlowReader.texts(node, "cites"),
                FlowReader.ring(node),
                text(node, "go"),
                FlowReader.flag(node, "optional", false),
                text(node, "why"),
                text(node, "help"));
    }

    private static String id(YamlNode node) throws DataFileException {
        String id = node.text().strip();
        if (!id.matches("[a-z0-9][a-z0-9-]{0,39}") || id.equals(Step.Common.END)) {
            throw node.error(
                    "an id is 1 to 40 small letters, digits and hyphens, and not \"end\"; found \"" + id + "\"");
        }
        return id;
    }

    private AnswerKind kind(YamlNode node) throws DataFileException {
        YamlNode as = node.get("as");
        return switch (as.text()) {
            case "text" -> taking(node, new AnswerKind.Text(max(node, LINE), describes(node)), "max", "describes");
            case "long-text" ->
                taking(node, new AnswerKind.LongText(max(node, LONG), describes(node)), "max", "describes");
            case "when" -> taking(node, new AnswerKind.When(FlowReader.flag(node, "future", false)), "future");
            case "date" -> taking(node, new AnswerKind.Date(FlowReader.flag(node, "future", false)), "future");
            case "person" ->
                taking(
                        node,
                        new AnswerKind.Person(max(node, NAMES), FlowReader.flag(node, "accused", false)),
                        "max",
                        "accused");
            case "yes-no" -> taking(node, new AnswerKind.YesNo());
            case "choice" -> taking(node, new AnswerKind.Choice(options(node.get("options"))), "options");
            case "choices" -> taking(node, new AnswerKind.Choices(options(node.get("options"))), "options");
            case "number" -> taking(node, range(node), "min", "max");
            case "web-address" -> taking(node, new AnswerKind.WebAddress());
            case "evidence" -> taking(node, new AnswerKind.Evidence());
            case "recipient" -> taking(node, new AnswerKind.Recipient(roles(node)), "of");
            case "subject" -> taking(node, new AnswerKind.Subject(roles(node)), "of");
            case "name" -> taking(node, new AnswerKind.Name(withholdName));
            case String other -> throw FlowReader.unknown(as, "kind of answer", other, KINDS);
        };
    }

    /** Refuses a key that this kind of answer would not look at. */
    private static AnswerKind taking(YamlNode node, AnswerKind kind, String... keys) throws DataFileException {
        for (String key : List.of("of", "options", "max", "min", "future", "accused", "describes")) {
            Optional<YamlNode> found = node.optional(key);
            if (found.isPresent() && !Arrays.asList(keys).contains(key)) {
                throw found.get()
                        .error("\"" + key + "\" means nothing for "
                                + node.get("as").text() + "; leave it out");
            }
        }
        return kind;
    }

    private static AnswerKind range(YamlNode node) throws DataFileException {
        int min = node.optional("min").isPresent() ? node.get("min").number() : 0;
        int max = node.optional("max").isPresent() ? node.get("max").number() : 1_000_000;
        if (min > max) {
            throw node.get("min").error("\"min\" is more than \"max\"");
        }
        return new AnswerKind.Number(min, max);
    }

    private static int max(YamlNode node, int absent) throws DataFileException {
        Optional<YamlNode> max = node.optional("max");
        if (max.isEmpty()) {
            return absent;
        }
        int characters = max.get().number();
        if (characters < 1 || characters > 20_000) {
            throw max.get().error("\"max\" is 1 to 20000 characters; found " + characters);
        }
        return characters;
    }

    private static boolean describes(YamlNode node) throws DataFileException {
        Optional<YamlNode> describes = node.optional("describes");
        if (describes.isPresent() && !describes.get().text().equals("image")) {
            throw describes
                    .get()
                    .error("\"describes\" can only be image; found \""
                            + describes.get().text() + "\"");
        }
        return describes.isPresent();
    }

    private static List<Role> roles(YamlNode node) throws DataFileException {
        List<Role> roles = new ArrayList<>();
        for (YamlNode code : node.get("of").list()) {
            roles.add(FlowReader.role(code));
        }
        if (roles.isEmpty()) {
            throw node.get("of").error("\"of\" names no role");
        }
        return roles;
    }

    private static List<Step.Option> options(YamlNode list) throws DataFileException {
        List<Step.Option> options = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (YamlNode node : list.list()) {
            node.only("id", "label", "also", "go");
            String id = id(node.get("id"));
            if (!ids.add(id)) {
                throw node.error("the option \"" + id + "\" stands twice; give one of them another id");
            }
            options.add(new Step.Option(
                    id,
                    node.line(),
                    FlowReader.said(node.get("label")),
                    FlowReader.texts(node, "also"),
                    text(node, "go")));
        }
        if (options.size() < 2) {
            throw list.error("there must be two options at least, or there is nothing to choose");
        }
        return options;
    }

    private static String text(YamlNode node, String key) throws DataFileException {
        Optional<YamlNode> text = node.optional(key);
        return text.isPresent() ? text.get().text().strip() : "";
    }
}
