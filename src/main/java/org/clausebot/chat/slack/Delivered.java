package org.clausebot.chat.slack;

import java.util.Map;
import java.util.Optional;

/** What somebody did in Slack: signed, new, and from a person. Switched over without a default. */
public sealed interface Delivered {
    Member by();

    /**
     * Somebody in a workspace.
     *
     * @param team the workspace's id
     * @param enterprise of the Enterprise Grid organisation; empty without one
     * @param user their id
     */
    record Member(String team, String enterprise, String user) {}

    /** What kind of place it was done in. */
    enum Room {
        /** One person and the bot. */
        DIRECT,
        /** A direct message of several people. */
        GROUP,
        /** A channel, public or private. */
        CHANNEL,
        /** The Home tab, or a shortcut that belongs to no conversation. */
        HOME
    }

    /**
     * Where.
     *
     * @param channel its id; empty at home
     * @param thread the message that began the thread; empty outside threads
     */
    record Place(Room room, String channel, String thread) {}

    /**
     * Words typed to the bot: any in a direct message; with its name, taken away here, elsewhere.
     *
     * @param ts names the message within its channel
     * @param files whether anything was attached; it was not downloaded
     */
    record Said(Member by, Place at, String ts, String words, boolean files) implements Delivered {}

    /**
     * A slash command.
     *
     * @param command such as {@code /policy}
     * @param respond takes answers for half an hour, at most five
     * @param trigger opens a window within three seconds
     */
    record Command(Member by, Place at, String command, String words, String respond, String trigger)
            implements Delivered {}

    /**
     * A pressed button, or another control that was used.
     *
     * @param ts of the message that it stands in; empty at home
     * @param action its id
     * @param value what it carries
     * @param fields what else is filled in on the same message or page, by action id
     * @param respond as for commands; empty at home
     * @param shown the message that it stands in, in Slack's own JSON ({@code text} and {@code blocks}), so that it can be
     *     shown without its buttons; empty at home, and where Slack does not send it (messages that only one person sees)
     */
    record Pressed(
            Member by,
            Place at,
            String ts,
            String action,
            String value,
            Map<String, String> fields,
            String respond,
            String trigger,
            String shown)
            implements Delivered {
        public Pressed {
            fields = Map.copyOf(fields);
        }

        /** Of a control in a message that Slack did not send along. */
        public Pressed(
                Member by,
                Place at,
                String ts,
                String action,
                String value,
                Map<String, String> fields,
                String respond,
                String trigger) {
            this(by, at, ts, action, value, fields, respond, trigger, "");
        }
    }

    /**
     * A shortcut.
     *
     * @param callback its name in the manifest
     * @param about the message that it was called on; empty for a global one
     */
    record Shortcut(Member by, String callback, String trigger, Optional<About> about) implements Delivered {}

    /**
     * The message that a shortcut was called on.
     *
     * @param words of it; never kept
     */
    record About(Place at, String ts, String words) {}

    /**
     * A window that was sent off.
     *
     * @param callback says what it was opened for
     * @param fields what was filled in, by action id
     */
    record Window(Member by, String callback, Map<String, String> fields) implements Delivered {
        public Window {
            fields = Map.copyOf(fields);
        }
    }

    /** The Home tab was opened. */
    record HomeOpened(Member by) implements Delivered {}
}
