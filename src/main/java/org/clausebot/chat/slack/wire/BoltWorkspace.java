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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.clausebot.chat.inbox.Lanes;
import org.clausebot.chat.inbox.Outbox;
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
    /** Slack may ask to wait for some minutes, a few times. */
    private static final Duration LONGEST_REACH = Duration.ofMinutes(20);

    private static final Pace.Limit ONE_A_SECOND = new Pace.Limit(1, Duration.ofSeconds(1));

    private final Calls calls;
    private final ResponseUrls urls;
    private final People people;
    private final Lanes lanes;
    private final Pace pace;
    private final Cache<Member, String> direct;
    private final Outbox<Saying> outbox;

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
        this.outbox = new Outbox<>(new SayingForm(), this::send);
    }

    /** What is said here while something that was delivered is worked on goes through this. */
    Outbox<Saying> outbox() {
        return outbox;
    }

    @Override
    public void direct(Member to, List<SlackMessage> messages) {
        outbox.say(Saying.direct(to, messages));
    }

    @Override
    public void openly(Member asker, Place at, List<SlackMessage> messages) {
        outbox.say(at.channel().isEmpty() ? Saying.direct(asker, messages) : Saying.openly(asker, at, messages));
    }

    @Override
    public void onlyTo(Member to, Place at, List<SlackMessage> messages) {
        if (at.channel().isEmpty()) {
            direct(to, messages);
        } else if (at.room() == Room.DIRECT) {
            openly(to, at, messages);
        } else {
            outbox.say(Saying.onlyTo(to, at, messages));
        }
    }

    @Override
    public void respond(Member to, String respond, List<SlackMessage> messages, boolean instead) {
        outbox.say(Saying.respond(to, respond, messages, instead));
    }

    @Override
    public void replace(Member by, Place at, String ts, SlackMessage message) {
        outbox.say(Saying.replace(by, at, ts, message));
    }

    private void send(Saying saying, Runnable settled) {
        String lane = switch (saying.way()) {
            case DIRECT, RESPOND -> lane(saying.to());
            case OPENLY, ONLY_TO, REPLACE -> lane(saying.to(), saying.at());
        };
        lanes.run(lane, () -> {
            switch (saying.way()) {
                case DIRECT -> settle(directNow(saying.to(), saying.messages()), settled);
                case OPENLY -> settle(openlyNow(saying), settled);
                case ONLY_TO -> ephemerally(saying, settled);
                case RESPOND -> settle(respondNow(saying), settled);
                case REPLACE -> settle(replaceNow(saying), settled);
            }
        });
    }

    private static void settle(Reached reached, Runnable settled) {
        switch (reached) {
            case SAID, REFUSED -> settled.run();
            case NOT_NOW -> {}
        }
    }

    private static Reached reached(Calls.Outcome<?> outcome) {
        if (outcome.value().isPresent()) {
            return Reached.SAID;
        }
        return outcome.isRefused() ? Reached.REFUSED : Reached.NOT_NOW;
    }

    @Override
    public Reached reach(Member to, List<SlackMessage> messages) {
        CompletableFuture<Reached> reached = new CompletableFuture<>();
        boolean queued = lanes.run(lane(to), () -> {
            try {
                reached.complete(directNow(to, messages));
            } finally {
                reached.complete(Reached.NOT_NOW);
            }
        });
        try {
            return queued ? reached.get(LONGEST_REACH.toMillis(), TimeUnit.MILLISECONDS) : Reached.NOT_NOW;
        } catch (TimeoutException | ExecutionException e) {
            return Reached.NOT_NOW;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Reached.NOT_NOW;
        }
    }

    private Reached directNow(Member to, List<SlackMessage> messages) {
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

    private Reached openlyNow(Saying saying) {
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

    private void ephemerally(Saying saying, Runnable settled) {
        List<SlackMessage> messages = saying.messages();
        for (int i = 0; i < messages.size(); i++) {
            if (!ephemeral(saying.to(), saying.at(), messages.get(i))) {
                // Slack cannot say it there: the bot is not in the channel, or the person left.
                send(Saying.direct(saying.to(), messages.subList(i, messages.size())), settled);
                return;
            }
        }
        settled.run();
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

    private Reached respondNow(Saying saying) {
        List<SlackMessage> messages = saying.messages();
        for (int i = 0; i < messages.size(); i++) {
            boolean instead = saying.instead() && i == 0;
            if (saying.address().isEmpty() || !urls.say(saying.address(), messages.get(i), instead)) {
                return directNow(saying.to(), messages.subList(i, messages.size()));
            }
        }
        return Reached.SAID;
    }

    private Reached replaceNow(Saying saying) {
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
