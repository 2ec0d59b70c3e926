package org.clausebot.chat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clausebot.answer.Answer;
import org.clausebot.answer.Context;
import org.clausebot.datafile.DataFileException;
import org.clausebot.datafile.Yaml;
import org.clausebot.datafile.YamlNode;

/** Reads the file of phrases, strictly: none may be missing, empty or unknown. */
final class PhrasesReader {
    private PhrasesReader() {}

    static Phrases read(Path file) throws DataFileException {
        YamlNode root = Yaml.read(file);
        root.only(
                "small-talk",
                "answers",
                "badge",
                "beside",
                "urgent",
                "only-asking",
                "report",
                "reporting",
                "feedback",
                "welcome",
                "logging",
                "waiting");
        return new Phrases(
                smallTalk(root.get("small-talk")),
                answers(root.get("answers")),
                badge(root.get("badge")),
                beside(root.get("beside")),
                urgent(root.get("urgent")),
                onlyAsking(root.get("only-asking")),
                report(root.get("report")),
                reporting(root.get("reporting")),
                thanks(root.get("feedback")),
                welcome(root.get("welcome")),
                logging(root.get("logging")),
                waiting(root.get("waiting")));
    }

    private static Map<Answer.SmallTalk.Kind, String> smallTalk(YamlNode node) throws DataFileException {
        node.only(names(Answer.SmallTalk.Kind.values()));
        Map<Answer.SmallTalk.Kind, String> words = new EnumMap<>(Answer.SmallTalk.Kind.class);
        for (Answer.SmallTalk.Kind kind : Answer.SmallTalk.Kind.values()) {
            words.put(kind, said(node, name(kind)));
        }
        return words;
    }

    private static Phrases.Answers answers(YamlNode node) throws DataFileException {
        node.only("quoted", "nearest", "not-covered", "elsewhere", "whom-to-ask", "blank", "too-long");
        return new Phrases.Answers(
                said(node, "quoted"),
                said(node, "nearest"),
                said(node, "not-covered"),
                said(node, "elsewhere"),
                said(node, "whom-to-ask"),
                said(node, "blank"),
                said(node, "too-long"));
    }

    private static Phrases.Badge badge(YamlNode node) throws DataFileException {
        node.only("says", "differ");
        return new Phrases.Badge(said(node, "says"), said(node, "differ"));
    }

    private static Phrases.Beside beside(YamlNode node) throws DataFileException {
        List<String> keys = new ArrayList<>(List.of("title", "elsewhere", "here"));
        keys.addAll(List.of(names(Context.Relation.values())));
        node.only(keys.toArray(String[]::new));
        Map<Context.Relation, String> links = new EnumMap<>(Context.Relation.class);
        for (Context.Relation relation : Context.Relation.values()) {
            links.put(relation, said(node, name(relation)));
        }
        return new Phrases.Beside(said(node, "title"), links, said(node, "elsewhere"), said(node, "here"));
    }

    private static Phrases.OnlyAsking onlyAsking(YamlNode node) throws DataFileException {
        node.only("button", "typed", "below", "also");
        return new Phrases.OnlyAsking(
                said(node, "button"), said(node, "typed"), said(node, "below"), saidEach(node, "also"));
    }

    private static Map<Answer.Concern, Phrases.FirstSteps> urgent(YamlNode node) throws DataFileException {
        List<Answer.Concern> concerns = List.of(Answer.Concern.values());
        node.only(concerns.stream().map(Answer.Concern::flow).toArray(String[]::new));
        Map<Answer.Concern, Phrases.FirstSteps> words = new EnumMap<>(Answer.Concern.class);
        for (Answer.Concern concern : concerns) {
            YamlNode entry = node.get(concern.flow());
            entry.only("title", "steps", "report");
            words.put(
                    concern,
                    new Phrases.FirstSteps(said(entry, "title"), saidEach(entry, "steps"), said(entry, "report")));
        }
        return words;
    }

