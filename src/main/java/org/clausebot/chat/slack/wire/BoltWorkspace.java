package org.clausebot.chat.slack.wire;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.slack.api.methods.response.chat.ChatGetPermalinkResponse;
import com.slack.api.methods.response.conversations.ConversationsOpenResponse;
import com.slack.api.model.view.View;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.clausebot.chat.inbox.Lanes;
import org.clausebot.chat.inbox.Pace;
import org.clausebot.chat.inbox.Ticking;
import org.clausebot.chat.slack.Delivered.Member;
import org.clausebot.chat.slack.Delivered.Place;
import org.clausebot.chat.slack.Delivered.Room;
import org.clausebot.chat.slack.Workspace;
import org.clausebot.chat.slack.block.SlackMessage;

/** {@link Workspace} by Slack's Web API. A lane for each person's direct message and each channel keeps the order. */
final class BoltWorkspace implements Workspace {
    private static final int TRIES = 5;
    private static final Pace.Limit ONE_A_SECOND = new Pace.Limit(1, Duration.ofSeconds(1));

    private final Calls calls;
    private final ResponseUrls urls;
    private final People people;
    private final Lanes lanes;
    private final Pace pace;
    private final Cache<Member, String> direct;

    BoltWorkspace(Calls calls, ResponseUrls urls, People people, Lanes lanes, Clock clock, Tuning tuning) {
        this.calls = calls;
        this.urls = urls;
        this.people = people;
        this.lanes = lanes;
        this.pace = new Pace(List.of(ONE_A_SECOND), clock, tuning.pause());
        this.direct = Caffeine.newBuilder()
                .ticker(Ticking.by(clock))
                .expireAfterWrite(Duration.ofHours(12))
                .maximumSize(10_000)
                .build();
    }

    @Override
    public void direct(Member to, List<SlackMessage> messages) {
        lanes.run(lane(to), () -> directNow(to, messages));
    }

    private void directNow(Member to, List<SlackMessage> messages) {
        Optional<String> channel = directChannel(to);
        for (SlackMessage message : messages) {
            if (channel.isEmpty() || !post(to, channel.get(), "", message)) {
                direct.invalidate(to);
                return;
            }
        }
    }

    /** The direct message of the bot with somebody; asks Slack the first time. */
    Optional<String> directChannel(Member member) {
        String known = direct.getIfPresent(member);
        if (known != null) {
            return Optional.of(known);
        }
        Calls.Outcome<ConversationsOpenResponse> outcome = calls.ask(
                "conversations.open",
                member,
                TRIES,
                client -> client.conversationsOpen(r -> r.users(List.of(member.user()))));
        Optional<String> opened =
                outcome.value().map(answer -> answer.getChannel().getId());
        opened.ifPresent(channel -> direct.put(member, channel));
        return opened;
    }

    @Override
    public void openly(Member asker, Place at, List<SlackMessage> messages) {
        if (at.channel().isEmpty()) {
            direct(asker, messages);
            return;
        }
        lanes.run(lane(asker, at), () -> {
            for (SlackMessage message : messages) {
                if (!post(asker, at.channel(), at.thread(), message)) {
                    return;
                }
            }
        });
    }

    private boolean post(Member by, String channel, String thread, SlackMessage message) {
        if (!paced(by, channel)) {
            return false;
        }
        return calls.ask(
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
                        }))
                .value()
                .isPresent();
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

    @Override
    public void onlyTo(Member to, Place at, List<SlackMessage> messages) {
        if (at.channel().isEmpty()) {
            direct(to, messages);
        } else if (at.room() == Room.DIRECT) {
            openly(to, at, messages);
        } else {
            lanes.run(lane(to, at), () -> ephemerally(to, at, messages));
        }
    }

    private void ephemerally(Member to, Place at, List<SlackMessage> messages) {
        for (int i = 0; i < messages.size(); i++) {
            if (!ephemeral(to, at, messages.get(i))) {
                // Slack cannot say it there: the bot is not in the channel, or the person left.
                direct(to, messages.subList(i, messages.size()));
                return;
            }
        }
    }

    private boolean ephemeral(Member to, Place at, SlackMessage message) {
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

    @Override
    public void respond(Member to, String respond, List<SlackMessage> messages, boolean instead) {
        lanes.run(lane(to), () -> {
            for (int i = 0; i < messages.size(); i++) {
                if (respond.isEmpty() || !urls.say(respond, messages.get(i), instead && i == 0)) {
                    directNow(to, messages.subList(i, messages.size()));
                    return;
                }
            }
        });
    }

    @Override
    public void replace(Member by, Place at, String ts, SlackMessage message) {
        lanes.run(
                lane(by, at),
                () -> calls.ask(
                        "chat.update",
                        by,
                        TRIES,
                        client -> client.chatUpdate(r -> r.channel(at.channel())
                                .ts(ts)
                                .text(SlackText.safe(message.text()))
                                .blocks(message.blocks())
                                .linkNames(false)
                                .parse("none"))));
    }

    @Override
    public void home(Member of, View view) {
        lanes.run(
                "home/" + lane(of),
                () -> calls.ask(
                        "views.publish",
                        of,
                        TRIES,
                        client -> client.viewsPublish(r -> r.userId(of.user()).view(view))));
    }

    @Override
    public boolean window(Member of, String trigger, View view) {
        // A second try comes within the three seconds that Slack gives; a third would not.
        return !trigger.isEmpty()
                && calls.ask(
                                "views.open",
                                of,
                                2,
                                client -> client.viewsOpen(
                                        r -> r.triggerId(trigger).view(view)))
                        .value()
                        .isPresent();
    }

    @Override
    public Optional<URI> link(Member by, Place at, String ts) {
        Calls.Outcome<ChatGetPermalinkResponse> outcome = calls.ask(
                "chat.getPermalink",
                by,
                TRIES,
                client -> client.chatGetPermalink(r -> r.channel(at.channel()).messageTs(ts)));
        return outcome.value().map(answer -> URI.create(answer.getPermalink()));
    }

    @Override
    public Kind kind(Member member) {
        return people.of(member).kind();
    }

    private static String lane(Member member) {
        return "direct/" + member.team() + "/" + member.user();
    }

    private static String lane(Member by, Place at) {
        return at.room() == Room.DIRECT ? lane(by) : "channel/" + by.team() + "/" + at.channel();
    }
}
