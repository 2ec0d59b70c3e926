package org.clausebot.chat.slack;

import java.util.List;
import java.util.Optional;
import org.clausebot.answer.Answer;
import org.clausebot.chat.Asking;
import org.clausebot.chat.Reply;
import org.clausebot.chat.awaited.Waiting;
import org.clausebot.chat.slack.Delivered.Member;
import org.clausebot.chat.slack.Delivered.Place;
import org.clausebot.chat.slack.block.Audience;
import org.clausebot.chat.slack.block.OfferedLink;
import org.clausebot.chat.slack.block.SlackMessage;
import org.clausebot.chat.slack.block.SlackPhrase;
import org.clausebot.chat.slack.block.SlackReplies;
import org.clausebot.chat.slack.block.SlackWords;
import org.clausebot.chat.talk.Memory;
import org.clausebot.chat.talk.Placement;
import org.clausebot.chat.talk.Room;
import org.clausebot.chat.talk.Voice;
import org.clausebot.chat.talk.WaitTalk;

/** Says things where only the right people see them. */
final class SlackVoice implements Voice<Spot> {
    private final Workspace workspace;
    private final SlackReplies replies;
    private final SlackWords words;
    private final Memory memory;

    SlackVoice(Workspace workspace, SlackReplies replies, SlackWords words, Memory memory) {
        this.workspace = workspace;
        this.replies = replies;
        this.words = words;
        this.memory = memory;
    }

    /** Says {@code reply} in the place that is right for it. */
    @Override
    public Placement say(Spot spot, Reply reply) {
        Placement placement = Placement.of(reply, spot.room());
        List<SlackMessage> messages = replies.of(reply, audience(placement));
        switch (placement) {
            case DIRECT -> directly(spot, messages);
            case DIRECT_AND_POINTER -> {
                directly(spot, messages);
                alone(spot, SlackPhrase.DIRECTLY);
            }
            case HERE -> alone(spot, messages);
        }
        asked(reply).ifPresent(asking -> asked(spot, asking));
        return placement;
    }

    private static Audience audience(Placement placement) {
        return switch (placement) {
            case DIRECT, DIRECT_AND_POINTER -> Audience.ALONE;
            case HERE -> Audience.ASKER_IN_CHANNEL;
        };
    }

    private static Optional<Asking> asked(Reply reply) {
        return reply instanceof Reply.Asked asked ? Optional.of(asked.asking()) : Optional.empty();
    }

    private void asked(Spot spot, Asking asking) {
        memory.offered(spot.person(), asking);
        if (asking.field().input() == Asking.Input.WEB_ADDRESS) {
            memory.link(spot.person()).ifPresent(link -> directly(spot, OfferedLink.of(link, asking.token(), words)));
        }
    }

    /** In the direct message, in its thread if that is where the person is. */
    void directly(Spot spot, List<SlackMessage> messages) {
        if (spot.at().room() == Delivered.Room.DIRECT && !spot.at().thread().isEmpty()) {
            workspace.openly(spot.by(), spot.at(), messages);
        } else {
            workspace.direct(spot.by(), messages);
        }
    }

    /** Where the person is, to them alone. */
    void alone(Spot spot, List<SlackMessage> messages) {
        if (!spot.respond().isEmpty()) {
            workspace.respond(spot.by(), spot.respond(), messages, false);
        } else if (spot.room() == Room.ALONE) {
            directly(spot, messages);
        } else {
            workspace.onlyTo(spot.by(), spot.at(), messages);
        }
    }

    void alone(Spot spot, SlackPhrase phrase) {
        alone(spot, words.say(phrase));
    }

    @Override
    public void alone(Spot spot, String said) {
        alone(spot, replies.words(said));
    }

    void directly(Spot spot, SlackPhrase phrase) {
        directly(spot, words.say(phrase));
    }

    @Override
    public void directly(Spot spot, String said) {
        directly(spot, replies.words(said));
    }

    /** The address of the message to report, directly. */
    void link(Spot to) {
        memory.link(to.person())
                .ifPresent(link ->
                        workspace.direct(to.by(), replies.words(words.say(SlackPhrase.LINK_KEPT) + "\n" + link)));
    }

    /** Clauses for everybody, because their asker wants it. */
    void openly(Member asker, Place at, Answer answer) {
        workspace.openly(asker, at, replies.shared(answer));
    }

    /** What came of asking to be told; never where others could see it. */
    void told(Spot spot, WaitTalk.Kept kept) {
        directly(spot, replies.told(kept));
    }

    void takenBack(Spot spot, Optional<String> question) {
        directly(spot, replies.takenBack(question));
    }

    void waiting(Spot spot, List<Waiting> waiting) {
        directly(spot, replies.waiting(waiting));
    }

    List<SlackMessage> rendered(Reply reply, Audience audience) {
        return replies.of(reply, audience);
    }

    /** The same message without its buttons. */
    SlackMessage pressed(SlackMessage shown, String label) {
        return replies.pressed(shown, label);
    }
}
