package org.clausebot.answer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.clausebot.answer.Answer.SmallTalk.Kind;
import org.clausebot.search.Language;

/**
 * Knows a message of many words that still asks nothing of the policy: one in another language, a pasted page, one that
 * wants the bot to say something as if the policy said it, or to tell what others asked. Nothing a person types can change
 * a quotation, so that this is no defence: it only gives a fitting reply where the clauses nearest to such words would be
 * none. Urgent words are looked for before.
 */
final class NoQuestion {
    private static final String RULES =
            "(?:polic(?:y|ies)|rules?|instructions?|guidelines?|clauses?|prompts?|guidance|training|programming|restrictions?|\\d+(?:\\.\\d+)+)";
    private static final List<Pattern> COMMANDS = List.of(
            pattern("\\b(?:ignore|disregard|forget|override|bypass|overrule|skip)\\b.{0,40}\\b" + RULES
                    + "\\b.{0,40}\\b(?:and|say|tell|just|instead|answer|write|reply|quote|pretend|then|now)\\b"),
            pattern(
                    "^(?:please )?(?:ignore|disregard|forget|override|bypass) (?:all |any |your |the |my |every |these |those |previous |above )*"
                            + RULES),
            pattern("\\b(?:system prompt|developer mode|jailbreak|dan mode|admin mode|debug mode)\\b"),
            pattern(
                    "\\b(?:reveal|print|show|output|repeat|tell)\\b.{0,20}\\b(?:your|the) (?:hidden |system |secret |initial |original )?(?:instructions?|prompts?|source code|configuration|api keys?)\\b"),
            pattern(
                    "\\bas (?:the |your |a |an )?(?:acting |deputy |executive )?(?:head|headteacher|head teacher|principal|chair of governors|owner|administrator|admin|developer|dsl)\\b.{0,30}\\b(?:i|we) (?:hereby )?(?:cancel|revoke|suspend|waive|delete|remove|change|authori[sz]e you|order|instruct|command|declare|am (?:changing|cancelling|deleting|telling you))\\b"),
            pattern(
                    "\\b(?:i|we) (?:hereby )?(?:cancel|revoke|suspend|repeal|delete|rewrite) (?:clause |section |rule )?\\d+(?:\\.\\d+)+"),
            pattern(
                    "\\b(?:say|write|state|reply|answer|respond|confirm|repeat|quote)\\b.{0,30}\\b(?:that )?(?:the )?policy (?:now )?(?:says|allows|permits|lets|states|forbids)\\b(?!.*\\?)"),
            pattern(
                    "\\b(?:pretend|act as if|imagine|role ?play|suppose) (?:that )?(?:you(?:'re| are)|there (?:is|are|was) no|the policy|you (?:have|had) no)\\b"),
            pattern(
                    "\\b(?:make up|invent|fabricate) (?:a |an |some )?(?:new )?(?:clause|rule|quote|policy|section)\\b"),
            pattern("\\b(?:repeat after me|from now on you|you are now|you must now)\\b"),
            pattern(
                    "\\b(?:add|insert|write in|append) (?:a |an )?(?:new )?(?:clause|rule|section)\\b.{0,40}\\b(?:saying|that says|which says|to say|allowing|that allows)\\b"),
            pattern(
                    "\\bquote (?:that|this|me)\\b.{0,30}\\b(?:as|policy|clause)\\b|\\b(?:cancel|scrap|change|rewrite)\\b.{0,30}\\bquote (?:that|it)\\b"));
    private static final List<Pattern> OTHERS = List.of(
            pattern(
                    "\\b(?:what|which questions?)\\b.{0,12}\\b(?:did|has|have|does|is)\\b.{0,40}\\b(?:ask(?:ed|ing)?|search(?:ed)?|typ(?:e|ed)|look(?:ed)? up)\\b.{0,12}\\b(?:you|here|bot|today|yesterday|this week|last week|about me|recently)?\\W*$"),
            pattern(
                    "\\b(?:who|has any(?:one|body)|did any(?:one|body)|how many (?:people|staff|teachers))\\b.{0,20}\\b(?:asked|been asking|asking|searched|reported)\\b.{0,40}\\b(?:you|here|bot|me|this|today|week|about)\\b"),
            pattern(
                    "\\b(?:show|tell|give|list|read)\\b.{0,12}\\b(?:me )?(?:what |the |all |every )?(?:.{0,20}'s |other people's |everyone's |everybody's |others' )(?:questions?|messages?|searches|chats?|conversations?|history|reports?)\\b"));

    /** Nobody asks one thing in more. */
    private static final int PASTED_WORDS = 150;

    private NoQuestion() {}

    private static Pattern pattern(String words) {
        return Pattern.compile(words);
    }

    static Optional<Kind> detect(String message) {
        if (Language.isForeign(message)) {
            return Optional.of(Kind.OTHER_LANGUAGE);
        }
        String plain = message.toLowerCase(Locale.UK)
                .replace('’', '\'')
                .replaceAll("\\s+", " ")
                .strip();
        if (OTHERS.stream().anyMatch(pattern -> pattern.matcher(plain).find())) {
            return Optional.of(Kind.OTHERS_QUESTIONS);
        }
        if (plain.split(" ", -1).length > PASTED_WORDS) {
            return Optional.of(Kind.PASTED);
        }
        return COMMANDS.stream().anyMatch(pattern -> pattern.matcher(plain).find())
                ? Optional.of(Kind.MANIPULATION)
                : Optional.empty();
    }
}
