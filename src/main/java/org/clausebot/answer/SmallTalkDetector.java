package org.clausebot.answer;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.clausebot.answer.Answer.SmallTalk.Kind;

/**
 * Knows a message that asks nothing: only a greeting, only thanks, only a sigh. As soon as another word stands in it, it
 * is a question.
 */
final class SmallTalkDetector {
    private static final Set<String> GREETING = Set.of(
            "hi",
            "hii",
            "hiya",
            "hello",
            "hey",
            "heya",
            "yo",
            "morning",
            "afternoon",
            "evening",
            "good",
            "gm",
            "alright",
            "greetings",
            "howdy",
            "hows",
            "things",
            "how",
            "are",
            "you",
            "today",
            "sup",
            "whats",
            "up",
            "nice",
            "to",
            "meet",
            "happy",
            "friday",
            "monday",
            "everyone",
            "all");
    private static final Set<String> THANKS = Set.of(
            "thanks",
            "thank",
            "you",
            "thx",
            "ta",
            "cheers",
            "tysm",
            "ty",
            "thankyou",
            "very",
            "so",
            "lovely",
            "brilliant",
            "great",
            "perfect",
            "super",
            "amazing",
            "awesome",
            "helpful",
            "that",
            "thats",
            "was",
            "is",
            "a",
            "lot",
            "lots",
            "many",
            "for",
            "your",
            "help",
            "the",
            "much",
            "appreciated",
            "it",
            "appreciate",
            "fab",
            "good",
            "nice",
            "one",
            "really",
            "ok",
            "okay",
            "got");
    private static final Set<String> THANKS_CORE =
            Set.of("thanks", "thank", "thx", "ta", "cheers", "tysm", "ty", "thankyou", "appreciated", "appreciate");
    private static final Set<String> GOODBYE = Set.of(
            "bye",
            "byebye",
            "goodbye",
            "night",
            "goodnight",
            "see",
            "you",
            "ya",
            "later",
            "laters",
            "tomorrow",
            "cya",
            "ttfn",
            "cheerio",
            "have",
            "a",
            "good",
            "nice",
            "evening",
            "day",
            "weekend",
            "ok",
            "okay",
            "then",
            "for",
            "now",
            "thanks");
    private static final Set<String> GOODBYE_CORE =
            Set.of("bye", "byebye", "goodbye", "goodnight", "later", "laters", "cya", "ttfn", "cheerio", "night");
    private static final Set<String> GREETING_CORE = Set.of(
            "hi",
            "hii",
            "hiya",
            "hello",
            "hey",
            "heya",
            "yo",
            "morning",
            "afternoon",
            "evening",
            "gm",
            "greetings",
            "howdy",
            "sup",
            "alright",
            "hows",
            "how",
            "whats");
    private static final Set<String> NAMES =
            Set.of("bot", "clausebot", "there", "mate", "pal", "love", "again", "x", "xx");
    private static final Set<String> FILLER = Set.of(
            "ok",
            "okay",
            "k",
            "kk",
            "yes",
            "no",
            "yep",
            "yeah",
            "nope",
            "lol",
            "haha",
            "hahaha",
            "hmm",
            "hm",
            "um",
            "uh",
            "er",
            "oh",
            "ah",
            "right",
            "sure",
            "fine",
            "cool",
            "meh",
            "test",
            "testing",
            "asdf",
            "qwerty",
            "what",
            "why",
            "eh",
            "idk",
            "nvm",
            "nevermind",
            "omg",
            "wow",
            "please",
            "pls");
    private static final Set<String> INSULT = Set.of(
            "stupid",
            "useless",
            "rubbish",
            "idiot",
            "dumb",
            "crap",
            "pointless",
            "hopeless",
            "terrible",
            "awful",
            "thick",
            "shut",
            "shit",
            "fuck",
            "fucking",
            "bloody",
            "off",
            "hate",
            "suck",
            "sucks",
            "moron",
            "worst",
            "pathetic");
    private static final Set<String> INSULT_FILLER = Set.of(
            "you",
            "youre",
            "your",
            "u",
            "ur",
            "are",
            "is",
            "a",
            "an",
            "this",
            "thing",
            "bot",
            "machine",
            "computer",
            "so",
            "absolutely",
            "completely",
            "totally",
            "utterly",
            "i",
            "the",
            "piece",
            "of",
            "up",
            "what",
            "ever",
            "such");
    private static final Pattern HELP = Pattern.compile(
            "(?:help(?: me)?|\\?+|what can (?:you|u) (?:do|help(?: me)? with)|what (?:do you do|are you)"
                    + "|who are you|how (?:do|does) (?:this|you|it) work|what is this|menu|commands|start)");

    private SmallTalkDetector() {}

    static Optional<Kind> detect(String message) {
        String plain = Normalizer.normalize(message, Normalizer.Form.NFKC)
                .toLowerCase(Locale.UK)
                .replaceAll("['’]", "")
                .replaceAll("[^\\p{L}\\p{N}?]+", " ")
                .strip();
        if (HELP.matcher(plain.replaceAll("(?<=\\p{L})\\s*\\?+$", "")).matches()) {
            return Optional.of(Kind.HELP);
        }
        List<String> words = List.of(plain.replace("?", " ").strip().split("\\s+"));
        if (words.stream().mapToInt(String::length).sum() <= 1) {
            return Optional.of(Kind.UNCLEAR);
        }
        if (words.size() > 9) {
            return Optional.empty();
        }
        if (only(words, GOODBYE, GOODBYE_CORE)) {
            return Optional.of(Kind.GOODBYE);
        }
        if (only(words, THANKS, THANKS_CORE)) {
            return Optional.of(Kind.THANKS);
        }
        if (only(words, GREETING, GREETING_CORE)) {
            return Optional.of(Kind.GREETING);
        }
        if (only(words, INSULT_FILLER, INSULT)) {
            return Optional.of(Kind.INSULT);
        }
        boolean unclear = only(words, FILLER, FILLER) || isNumber(words);
        return unclear ? Optional.of(Kind.UNCLEAR) : Optional.empty();
    }

    /** Whether each word is one of {@code allowed} or of {@code core}, with one of {@code core} at least. */
    private static boolean only(List<String> words, Set<String> allowed, Set<String> core) {
        return words.stream().anyMatch(core::contains)
                && words.stream().allMatch(w -> allowed.contains(w) || core.contains(w) || NAMES.contains(w));
    }

    private static boolean isNumber(List<String> words) {
        return words.size() == 1 && words.getFirst().chars().allMatch(Character::isDigit);
    }
}
