package org.clausebot.policy;

import java.util.Set;
import java.util.regex.Pattern;

/** Knows whether two parts of a word that a line end divides are joined by a hyphen of their own. */
final class Hyphens {
    /** They make a compound with whatever follows. */
    private static final Set<String> FIRST_OF_A_COMPOUND = Set.of(
            "self",
            "non",
            "well",
            "half",
            "cross",
            "multi",
            "two",
            "three",
            "semi",
            "first",
            "second",
            "third",
            "peer",
            "decision",
            "whistle",
            "year",
            "follow",
            "face",
            "mid",
            "vice",
            "anti");

    /** They make a compound with some words, and are the first syllable of others: part-time, part-ner. */
    private static final Set<String> FIRST_OF_SOME = Set.of(
            "co", "ex", "e", "on", "off", "part", "full", "long", "short", "high", "low", "one", "key", "post", "pre",
            "sub", "all", "up", "in", "out", "day", "age", "term", "risk", "child", "back", "drop", "check", "sign",
            "hand", "stand", "re", "inter", "over", "under");

    private static final Set<String> SECOND_OF_A_COMPOUND = Set.of(
            "time",
            "house",
            "school",
            "depth",
            "person",
            "site",
            "call",
            "going",
            "line",
            "duty",
            "term",
            "year",
            "week",
            "day",
            "night",
            "staff",
            "pupil",
            "pupils",
            "employee",
            "employees",
            "member",
            "members",
            "partner",
            "existing",
            "arranged",
            "employment",
            "agreed",
            "paid",
            "operate",
            "operation",
            "operative",
            "ordinate",
            "ordinated",
            "ordinator",
            "ordination",
            "opt",
            "opted",
            "based",
            "wide",
            "level",
            "quality",
            "scale",
            "on",
            "off",
            "out",
            "up",
            "in",
            "entry",
            "enter",
            "apply",
            "issue",
            "read",
            "use",
            "train",
            "open",
            "arrange",
            "assess",
            "consider",
            "elect",
            "offer",
            "sign",
            "store",
            "class",
            "service");

    private static final Set<String> ENDINGS = Set.of(
            "ing", "ings", "ed", "er", "ers", "ly", "tion", "tions", "sion", "sions", "ment", "ments", "ness", "ship",
            "ships", "able", "ible", "ance", "ence", "ances", "ences", "ity", "ities", "est", "ful", "fully", "less",
            "ward", "wards", "ren", "ic", "ical", "al", "ally", "ous", "ive", "ives", "ary", "ery", "ory", "ant", "ent",
            "ents", "ants", "ist", "ists", "ism", "ise", "ised", "ising", "ize", "age", "ages", "ure", "ures", "cy",
            "cies", "ty");

    /** Words that are made of two words and have no hyphen. */
    private static final Set<String> CLOSED = Set.of(
            "anybody",
            "anyone",
            "anything",
            "anywhere",
            "everybody",
            "everyone",
            "everything",
            "everywhere",
            "somebody",
            "something",
            "sometimes",
            "somewhere",
            "nobody",
            "nothing",
            "nowhere",
            "however",
            "whatever",
            "whenever",
            "wherever",
            "whoever",
            "whereas",
            "therefore",
            "furthermore",
            "moreover",
            "nevertheless",
            "otherwise",
            "meanwhile",
            "afterwards",
            "beforehand",
            "altogether",
            "without",
            "within",
            "throughout",
            "herself",
            "himself",
            "itself",
            "myself",
            "ourselves",
            "themselves",
            "yourself",
            "yourselves",
            "oneself",
            "classroom",
            "headteacher",
            "playground",
            "website",
            "workplace",
            "weekend",
            "online",
            "offline",
            "outside",
            "inside",
            "overall",
            "overtime",
            "upload",
            "download",
            "update",
            "password",
            "guideline",
            "guidelines",
            "safeguarding",
            "framework",
            "handbook",
            "childcare",
            "background",
            "timetable",
            "timescale",
            "deadline",
            "feedback",
            "workload");

    private static final Set<String> TENS =
            Set.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
    private static final Set<String> UNITS = Set.of("four", "five", "six", "seven", "eight", "nine");
    private static final Pattern REST_OF_A_NUMBER = Pattern.compile("(teen|ty|ti|th).*");

    private Hyphens() {}

    /**
     * Whether {@code head} and {@code tail}, in small letters, are one word without a hyphen.
     *
     * @param words the words of the document
     */
    static boolean isOneWord(String head, String tail, Set<String> words) {
        if (ENDINGS.contains(tail) || CLOSED.contains(head + tail)) {
            return true;
        }
        if (FIRST_OF_A_COMPOUND.contains(head) || isNumberInFront(head, tail)) {
            return false;
        }
        if (FIRST_OF_SOME.contains(head)) {
            return !SECOND_OF_A_COMPOUND.contains(tail) && !words.contains(tail);
        }
        return !(head.length() > 2 && tail.length() > 2 && words.contains(head) && words.contains(tail));
    }

    /** Whether a number word is joined to a whole word, as in ninety-five and six-week, and not cut as in four-teen. */
    private static boolean isNumberInFront(String head, String tail) {
        return TENS.contains(head)
                || (UNITS.contains(head) && !REST_OF_A_NUMBER.matcher(tail).matches());
    }
}
