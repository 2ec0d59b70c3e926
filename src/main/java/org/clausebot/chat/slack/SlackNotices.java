package org.clausebot.chat.slack;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.clausebot.chat.slack.Delivered.Member;
import org.clausebot.chat.slack.block.DeskNotice;
import org.clausebot.chat.slack.block.SlackMessage;
import org.clausebot.chat.slack.block.SlackWords;
import org.clausebot.chat.talk.ToldNotices;
import org.clausebot.incident.Notices;
import org.clausebot.policy.SchoolId;
import org.clausebot.school.Receiver;
import org.clausebot.school.School;

/** Tells receivers who have a member id in Slack there as well, in the direct message. */
public final class SlackNotices {
    private SlackNotices() {}

    /**
     * The queue that does it.
     *
     * @param queue what the mail worker takes from; it must take through this instead
     * @param schools the people as they are now
     * @param members whom a school's member id stands for; empty where no workspace is connected
     * @param desk the address at which receivers open the case desk
     */
    public static ToldNotices<Member> of(
            Notices queue,
            Function<SchoolId, Optional<School>> schools,
            BiFunction<SchoolId, String, Optional<Member>> members,
            Workspace workspace,
            SlackWords words,
            URI desk,
            Clock clock) {
        List<SlackMessage> said = DeskNotice.of(desk, words);
        return new ToldNotices<>(
                "slack",
                queue,
                notice -> schools.apply(notice.school())
                        .flatMap(school -> school.anyone(notice.receiverId()))
                        .map(Receiver::slack)
                        .filter(id -> !id.isEmpty())
                        .flatMap(id -> members.apply(notice.school(), id)),
                member -> workspace.direct(member, said),
                clock);
    }

    /** Tells somebody who keeps the policies, and has a member id, that one is to be reviewed. */
    public static void review(
            Receiver receiver,
            Function<String, Optional<Member>> members,
            Workspace workspace,
            SlackWords words,
            URI desk) {
        Optional.of(receiver.slack())
                .filter(id -> !id.isEmpty())
                .flatMap(members)
                .ifPresent(member -> workspace.direct(member, DeskNotice.review(desk, words)));
    }
}