    private static Phrases.Report report(YamlNode node) throws DataFileException {
        node.only("title", "nothing-sent", "danger", "whom", "no-contacts", "ring", "clauses", "flow");
        return new Phrases.Report(
                said(node, "title"),
                said(node, "nothing-sent"),
                said(node, "danger"),
                said(node, "whom"),
                said(node, "no-contacts"),
                said(node, "ring"),
                said(node, "clauses"),
                said(node, "flow"));
    }

    private static Phrases.Reporting reporting(YamlNode node) throws DataFileException {
        List<String> keys = new ArrayList<>(List.of("list", "go-on", "throw-away", "really-throw-away"));
        keys.addAll(List.of(names(ReportPhrase.values())));
        node.only(keys.toArray(String[]::new));
        Map<ReportPhrase, String> words = new EnumMap<>(ReportPhrase.class);
        for (ReportPhrase phrase : ReportPhrase.values()) {
            words.put(phrase, said(node, name(phrase)));
        }
        return new Phrases.Reporting(
                words,
                command(node.get("list")),
                command(node.get("go-on")),
                command(node.get("throw-away")),
                command(node.get("really-throw-away")));
    }

    private static Phrases.Command command(YamlNode node) throws DataFileException {
        node.only("button", "also");
        return new Phrases.Command(said(node, "button"), saidEach(node, "also"));
    }

    private static Phrases.Thanks thanks(YamlNode node) throws DataFileException {
        node.only("helpful", "not-asked", "gone");
        return new Phrases.Thanks(said(node, "helpful"), said(node, "not-asked"), said(node, "gone"));
    }

    private static Phrases.Welcome welcome(YamlNode node) throws DataFileException {
        node.only("title", "text", "examples-title", "examples", "privacy");
        return new Phrases.Welcome(
                said(node, "title"),
                said(node, "text"),
                said(node, "examples-title"),
                saidEach(node, "examples"),
                said(node, "privacy"));
    }

    private static Phrases.Logging logging(YamlNode node) throws DataFileException {
        node.only("asked", "off", "on", "page");
        YamlNode page = node.get("page");
        page.only("title", "kept-title", "kept", "never-title", "never", "is-on", "is-off");
        return new Phrases.Logging(
                command(node.get("asked")),
                command(node.get("off")),
                command(node.get("on")),
                new Phrases.Page(
                        said(page, "title"),
                        said(page, "kept-title"),
                        saidEach(page, "kept"),
                        said(page, "never-title"),
                        saidEach(page, "never"),
                        said(page, "is-on"),
                        said(page, "is-off")));
    }

    private static Phrases.Waiting waiting(YamlNode node) throws DataFileException {
        node.only("tell-me", "dont-tell", "kept", "too-many", "gone", "taken-back", "list", "answered");
        return new Phrases.Waiting(
                said(node, "tell-me"),
                said(node, "dont-tell"),
                said(node, "kept"),
                said(node, "too-many"),
                said(node, "gone"),
                said(node, "taken-back"),
                said(node, "list"),
                said(node, "answered"));
    }

    private static String said(YamlNode node, String key) throws DataFileException {
        return notBlank(node.get(key));
    }

    private static List<String> saidEach(YamlNode node, String key) throws DataFileException {
        YamlNode list = node.get(key);
        List<String> words = new ArrayList<>();
        for (YamlNode item : list.list()) {
            words.add(notBlank(item));
        }
        if (words.isEmpty()) {
            throw list.error("\"" + key + "\" needs one entry at least");
        }
        return words;
    }

    private static String notBlank(YamlNode node) throws DataFileException {
        String words = node.text().strip();
        if (words.isEmpty()) {
            throw node.error("this phrase is empty; write what the bot should say");
        }
        return words;
    }

    private static String[] names(Enum<?>[] values) {
        String[] names = new String[values.length];
        for (int i = 0; i < values.length; i++) {
            names[i] = name(values[i]);
        }
        return names;
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
