package org.clausebot.app;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.clausebot.chat.awaited.Awaited;
import org.clausebot.chat.talk.ToldNotices;
import org.clausebot.chat.teams.Delivered.Person;
import org.clausebot.chat.teams.TeamsChannel;
import org.clausebot.chat.teams.TeamsChat;
import org.clausebot.chat.teams.TeamsLine;
import org.clausebot.chat.teams.TeamsNotices;
import org.clausebot.chat.teams.TeamsReader;
import org.clausebot.chat.teams.TeamsTeller;
import org.clausebot.chat.teams.card.TeamsCards;
import org.clausebot.chat.teams.card.TeamsMessage;
import org.clausebot.chat.teams.card.TeamsPhrase;
import org.clausebot.chat.teams.card.TeamsWords;
import org.clausebot.chat.teams.wire.Credential;
import org.clausebot.chat.teams.wire.CredentialException;
import org.clausebot.chat.teams.wire.Ports;
import org.clausebot.chat.teams.wire.TeamsConnection;
import org.clausebot.chat.teams.wire.TeamsSettings;
import org.clausebot.datafile.DataFileException;
import org.clausebot.http.Mounted;
import org.clausebot.incident.Notices;
import org.clausebot.policy.SchoolId;
import org.clausebot.school.Receiver;
import org.clausebot.seal.Vault;

/** The bot in Microsoft Teams, put together. There is none where nothing of Teams is set. */
final class TeamsPart implements AutoCloseable {
    private final TeamsConnection connection;
    private final Optional<ToldNotices<Person>> notices;
    private final Consumer<Receiver> reviews;

    private TeamsPart(TeamsConnection connection, Optional<ToldNotices<Person>> notices, Consumer<Receiver> reviews) {
        this.reviews = reviews;
        this.connection = connection;
        this.notices = notices;
    }

    /**
     * Connects.
     *
     * @param queue of notices
     * @param waiting those who want to be told when their question is answered
     * @throws RefusedException when the bot's words or the certificate are not as they should be
     */
    static Optional<TeamsPart> open(Channels.Parts parts, Vault vault, Notices queue, WaitingPart waiting)
            throws RefusedException {
        if (parts.config().teams().isEmpty()) {
            return Optional.empty();
        }
        TeamsConfig teams = parts.config().teams().get();
        TeamsWords words = words(parts.config());
        TeamsConnection connection = TeamsConnection.start(
                settings(teams),
                line -> channel(parts, teams, words, waiting.awaited(), line),
                new Ports(
                        parts.storage().teamsDeliveries(),
                        parts.storage().teamsReferences(),
                        vault,
                        new TeamsMessage(words.say(TeamsPhrase.FAILED), Optional.empty()),
                        person -> waiting.awaited().forgetAll(school(teams, person), TeamsTeller.address(person)),
                        words.say(TeamsPhrase.LATE)),
                parts.metrics().registry(),
                parts.clock());
        Optional<ToldNotices<Person>> notices = SlackPart.desk(parts.config())
                .map(desk -> TeamsNotices.of(
                        queue,
                        parts.program().schools()::inForce,
                        (school, object) -> teams.tenantOf(school).map(tenant -> new Person(tenant, object)),
                        connection.line(),
                        words,
                        desk,
                        parts.clock()));
        TeamsCards plain = new TeamsCards(
                parts.program().phrases(),
                words,
                parts.program()::contacts,
                title -> false,
                SlackPart.pages(parts.config()));
        teams.tenantOf(SchoolId.DEFAULT)
                .ifPresent(tenant -> parts.reads().tellBy(new TeamsReader(connection.line(), tenant, words)));
        waiting.again().tellBy(TeamsTeller.CHANNEL, new TeamsTeller(connection.line(), plain));
        Consumer<Receiver> reviews = receiver -> SlackPart.desk(parts.config())
                .ifPresent(desk -> TeamsNotices.review(
                        receiver, object -> new Person(teams.tenant(), object), connection.line(), words, desk));
        return Optional.of(new TeamsPart(connection, notices, reviews));
    }

    static TeamsWords words(Config config) throws RefusedException {
        try {
            return TeamsWords.read(config.conversations().resolve("phrases-teams.yaml"));
        } catch (DataFileException e) {
            throw new RefusedException(e);
        }
    }

    private static SchoolId school(TeamsConfig teams, Person person) {
        // Whoever belongs to no school was turned away before.
        return teams.school(person.tenant()).orElse(SchoolId.DEFAULT);
    }

    private static TeamsChat channel(
            Channels.Parts parts, TeamsConfig teams, TeamsWords words, Awaited awaited, TeamsLine line) {
        return new TeamsChannel(new TeamsChannel.Parts(
                person -> school(teams, person),
                parts.assistant(),
                parts.assistant(),
                parts.program()::answered,
                parts.program().finder(),
                parts.program()::policies,
                parts.program()::contacts,
                parts.feedback(),
                parts.program().phrases(),
                words,
                SlackPart.pages(parts.config()),
                line,
                awaited,
                parts.reads(),
                parts.program()::unanswered,
                parts.metrics().registry(),
                parts.clock()));
    }

    /**
     * The connection's settings, as the page of settings has them.
     *
     * @throws RefusedException when the certificate cannot be used
     */
    static TeamsSettings settings(TeamsConfig teams) throws RefusedException {
        return new TeamsSettings(
                teams.appId(),
                credential(teams),
                teams.tenant(),
                teams.tenants().keySet(),
                teams.metadata(),
                teams.issuer(),
                teams.token());
    }

    private static Credential credential(TeamsConfig teams) throws RefusedException {
        try {
            return teams.certificate().isPresent()
                    ? Credential.read(
                            teams.certificate().get(),
                            teams.certificatePassword().value())
                    : new Credential.Secret(teams.password().value());
        } catch (CredentialException e) {
            throw new RefusedException(e);
        }
    }

    /** What the web server answers for it. */
    List<Mounted> mounted() {
        return connection.mounted();
    }

    /** The queue of notices that tells receivers in Teams as well; empty where it cannot lead them to the desk. */
    Optional<ToldNotices<Person>> notices() {
        return notices;
    }

    /** Somebody who keeps the policies is to review one. */
    void review(Receiver receiver) {
        reviews.accept(receiver);
    }

    /** Begins to tell receivers by itself. */
    void start() {
        notices.ifPresent(ToldNotices::start);
    }

    @Override
    public void close() {
        notices.ifPresent(ToldNotices::close);
        connection.close();
    }
}
