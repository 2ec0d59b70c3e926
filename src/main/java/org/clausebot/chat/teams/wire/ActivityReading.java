package org.clausebot.chat.teams.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.bot.schema.ChannelAccount;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clausebot.chat.inbox.Arrival;
import org.clausebot.chat.teams.Delivered;
import org.clausebot.chat.teams.Delivered.Person;
import org.jspecify.annotations.Nullable;

/** What a proved activity means. Pure; asks nobody and changes nothing. */
final class ActivityReading {
    private ActivityReading() {}

    /** What is to be done with one. */
    sealed interface Meaning {
        /** It is worked on after Teams has heard that it was taken. */
        record Told(Arrival<Delivered> arrival) implements Meaning {}

        /**
         * Teams waits for the answer.
         *
         * @param kept whether it must not be lost in a crash
         */
        record Asked(Arrival<Delivered> arrival, Form form, boolean kept) implements Meaning {}

        /** The app came into a place. */
        record Added(Delivered.Installed installed) implements Meaning {}

        /** It was taken away from a place. */
        record Removed() implements Meaning {}

        /** Nothing to be done. */
        record Nothing() implements Meaning {}

        /** It lacks what Teams always sends. */
        record Malformed() implements Meaning {}
    }

    /** The form of the answer that an invoke wants. */
    enum Form {
        CARD,
        DIALOG,
        SEARCH,
        ACTION
    }

    static Meaning of(Incoming in) {
        Optional<Person> by = in.person();
        return switch (in.type()) {
            case "message" -> by.map(person -> message(in, person)).orElse(new Meaning.Nothing());
            case "invoke" -> by.map(person -> invoke(in, person)).orElse(new Meaning.Nothing());
            case "installationUpdate" -> installation(in, by);
            case "conversationUpdate" -> update(in, by);
            case "messageUpdate" -> altered(in, by, "editMessage", false);
            case "messageDelete" -> altered(in, by, "softDeleteMessage", true);
            // Reactions, typing and what Teams will think of.
            default -> new Meaning.Nothing();
        };
    }

    /**
     * Told once for a message, whose id it bears, however often it is changed. Where others read, nothing is made of it:
     * whoever asked there has the answer before them, and a report is never answered there.
     */
    private static Meaning altered(Incoming in, Optional<Person> by, String event, boolean gone) {
        if (in.id().isEmpty()
                || in.at().room() != Delivered.Room.PERSONAL
                || !in.channelData().path("eventType").asText("").equalsIgnoreCase(event)) {
            return new Meaning.Nothing();
        }
        return by.<Meaning>map(
                        person -> new Meaning.Told(arrival(in, new Delivered.Altered(person, in.at(), gone))))
                .orElse(new Meaning.Nothing());
    }

    private static Meaning message(Incoming in, Person by) {
        if (in.id().isEmpty()) {
            return new Meaning.Malformed();
        }
        String words = TeamsText.typed(in.activity());
        Map<String, String> fields = scalars(in.value());
        Delivered delivered = words.isEmpty() && fields.containsKey("verb")
                ? new Delivered.Pressed(by, in.at(), replyTo(in), fields.getOrDefault("verb", ""), fields)
                : new Delivered.Said(by, in.at(), in.id(), words, TeamsText.hasFiles(in.activity()));
        return new Meaning.Told(arrival(in, delivered));
    }

    private static Meaning invoke(Incoming in, Person by) {
        if (in.id().isEmpty()) {
            return new Meaning.Malformed();
        }
        JsonNode value = in.value();
        return switch (in.name()) {
            case "adaptiveCard/action" -> pressed(in, by, value.path("action"));
            case "task/fetch" -> asked(in, dialog(in, by, false), Form.DIALOG, false);
            case "task/submit" -> asked(in, dialog(in, by, true), Form.DIALOG, true);
            case "composeExtension/query" ->
                asked(in, new Delivered.Searched(by, in.at(), searched(value)), Form.SEARCH, false);
            case "composeExtension/fetchTask", "composeExtension/submitAction" ->
                asked(in, onMessage(in, by), Form.ACTION, true);
            default -> new Meaning.Nothing();
        };
    }

