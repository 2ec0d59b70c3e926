package org.clausebot.chat.talk;

/**
 * A button.
 *
 * @param url of a page that the browser opens; empty for none
 * @param strong whether it is the one most likely wanted
 */
public record Press(String label, ButtonValue value, String url, boolean strong) {
    /** The most characters of an address. */
    private static final int URL = 3_000;

    public Press(String label, ButtonValue value) {
        this(label, value, "", false);
    }

    public static Press opening(String label, String url) {
        return new Press(label, new ButtonValue.Opened(), url, false);
    }

    public Press strongly() {
        return new Press(label, value, url, true);
    }

    /** Whether it can carry what it does; one that cannot is not shown, for it would do nothing. */
    public boolean works() {
        return value.fits() && url.length() <= URL;
    }
}
