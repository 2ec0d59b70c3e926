package org.clausebot.chat.talk;

/**
 * The conversation that channels of chat programs share. Thread-safe, for one person one thing after another.
 *
 * @param questions to the policy
 * @param reports what is said where somebody can report
 * @param presses of buttons
 * @param windows in which steps are answered
 * @param votes on clauses
 * @param waits for answers
 */
public record Talk<S extends Spot>(
        Questions<S> questions,
        ReportTalk<S> reports,
        PressTalk<S> presses,
        WindowTalk<S> windows,
        Votes<S> votes,
        WaitTalk<S> waits) {

    public static <S extends Spot> Talk<S> of(Means<S> means) {
        Counting counting = new Counting(means.names(), means.meters());
        WaitTalk<S> waits = new WaitTalk<>(means);
        Questions<S> questions = new Questions<>(means, counting, waits);
        ReportTalk<S> reports = new ReportTalk<>(means, questions, counting, waits);
        return new Talk<>(
                questions,
                reports,
                new PressTalk<>(means, questions, reports),
                new WindowTalk<>(means, reports),
                new Votes<>(means),
                waits);
    }
}
