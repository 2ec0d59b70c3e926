package org.clausebot.acknowledgement;

import java.util.Locale;

/**
 * Somebody who is asked to read: a name for the list that is shown to inspectors, and where to write to. Nothing else is
 * kept of them.
 *
 * @param id random
 * @param name as the school writes it
 * @param email in small letters
 */
public record Person(String id, String name, String email) {
    static final int LONGEST_NAME = 100;

    public Person {
        if (id.isBlank() || !isName(name) || !isAddress(email)) {
            throw new IllegalArgumentException("A reader has an id, a name and an e-mail address");
        }
        email = email.toLowerCase(Locale.ROOT);
    }

    static boolean isName(String text) {
        return !text.isBlank()
                && text.length() <= LONGEST_NAME
                && text.indexOf('@') < 0
                && text.codePoints().noneMatch(Character::isISOControl);
    }

    static boolean isAddress(String text) {
        return text.matches("[^\\s@<>,;:\"()\\[\\]\\\\]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+){1,8}")
                && text.length() <= 200;
    }

    /** Says nothing of who it is. */
    @Override
    public String toString() {
        return "Person[" + id + "]";
    }
}
