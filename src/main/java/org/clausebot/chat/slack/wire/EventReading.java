package org.clausebot.chat.slack.wire;

import com.slack.api.app_backend.events.payload.Authorization;
import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.bolt.context.Context;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.model.event.MessageFileShareEvent;
import com.slack.api.model.event.MessageThreadBroadcastEvent;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.clausebot.chat.inbox.Arrival;
import org.clausebot.chat.slack.Delivered;
import org.clausebot.chat.slack.Delivered.Member;
import org.clausebot.chat.slack.Delivered.Place;
import org.clausebot.chat.slack.Delivered.Room;
import org.jspecify.annotations.Nullable;

/** Slack's events as what was delivered. Empty for what is none of the bot's business. */
final class EventReading {
    private EventReading() {}

    /** What messages of every form have. A null is what Slack left out. */
    private record Message(
            @Nullable String user,
            @Nullable String bot,
            @Nullable String channelType,
            @Nullable String channel,
            @Nullable String thread,
            @Nullable String ts,
            @Nullable String text,
            @Nullable Collection<?> files) {}

    static Optional<Arrival<Delivered>> message(EventsApiPayload<MessageEvent> payload, Context context) {
        MessageEvent e = payload.getEvent();
        return said(
                payload,
                context,
                new Message(
                        e.getUser(),
                        e.getBotId(),
                        e.getChannelType(),
                        e.getChannel(),
                        e.getThreadTs(),
                        e.getTs(),
                        e.getText(),
                        e.getFiles()));
    }

    static Optional<Arrival<Delivered>> withFiles(EventsApiPayload<MessageFileShareEvent> payload, Context context) {
        MessageFileShareEvent e = payload.getEvent();
        return said(
                payload,
                context,
                new Message(
                        e.getUser(),
                        null,
                        e.getChannelType(),
                        e.getChannel(),
                        e.getThreadTs(),
                        e.getTs(),
                        e.getText(),
                        e.getFiles()));
    }

    /** A reply in a thread that is shown outside of it as well. */
    static Optional<Arrival<Delivered>> broadcast(
            EventsApiPayload<MessageThreadBroadcastEvent> payload, Context context) {
        MessageThreadBroadcastEvent e = payload.getEvent();
        return said(
                payload,
                context,
                new Message(
                        e.getUser(),
                        null,
                        e.getChannelType(),
                        e.getChannel(),
                        e.getThreadTs(),
                        e.getTs(),
                        e.getText(),
                        null));
    }

    static Optional<Arrival<Delivered>> mention(EventsApiPayload<AppMentionEvent> payload, Context context) {
        AppMentionEvent e = payload.getEvent();
        String channel = text(e.getChannel());
        return said(
                payload,
                context,
                new Message(
                        e.getUser(),
                        e.getBotId(),
                        channel.startsWith("D") ? "im" : "mention",
                        channel,
                        e.getThreadTs(),
                        e.getTs(),
                        e.getText(),
                        e.getFiles()));
    }

    static Optional<Arrival<Delivered>> home(EventsApiPayload<AppHomeOpenedEvent> payload, Context context) {
        AppHomeOpenedEvent e = payload.getEvent();
        if (!"home".equals(e.getTab()) || e.getUser() == null) {
            return Optional.empty();
        }
        return Optional.of(new Arrival<>(
                new Delivered.HomeOpened(member(payload, context, e.getUser())),
                List.of(Arrival.Name.of("event", text(payload.getEventId())))));
    }

    private static Optional<Arrival<Delivered>> said(EventsApiPayload<?> payload, Context context, Message message) {
        String bot = botUser(payload);
        String user = text(message.user);
        String channel = text(message.channel);
        String ts = text(message.ts);
        String raw = text(message.text);
        Optional<Room> room = room(text(message.channelType), SlackText.mentions(raw, bot));
        if (user.isEmpty() || channel.isEmpty() || ts.isEmpty() || message.bot != null || user.equals(bot)) {
            return Optional.empty();
        }
        boolean files = message.files != null && !message.files.isEmpty();
        String words = SlackText.without(raw, bot);
        if (room.isEmpty() || (words.isEmpty() && !files && room.get() == Room.DIRECT)) {
            return Optional.empty();
        }
        Delivered.Said said = new Delivered.Said(
                member(payload, context, user), new Place(room.get(), channel, text(message.thread)), ts, words, files);
        // A mention comes twice, as itself and as a message: the message's own name makes them one.
        return Optional.of(new Arrival<>(
                said,
                List.of(
                        Arrival.Name.of("message", channel, ts),
                        Arrival.Name.of("event", text(payload.getEventId())))));
    }

    /** Where words are for the bot: everywhere to itself, elsewhere with its name. */
    private static Optional<Room> room(String channelType, boolean mentioned) {
        return switch (channelType) {
            case "im", "app_home" -> Optional.of(Room.DIRECT);
            case "mpim" -> mentioned ? Optional.of(Room.GROUP) : Optional.empty();
            case "mention" -> Optional.of(Room.CHANNEL);
            // In channels the mention's own event comes.
            default -> Optional.empty();
        };
    }

    private static String botUser(EventsApiPayload<?> payload) {
        return Optional.ofNullable(payload.getAuthorizations()).orElse(List.of()).stream()
                .filter(a -> Boolean.TRUE.equals(a.getIsBot()))
                .map(a -> text(a.getUserId()))
                .findFirst()
                .orElse("");
    }

    /** Whether the app was installed for the whole organisation. */
    static boolean isWholeOrganisation(EventsApiPayload<?> payload) {
        return Optional.ofNullable(payload.getAuthorizations()).orElse(List.of()).stream()
                .map(Authorization::getIsEnterpriseInstall)
                .anyMatch(Boolean.TRUE::equals);
    }

    static Member member(EventsApiPayload<?> payload, Context context, String user) {
        String team = text(context.getTeamId());
        return new Member(team.isEmpty() ? text(payload.getTeamId()) : team, text(context.getEnterpriseId()), user);
    }

    static String text(@Nullable String given) {
        return given == null ? "" : given;
    }
}
