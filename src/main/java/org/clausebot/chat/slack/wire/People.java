package org.clausebot.chat.slack.wire;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.slack.api.methods.response.users.UsersInfoResponse;
import com.slack.api.methods.response.users.UsersLookupByEmailResponse;
import com.slack.api.model.User;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.clausebot.chat.inbox.Ticking;
import org.clausebot.chat.slack.Delivered.Member;
import org.clausebot.chat.slack.Workspace.Kind;
import org.jspecify.annotations.Nullable;

/** Who somebody is, as Slack knows them; remembered for an hour. */
final class People {
    private static final int TRIES = 3;
    private static final Set<String> UNKNOWN = Set.of("user_not_found", "users_not_found", "user_not_visible");

    private final Calls calls;
    private final Cache<Member, Person> known;

    /**
     * @param name as others see it; empty when Slack does not tell
     * @param mail their address; empty when Slack does not tell, or of somebody of another organisation
     */
    record Person(Kind kind, String name, String mail) {}

    People(Calls calls, Clock clock) {
        this.calls = calls;
        this.known = Caffeine.newBuilder()
                .ticker(Ticking.by(clock))
                .expireAfterWrite(Duration.ofHours(1))
                .maximumSize(10_000)
                .build();
    }

    /** @throws SlackUnavailableException when Slack does not say */
    Person of(Member member) {
        Person person = known.getIfPresent(member);
        if (person == null) {
            person = asked(member);
            known.put(member, person);
        }
        return person;
    }

    private Person asked(Member member) {
        if (member.user().equals("USLACKBOT")) {
            return new Person(Kind.BOT, "Slackbot", "");
        }
        Calls.Outcome<UsersInfoResponse> outcome =
                calls.ask("users.info", member, TRIES, client -> client.usersInfo(r -> r.user(member.user())));
        if (outcome.value().isPresent()) {
            return person(member, outcome.value().get().getUser());
        }
        if (UNKNOWN.contains(outcome.error())) {
            return new Person(Kind.STRANGER, "", "");
        }
        throw new SlackUnavailableException("users.info", outcome.error());
    }

    /**
     * Whom an address belongs to.
     *
     * @throws SlackUnavailableException when Slack does not say
     */
    Optional<Member> of(Member place, String mail) {
        Calls.Outcome<UsersLookupByEmailResponse> outcome = calls.ask(
                "users.lookupByEmail", place, TRIES, client -> client.usersLookupByEmail(r -> r.email(mail)));
        if (outcome.value().isEmpty()) {
            if (outcome.isRefused() && !outcome.error().equals("ratelimited")) {
                return Optional.empty();
            }
            throw new SlackUnavailableException("users.lookupByEmail", outcome.error());
        }
        User user = outcome.value().get().getUser();
        if (user.isDeleted()) {
            return Optional.empty();
        }
        String team = place.team().isEmpty() ? String.valueOf(user.getTeamId()) : place.team();
        Member member = new Member(team, place.enterprise(), user.getId());
        known.put(member, person(member, user));
        return Optional.of(member);
    }

    private static Person person(Member member, User user) {
        Kind kind = kind(member, user);
        return new Person(kind, name(user), kind == Kind.STAFF || kind == Kind.GUEST ? mail(user) : "");
    }

    private static String mail(User user) {
        String mail = user.getProfile() == null ? null : user.getProfile().getEmail();
        return mail == null ? "" : mail;
    }

    private static Kind kind(Member member, User user) {
        if (user.isBot() || user.isWorkflowBot() || user.isConnectorBot()) {
            return Kind.BOT;
        }
        boolean sameTeam = member.team().isEmpty() || member.team().equals(user.getTeamId());
        boolean sameOrganisation = !member.enterprise().isEmpty()
                && (member.enterprise().equals(user.getEnterpriseId())
                        || member.enterprise().equals(enterprise(user)));
        if (user.isStranger() || (!sameTeam && !sameOrganisation)) {
            return Kind.STRANGER;
        }
        return user.isRestricted() || user.isUltraRestricted() ? Kind.GUEST : Kind.STAFF;
    }

    private static String enterprise(User user) {
        String id = user.getEnterpriseUser() == null
                ? null
                : user.getEnterpriseUser().getEnterpriseId();
        return id == null ? "" : id;
    }

    private static String name(User user) {
        User.Profile profile = user.getProfile();
        return Stream.<@Nullable String>of(
                        user.getRealName(),
                        profile == null ? null : profile.getRealName(),
                        profile == null ? null : profile.getDisplayName(),
                        user.getName())
                .flatMap(name -> Optional.ofNullable(name).stream())
                .filter(name -> !name.isBlank())
                .findFirst()
                .orElse("");
    }
}
