package org.clausebot.chat.slack.wire;

import com.slack.api.methods.response.chat.ChatGetPermalinkResponse;
import com.slack.api.model.view.View;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.clausebot.chat.inbox.Lanes;
import org.clausebot.chat.inbox.Outbox;
import org.clausebot.chat.slack.Delivered.Member;
import org.clausebot.chat.slack.Delivered.Place;
import org.clausebot.chat.slack.Delivered.Room;
import org.clausebot.chat.slack.Workspace;
import org.clausebot.chat.slack.block.SlackMessage;

/** {@link Workspace} by Slack's Web API. A lane for each person's direct message and each channel keeps the order. */
final class BoltWorkspace implements Workspace {
    /** Slack may ask to wait for some minutes, a few times. */
    private static final Duration LONGEST_REACH = Duration.ofMinutes(20);

    private final Calls calls;
    private final People people;
    private final Lanes lanes;
    private final Posting posting;
    private final Outbox<Saying> outbox;

    BoltWorkspace(Calls calls, Posting posting, People people, Lanes lanes) {
        this.calls = calls;
        this.posting = posting;
        this.people = people;
        this.lanes = lanes;
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
                case DIRECT -> settle(posting.direct(saying.to(), saying.messages()), settled);
                case OPENLY -> settle(posting.openly(saying), settled);
                case ONLY_TO -> ephemerally(saying, settled);
                case RESPOND -> settle(posting.respond(saying), settled);
                case REPLACE -> settle(posting.replace(saying), settled);
            }
        });
    }

    private static void settle(Reached reached, Runnable settled) {
        switch (reached) {
            case SAID, REFUSED -> settled.run();
            case NOT_NOW -> {}
        }
    }

    @Override
    public Reached reach(Member to, List<SlackMessage> messages) {
        CompletableFuture<Reached> reached = new CompletableFuture<>();
        boolean queued = lanes.run(lane(to), () -> {
            try {
                reached.complete(posting.direct(to, messages));
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

    private void ephemerally(Saying saying, Runnable settled) {
        List<SlackMessage> messages = saying.messages();
        for (int i = 0; i < messages.size(); i++) {
            if (!posting.ephemeral(saying.to(), saying.at(), messages.get(i))) {
                // Slack cannot say it there: the bot is not in the channel, or the person left.
                send(Saying.direct(saying.to(), messages.subList(i, messages.size())), settled);
                return;
            }
        }
        settled.run();
    }

    /** The direct message of the bot with somebody; asks Slack the first time. */
    Optional<String> directChannel(Member member) {
        return posting.directChannel(member);
    }

    @Override
    public void home(Member of, View view) {
        lanes.run(
                "home/" + lane(of),
                () -> calls.ask(
                        "views.publish",
                        of,
                        Posting.TRIES,
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
                Posting.TRIES,
                client -> client.chatGetPermalink(r -> r.channel(at.channel()).messageTs(ts)));
        return outcome.value().map(answer -> URI.create(answer.getPermalink()));
    }

    @Override
    public Kind kind(Member member) {
        return people.of(member).kind();
    }

    @Override
    public Optional<String> mail(Member member) {
        return Optional.of(people.of(member).mail()).filter(mail -> !mail.isEmpty());
    }

    @Override
    public Optional<Member> member(Member place, String mail) {
        return people.of(place, mail);
    }

    private static String lane(Member member) {
        return "direct/" + member.team() + "/" + member.user();
    }

    private static String lane(Member by, Place at) {
        return at.room() == Room.DIRECT ? lane(by) : "channel/" + by.team() + "/" + at.channel();
    }
}
