package org.clausebot.chat.slack;

import org.clausebot.answer.Answer;
import org.clausebot.chat.awaited.Address;
import org.clausebot.chat.awaited.Teller;
import org.clausebot.chat.awaited.Waiting;
import org.clausebot.chat.slack.Delivered.Member;
import org.clausebot.chat.slack.block.SlackReplies;

/** Tells people in their direct message that a question they wait for is answered now. */
public final class SlackTeller implements Teller {
    /** The channel's name in addresses. */
    public static final String CHANNEL = "slack";

    private final Workspace workspace;
    private final SlackReplies replies;

    public SlackTeller(Workspace workspace, SlackReplies replies) {
        this.workspace = workspace;
        this.replies = replies;
    }

    static Address address(Member member) {
        return new Address(CHANNEL, member.team(), member.enterprise(), member.user());
    }

    @Override
    public Told tell(Waiting waiting, Answer.Quoted answer) {
        Address to = waiting.to();
        Member member = new Member(to.place(), to.wider(), to.person());
        return switch (workspace.kind(member)) {
            case STAFF, GUEST -> said(member, waiting, answer);
            case STRANGER, BOT -> Told.GONE;
        };
    }

    private Told said(Member member, Waiting waiting, Answer.Quoted answer) {
        return switch (workspace.reach(member, replies.answeredNow(waiting, answer))) {
            case SAID -> Told.TOLD;
            case REFUSED -> Told.GONE;
            case NOT_NOW -> Told.LATER;
        };
    }
}
