package org.clausebot.policy.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words as they are counted and compared. */
final class Words {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}’'./@&-]*");
    private static final Pattern CONTENT = Pattern.compile("[\\p{L}\\p{N}]+(?:[’'][\\p{L}]+)?");
    private static final Set<String> COMMON =
            Set.of(("a about after all also an and any are as at be been before being between both but by can"
                            + " could did do does doing e for from g had has have having how if in into is it its itself"
                            + " may might more most must necessary no nor not of off on once only or other others our"
                            + " out over own s shall should so some such than that the their them then there these they"
                            + " this those through to too under until up upon very was way were what when where which"
                            + " while who whom whose why will with within would you your ensure never always use used"
                            + " using")
                    .split(" ", -1));
    private static final Map<String, String> SAME = Map.of(
            "pupil",
            "child",
            "student",
            "child",
            "children",
            "child",
            "staff",
            "adult",
            "employee",
            "adult",
            "colleague",
            "adult",
            "teacher",
            "adult",
            "online",
            "on-line");

    private Words() {}

    /** How many words a person would count: numbers, hyphenated words and addresses are one each. */
    static int count(CharSequence text) {
        int count = 0;
        for (Matcher word = WORD.matcher(text); word.find(); ) {
            count++;
        }
        return count;
    }

    /** The words that carry the meaning, without their endings, in order. */
    static List<String> content(String text) {
        List<String> stems = new ArrayList<>();
        String plain = text.toLowerCase(Locale.UK).replace("e-mail", "email").replace("on-line", "online");
        for (Matcher word = CONTENT.matcher(plain); word.find(); ) {
            String bare = word.group().replaceAll("[’'].*", "");
            if (!COMMON.contains(bare)) {
                String stem = stem(bare);
                stems.add(SAME.getOrDefault(stem, SAME.getOrDefault(bare, stem)));
            }
        }
        return stems;
    }

    /** A word without the commonest English endings: enough to match "communicate" with "communications". */
    static String stem(String word) {
        String stem = word;
        for (String ending :
                List.of("ations", "ation", "ings", "ing", "ments", "ment", "ies", "ied", "ed", "es", "s")) {
            if (stem.endsWith(ending) && stem.length() - ending.length() >= 3 && !stem.endsWith("ss")) {
                stem = stem.substring(0, stem.length() - ending.length()) + (ending.startsWith("ie") ? "y" : "");
                break;
            }
        }
        return stem.length() > 3 && stem.endsWith("e") ? stem.substring(0, stem.length() - 1) : stem;
    }
}
