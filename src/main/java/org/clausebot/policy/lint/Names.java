package org.clausebot.policy.lint;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.clausebot.policy.Clause;
import org.clausebot.policy.ClauseRef;

/** How messages name clauses and quote words. */
final class Names {
    private static final int QUOTED_WORDS = 14;
    private static final int MOST_NAMED = 6;

    private Names() {}

    /** {@code clause 2.4.6}, {@code bullet 3 of clause 1.1.1}, {@code paragraph 4 of “Sharing > Exceptions”}. */
    static String of(ClauseRef ref) {
        String number = ref.number();
        int mark = number.lastIndexOf(" ¶");
        if (number.startsWith("¶")) {
            return (ref.bullet() == 0 ? "" : "bullet " + ref.bullet() + " of ") + "paragraph " + number.substring(1);
        }
        String clause = mark < 0
                ? "clause " + number
                : "paragraph " + number.substring(mark + 2) + " of “" + number.substring(0, mark) + "”";
        return ref.bullet() == 0 ? clause : "bullet " + ref.bullet() + " of " + clause;
    }

    static String of(Clause clause) {
        return of(clause.ref());
    }

    /** The same at the beginning of a sentence. */
    static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** {@code clause 1.1}, {@code clauses 1.1 and 2.4}, {@code bullet 2 of clause 3.1 and clause 4.2}. */
    static String list(List<Clause> clauses) {
        List<ClauseRef> refs = clauses.stream().map(Clause::ref).distinct().toList();
        boolean plain =
                refs.stream().allMatch(r -> r.bullet() == 0 && !r.number().contains("¶"));
        boolean several = plain && refs.size() > 1;
        List<String> names =
                refs.stream().map(r -> several ? r.number() : of(r)).toList();
        List<String> shown = names.size() > MOST_NAMED
                ? Stream.concat(
                                names.stream().limit(MOST_NAMED - 1),
                                Stream.of((names.size() - MOST_NAMED + 1) + " more"))
                        .toList()
                : names;
        return (several ? "clauses " : "") + and(shown);
    }

    /** {@code clauses 2.4.6 and 2.4.7}, {@code bullets 1 to 6 of clause 2.3}: items that follow one another. */
    static String range(List<Clause> items) {
        ClauseRef first = items.getFirst().ref();
        ClauseRef last = items.getLast().ref();
        String through = items.size() == 2 ? " and " : " to ";
        if (items.size() == 1) {
            return of(first);
        }
        if (first.bullet() > 0 && last.bullet() > 0 && first.number().equals(last.number())) {
            return "bullets " + first.bullet() + through + last.bullet() + " of "
                    + of(new ClauseRef(first.policy(), first.number()));
        }
        int mark = first.number().lastIndexOf(" ¶");
        if (mark > 0 && last.number().startsWith(first.number().substring(0, mark + 2))) {
            return "paragraphs " + first.number().substring(mark + 2) + through
                    + last.number().substring(mark + 2) + " of “"
                    + first.number().substring(0, mark) + "”";
        }
        return mark < 0 ? "clauses " + first.address() + through + last.address() : of(first) + through + of(last);
    }

    static String and(List<String> names) {
        return names.size() < 2
                ? String.join("", names)
                : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
    }

    /** Words in quotation marks, cut after about a line. */
    static String quote(String words) {
        String[] all = words.strip().split("\\s+", -1);
        if (all.length <= QUOTED_WORDS) {
            return "“" + words.strip().replaceAll("(?<![.…])[.;,]$", "") + "”";
        }
        return "“" + String.join(" ", List.of(all).subList(0, QUOTED_WORDS)).replaceAll("[,;:]$", "") + " …”";
    }
}
