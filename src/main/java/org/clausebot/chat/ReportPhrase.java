package org.clausebot.chat;

/** What the bot says on the way through a report; each has its words under {@code reporting} in the file of phrases. */
public enum ReportPhrase {
    /** Before the first question. */
    OPENING,
    /** How to begin one where there are no buttons; holds {@code {title}}. */
    BEGIN_TYPED,
    /** Nothing can be sent from here. */
    OFF,
    /** Above the reports that can be made. */
    CHOOSE,
    /** Where the reports that can be made are listed, before a code is asked for. */
    COME_BACK,
    COME_BACK_HELP,
    COME_BACK_BUTTON,
    /** A button was pressed late or twice. */
    STALE,
    /** A button of a report that is no longer open. */
    GONE,
    /** After first steps in the middle. */
    KEPT,
    /** After a question in the middle, before the same step. */
    SAME_STEP,
    /** After a question in the middle that may have been an answer. */
    PERHAPS_ANSWER,
    /** The button beside it. */
    WAS_ANSWER,
    /** A report waits; holds {@code {title}} and {@code {day}}. */
    UNFINISHED,
    /** Another is wanted meanwhile; holds {@code {title}}. */
    WANTED,
    REALLY,
    CANCELLED,
    PAUSED,
    PAUSED_CODE,
    CODE_CARE,
    /** Above the same on leaving. */
    LEAVING,
    LEAVE,
    STAY,
    WHO_SEES,
    WHO_SEES_NOBODY,
    WHO_SEES_NOT,
    RING,
    WHO_SEES_CARE,
    CLAUSES,
    SUMMARY,
    CHANGE,
    CHANGE_TYPED,
    /** Below an answer of which only the beginning is shown. */
    SHOW_ALL,
    ANSWER,
    YOUR_ANSWER,
    OR_TYPE,
    SEVERAL,
    DAY,
    TIME,
    SKIP,
    BACK,
    WHY,
    HELP,
    WHO,
    LATER,
    CANCEL,
    FILES,
    FILES_HERE,
    FILES_ELSEWHERE,
    /** How to add one where a path is typed; holds {@code {size}}. */
    FILES_TYPED,
    /** One that was added, where there are no buttons; holds {@code {number}} and {@code {name}}. */
    FILE_NUMBERED,
    /** How to take one away there. */
    REMOVE_TYPED,
    /** What stands at a path that was typed, which each of these names as {@code {path}}. */
    FILE_MISSING,
    FILE_FOLDER,
    FILE_UNREADABLE,
    /** Holds {@code {size}} as well. */
    FILE_LARGE,
    ATTACH,
    REMOVE,
    NO_FILES_YET,
    ATTACHED,
    DETACHED,
    NO_FILE,
    NO_FILES_HERE,
    FILES_DONE,
    SENT,
    SENT_CODE,
    SENT_AT,
    SENT_SIGNATURE,
    SENT_KEEP,
    SENT_TO,
    SENT_NEXT,
    PRINT,
    COPY,
    NOT_RECEIVED,
    ENDED,
    STATUS,
    STATUS_NEW,
    STATUS_SEEN,
    STATUS_IN_HAND,
    STATUS_PASSED_ON,
    STATUS_CLOSED,
    STATUS_SENT,
    STATUS_REASON,
    STATUS_NOTHING,
    FROM_YOU,
    FROM_RECEIVER,
    ADD,
    ADD_BUTTON,
    ADD_TYPED,
    ADDED,
    /** Words to be added by somebody who has not looked at a report a short while ago. */
    ADD_TO_WHICH,
    ADD_NOTHING,
    ADD_CLOSED,
    ADD_TOO_LONG,
    NO_SUCH_CODE,
    TOO_MANY_CODES,
    /** A code of another unfinished report, while one waits here. */
    HAVE_ONE,
    COMMANDS
}
