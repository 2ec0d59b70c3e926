package org.clausebot.querylog;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clausebot.querylog.Hidden.Kind;

/**
 * Finds names of people. What is in a list of names, and every word that is in no list, counts as one, in capitals or not;
 * a name that is a word as well ("will", "grace") only where it stands as a name does. It errs to yes: a question that lost
 * a word can mostly still be read, a name that was kept cannot be taken back.
 */
final class NameFinder {
    private static final Pattern TOKEN = Pattern.compile(
            "(?:\\p{Lu}\\.){2,}|[\\p{L}\\p{M}\\d_]*[\\d_][\\p{L}\\p{M}\\d_]*|[\\p{L}\\p{M}]+(?:['’`][\\p{L}\\p{M}]+)*");
    private static final Set<String> TITLES = set("mr mrs ms mx dr prof revd rev messrs");
    /** Titles that are also words: only before what may be a name. */
    private static final Set<String> CALLINGS =
            set("miss sir dame lady lord madam coach nurse father imam auntie aunty aunt uncle nana nanny"
                    + " nan granny grandma grandad sister brother pastor rabbi reverend professor doctor canon"
                    + " cllr councillor princess prince king queen big lil little young old saint st headteacher"
                    + " teacher");

    private static final Set<String> PARTICLES =
            set("de da di du van von der den la le el al ap ab bin bint ibn dos del mc mac o abu umm");
    private static final Set<String> AUXILIARIES = set("will may can mark see don an al ed");
    private static final Set<String> DOES =
            set("is has was isnt hasnt said says told tells asked asks added adds messaged messages sent"
                    + " sends texted texts keeps kept wants wanted posted posts shared shares tagged tags follows"
                    + " followed found liked likes rang rings emailed emails snapped blocked unfriended invited"
                    + " invites put puts got gets took takes deleted showed shows saw thinks runs lives works goes"
                    + " went made makes filmed films friended dmed dms msgs msgd msged called calls won moaned"
                    + " hasn't isn't s wrote writes left gave rob deserves does doesn't used uses plays set who");
    private static final Set<String> CUES =
            set("called named name from ask asked asking told tell telling thanks cheers friend mate"
                    + " husband wife partner sister brother son daughter niece nephew cousin ex boy girl kid"
                    + " pupil student colleague ta caretaker mum dad hi hello dear hey and with by parent head"
                    + " governor cook cleaner message messages messaged texted emailed saw met teacher");
    /** Cues that stand before words at least as often: then the name must be no everyday word. */
    private static final Set<String> WEAK =
            set("from and with by head tell asking message messages teacher name parent pupil student kid"
                    + " cook dear saw met ex hey");

    private static final Set<String> PLACED = set("from in on at and or");
    private static final Set<String> ONE_OF =
            set("a an the this that my your our their his her some any no each every these");
    /** Written with a capital wherever they stand. */
    private static final Set<String> PEOPLES = set("welsh english french polish scottish irish");

    private static final Set<String> MONTHS = set("april may june august march july");
    private static final Set<String> WHEN = set("in since until till by last next this early late every mid end of is");

    private static Set<String> set(String words) {
        return Set.copyOf(List.of(words.split(" ", -1)));
    }

    private final WordLists lists;
    private final Set<String> commonest;

    NameFinder(WordLists lists) {
        this.lists = lists;
        // Names that a reader takes for a word first; in small letters they need more than a weak cue.
        this.commonest = set(
                "happy kit lovely long law rare will may can mark art bill page park read hall wall post pool early best day field house"
                        + " light love low major short small smart senior junior school strong sweet young home hope"
                        + " ice game cash chat key law lane little long mail mad max new north west south east power"
                        + " price rank road root rush see self set shop show speed spring star stone street summer"
                        + " winter autumn sunny water waters white black brown green grey gold silver red word work"
                        + " christian catholic english french german welsh faith charity trinity heather christmas"
                        + " easter cross parent parish play safe sale sales rains rain joy coach cook guest judge king"
                        + " queen night noon cooper miles mile pack paper peace plant point promise press priest pound"
                        + " wise wild fair london paris chelsea march april june august true unity quick holiday"
                        + " honest snap swift sharp pages marks bank banks bull fox wolf cotton dash dot echo edge"
                        + " fire ford forest wood woods free freedom gate gates glass good great ground hill hood horn"
                        + " horse hunt lake lamb late lead link lock nail nick pat rob sue drew jack frank chase trace"
                        + " chance dale hay miss mister moody music name neat nurse ok angel prince princess rose"
                        + " storm sky blue river bear tiger lion dawn grace mercy patience victor guy dean");
    }

