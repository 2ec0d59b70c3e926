package org.clausebot.search;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.lt.LithuanianAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;

/**
 * Whether a message is in English, by its script and by its smallest words: those of its own language outnumber those
 * that it shares with English.
 */
public final class Language {
    private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}]+");
    private static final int FEWEST_WORDS = 3;
    /** Lucene has no small words of Polish outside a package of its own, and Polish is much spoken in schools. */
    private static final CharArraySet POLISH = new CharArraySet(
            List.of(
                    "czy", "nie", "jest", "się", "na", "że", "jak", "mogę", "moge", "do", "co", "gdy", "kiedy", "mam",
                    "moje", "dla", "od", "po", "tym", "tak", "ale", "proszę", "prosze", "gdzie", "kto", "można"),
            true);

    /** Words that English has more of than its list of stop words. */
    private static final CharArraySet ENGLISH = new CharArraySet(
            List.of(
                    "i", "can", "my", "me", "do", "we", "you", "what", "how", "who", "when", "am", "if", "on", "in",
                    "is", "does", "should", "has", "have", "from", "about", "im", "ive", "our", "her", "him", "his",
                    "she", "he", "its", "get", "got", "go", "any", "there", "where", "why", "use", "ask", "tell", "so",
                    "or", "parent", "parents", "teacher", "school", "pupil", "kid", "kids", "class", "phone"),
            true);

    private static final List<CharArraySet> OTHERS = List.of(
            FrenchAnalyzer.getDefaultStopSet(),
            SpanishAnalyzer.getDefaultStopSet(),
            PortugueseAnalyzer.getDefaultStopSet(),
            ItalianAnalyzer.getDefaultStopSet(),
            GermanAnalyzer.getDefaultStopSet(),
            DutchAnalyzer.getDefaultStopSet(),
            DanishAnalyzer.getDefaultStopSet(),
            RomanianAnalyzer.getDefaultStopSet(),
            HungarianAnalyzer.getDefaultStopSet(),
            LithuanianAnalyzer.getDefaultStopSet(),
            TurkishAnalyzer.getDefaultStopSet(),
            POLISH);

    private Language() {}

    /** Whether a message is plainly in another language; false where it is too short to tell. */
    public static boolean isForeign(String message) {
        String text = message.toLowerCase(Locale.ROOT).replaceAll("['’]", "");
        long letters = text.codePoints().filter(Character::isLetter).count();
        long latin = text.codePoints()
                .filter(c -> Character.isLetter(c) && UnicodeScript.of(c) == UnicodeScript.LATIN)
                .count();
        if (letters > 1 && latin * 2 < letters) {
            return true;
        }
        List<String> words = List.of(NOT_LETTERS.split(text.strip(), -1));
        if (words.size() < FEWEST_WORDS) {
            return false;
        }
        long english = words.stream()
                .filter(w -> ENGLISH.contains(w)
                        || EnglishAnalyzer.getDefaultStopSet().contains(w))
                .count();
        long other = OTHERS.stream()
                .mapToLong(small -> words.stream().filter(small::contains).count())
                .max()
                .orElse(0);
        return other >= 2 && other > 2 * english;
    }
}
