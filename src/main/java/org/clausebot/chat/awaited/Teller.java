package org.clausebot.chat.awaited;

import org.clausebot.answer.Answer;

/** Tells people of one kind of channel, to each alone, that their question is answered now. */
@FunctionalInterface
public interface Teller {
    /** What came of it. */
    enum Told {
        TOLD,
        /** There is nobody to tell there any more, or nobody who may be told. */
        GONE,
        /** Not now; it is tried again. */
        LATER
    }

    /** Tells, and returns when the channel has taken it. */
    Told tell(Waiting waiting, Answer.Quoted answer);
}
