package org.clausebot.chat.slack.wire;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.slack.api.methods.response.conversations.ConversationsOpenResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.clausebot.chat.inbox.Pace;
import org.clausebot.chat.inbox.Ticking;
import org.clausebot.chat.slack.Delivered.Member;
import org.clausebot.chat.slack.Delivered.Place;
import org.clausebot.chat.slack.Workspace.Reached;
import org.clausebot.chat.slack.block.SlackMessage;

/** Says one thing by Slack's Web API now, no faster than Slack takes it. Called by one thread at a time for a place. */
final class Posting {
    static final int TRIES = 5;

    private static final Pace.Limit ONE_A_SECOND = new Pace.Limit(1, Duration.ofSeconds(1));

    private final Calls calls;
    private final ResponseUrls urls;
    private final Pace pace;
    private final Cache<Member, String> direct;

    Posting(Calls calls, ResponseUrls urls, Clock clock, Tuning tuning) {
        this.calls = calls;
        this.urls = urls;
        this.pace = new Pace(List.of(ONE_A_SECOND), clock, tuning.pause());
        this.direct = Caffeine.newBuilder()
                .ticker(Ticking.by(clock))
                .expireAfterWrite(Duration.ofHours(12))
                .maximumSize(10_000)
                .build();
    }

    private static Reached reached(Calls.Outcome<?> outcome) {
        if (outcome.value().isPresent()) {
            return Reached.SAID;
        }
        return outcome.isRefused() ? Reached.REFUSED : Reached.NOT_NOW;
    }

    Reached direct(Member to, List<SlackMessage> messages) {
        String channel = direct.getIfPresent(to);
        if (channel == null) {
            Calls.Outcome<ConversationsOpenResponse> opened = open(to);
            if (opened.value().isEmpty()) {
                return reached(opened);
            }
            channel = opened.value().get().getChannel().getId();
        }
        for (SlackMessage message : messages) {
            Reached reached = post(to, channel, "", message);
            if (reached != Reached.SAID) {
                direct.invalidate(to);
                return reached;
            }
        }
        return Reached.SAID;
    }

    /** The direct message of the bot with somebody; asks Slack the first time. */
    Optional<String> directChannel(Member member) {
        String known = direct.getIfPresent(member);
        return known != null
                ? Optional.of(known)
                : open(member).value().map(answer -> answer.getChannel().getId());
    }

    private Calls.Outcome<ConversationsOpenResponse> open(Member member) {
        Calls.Outcome<ConversationsOpenResponse> outcome = calls.ask(
                "conversations.open",
                member,
                TRIES,
                client -> client.conversationsOpen(r -> r.users(List.of(member.user()))));
        outcome.value()
                .ifPresent(answer -> direct.put(member, answer.getChannel().getId()));
        return outcome;
    }

    Reached openly(Saying saying) {
        for (SlackMessage message : saying.messages()) {
            Reached reached =
                    post(saying.to(), saying.at().channel(), saying.at().thread(), message);
            if (reached != Reached.SAID) {
                return reached;
            }
        }
        return Reached.SAID;
    }

    private Reached post(Member by, String channel, String thread, SlackMessage message) {
        if (!paced(by, channel)) {
            return Reached.NOT_NOW;
        }
        return reached(calls.ask(
                "chat.postMessage",
                by,
                TRIES,
                client -> client.chatPostMessage(r -> {
                    r.channel(channel)
                            .text(SlackText.safe(message.text()))
                            .blocks(message.blocks())
                            .mrkdwn(false)
                            .linkNames(false)
                            .parse("none")
                            .unfurlLinks(false)
                            .unfurlMedia(false);
                    return thread.isEmpty() ? r : r.threadTs(thread);
                })));
    }

    private boolean paced(Member by, String channel) {
        try {
            pace.await(by.team() + "/" + channel);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** False where Slack cannot say it there: the bot is not in the channel, or the person left. */
    boolean ephemeral(Member to, Place at, SlackMessage message) {
        if (!paced(to, at.channel())) {
            return false;
        }
        return calls.ask(
                        "chat.postEphemeral",
                        to,
                        TRIES,
                        client -> client.chatPostEphemeral(r -> {
                            r.channel(at.channel())
                                    .user(to.user())
                                    .text(SlackText.safe(message.text()))
                                    .blocks(message.blocks())
                                    .linkNames(false)
                                    .parse("none");
                            return at.thread().isEmpty() ? r : r.threadTs(at.thread());
                        }))
                .value()
                .isPresent();
    }

    Reached respond(Saying saying) {
        List<SlackMessage> messages = saying.messages();
        for (int i = 0; i < messages.size(); i++) {
            boolean instead = saying.instead() && i == 0;
            if (saying.address().isEmpty() || !urls.say(saying.address(), messages.get(i), instead)) {
                return direct(saying.to(), messages.subList(i, messages.size()));
            }
        }
        return Reached.SAID;
    }

    Reached replace(Saying saying) {
        SlackMessage message = saying.messages().getFirst();
        return reached(calls.ask(
                "chat.update",
                saying.to(),
                TRIES,
                client -> client.chatUpdate(r -> r.channel(saying.at().channel())
                        .ts(saying.address())
                        .text(SlackText.safe(message.text()))
                        .blocks(message.blocks())
                        .linkNames(false)
                        .parse("none"))));
    }
}
