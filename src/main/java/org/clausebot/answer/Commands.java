package org.clausebot.answer;

import static org.clausebot.answer.Modals.pattern;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Bare commands: "Never promise to keep a secret", "If there is a fire, leave at once". With "please" they are no more than a request.
 */
final class Commands {
    /** Where a sentence begins, or goes on after its occasion. */
    private static final String BEGINS =
            "(?:^|[.!?;] )(?:(?:if|when|where|whenever|once|on|before|after|at|in|during|should|as soon as)\\b[^.;:!?]*?, |(?:if|when|before|after)\\b[^.;:!?]*(?<!\\b(?:will|to|may|must|should|can|not|that)): )?(?:(please )|(?:always|instead,?|then|first,?|otherwise,?|so) )?";

    private static final Pattern FORBIDS = pattern(
            BEGINS
                    + "(?:(?:and|but) )?((?:do not|don['’]t)\\b|never\\b(?! (?:more|less|fewer|before|again|once|has|have|by|in|on|at|a|the|is|are)\\b))");

    private static final Pattern DEMANDS = pattern(BEGINS + "(\\p{L}+)\\b(?=( [^.!?;]*))");

    private static final Set<String> VERBS = Set.of(
            "tell report ask ring phone telephone use keep check make read save send give take put sign record write speak say lock"
                    .concat(
                            " log stop call inform contact follow wear bring hand return remove choose think treat avoid ensure let leave")
                    .concat(
                            " go get remember complete fill store switch turn set delete change agree explain listen note pass refer seek")
                    .concat(
                            " act protect challenge arrange attach back carry close collect copy decline destroy enter escort evacuate find")
                    .concat(
                            " forward help hold include limit meet move name offer open place plan print provide raise reply respect")
                    .concat(
                            " respond review shred sit stand stay submit try update wait walk warn wash watch pack park press freeze stick")
                    .concat(
                            " come count empty hide invite mention pick prepare quote refuse reset scan secure sort supervise teach tidy type")
                    .concat(" unplug clear install upload download post publish share discuss encrypt lend")
                    .split(" "));

    /** Words that are names as well as commands, where what follows tells that they name something. */
    private static final Pattern NAMES = pattern("^ (?:(?:of|with|for|by|from|is|are|to be|between|under)\\b|\\|)");

    /** Of a sentence that begins with a name there comes a verb. */
    private static final Pattern SPEAKS_OF = pattern(
            "^[^,;.:]*?\\b(?:is|are|was|were|may|must|will|should|shall|has|have|does|do|means?|includes?|applies|covers?|goes)\\b");

    private static final Pattern GOES_ON = pattern(
            "[,;.:]|\\b(?:if|when|who|that|which|where|because|unless|so|until|what|whether|how|why|as|anyone|anything|everything|whatever)\\b");

    /** "Save where it concerns children" saves nothing. */
    private static final Pattern EXCEPTS = pattern("^ (?:where|when|in|for|that|as|if|by)\\b");

    private Commands() {}

    /** What forbids, where the statement has no modal word. */
    static Optional<Modals.Found> forbidding(String statement) {
        Matcher words = FORBIDS.matcher(statement);
        return words.find()
                ? Optional.of(new Modals.Found(
                        words.group(1) == null ? Stance.MUST_NOT : Stance.SHOULD_NOT, words.start(2), words.end(2)))
                : Optional.empty();
    }

    /** What demands. */
    static Optional<Modals.Found> demanding(String statement) {
        Matcher words = DEMANDS.matcher(statement);
        while (words.find()) {
            String after = words.group(3);
            String verb = words.group(2).toLowerCase(Locale.UK);
            boolean excepts = verb.equals("save") && EXCEPTS.matcher(after).find();
            if (VERBS.contains(verb) && !excepts && !isName(after)) {
                return Optional.of(new Modals.Found(
                        words.group(1) == null ? Stance.MUST : Stance.SHOULD, words.start(2), words.end(2)));
            }
        }
        return Optional.empty();
    }

    private static boolean isName(String after) {
        Matcher end = GOES_ON.matcher(after);
        boolean goesOn = end.find();
        String first = goesOn ? after.substring(0, end.start()) : after;
        return NAMES.matcher(after).find()
                || SPEAKS_OF.matcher(first).find()
                || (goesOn && end.group().equals(":"));
    }
}
