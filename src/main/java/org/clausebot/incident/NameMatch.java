package org.clausebot.incident;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.clausebot.school.Receiver;
import org.clausebot.school.Role;

/**
 * Whether a name that somebody typed may be a receiver's. It errs to yes: a report that reaches one person fewer can be
 * given to them later, one that reached the person it is about cannot be taken back. So a surname alone is enough, with a
 * letter or two wrong, whatever the first name; so are a first name alone, initials, a user name that holds the
 * surname, and the name of the role.
 */
final class NameMatch {
    private static final Pattern BETWEEN_PEOPLE = Pattern.compile("[,;/&+()\\n]|\\b(?:and|or)\\b");
    private static final Pattern NOT_A_LETTER = Pattern.compile("[^\\p{L}]+");
    private static final Pattern NO_BREAK = Pattern.compile("['’`\\p{M}]");
    private static final Set<String> TITLES = Set.of(
            "mr",
            "mrs",
            "miss",
            "ms",
            "mx",
            "dr",
            "rev",
            "revd",
            "reverend",
            "sir",
            "dame",
            "lady",
            "lord",
            "prof",
            "professor",
            "father",
            "fr",
            "sister",
            "brother",
            "canon",
            "cllr",
            "councillor",
            "the",
            "jr",
            "obe",
            "mbe");
    private static final Set<String> PARTICLES =
            Set.of("de", "da", "di", "du", "van", "von", "der", "den", "la", "le", "el", "al", "bin", "ibn", "of");
    private static final Map<Role, Pattern> ROLES = Map.of(
            Role.HEADTEACHER,
            Pattern.compile("(?<!deputy |assistant |vice )\\b(head ?teacher|head ?master|head ?mistress|principal"
                    + "|head(?! of (?!school))(?! boy| girl))\\b"),
            Role.SAFEGUARDING_LEAD,
            Pattern.compile(
                    "(?<!deputy |deputy designated )\\b(dsl|designated safeguarding lead|safeguarding lead)\\b"),
            Role.DEPUTY_SAFEGUARDING_LEAD,
            Pattern.compile("\\b(ddsl|deputy dsl|deputy (designated )?safeguarding lead)\\b"),
            Role.CHAIR_OF_GOVERNORS,
            Pattern.compile(
                    "(?<!vice )\\b(chair(man|woman|person)?( of)?( the)? governors|chair|chair of the board)\\b"),
            Role.ONLINE_SAFETY_LEAD,
            Pattern.compile("\\b(online|e) ?safety lead\\b"),
            Role.HUMAN_RESOURCES,
            Pattern.compile("\\b(hr|human resources)\\b"));
    private static final int CONTAINED = 4;

    private NameMatch() {}

    /** @param typed one name or several, as a person typed it */
    static boolean mayBe(String typed, Receiver receiver) {
        String plain = NO_BREAK.matcher(Normalizer.normalize(typed, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        if (names(plain, receiver.roles())) {
            return true;
        }
        List<String> name = words(receiver.name());
        return Arrays.stream(BETWEEN_PEOPLE.split(plain, -1))
                // "Smith, Jane" is one person whose parts both match; "Jane, Tom Reed" is two.
                .map(NameMatch::words)
                .anyMatch(part -> !part.isEmpty() && isOne(part, name));
    }

    private static boolean names(String plain, Set<Role> roles) {
        String spaced = NOT_A_LETTER.matcher(plain).replaceAll(" ");
        return roles.stream()
                .map(ROLES::get)
                .anyMatch(pattern -> pattern != null && pattern.matcher(spaced).find());
    }

    private static boolean isOne(List<String> typed, List<String> name) {
        String first = name.getFirst();
        List<String> surnames = name.size() == 1
                ? name
                : name.subList(1, name.size()).stream()
                        .filter(part -> !PARTICLES.contains(part))
                        .toList();
        for (String surname : surnames) {
            for (int i = 0; i < typed.size(); i++) {
                if (isSurname(typed.get(i), surname)
                        || (i > 0 && isSurname(typed.get(i - 1) + typed.get(i), surname))) {
                    return true;
                }
            }
        }
        for (int i = 1; i < surnames.size(); i++) {
            if (typed.contains(surnames.get(i - 1) + surnames.get(i))) {
                return true;
            }
        }
        return isFirstName(typed, first, surnames) || areInitials(typed, first, surnames);
    }

    private static boolean isSurname(String typed, String surname) {
        return alike(typed, surname)
                || (surname.length() >= CONTAINED && typed.length() > surname.length() && typed.contains(surname));
    }

    private static boolean isFirstName(List<String> typed, String first, List<String> surnames) {
        if (first.length() < 2 || !alike(typed.getFirst(), first)) {
            return false;
        }
        return typed.size() == 1
                || (typed.size() == 2
                        && typed.get(1).length() == 1
                        && surnames.stream().anyMatch(s -> s.startsWith(typed.get(1))));
    }

    private static boolean areInitials(List<String> typed, String first, List<String> surnames) {
        String letters = String.join("", typed);
        if (letters.length() < 2 || letters.length() > 4 || (typed.size() > 1 && letters.length() > typed.size())) {
            return false;
        }
        StringBuilder all = new StringBuilder().append(first.charAt(0));
        surnames.forEach(surname -> all.append(surname.charAt(0)));
        String shortened = "" + all.charAt(0) + all.charAt(all.length() - 1);
        return letters.contentEquals(all)
                || letters.equals(shortened)
                || (letters.length() == 3
                        && letters.charAt(0) == all.charAt(0)
                        && letters.endsWith(shortened.substring(1)));
    }

    /** The words of a name in small letters without accents and titles. */
    private static List<String> words(String name) {
        String plain = NO_BREAK.matcher(Normalizer.normalize(name, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        List<String> all = Arrays.stream(NOT_A_LETTER.split(plain, -1))
                .filter(word -> !word.isEmpty())
                .toList();
        List<String> bare = all.stream().filter(word -> !TITLES.contains(word)).toList();
        return bare.isEmpty() ? all : bare;
    }

    private static boolean alike(String a, String b) {
        int shorter = Math.min(a.length(), b.length());
        int longer = Math.max(a.length(), b.length());
        int allowed = shorter < 3 ? 0 : longer >= 8 ? 2 : longer >= 4 ? 1 : a.charAt(0) == b.charAt(0) ? 1 : 0;
        return a.equals(b) || (longer - shorter <= allowed && distance(a, b) <= allowed);
    }

    /** Letters left out, added, changed, or two neighbours swapped. */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + change);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
