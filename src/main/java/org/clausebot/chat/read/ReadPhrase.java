package org.clausebot.chat.read;

/** What is said of requests to read, in {@code conversations/phrases-read-chat.yaml}. */
enum ReadPhrase {
    ASKED,
    NOTICE,
    FIRST,
    AGAIN,
    VERSION,
    BY,
    KEPT,
    HOW_QUESTIONS,
    HOW_NONE,
    OPEN,
    BEGIN,
    QUESTION,
    LEFT_OUT,
    STANDS_UNDER,
    ANSWER,
    WRONG,
    RIGHT,
    LAST,
    STATEMENT,
    UNDERSTOOD,
    DONE,
    ENDED,
    REPLACED,
    NEWER,
    NOT_THEIRS,
    NOTHING,
    UNKNOWN
}
