package org.clausebot.chat.slack;

import com.slack.api.model.view.View;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.clausebot.chat.slack.Delivered.Member;
import org.clausebot.chat.slack.Delivered.Place;
import org.clausebot.chat.slack.block.SlackMessage;

/**
 * What the bot does in a Slack workspace. Messages to one place arrive in the order they were given, no faster than Slack allows;
 * these methods return at once unless they say otherwise, and what Slack finally refuses is logged without its words.
 */
public interface Workspace {
    /** To the person alone, in the direct message with the bot. */
    void direct(Member to, List<SlackMessage> messages);

    /** As {@link #direct}, and waits for what came of it. For what nobody in Slack has just asked for. */
    Reached reach(Member to, List<SlackMessage> messages);

    /** What came of saying something. */
    enum Reached {
        SAID,
        /** Slack said no: they are not there any more, or the app is not. */
        REFUSED,
        /** Slack could not be asked; it can be tried again. */
        NOT_NOW
    }

    /** For everybody who can read the place, in its thread if it is in one. */
    void openly(Member asker, Place at, List<SlackMessage> messages);

    /** In the place, seen by that person alone (an ephemeral message). Says it directly where Slack cannot. */
    void onlyTo(Member to, Place at, List<SlackMessage> messages);

    /**
     * Answers a command or a press to that person alone. Beyond the five answers that Slack takes, or after half an hour,
     * the rest is said directly.
     *
     * @param respond the address that came with it
     * @param instead whether the first message takes the place of the one that was pressed
     */
    void respond(Member to, String respond, List<SlackMessage> messages, boolean instead);

    /** Puts {@code message} in the place of one that the bot said at {@code ts}. */
    void replace(Member by, Place at, String ts, SlackMessage message);

    /** Draws the Home tab. */
    void home(Member of, View view);

    /** Opens a window; at once, since Slack waits three seconds. False when Slack would not. */
    boolean window(Member of, String trigger, View view);

    /** The address of a message; waits for Slack. Empty when the bot may not know it. */
    Optional<URI> link(Member by, Place at, String ts);

    /** What kind of member somebody is; waits for Slack the first time. */
    Kind kind(Member member);

    /** The mail address that Slack has for somebody; waits for Slack the first time. Empty where the app may not know it. */
    Optional<String> mail(Member member);

    /**
     * Whom an address belongs to; waits for Slack.
     *
     * @param place the workspace or organisation to look in; its user is of no account
     * @return empty when nobody there has it, they were deactivated, or the app may not ask
     */
    Optional<Member> member(Member place, String mail);

    /** Kinds of members. */
    enum Kind {
        STAFF,
        /** A guest: of one or several channels. */
        GUEST,
        /** From another organisation, in a shared channel. */
        STRANGER,
        /** A bot or an app. */
        BOT
    }
}
