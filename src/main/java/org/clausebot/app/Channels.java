package org.clausebot.app;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.clausebot.chat.Feedback;
import org.clausebot.chat.ReportingAssistant;
import org.clausebot.chat.read.ReadTalk;
import org.clausebot.http.Metrics;
import org.clausebot.http.Mounted;
import org.clausebot.http.Routes;
import org.clausebot.incident.Notices;
import org.clausebot.school.Receiver;
import org.clausebot.seal.Vault;
import org.clausebot.storage.SqliteStorage;

/** The bot in the chat programs that are set up: none, Slack, Microsoft Teams, or both. */
final class Channels implements AutoCloseable {
    private final Optional<SlackPart> slack;
    private final Optional<TeamsPart> teams;
    private final Optional<WaitingPart> waiting;
    private final Notices notices;

    private Channels(
            Optional<SlackPart> slack, Optional<TeamsPart> teams, Optional<WaitingPart> waiting, Notices notices) {
        this.slack = slack;
        this.teams = teams;
        this.waiting = waiting;
        this.notices = notices;
    }

    /**
     * What they are put together from.
     *
     * @param work seals with its keys where reports are taken; where none are, keys are made for the channels alone
     * @param reads what people are asked to read
     */
    record Parts(
            Config config,
            Program program,
            ReportingAssistant assistant,
            Optional<Casework> work,
            SqliteStorage storage,
            Feedback feedback,
            ReadTalk reads,
            Metrics metrics,
            Clock clock) {
        private Vault vault() throws RefusedException {
            return work.isPresent()
                    ? work.get().vault()
                    : Keyrings.refusing(() -> Keyrings.open(config, storage).vault());
        }
    }

    /**
     * Connects those that are set up.
     *
     * @throws RefusedException when the bot's words, its keys or a certificate are not as they should be
     */
    static Channels open(Parts parts) throws RefusedException {
        Notices queue = parts.storage().notices();
        boolean webAlone = parts.config().slack().isEmpty() && parts.config().teams().isEmpty();
        // For the web page alone no keys are made: people can wait there once reports are taken.
        if (webAlone && parts.work().isEmpty()) {
            return new Channels(Optional.empty(), Optional.empty(), Optional.empty(), queue);
        }
        Vault vault = parts.vault();
        WaitingPart waiting = new WaitingPart(parts.program(), parts.storage(), vault, parts.clock());
        Optional<SlackPart> slack = SlackPart.open(parts, vault, queue, waiting);
        Notices told =
                slack.flatMap(SlackPart::notices).<Notices>map(own -> own).orElse(queue);
        try {
            Optional<TeamsPart> teams = TeamsPart.open(parts, vault, told, waiting);
            return new Channels(
                    slack,
                    teams,
                    Optional.of(waiting),
                    teams.flatMap(TeamsPart::notices).<Notices>map(own -> own).orElse(told));
        } catch (RefusedException | RuntimeException e) {
            slack.ifPresent(SlackPart::close);
            throw e;
        }
    }

    /** What the web server answers for them. */
    List<Mounted> mounted() {
        return Stream.concat(
                        slack.map(SlackPart::mounted).orElse(List.of()).stream(),
                        teams.map(TeamsPart::mounted).orElse(List.of()).stream())
                .toList();
    }

    /** Those who wait for an answer; empty where nobody can. */
    Optional<WaitingPart> waiting() {
        return waiting;
    }

    /** Their pages. */
    Routes routes() {
        return slack.map(SlackPart::routes).orElseGet(Routes::none);
    }

    /** The queue of notices; what is taken from it is told in the chat programs as well. */
    Notices notices() {
        return notices;
    }

    /** Begins what is done by itself: telling receivers, and those who wait for an answer. */
    void start() {
        slack.ifPresent(SlackPart::start);
        teams.ifPresent(TeamsPart::start);
        waiting.ifPresent(part -> part.again().start());
    }

    /** Somebody who keeps the policies is to review one: they are told where they are known. */
    void review(Receiver receiver) {
        slack.ifPresent(part -> part.review(receiver));
        teams.ifPresent(part -> part.review(receiver));
    }

    /** Other policies are in force. */
    void policiesChanged() {
        waiting.ifPresent(part -> part.again().policiesChanged());
    }

    @Override
    public void close() {
        waiting.ifPresent(WaitingPart::close);
        slack.ifPresent(SlackPart::close);
        teams.ifPresent(TeamsPart::close);
    }
}
