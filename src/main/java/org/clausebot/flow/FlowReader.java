package org.clausebot.flow;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.clausebot.datafile.DataFileException;
import org.clausebot.datafile.Suggestion;
import org.clausebot.datafile.Yaml;
import org.clausebot.datafile.YamlNode;
import org.clausebot.policy.PolicyId;
import org.clausebot.policy.Sha256;
import org.clausebot.school.Role;

/** Reads a flow from its file. */
final class FlowReader {
    /** Codes of the numbers that a school may have. */
    static final List<String> NUMBERS =
            List.of("lado", "police", "childrens-services", "human-resources", "support-line");

    private FlowReader() {}

    static Flow read(String id, Path file, String source) throws DataFileException {
        YamlNode root = Yaml.parse(file, source);
        root.only(
                "title",
                "also",
                "summary",
                "policy",
                "reviewed",
                "cites",
                "kind",
                "withhold-name",
                "evidence",
                "free-text",
                "keep",
                "retention-why",
                "renew",
                "urgent",
                "to",
                "steps");
        if (!id.matches("[a-z][a-z0-9-]{0,39}")) {
            throw root.error("a flow's file is named with small letters, digits and hyphens; rename it");
        }
        boolean withhold = flag(root, "withhold-name", false);
        List<Step> steps = new StepReader(withhold).steps(root.get("steps"));
        Links links = new Links(steps);
        return new Flow(
                id,
                sha256(source).substring(0, 16),
                source,
                file,
                said(root.get("title")),
                texts(root, "also"),
                said(root.get("summary")),
                policy(root.get("policy")),
                parsed(root.get("reviewed"), "a date such as 2026-11-22", LocalDate::parse),
                cites(root.optional("cites")),
                kind(root.get("kind")),
                withhold,
                allowed(root, "evidence"),
                allowed(root, "free-text"),
                parsed(root.get("keep"), "a period such as P6Y or P18M", Period::parse),
                said(root.get("retention-why")),
                renew(root.optional("renew")),
                texts(root, "urgent"),
                routings(root.optional("to"), links),
                links.checked(root.get("steps")));
    }

    /** The first 12 hexadecimal digits of the SHA-256 of {@code text} in UTF-8 are what a citation pins. */
    static String sha256(String text) {
        return Sha256.hex(text);
    }

    private static List<Citation> cites(Optional<YamlNode> node) throws DataFileException {
        List<Citation> cites = new ArrayList<>();
        if (node.isPresent()) {
            for (Map.Entry<String, YamlNode> entry : node.get().map().entrySet()) {
                cites.add(new Citation(
                        entry.getKey(),
                        entry.getValue().text().strip(),
                        entry.getValue().line()));
            }
        }
        return cites;
    }

    private static List<Routing> routings(Optional<YamlNode> node, Links links) throws DataFileException {
        List<Routing> routings = new ArrayList<>();
        if (node.isEmpty()) {
            return routings;
        }
        for (YamlNode entry : node.get().list()) {
            entry.only("when", "unless", "send", "ring");
            Condition condition = condition(entry);
            links.check(entry);
            List<String> send = new ArrayList<>();
            for (YamlNode who : entry.get("send").list()) {
                send.add(receiver(who, links));
            }
            if (send.isEmpty()) {
                throw entry.get("send").error("\"send\" names nobody; name a role");
            }
            routings.add(new Routing(condition, send, ring(entry), entry.line()));
        }
        return routings;
    }

    private static String receiver(YamlNode who, Links links) throws DataFileException {
        String code = who.text().strip();
        if (code.startsWith("$")) {
            links.checkRecipient(who, code.substring(1));
            return code;
        }
        return role(who).code();
    }

    static Role role(YamlNode node) throws DataFileException {
        String code = node.text().strip();
        Optional<Role> role = Role.of(code).filter(Role::receivesReports);
        if (role.isEmpty()) {
            throw unknown(
                    node,
                    "role",
                    code,
                    Stream.of(Role.values())
                            .filter(Role::receivesReports)
                            .map(Role::code)
                            .toList());
        }
        return role.get();
    }

