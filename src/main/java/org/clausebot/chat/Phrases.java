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

/**
 * All that the bot says in its own words. It stands in one file, so that a headteacher can read and change it; nothing
 * in it is the policy's.
 *
 * @param smallTalk for messages that ask nothing
 * @param answers what stands around the quotes
 * @param badge what stands around a clause's own words of strength
 * @param beside what one clause has to do with another
 * @param urgent first steps, before any search result
 * @param report what stands above the people to tell
 * @param feedback thanks for a vote
 * @param welcome what stands on an empty page
 */
public record Phrases(
        Map<Answer.SmallTalk.Kind, String> smallTalk,
        Answers answers,
        Badge badge,
        Beside beside,
        Map<Answer.Concern, FirstSteps> urgent,
        OnlyAsking onlyAsking,
        Report report,
        Thanks feedback,
        Welcome welcome) {

    public Phrases {
        smallTalk = Map.copyOf(smallTalk);
        urgent = Map.copyOf(urgent);
    }

    /** What stands around the quotes. {@code tooLong} may hold {@code {length}} and {@code {limit}}. */
    public record Answers(
            String quoted, String nearest, String notCovered, String whomToAsk, String blank, String tooLong) {}

    /**
     * What stands around a clause's own words of strength.
     *
     * @param says holds {@code {words}}
     * @param differ said when the clauses that answer are not all as strong
     */
    public record Badge(String says, String differ) {}

    /**
     * What one clause has to do with another; {@code {clause}} and {@code {other}} stand for their numbers and {@code
     * {document}} for a document's name.
     *
     * @param title stands above all of it
     * @param links one for each relation
     * @param elsewhere another document that is not here
     * @param here one that is
     */
    public record Beside(String title, Map<Context.Relation, String> links, String elsewhere, String here) {
        public Beside {
            links = Map.copyOf(links);
        }
    }

    /**
     * How a person says that nothing has happened.
     *
     * @param button what the button says, and what it sends
     * @param typed how to say it where there are no buttons
     * @param also other ways to say it, in small letters
     */
    public record OnlyAsking(String button, String typed, List<String> also) {
        public OnlyAsking {
            also = List.copyOf(also);
        }

        /** Whether {@code message} says so, whatever its capitals and full stops. */
        public boolean says(String message) {
            String plain = plain(message);
            return plain.equals(plain(button))
                    || also.stream().anyMatch(way -> plain(way).equals(plain));
        }

        private static String plain(String words) {
            return words.toLowerCase(Locale.UK)
                    .replace("’", "'")
                    .replaceAll("[.!,]+", "")
                    .strip();
        }
    }

    /**
     * What to do now.
     *
     * @param title in a few words
     * @param steps in order
     * @param report names its guided report
     */
    public record FirstSteps(String title, List<String> steps, String report) {
        public FirstSteps {
            steps = List.copyOf(steps);
        }
    }

    /** What stands around the people to tell. */
    public record Report(
            String title,
            String nothingSent,
            String danger,
            String whom,
            String noContacts,
            String ring,
            String clauses,
            String flow) {}

    /** Thanks for a vote. */
    public record Thanks(String helpful, String notAsked, String gone) {}

    /** What stands on an empty page. */
    public record Welcome(String title, String text, String examplesTitle, List<String> examples, String privacy) {
        public Welcome {
            examples = List.copyOf(examples);
        }
    }

    /**
     * Reads {@code conversations/phrases.yaml} or a file like it.
     *
     * @throws DataFileException when a phrase is missing, empty or not known, with file and line
     */
    public static Phrases read(Path file) throws DataFileException {
        YamlNode root = Yaml.read(file);
        root.only("small-talk", "answers", "badge", "beside", "urgent", "only-asking", "report", "feedback", "welcome");
        return new Phrases(
                smallTalk(root.get("small-talk")),
                answers(root.get("answers")),
                badge(root.get("badge")),
                beside(root.get("beside")),
                urgent(root.get("urgent")),
                onlyAsking(root.get("only-asking")),
                report(root.get("report")),
                thanks(root.get("feedback")),
                welcome(root.get("welcome")));
    }

    /** The words for {@code kind}. */
    public String smallTalk(Answer.SmallTalk.Kind kind) {
        return smallTalk.getOrDefault(kind, "");
    }

    /** What {@code relation} is, in a sentence. */
    String beside(Context.Relation relation) {
        return beside.links().getOrDefault(relation, "");
    }

    public FirstSteps urgent(Answer.Concern concern) {
        return urgent.getOrDefault(concern, new FirstSteps("", List.of(), ""));
    }

    private static Map<Answer.SmallTalk.Kind, String> smallTalk(YamlNode node) throws DataFileException {
        node.only(names(Answer.SmallTalk.Kind.values()));
        Map<Answer.SmallTalk.Kind, String> words = new EnumMap<>(Answer.SmallTalk.Kind.class);
        for (Answer.SmallTalk.Kind kind : Answer.SmallTalk.Kind.values()) {
            words.put(kind, said(node, name(kind)));
        }
        return words;
    }

    private static Answers answers(YamlNode node) throws DataFileException {
        node.only("quoted", "nearest", "not-covered", "whom-to-ask", "blank", "too-long");
        return new Answers(
                said(node, "quoted"),
                said(node, "nearest"),
                said(node, "not-covered"),
                said(node, "whom-to-ask"),
                said(node, "blank"),
                said(node, "too-long"));
    }

    private static Badge badge(YamlNode node) throws DataFileException {
        node.only("says", "differ");
        return new Badge(said(node, "says"), said(node, "differ"));
    }

    private static Beside beside(YamlNode node) throws DataFileException {
        List<String> keys = new ArrayList<>(List.of("title", "elsewhere", "here"));
        keys.addAll(List.of(names(Context.Relation.values())));
        node.only(keys.toArray(String[]::new));
        Map<Context.Relation, String> links = new EnumMap<>(Context.Relation.class);
        for (Context.Relation relation : Context.Relation.values()) {
            links.put(relation, said(node, name(relation)));
        }
        return new Beside(said(node, "title"), links, said(node, "elsewhere"), said(node, "here"));
    }

    private static OnlyAsking onlyAsking(YamlNode node) throws DataFileException {
        node.only("button", "typed", "also");
        return new OnlyAsking(said(node, "button"), said(node, "typed"), saidEach(node, "also"));
    }

    private static Map<Answer.Concern, FirstSteps> urgent(YamlNode node) throws DataFileException {
        List<Answer.Concern> concerns = List.of(Answer.Concern.values());
        node.only(concerns.stream().map(Answer.Concern::flow).toArray(String[]::new));
        Map<Answer.Concern, FirstSteps> words = new EnumMap<>(Answer.Concern.class);
        for (Answer.Concern concern : concerns) {
            YamlNode entry = node.get(concern.flow());
            entry.only("title", "steps", "report");
            words.put(concern, new FirstSteps(said(entry, "title"), saidEach(entry, "steps"), said(entry, "report")));
        }
        return words;
    }

    private static Report report(YamlNode node) throws DataFileException {
        node.only("title", "nothing-sent", "danger", "whom", "no-contacts", "ring", "clauses", "flow");
        return new Report(
                said(node, "title"),
                said(node, "nothing-sent"),
                said(node, "danger"),
                said(node, "whom"),
                said(node, "no-contacts"),
                said(node, "ring"),
                said(node, "clauses"),
                said(node, "flow"));
    }

    private static Thanks thanks(YamlNode node) throws DataFileException {
        node.only("helpful", "not-asked", "gone");
        return new Thanks(said(node, "helpful"), said(node, "not-asked"), said(node, "gone"));
    }

    private static Welcome welcome(YamlNode node) throws DataFileException {
        node.only("title", "text", "examples-title", "examples", "privacy");
        return new Welcome(
                said(node, "title"),
                said(node, "text"),
                said(node, "examples-title"),
                saidEach(node, "examples"),
                said(node, "privacy"));
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
