package org.clausebot.chat.teams.wire;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ChannelAccount;
import com.microsoft.bot.schema.ConversationAccount;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.clausebot.chat.teams.Delivered.Person;
import org.clausebot.chat.teams.Delivered.Place;
import org.clausebot.chat.teams.Delivered.Room;
import org.jspecify.annotations.Nullable;

/** An activity with what every one of them must have: read, and not yet understood. */
final class Incoming {
    static final String CHANNEL = "msteams";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .findAndAddModules()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
            .build();

    private final Activity activity;
    private final ConversationAccount conversation;
    private final ChannelAccount from;
    private final JsonNode channelData;
    private final JsonNode value;

    private Incoming(Activity activity, ConversationAccount conversation, ChannelAccount from) {
        this.activity = activity;
        this.conversation = conversation;
        this.from = from;
        this.channelData = JSON.valueToTree(activity.getChannelData());
        this.value = JSON.valueToTree(activity.getValue());
    }

    /** Empty when it is in no form of an activity. */
    static Optional<Incoming> read(byte[] body) {
        try {
            Activity activity = JSON.readValue(body, Activity.class);
            if (activity == null
                    || activity.getConversation() == null
                    || activity.getFrom() == null
                    || text(activity.getType()).isEmpty()
                    || text(activity.getServiceUrl()).isEmpty()
                    || text(activity.getConversation().getId()).isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new Incoming(activity, activity.getConversation(), activity.getFrom()));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    Activity activity() {
        return activity;
    }

    String type() {
        return text(activity.getType());
    }

    /** Of an invoke or an event; else empty. */
    String name() {
        return text(activity.getName());
    }

    String id() {
        return text(activity.getId());
    }

    String channel() {
        return text(activity.getChannelId());
    }

    String service() {
        return text(activity.getServiceUrl());
    }

    String user() {
        return text(from.getId());
    }

    /** The whole of {@code channelData}; a missing node where there is none. */
    JsonNode channelData() {
        return channelData;
    }

    /** The whole of {@code value}; a missing node where there is none. */
    JsonNode value() {
        return value;
    }

    /** The organisation that the place belongs to; empty when it is not said. */
    String tenant() {
        String tenant = channelData.path("tenant").path("id").asText("");
        return tenant.isEmpty() ? text(conversation.getTenantId()) : tenant;
    }

    /** False when two tenants are named, as nobody but somebody forging does. */
    boolean isOfOneTenant() {
        String other = text(conversation.getTenantId());
        return other.isEmpty() || other.equals(tenant());
    }

    /** Whoever did it; empty for bots, and for people who are not known to Entra. */
    Optional<Person> person() {
        String object = text(from.getAadObjectId());
        return object.isEmpty() || isBot(user())
                ? Optional.empty()
                : Optional.of(new Person(tenant(), object.toLowerCase(Locale.ROOT)));
    }

    /** Teams puts {@code 28:} before the ids of apps. */
    static boolean isBot(String account) {
        return account.startsWith("28:");
    }

    Place at() {
        return new Place(room(), text(conversation.getId()));
    }

    /** What is not said to be a chat of one person with the bot is treated as if others could read it. */
    private Room room() {
        return switch (text(conversation.getConversationType()).toLowerCase(Locale.ROOT)) {
            case "personal" -> Room.PERSONAL;
            case "channel" -> Room.CHANNEL;
            default -> Room.GROUP;
        };
    }
}
