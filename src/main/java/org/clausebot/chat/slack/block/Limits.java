package org.clausebot.chat.slack.block;

/**
 * What Slack takes, in characters unless it says otherwise.
 *
 * @see <a href="https://docs.slack.dev/reference/block-kit">Slack's reference of blocks, elements and objects</a>
 */
final class Limits {
    /** Text of a section. */
    static final int SECTION = 3_000;

    static final int HEADER = 150;
    /** Of buttons, options and descriptions. */
    static final int LABEL = 75;

    /** What goes with an option of a menu. */
    static final int OPTION_VALUE = 150;

    static final int URL = 3_000;
    /** Of windows, and of the buttons below them. */
    static final int TITLE = 24;

    /** What can be written into one field. */
    static final int INPUT = 3_000;

    /** Our own: a code with spaces or hyphens has 14, and people copy some more around it. */
    static final int CODE = 40;

    /** The label of a field. */
    static final int INPUT_LABEL = 2_000;

    /** Controls in a row. */
    static final int ROW = 25;

    /** Options of ticks. */
    static final int TICKS = 10;

    /** Options of a menu. */
    static final int MENU = 100;

    /** Blocks of the Home tab and of windows. */
    static final int VIEW = 100;

    /**
     * Everything in a message together. Nobody publishes it: messages of some 13,000 were refused, some with a good deal
     * less text in {@code rich_text}. So the names of all fields are counted too.
     */
    static final int MESSAGE = 12_000;

    /** Our own: a phrase is a sentence or a few. */
    static final int WORDS = 1_000;

    private Limits() {}
}
