package org.clausebot.app;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.clausebot.chat.awaited.Awaited;
import org.clausebot.chat.slack.Delivered.Member;
import org.clausebot.chat.slack.SlackChannel;
import org.clausebot.chat.slack.SlackChat;
import org.clausebot.chat.slack.SlackNotices;
import org.clausebot.chat.slack.SlackReader;
import org.clausebot.chat.slack.SlackTeller;
import org.clausebot.chat.slack.Workspace;
import org.clausebot.chat.slack.block.SlackMessage;
import org.clausebot.chat.slack.block.SlackPhrase;
import org.clausebot.chat.slack.block.SlackReplies;
import org.clausebot.chat.slack.block.SlackWords;
import org.clausebot.chat.slack.wire.Manifest;
import org.clausebot.chat.slack.wire.Ports;
import org.clausebot.chat.slack.wire.SlackConnection;
import org.clausebot.chat.slack.wire.SlackSettings;
import org.clausebot.chat.talk.ToldNotices;
import org.clausebot.datafile.DataFileException;
import org.clausebot.http.Mounted;
import org.clausebot.http.Routes;
import org.clausebot.incident.Notices;
import org.clausebot.policy.SchoolId;
import org.clausebot.school.Receiver;
import org.clausebot.seal.Hidden;
import org.clausebot.seal.Vault;

/** The bot in Slack, put together. There is none where nothing of Slack is set. */
final class SlackPart implements AutoCloseable {
    private final SlackConnection connection;
    private final Optional<ToldNotices<Member>> notices;
    private final Consumer<Receiver> reviews;

    private SlackPart(SlackConnection connection, Optional<ToldNotices<Member>> notices, Consumer<Receiver> reviews) {
        this.reviews = reviews;
        this.connection = connection;
        this.notices = notices;
    }

    /**
     * Connects.
     *
     * @param queue of notices
     * @param waiting those who want to be told when their question is answered
     * @throws RefusedException when the bot's words are not as they should be
     */
    static Optional<SlackPart> open(Channels.Parts parts, Vault vault, Notices queue, WaitingPart waiting)
            throws RefusedException {
        if (parts.config().slack().isEmpty()) {
            return Optional.empty();
        }
        SlackConfig slack = parts.config().slack().get();
        SlackWords words = words(parts.config());
        SlackReplies plain = new SlackReplies(
                parts.program().phrases(), words, parts.program()::contacts, title -> false, pages(parts.config()));
        Function<SlackPhrase, List<SlackMessage>> said = phrase -> plain.words(words.say(phrase));
        SlackConnection connection = SlackConnection.start(
                settings(slack, pages(parts.config())),
                workspace -> channel(parts, slack, words, waiting.awaited(), workspace),
                new Ports(
                        parts.storage().deliveries(),
                        parts.storage().installations(),
                        vault,
                        member -> slack.school(member.team(), member.enterprise()),
                        said.apply(SlackPhrase.NOT_THIS_SCHOOL),
                        said.apply(SlackPhrase.FAILED),
                        (team, enterprise, whole) -> removed(waiting.awaited(), team, enterprise, whole)),
                parts.metrics().registry(),
                parts.clock());
        Optional<ToldNotices<Member>> notices = desk(parts.config())
                .map(desk -> SlackNotices.of(
                        queue,
                        parts.program().schools()::inForce,
                        (school, id) -> Optional.of(receiver(slack, school, id)),
                        connection.workspace(),
                        words,
                        desk,
                        parts.clock()));
        if (slack.findsByMail()) {
            parts.reads().tellBy(new SlackReader(connection.workspace(), receiver(slack, SchoolId.DEFAULT, ""), words));
        }
        waiting.again().tellBy(SlackTeller.CHANNEL, new SlackTeller(connection.workspace(), plain));
        Consumer<Receiver> reviews = receiver -> desk(parts.config())
                .ifPresent(desk -> SlackNotices.review(
                        receiver,
                        id -> Optional.of(receiver(slack, SchoolId.DEFAULT, id)),
                        connection.workspace(),
                        words,
                        desk));
        return Optional.of(new SlackPart(connection, notices, reviews));
    }

    /** Whoever waits for an answer in a place that no longer has the app cannot be told, and need not be remembered. */
    private static void removed(Awaited awaited, String team, String enterprise, boolean wholeOrganisation) {
        if (wholeOrganisation) {
            awaited.forgetWider(SlackTeller.CHANNEL, enterprise);
        } else {
            awaited.forgetPlace(SlackTeller.CHANNEL, team);
        }
    }

    static SlackWords words(Config config) throws RefusedException {
        try {
            return SlackWords.read(config.conversations().resolve("phrases-slack.yaml"));
        } catch (DataFileException e) {
            throw new RefusedException(e);
        }
    }

    private static SlackChat channel(
            Channels.Parts parts, SlackConfig slack, SlackWords words, Awaited awaited, Workspace workspace) {
        return new SlackChannel(new SlackChannel.Parts(
                // Whoever belongs to no school was refused before.
                member -> slack.school(member.team(), member.enterprise()).orElse(SchoolId.DEFAULT),
                parts.assistant(),
                parts.assistant(),
                parts.program()::policies,
                parts.program()::contacts,
                parts.feedback(),
                parts.program().phrases(),
                words,
                pages(parts.config()),
                workspace,
                awaited,
                parts.reads(),
                parts.program()::unanswered,
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
                Manifest.Scope.codes(slack.findsByMail()),
                slack.api(),
                pages);
    }

    private static Hidden hidden(Secret secret) {
        return new Hidden(secret.value());
    }

    static Optional<URI> pages(Config config) {
        return Optional.of(config.address()).filter(address -> address.getHost() != null);
    }

    /** A notice leads to the desk; where its address is not known, receivers are told by mail alone. */
    static Optional<URI> desk(Config config) {
        return config.deskAddress().isAbsolute()
                ? Optional.of(config.deskAddress())
                : pages(config).map(address -> address.resolve("/desk"));
    }

    /** A receiver by the member id in the school's settings, in the workspace or organisation that is the school's. */
    private static Member receiver(SlackConfig slack, SchoolId school, String id) {
        String place = slack.placeOf(school);
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
    Optional<ToldNotices<Member>> notices() {
        return notices;
    }

    /** Begins to tell receivers by itself. */
    void start() {
        notices.ifPresent(ToldNotices::start);
    }

    /** Somebody who keeps the policies is to review one. */
    void review(Receiver receiver) {
        reviews.accept(receiver);
    }

    @Override
    public void close() {
        notices.ifPresent(ToldNotices::close);
        connection.close();
    }
}
