package org.clausebot.chat.slack.block;

/**
 * A button.
 *
 * @param url of a page that the browser opens; empty for none
 * @param strong whether it is the one most likely wanted
 */
record Press(String label, ButtonValue value, String url, boolean strong) {
    Press(String label, ButtonValue value) {
        this(label, value, "", false);
    }

    static Press opening(String label, String url) {
        return new Press(label, new ButtonValue.Opened(), url, false);
    }

    Press strongly() {
        return new Press(label, value, url, true);
    }

    /** Whether Slack can carry what it does; one that it cannot is not shown, for it would do nothing. */
    boolean works() {
        return value.fits() && url.length() <= Limits.URL;
    }
}
