package org.clausebot.chat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.clausebot.answer.Answer;
import org.clausebot.answer.Answer.SmallTalk;
import org.clausebot.answer.Findings;
import org.clausebot.answer.Quote;
import org.clausebot.incident.Reporter;
import org.clausebot.querylog.Asked;
import org.clausebot.querylog.Asker;
import org.clausebot.querylog.Outcome;
import org.clausebot.querylog.QuestionLog;

/** What of a question is handed to the log, and what people can tell the log to do. */
public final class Logging {
    /** A person at a browser is known for as long as they are signed in, and not longer. */
    private static final String PASSING = "web";

    private final QuestionLog log;
    private final Optional<Phrases.Logging> words;

    public Logging(QuestionLog log, Phrases.Logging words) {
        this.log = log;
        this.words = Optional.of(words);
    }

    private Logging() {
        this.log = QuestionLog.NONE;
        this.words = Optional.empty();
    }

    static Logging none() {
        return new Logging();
    }

    /** A person as the log knows them. */
    public static Asker asker(Reporter person) {
        return new Asker(
                person.school(),
                person.channel(),
                person.key(),
                person.channel().equals(PASSING));
    }

    /** The answer to what is said to the log and not to the policy; empty for all else. */
    Optional<Answer> command(Incoming incoming) {
        if (words.isEmpty() || incoming.asker().isEmpty()) {
            return Optional.empty();
        }
        Asker who = asker(incoming.asker().get());
        String text = incoming.text();
        if (words.get().asked().says(text)) {
            return Optional.of(said(text, log.takes(who) ? SmallTalk.Kind.LOGGED : SmallTalk.Kind.NOT_LOGGED));
        }
        if (words.get().off().says(text)) {
            log.turn(who, false);
            return Optional.of(said(text, SmallTalk.Kind.LOG_OFF));
        }
        if (words.get().on().says(text)) {
            log.turn(who, true);
            return Optional.of(said(text, log.takes(who) ? SmallTalk.Kind.LOG_ON : SmallTalk.Kind.NOT_LOGGED));
        }
        return Optional.empty();
    }

    private static Answer said(String text, SmallTalk.Kind kind) {
        return new SmallTalk(new Findings(text, 0, List.of()), kind);
    }

    /** Takes a question down, unless whoever asks could not switch that off or has to do with a report. */
    void note(Incoming incoming, Answer answer, Duration took) {
        if (incoming.logged() && incoming.asker().isPresent()) {
            log.record(asked(asker(incoming.asker().get()), answer, took));
        }
    }

    private static Asked asked(Asker by, Answer answer, Duration took) {
        return switch (answer) {
            case Answer.Quoted a -> asked(by, a, Outcome.QUOTED, took);
            case Answer.Nearest a -> asked(by, a, Outcome.NEAREST, took);
            case Answer.NotCovered a -> asked(by, a, Outcome.NOT_COVERED, took);
            case Answer.Urgent a -> new Asked(by, "", Outcome.URGENT, List.of(), 0, "en", took);
            case Answer.SmallTalk a ->
                new Asked(
                        by,
                        "",
                        Outcome.SMALL_TALK,
                        List.of(),
                        0,
                        a.kind() == SmallTalk.Kind.OTHER_LANGUAGE ? "other" : "en",
                        took);
        };
    }

    private static Asked asked(Asker by, Answer answer, Outcome outcome, Duration took) {
        return new Asked(
                by,
                answer.findings().question(),
                outcome,
                answer.answering().stream().map(Logging::shown).toList(),
                answer.findings().answerable(),
                "en",
                took);
    }

    private static Asked.Shown shown(Quote quote) {
        return new Asked.Shown(quote.clause().ref(), quote.policy().details().version());
    }
}
