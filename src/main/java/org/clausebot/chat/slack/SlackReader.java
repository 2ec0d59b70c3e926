package org.clausebot.chat.slack;

import java.util.Optional;
import org.clausebot.chat.read.Card;
import org.clausebot.chat.read.ReadChannel;
import org.clausebot.chat.slack.Delivered.Member;
import org.clausebot.chat.slack.block.ReadBlocks;
import org.clausebot.chat.slack.block.SlackWords;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks people to read something, in the direct message, who are found in Slack by their mail address. */
public final class SlackReader implements ReadChannel {
    private static final Logger LOG = LoggerFactory.getLogger(SlackReader.class);

    private final Workspace workspace;
    private final Member place;
    private final SlackWords words;

    /** @param place the school's workspace or organisation; its user is of no account */
    public SlackReader(Workspace workspace, Member place, SlackWords words) {
        this.workspace = workspace;
        this.place = place;
        this.words = words;
    }

    @Override
    public Reached reach(String mail, Card card) {
        try {
            Optional<Member> member = workspace.member(place, mail).filter(this::isOurs);
            return member.isEmpty()
                    ? Reached.NOT_THERE
                    : switch (workspace.reach(member.get(), ReadBlocks.of(card, words))) {
                        case SAID -> Reached.SAID;
                        case REFUSED -> Reached.NOT_THERE;
                        case NOT_NOW -> Reached.NOT_NOW;
                    };
        } catch (RuntimeException e) {
            // Its message could name somebody.
            LOG.warn("Slack could not be asked for somebody: {}", e.getClass().getSimpleName());
            return Reached.NOT_NOW;
        }
    }

    private boolean isOurs(Member member) {
        return switch (workspace.kind(member)) {
            case STAFF, GUEST -> true;
            case STRANGER, BOT -> false;
        };
    }
}