    /** A word, or what has the form of one. */
    private record Word(int from, int to, String text, String plain) {
        boolean capital() {
            return Character.isUpperCase(text.codePointAt(0));
        }

        boolean digits() {
            return text.codePoints().anyMatch(c -> Character.isDigit(c) || c == '_');
        }

        boolean of() {
            return plain.endsWith("'s");
        }
    }

    /** @param taken chars that are hidden already */
    List<Hidden> in(String text, BitSet taken) {
        List<Word> words = words(text, taken);
        boolean shouting = shouting(words);
        boolean[] name = new boolean[words.size()];
        for (int i = 0; i < words.size(); i++) {
            name[i] = stands(text, words, i, shouting);
        }
        boolean[] titled = name.clone();
        for (int i = 0; i < words.size(); i++) {
            afterTitle(text, words, i, titled, shouting);
        }
        beside(text, words, titled, shouting);
        return spans(words, titled);
    }

    private static List<Word> words(String text, BitSet taken) {
        List<Word> words = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            if (!taken.get(matcher.start())) {
                words.add(new Word(matcher.start(), matcher.end(), matcher.group(), WordLists.plain(matcher.group())));
            }
        }
        return words;
    }

    private static boolean shouting(List<Word> words) {
        long loud = words.stream()
                .filter(w -> w.text.length() > 1 && w.text.equals(w.text.toUpperCase(Locale.ROOT)))
                .count();
        return words.size() > 2 && loud * 2 > words.size();
    }

    /** Whether a word is a name by itself and by the words beside it. */
    private boolean stands(String text, List<Word> words, int i, boolean shouting) {
        Word word = words.get(i);
        String plain = word.plain;
        if (word.digits()) {
            return plain.codePoints().anyMatch(Character::isLetter) && !lists.isWord(plain) && !yearGroup(plain);
        }
        if (plain.endsWith(".") || lists.isOnlyName(plain)) {
            return true;
        }
        if (lists.isBoth(plain)) {
            return both(text, words, i, shouting);
        }
        boolean kindly = !word.capital() || shouting;
        return plain.length() > 1 && !TITLES.contains(plain) && !lists.isKnown(plain, kindly);
    }

    private static boolean yearGroup(String plain) {
        return plain.matches(
                "y(?:r|ear)?\\d{1,2}s?|ks\\d|\\d{1,4}s|\\d+(?:st|nd|rd|th|x|k|g|m|mb|gb|d|am|pm|p|mins?|hrs?)|\\d+|[pr]\\d|mp\\d"
                        + "|web\\d|covid\\d+|h\\d|as\\d");
    }

    private boolean both(String text, List<Word> words, int i, boolean shouting) {
        Word word = words.get(i);
        String bare = WordLists.withoutOf(word.plain);
        String next = i + 1 < words.size() && follows(text, word, words.get(i + 1)) ? words.get(i + 1).plain : "";
        String before = i > 0 && follows(text, words.get(i - 1), word) ? words.get(i - 1).plain : "";
        if (MONTHS.contains(bare) && WHEN.contains(before)) {
            return false;
        }
        if (word.of() && !MONTHS.contains(bare)) {
            return true;
        }
        boolean begins = before.isEmpty();
        if (PEOPLES.contains(bare) || (ONE_OF.contains(before) && !(word.capital() && !shouting))) {
            return false;
        }
        boolean capital = word.capital() && !shouting;
        if (capital && !begins) {
            return true;
        }
        if (DOES.contains(next) && !(begins && AUXILIARIES.contains(bare) && next.equals("put"))) {
            return capital
                    || !commonest.contains(bare)
                    || !(next.equals("is") || next.equals("has") || next.equals("was"));
        }
        if (begins) {
            return beginsWithName(text, word, next, capital);
        }
        return CUES.contains(before) && (!WEAK.contains(before) || !commonest.contains(bare));
    }

    /** "Lily from 3C", "Pat: can we", "Guy and I". */
    private boolean beginsWithName(String text, Word word, String next, boolean capital) {
        char after = word.to < text.length() ? text.charAt(word.to) : ' ';
        boolean names = capital || !commonest.contains(word.plain);
        return names && (PLACED.contains(next) || (capital && (after == ':' || after == ',' || after == '&')));
    }

    /** Whether nothing but a little space lies between two words: no end of a sentence. */
    private static boolean follows(String text, Word first, Word second) {
        String between = text.substring(first.to, second.from);
        return between.length() <= 3 && between.chars().noneMatch(c -> ".!?:;\n\u0001".indexOf(c) >= 0);
    }

    private void afterTitle(String text, List<Word> words, int i, boolean[] name, boolean shouting) {
        String plain = words.get(i).plain;
        boolean title = TITLES.contains(plain);
        if ((!title && !CALLINGS.contains(plain)) || i + 1 >= words.size()) {
            return;
        }
        Word next = words.get(i + 1);
        String between = text.substring(words.get(i).to, next.from);
        if (title && TITLES.contains(next.plain) && between.matches("\\s*[&+/]\\s*")) {
            name[i] = true;
            return;
        }
        if (!between.matches("\\.?\\s*")) {
            return;
        }
        if (title && (next.plain.equals("and") || next.plain.equals("or")) && i + 2 < words.size()) {
            name[i] = TITLES.contains(words.get(i + 2).plain)
                    || words.get(i + 2).plain.equals("miss");
            name[i + 1] = name[i];
            return;
        }
        boolean initial = next.plain.length() == 1 && !next.plain.equals("i") && !next.plain.equals("a");
        boolean called = name[i + 1]
                || (!plain.equals("old")
                        && !plain.equals("little")
                        && !plain.equals("big")
                        && !plain.equals("young")
                        && (lists.isBoth(next.plain) || (initial && next.capital()))
                        && !between.contains(".")
                        && (next.capital() || plain.equals("miss")));
        if (title
                || called
                || (plain.equals("miss") && next.capital() && words.get(i).capital() && !shouting)) {
            name[i] = true;
            name[i + 1] = true;
        }
    }

    /** First names, surnames and what stands within a name belong to the name beside them. */
    private void beside(String text, List<Word> words, boolean[] name, boolean shouting) {
        for (int i = 0; i + 1 < words.size(); i++) {
            if (name[i]
                    && !name[i + 1]
                    && joins(text, words.get(i), words.get(i + 1))
                    && !words.get(i).of()) {
                name[i + 1] = partOfName(words.get(i + 1), words.get(i), shouting);
            }
        }
        for (int i = words.size() - 1; i > 0; i--) {
            if (name[i]
                    && !name[i - 1]
                    && joins(text, words.get(i - 1), words.get(i))
                    && !words.get(i - 1).of()) {
                Word before = words.get(i - 1);
                name[i - 1] = partOfName(before, words.get(i), shouting) || PARTICLES.contains(before.plain);
            }
        }
    }

    private static boolean joins(String text, Word first, Word second) {
        return text.substring(first.to, second.from).matches("[\\s-]{1,2}|\\.\\s?");
    }

    private boolean partOfName(Word word, Word beside, boolean shouting) {
        if (!lists.isBoth(word.plain) && word.plain.length() != 1) {
            return false;
        }
        if (word.capital() && !shouting) {
            return !word.plain.equals("i") && (!AUXILIARIES.contains(word.plain) || word.plain.equals("mark"));
        }
        boolean alike = shouting || !beside.capital();
        return alike && word.plain.length() > 2 && !commonest.contains(word.plain);
    }

    private static List<Hidden> spans(List<Word> words, boolean[] name) {
        List<Hidden> found = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            if (name[i]) {
                Word word = words.get(i);
                int to = word.of() ? word.to - 2 : word.to;
                found.add(new Hidden(word.from, to, word.digits() ? Kind.HANDLE : Kind.NAME));
            }
        }
        return found;
    }
}
