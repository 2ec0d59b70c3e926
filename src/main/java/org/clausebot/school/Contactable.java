package org.clausebot.school;

import java.util.Locale;
import java.util.regex.Pattern;

/** Whether a telephone number and an e-mail address can be what they claim to be. Neither is rung nor written to. */
final class Contactable {
    /** Of the telephone numbers that Ofcom keeps for drama, so that no example rings at anybody's home. */
    private static final Pattern DRAMA =
            Pattern.compile("(01632960|0(113|114|115|116|117|118|121|131|141|151|161)4960|02079460|02896496|02920180"
                    + "|01914980|07700900|08081570|09098790|03069990)\\d{3}");

    private static final Pattern EXTENSION = Pattern.compile("(?i)\\s*(?:ext(?:ension)?\\.?|x)\\s*\\d{1,6}$");
    private static final Pattern NUMBER = Pattern.compile("0[1235789]\\d{8,9}");
    private static final Pattern SHORT = Pattern.compile("999|112|101|105|111|116\\d{3}|08001111|0845464\\d");
    private static final Pattern EMAIL = Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}"
            + "@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]");

    private Contactable() {}

    /** A number as dialled in the United Kingdom, with an area or mobile code, perhaps with +44 and an extension. */
    static boolean telephone(String words) {
        return words.matches("[+0-9(][0-9 ()./-]*(?i:\\s*(?:ext(?:ension)?\\.?|x)\\s*\\d{1,6})?")
                && NUMBER.matcher(digits(words)).matches();
    }

    /** A number of a service, such as 101 for the police. */
    static boolean service(String words) {
        return words.matches("[0-9 ]+") && SHORT.matcher(words.replace(" ", "")).matches();
    }

    static boolean email(String words) {
        return words.length() <= 254
                && EMAIL.matcher(words).matches()
                && !words.contains("..")
                && !words.startsWith(".")
                && !words.contains(".@");
    }

    /** Whether the number or the address is one that belongs to nobody, for use in examples. */
    static boolean madeUp(String words) {
        String small = words.toLowerCase(Locale.ROOT);
        return small.contains("@")
                ? small.matches(".*[@.](example|invalid|test)|.*[@.]example\\.(com|org|net)")
                : DRAMA.matcher(digits(words)).matches();
    }

    private static String digits(String words) {
        String bare = EXTENSION.matcher(words).replaceFirst("").replaceAll("[^+0-9]", "");
        return bare.replaceFirst("^(\\+44|0044)0?", "0");
    }
}
