package org.clausebot.chat.slack.block;

/** What the bot says in Slack only; each has its words in {@code conversations/phrases-slack.yaml}. */
public enum SlackPhrase {
    /** In a channel, when all else goes to the direct message. */
    DIRECTLY,
    /** To everybody, where there is nothing to show them. */
    NOT_HERE,
    /** In the place of buttons; holds {@code {label}}. */
    PRESSED,
    /** Above the rest of a clause that is too long for one block; holds {@code {clause}}. */
    GOES_ON,
    GOES_ON_ALONE,
    /** Below a clause; holds {@code {policy}} and {@code {version}}. */
    VERSION,
    HELPFUL(Limits.LABEL),
    NOT_ASKED(Limits.LABEL),
    IN_CONTEXT(Limits.LABEL),
    SHARE(Limits.LABEL),
    /** Beside the name of a report. */
    BEGIN(Limits.LABEL),
    /** Beside a choice that is too long for a button. */
    CHOOSE_THIS(Limits.LABEL),
    WRITE_IN_WINDOW(Limits.LABEL),
    /** Takes what is picked beside it. */
    USE_THIS(Limits.LABEL),
    NOTHING_PICKED,
    TYPE_HERE,
    ON_THE_WEB(Limits.LABEL),
    /** Holds {@code {number}}. */
    CHANGE(Limits.LABEL - 10),
    CHANGE_WHICH(Limits.LABEL),
    /** Below an answer that does not answer. */
    TELL_ME(Limits.LABEL),
    DONT_TELL(Limits.LABEL),
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
    WINDOW_ANSWER(Limits.TITLE),
    WINDOW_ASK(Limits.TITLE),
    WINDOW_CODE(Limits.TITLE),
    WINDOW_CODE_LABEL,
    WINDOW_CODE_WRONG,
    WINDOW_ADD(Limits.TITLE),
    WINDOW_SEND(Limits.TITLE),
    WINDOW_CANCEL(Limits.TITLE),
    WINDOW_MORE,
    WINDOW_EMPTY,
    HOME_TITLE(Limits.HEADER),
    HOME_ASK,
    HOME_ASK_BUTTON(Limits.LABEL),
    HOME_REPORT(Limits.HEADER),
    HOME_REPORT_NONE,
    HOME_WAITING(Limits.HEADER),
    /** Holds {@code {title}}. */
    HOME_WAITING_FOR,
    HOME_RECEIPT(Limits.HEADER),
    HOME_LOOK_UP(Limits.HEADER),
    HOME_LOOK_UP_HOW,
    HOME_LOOK_UP_BUTTON(Limits.LABEL),
    HOME_AWAITED(Limits.HEADER),
    HOME_POLICIES(Limits.HEADER),
    HOME_POLICIES_NONE,
    /** Holds {@code {count}}. */
    HOME_POLICIES_MORE,
    HOME_LOGGED(Limits.HEADER),
    HOME_LOGGED_ASKING,
    HOME_LOGGED_AWAITED,
    HOME_LOGGED_REPORTING,
    HOME_LOGGED_SLACK,
    HOME_LOGGED_CARE,
    /** Not words to say but ways to ask for what is kept, with commas between. */
    LOGGED_ASKED,
    POLICY_HELP,
    STRANGER,
    /** To members of a workspace that the settings do not name. */
    NOT_THIS_SCHOOL,
    FAILED,
    SHARED,
    SHARE_GONE,
    FILE_REFUSED,
    /** The words that may have been the answer are forgotten. */
    LITERAL_GONE,
    WINDOW_NOT_OPENED,
    /** Above the address of a message that is to be reported, before a step asks for one. */
    LINK_KEPT,
    LINK_OFFERED,
    LINK_USE(Limits.LABEL),
    LINK_NONE,
    /** With the first question of a report. */
    KEPT_BY_SLACK,
    /** To a receiver: holds {@code {desk}}. */
    DESK_NOTICE,
    /** To somebody who keeps the policies: holds {@code {desk}}. */
    DESK_REVIEW,
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

    private final int most;

    SlackPhrase() {
        this(Limits.WORDS);
    }

    SlackPhrase(int most) {
        this.most = most;
    }

    /** How many characters it may have where it stands. */
    int most() {
        return most;
    }
}