    private static Meaning pressed(Incoming in, Person by, JsonNode action) {
        String verb = action.path("verb").asText("");
        return verb.isEmpty()
                ? new Meaning.Malformed()
                : asked(
                        in,
                        new Delivered.Pressed(by, in.at(), replyTo(in), verb, scalars(action.path("data"))),
                        Form.CARD,
                        true);
    }

    private static Delivered dialog(Incoming in, Person by, boolean sent) {
        return new Delivered.Dialog(by, in.at(), sent, scalars(in.value().path("data")));
    }

    private static String searched(JsonNode value) {
        for (JsonNode parameter : value.path("parameters")) {
            if (!parameter.path("name").asText("").equals("initialRun")) {
                return parameter.path("value").asText("").strip();
            }
        }
        return "";
    }

    private static Delivered onMessage(Incoming in, Person by) {
        JsonNode message = in.value().path("messagePayload");
        JsonNode body = message.path("body");
        String content = body.path("content").asText("");
        String words = body.path("contentType").asText("").equals("text") ? content : TeamsText.ofHtml(content);
        return new Delivered.OnMessage(
                by,
                in.at(),
                in.value().path("commandId").asText(""),
                link(message.path("linkToMessage").asText("")),
                words);
    }

    /** Only a link that can be kept with a report. */
    private static Optional<URI> link(String text) {
        try {
            URI link = URI.create(text);
            return "https".equals(link.getScheme()) && link.getHost() != null && text.length() <= 2_000
                    ? Optional.of(link)
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Meaning installation(Incoming in, Optional<Person> by) {
        return switch (Incoming.text(in.activity().getAction())) {
            case "add" -> added(in, by);
            case "remove" -> new Meaning.Removed();
            default -> new Meaning.Nothing();
        };
    }

    private static Meaning update(Incoming in, Optional<Person> by) {
        if (in.channelData().path("eventType").asText("").equals("teamDeleted")
                || names(in.activity().getMembersRemoved(), in)) {
            return new Meaning.Removed();
        }
        return names(in.activity().getMembersAdded(), in) ? added(in, by) : new Meaning.Nothing();
    }

    private static boolean names(@Nullable List<ChannelAccount> members, Incoming in) {
        String bot = in.activity().getRecipient() == null
                ? ""
                : Incoming.text(in.activity().getRecipient().getId());
        return members != null
                && members.stream()
                        .anyMatch(member -> Incoming.text(member.getId()).equals(bot));
    }

    private static Meaning added(Incoming in, Optional<Person> by) {
        return by.<Meaning>map(person -> new Meaning.Added(new Delivered.Installed(person, in.at())))
                .orElse(new Meaning.Nothing());
    }

    private static Meaning asked(Incoming in, Delivered delivered, Form form, boolean kept) {
        return new Meaning.Asked(arrival(in, delivered), form, kept);
    }

    private static Arrival<Delivered> arrival(Incoming in, Delivered delivered) {
        return new Arrival<>(
                delivered, List.of(Arrival.Name.of("activity", in.at().conversation(), in.type(), in.name(), in.id())));
    }

    private static String replyTo(Incoming in) {
        return Incoming.text(in.activity().getReplyToId());
    }

    /** The members that are words, numbers or yes and no; what is nested is of no use here. */
    private static Map<String, String> scalars(JsonNode object) {
        Map<String, String> fields = new HashMap<>();
        object.properties().forEach(member -> {
            if (member.getValue().isValueNode() && !member.getValue().isNull()) {
                fields.put(member.getKey(), member.getValue().asText());
            }
        });
        return fields;
    }
}
