package org.clausebot.chat.teams.card;

/** What the bot says in Teams only; each has its words in {@code conversations/phrases-teams.yaml}. */
public enum TeamsPhrase {
    /** In a channel, when all else goes to the personal chat. */
    DIRECTLY,
    /** There too, when the person has not got the app and cannot be written to; says nothing of what it is about. */
    OPEN_CHAT,
    /** In the place of buttons; holds {@code {label}}. */
    PRESSED,
    /** A card from earlier was pressed. */
    PRESSED_LATE,
    /** In the place of a step's card that was shown before the program was started again, and is asked no more. */
    OLD_CARD,
    /** Above the rest of a clause that is too long for one box; holds {@code {clause}}. */
    GOES_ON,
    GOES_ON_ALONE,
    /** Below a clause; holds {@code {policy}} and {@code {version}}. */
    VERSION,
    HELPFUL(Sheet.LABEL),
    NOT_ASKED(Sheet.LABEL),
    IN_CONTEXT(Sheet.LABEL),
    /** Below the name of a report. */
    BEGIN(Sheet.LABEL),
    /** Below a choice that is too long for a button. */
    CHOOSE_THIS(Sheet.LABEL),
    WRITE_IN_WINDOW(Sheet.LABEL),
    /** Takes what is picked above it. */
    USE_THIS(Sheet.LABEL),
    NOTHING_PICKED,
    TYPE_HERE,
    ON_THE_WEB(Sheet.LABEL),
    /** Holds {@code {number}}. */
    CHANGE(Sheet.LABEL - 10),
    CHANGE_WHICH,
    /** A choice that stands above with its number; holds {@code {number}}. */
    CHOICE_NUMBER,
    /** Below an answer that does not answer. */
    TELL_ME(Sheet.LABEL),
    DONT_TELL(Sheet.LABEL),
    /** Above the words of a question that is kept from now on. */
    TELL_KEPT,
    TELL_ALREADY,
    /** Holds {@code {most}}. */
    TELL_TOO_MANY,
    TELL_GONE,
    /** Above the words of a question that is not kept any more. */
    TELL_TAKEN_BACK,
    /** Above the questions that somebody waits for; they are not words to say but follow. */
    TELL_WAITING,
    TELL_NOTHING,
    /** Not words to say but ways to ask what one waits for, with commas between. */
    TELL_ASKED,
    /** Above the words of a question that is answered now; holds {@code {day}}. */
    TELL_ANSWERED,
    WINDOW_ANSWER(Sheet.LABEL),
    WINDOW_ADD(Sheet.LABEL),
    WINDOW_SEND(Sheet.LABEL),
    WINDOW_MORE,
    WINDOW_EMPTY,
    /** With the first question of a report. */
    KEPT_BY_TEAMS,
    /** In the place of what other channels say of it: what is typed in Teams does not stay on the school's server. */
    WELCOME_PRIVACY,
    /** Above what can be typed. */
    COMMANDS,
    /** Not words to say but the commands, each with what it does, with line breaks between. */
    COMMANDS_LIST,
    /** Not words to say but ways to ask for what is kept, with commas between. */
    LOGGED_ASKED,
    LOGGED,
    STRANGER,
    FAILED,
    /** Beside what was pressed, when the answer takes longer than Teams waits. */
    LATE,
    FILE_REFUSED,
    /** Where somebody changed a message of theirs in Teams, or took it away; the same whatever it was. */
    CHANGED,
    TAKEN_AWAY,
    /** The words that may have been the answer are forgotten. */
    LITERAL_GONE,
    /** Above the address of a message that is to be reported, before a step asks for one. */
    LINK_KEPT,
    LINK_OFFERED,
    LINK_USE(Sheet.LABEL),
    LINK_NONE,
    /** Found by the message extension in the place of clauses, for words that tell of a worry. */
    SEARCH_URGENT_TITLE,
    SEARCH_URGENT,
    SEARCH_NONE_TITLE,
    SEARCH_NONE,
    /** In the place of a clause that is too long to be put into a message. */
    SEARCH_LONG,
    /** Closes what a message action opened. */
    ACTION_DONE,
    /** To a receiver: holds {@code {desk}}. */
    DESK_NOTICE,
    /** To somebody who keeps the policies: holds {@code {desk}}. */
    DESK_REVIEW,
    /** In the place of a card, where the program cannot show cards of this version. */
    TOO_OLD,
    /** Holds {@code {clauses}}, as do the nearest. */
    NOTICE_QUOTED,
    NOTICE_NEAREST,
    NOTICE_NOT_COVERED,
    /** Of a question that is answered now; nothing of what it is. */
    NOTICE_ANSWERED,
    NOTICE_URGENT,
    NOTICE_STEP,
    NOTICE_REPORT,
    NOTICE_REPORTS,
    /** Of one of several messages; holds {@code {notice}}, {@code {part}} and {@code {parts}}. */
    NOTICE_PART;

    /** Our own: a phrase is a sentence or a few, and what is kept takes some more. */
    static final int WORDS = 2_000;

    private final int most;

    TeamsPhrase() {
        this(TeamsPhrase.WORDS);
    }

    TeamsPhrase(int most) {
        this.most = most;
    }

    /** How many characters it may have where it stands. */
    int most() {
        return most;
    }
}
