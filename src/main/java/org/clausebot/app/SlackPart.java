package org.clausebot.app;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.clausebot.chat.LoggedFeedback;
import org.clausebot.chat.ReportingAssistant;
import org.clausebot.chat.slack.Delivered.Member;
import org.clausebot.chat.slack.SlackChannel;
import org.clausebot.chat.slack.SlackChat;
import org.clausebot.chat.slack.SlackNotices;
import org.clausebot.chat.slack.Workspace;
import org.clausebot.chat.slack.block.SlackMessage;
import org.clausebot.chat.slack.block.SlackPhrase;
import org.clausebot.chat.slack.block.SlackReplies;
import org.clausebot.chat.slack.block.SlackWords;
import org.clausebot.chat.slack.wire.Manifest;
import org.clausebot.chat.slack.wire.Ports;
import org.clausebot.chat.slack.wire.SlackConnection;
import org.clausebot.chat.slack.wire.SlackSettings;
import org.clausebot.datafile.DataFileException;
import org.clausebot.http.Metrics;
import org.clausebot.http.Mounted;
import org.clausebot.http.Routes;
import org.clausebot.policy.SchoolId;
import org.clausebot.querylog.QuestionLog;
import org.clausebot.seal.Hidden;
import org.clausebot.seal.Vault;
import org.clausebot.storage.SqliteStorage;

/** The bot in Slack, put together. There is none where nothing of Slack is set. */
final class SlackPart implements AutoCloseable {
    private final SlackConnection connection;
    private final Optional<SlackNotices> notices;

    private SlackPart(SlackConnection connection, Optional<SlackNotices> notices) {
        this.connection = connection;
        this.notices = notices;
    }

    /**
     * What it is put together from.
     *
     * @param work seals with its keys where reports are taken; where none are, keys are made for Slack alone
     */
    record Parts(
            Config config,
            Program program,
            ReportingAssistant assistant,
            Optional<Casework> work,
            SqliteStorage storage,
            QuestionLog log,
            Metrics metrics,
            Clock clock) {}

    /**
     * Connects.
     *
     * @throws RefusedException when the bot's words or the keys are not as they should be
     */
    static Optional<SlackPart> open(Parts parts) throws RefusedException {
        if (parts.config().slack().isEmpty()) {
            return Optional.empty();
        }
        SlackConfig slack = parts.config().slack().get();
        SlackWords words = words(parts.config());
        Vault vault = parts.work().isPresent()
                ? parts.work().get().vault()
                : Keyrings.refusing(
                        () -> Keyrings.open(parts.config(), parts.storage()).vault());
        SlackReplies plain = new SlackReplies(
                parts.program().phrases(), words, parts.program()::contacts, title -> false, Optional.empty());
        Function<SlackPhrase, List<SlackMessage>> said = phrase -> plain.words(words.say(phrase));
        SlackConnection connection = SlackConnection.start(
                settings(slack, pages(parts.config())),
                workspace -> channel(parts, words, workspace),
                new Ports(
                        parts.storage().deliveries(),
                        parts.storage().installations(),
                        vault,
                        member -> Optional.of(SchoolId.DEFAULT).filter(school -> isOurs(slack, member)),
                        said.apply(SlackPhrase.NOT_THIS_SCHOOL),
                        said.apply(SlackPhrase.FAILED)),
                parts.metrics().registry(),
                parts.clock());
        Optional<SlackNotices> notices = desk(parts.config())
                .map(desk -> new SlackNotices(
                        parts.storage().notices(),
                        parts.program().schools()::inForce,
                        (school, id) -> Optional.of(receiver(slack, id)),
                        connection.workspace(),
                        words,
                        desk,
                        parts.clock()));
        return Optional.of(new SlackPart(connection, notices));
    }

    static SlackWords words(Config config) throws RefusedException {
        try {
            return SlackWords.read(config.conversations().resolve("phrases-slack.yaml"));
        } catch (DataFileException e) {
            throw new RefusedException(e);
        }
    }

    private static SlackChat channel(Parts parts, SlackWords words, Workspace workspace) {
        return new SlackChannel(new SlackChannel.Parts(
                member -> SchoolId.DEFAULT,
                parts.assistant(),
                parts.assistant(),
                parts.program()::policies,
                parts.program()::contacts,
                new LoggedFeedback(parts.storage().feedback(), parts.log()),
                parts.program().phrases(),
                words,
                pages(parts.config()),
                workspace,
                parts.metrics().registry(),
                parts.clock()));
    }

    /** The connection's settings, as the page of settings has them. */
    static SlackSettings settings(SlackConfig slack, Optional<URI> pages) {
        return new SlackSettings(
                hidden(slack.signingSecret()),
                hidden(slack.botToken()),
                hidden(slack.appToken()),
                slack.clientId(),
                hidden(slack.clientSecret()),
                Manifest.Scope.codes(),
                slack.api(),
                pages);
    }

    private static Hidden hidden(Secret secret) {
        return new Hidden(secret.value());
    }

    static Optional<URI> pages(Config config) {
        return Optional.of(config.address()).filter(address -> address.getHost() != null);
    }

    /** A notice leads to the desk; where its address is not known, receivers are not told in Slack. */
    private static Optional<URI> desk(Config config) {
        return config.deskAddress().isAbsolute()
                ? Optional.of(config.deskAddress())
                : pages(config).map(address -> address.resolve("/desk"));
    }

    /** With a bot token and no list, the token's own workspace; Slack delivers from no other. */
    private static boolean isOurs(SlackConfig slack, Member member) {
        return slack.workspaces().isEmpty()
                || slack.workspaces().contains(member.team())
                || slack.workspaces().contains(member.enterprise());
    }

    /** A receiver by the member id in the school's settings, in the workspace or organisation that is the school's. */
    private static Member receiver(SlackConfig slack, String id) {
        String place = slack.workspaces().stream().sorted().findFirst().orElse("");
        return place.startsWith("E") ? new Member("", place, id) : new Member(place, "", id);
    }

    /** What the web server answers for it. */
    List<Mounted> mounted() {
        return connection.mounted();
    }

    Routes routes() {
        return connection.routes();
    }

    /** The queue of notices that tells receivers in Slack as well; empty where it cannot lead them to the desk. */
    Optional<SlackNotices> notices() {
        return notices;
    }

    @Override
    public void close() {
        notices.ifPresent(SlackNotices::close);
        connection.close();
    }
}