    static List<String> ring(YamlNode node) throws DataFileException {
        List<String> codes = new ArrayList<>();
        Optional<YamlNode> ring = node.optional("ring");
        for (YamlNode code : ring.isPresent() ? ring.get().list() : List.<YamlNode>of()) {
            if (!NUMBERS.contains(code.text())) {
                throw unknown(code, "number", code.text(), NUMBERS);
            }
            codes.add(code.text());
        }
        return codes;
    }

    static DataFileException unknown(YamlNode node, String what, String name, List<String> known) {
        String hint = Suggestion.of(name, known)
                .map(near -> "; did you mean \"" + near + "\"?")
                .orElse(known.isEmpty() ? "; there is none here" : "; known here: " + String.join(", ", known));
        return node.error("unknown " + what + " \"" + name + "\"" + hint);
    }

    static Condition condition(YamlNode node) throws DataFileException {
        Map<String, List<String>> when = wanted(node.optional("when"));
        Map<String, List<String>> unless = wanted(node.optional("unless"));
        Optional<YamlNode> first = node.optional("when").or(() -> unlessNode(node));
        return first.isEmpty()
                ? Condition.ALWAYS
                : new Condition(when, unless, first.get().line());
    }

    private static Optional<YamlNode> unlessNode(YamlNode node) {
        try {
            return node.optional("unless");
        } catch (DataFileException e) {
            throw new IllegalStateException("It was read as keys and values before", e);
        }
    }

    private static Map<String, List<String>> wanted(Optional<YamlNode> node) throws DataFileException {
        Map<String, List<String>> wanted = new LinkedHashMap<>();
        if (node.isPresent()) {
            for (Map.Entry<String, YamlNode> entry : node.get().map().entrySet()) {
                YamlNode values = entry.getValue();
                wanted.put(entry.getKey(), values.isList() ? values.texts() : List.of(values.text()));
            }
            if (wanted.isEmpty()) {
                throw node.get().error("names no answer; write {step: answer}");
            }
        }
        return wanted;
    }

    static boolean flag(YamlNode node, String key, boolean absent) throws DataFileException {
        Optional<YamlNode> flag = node.optional(key);
        return flag.isPresent() ? flag.get().flag() : absent;
    }

    private static boolean allowed(YamlNode root, String key) throws DataFileException {
        Optional<YamlNode> node = root.optional(key);
        if (node.isEmpty()) {
            return true;
        }
        return switch (node.get().text().strip()) {
            case "allowed" -> true;
            case "forbidden" -> false;
            case String other -> throw node.get().error("expected allowed or forbidden, found \"" + other + "\"");
        };
    }

    private static Flow.Kind kind(YamlNode node) throws DataFileException {
        List<String> known = Stream.of(Flow.Kind.values())
                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                .toList();
        if (!known.contains(node.text())) {
            throw unknown(node, "kind", node.text(), known);
        }
        return Flow.Kind.valueOf(node.text().toUpperCase(Locale.ROOT));
    }

    private static PolicyId policy(YamlNode node) throws DataFileException {
        try {
            return new PolicyId(node.text());
        } catch (IllegalArgumentException e) {
            throw new DataFileException(node.file(), node.line(), String.valueOf(e.getMessage()), e);
        }
    }

    private static Optional<Period> renew(Optional<YamlNode> node) throws DataFileException {
        return node.isEmpty()
                ? Optional.empty()
                : Optional.of(parsed(node.get(), "a period such as P1Y", Period::parse));
    }

    /** Something that {@code java.time} reads. */
    private interface Parser<T> {
        T parse(String text);
    }

    private static <T> T parsed(YamlNode node, String form, Parser<T> parser) throws DataFileException {
        try {
            return parser.parse(node.text().strip());
        } catch (DateTimeException e) {
            throw new DataFileException(
                    node.file(), node.line(), "expected " + form + ", found \"" + node.text() + "\"", e);
        }
    }

    static List<String> texts(YamlNode node, String key) throws DataFileException {
        Optional<YamlNode> list = node.optional(key);
        return list.isPresent() ? list.get().texts() : List.of();
    }

    static String said(YamlNode node) throws DataFileException {
        String words = node.text().strip();
        if (words.isEmpty()) {
            throw node.error("is empty; write the words");
        }
        return words;
    }
}
