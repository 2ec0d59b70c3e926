package org.clausebot.chat.slack.wire;

import static org.clausebot.chat.slack.wire.EventReading.text;

import com.google.gson.Gson;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.interactive_components.payload.GlobalShortcutPayload;
import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.bolt.context.Context;
import com.slack.api.model.view.ViewState;
import com.slack.api.util.json.GsonFactory;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clausebot.chat.inbox.Arrival;
import org.clausebot.chat.slack.Delivered;
import org.clausebot.chat.slack.Delivered.Member;
import org.clausebot.chat.slack.Delivered.Place;
import org.clausebot.chat.slack.Delivered.Room;
import org.jspecify.annotations.Nullable;

/** Commands, presses, shortcuts and windows as what was delivered. */
final class ActionReading {
    /** Two presses of one button in this time are a double click. */
    private static final Duration DOUBLE_CLICK = Duration.ofSeconds(2);
    /** A link is taken with a report, never a copy of others' words. */
    private static final String REPORT_MESSAGE = "report_message";

    private static final Gson SLACKS_JSON = GsonFactory.createSnakeCase();

    private ActionReading() {}

    static Arrival<Delivered> command(SlashCommandPayload p, Context context) {
        String channel = text(p.getChannelId());
        Member by = member(context, p.getUserId());
        Delivered.Command command = new Delivered.Command(
                by,
                new Place(room(channel, text(p.getChannelName()), false), channel, ""),
                text(p.getCommand()),
                text(p.getText()).strip(),
                text(p.getResponseUrl()),
                text(p.getTriggerId()));
        return new Arrival<>(command, List.of(Arrival.Name.of("trigger", required(p.getTriggerId()))));
    }

    static Optional<Arrival<Delivered>> pressed(BlockActionPayload p, Context context) {
        List<BlockActionPayload.Action> actions = p.getActions();
        // Controls in a window only fill it in.
        boolean inWindow = p.getView() != null && "modal".equals(p.getView().getType());
        if (actions.isEmpty() || inWindow) {
            return Optional.empty();
        }
        BlockActionPayload.Action action = actions.getFirst();
        Member by = member(context, p.getUser().getId());
        BlockActionPayload.Container container =
                Optional.ofNullable(p.getContainer()).orElseGet(BlockActionPayload.Container::new);
        String ts = p.getView() == null ? text(container.getMessageTs()) : "";
        String value = value(action);
        Delivered.Pressed pressed = new Delivered.Pressed(
                by,
                place(p, container),
                ts,
                required(action.getActionId()),
                value,
                fields(p.getView() == null ? p.getState() : p.getView().getState()),
                text(p.getResponseUrl()),
                text(p.getTriggerId()),
                shown(p));
        String where = p.getView() == null ? text(container.getChannelId()) + "/" + ts : "home";
        return Optional.of(new Arrival<>(
                pressed,
                List.of(
                        Arrival.Name.of("press", required(p.getTriggerId()), text(action.getActionTs())),
                        new Arrival.Name(
                                "click/" + by + where + "/" + action.getActionId() + "/" + value, DOUBLE_CLICK))));
    }

    /** The message that the button stands in; Slack sends none along that only one person sees. */
    private static String shown(BlockActionPayload p) {
        if (p.getMessage() == null || p.getMessage().getBlocks() == null) {
            return "";
        }
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("text", text(p.getMessage().getText()));
        message.put("blocks", p.getMessage().getBlocks());
        return SLACKS_JSON.toJson(message);
    }

    private static Place place(BlockActionPayload p, BlockActionPayload.Container container) {
        if (p.getView() != null) {
            return new Place(Room.HOME, "", "");
        }
        String channel = p.getChannel() == null
                ? text(container.getChannelId())
                : text(p.getChannel().getId());
        String name = p.getChannel() == null ? "" : text(p.getChannel().getName());
        String inMessage = p.getMessage() == null ? "" : text(p.getMessage().getThreadTs());
        String thread = text(container.getThreadTs());
        // The bot's own messages stand in no direct message but its own.
        return new Place(room(channel, name, true), channel, thread.isEmpty() ? inMessage : thread);
    }

    static Arrival<Delivered> shortcut(GlobalShortcutPayload p, Context context) {
        return new Arrival<>(
                new Delivered.Shortcut(
                        member(context, p.getUser().getId()),
                        required(p.getCallbackId()),
                        text(p.getTriggerId()),
                        Optional.empty()),
                List.of(Arrival.Name.of("press", required(p.getTriggerId()), text(p.getActionTs()))));
    }

    static Arrival<Delivered> shortcut(MessageShortcutPayload p, Context context) {
        String channel = p.getChannel() == null ? "" : text(p.getChannel().getId());
        String name = p.getChannel() == null ? "" : text(p.getChannel().getName());
        String thread = p.getMessage() == null ? "" : text(p.getMessage().getThreadTs());
        String words = p.getMessage() == null || REPORT_MESSAGE.equals(p.getCallbackId())
                ? ""
                : text(p.getMessage().getText());
        Delivered.About about = new Delivered.About(
                new Place(room(channel, name, false), channel, thread), text(p.getMessageTs()), words);
        return new Arrival<>(
                new Delivered.Shortcut(
                        member(context, p.getUser().getId()),
                        required(p.getCallbackId()),
                        text(p.getTriggerId()),
                        Optional.of(about)),
                List.of(Arrival.Name.of("press", required(p.getTriggerId()), text(p.getActionTs()))));
    }

    static Arrival<Delivered> window(ViewSubmissionPayload p, Context context) {
        Map<String, String> fields = fields(p.getView().getState());
        return new Arrival<>(
                new Delivered.Window(
                        member(context, p.getUser().getId()), text(p.getView().getCallbackId()), fields),
                // Sent again with mistakes put right, a window has the same id and hash.
                List.of(Arrival.Name.of(
                        "window",
                        required(p.getView().getId()),
                        text(p.getView().getHash()),
                        fields.toString())));
    }

    /** The block to show a mistake at that belongs to no field. */
    static String firstBlock(ViewSubmissionPayload p) {
        ViewState state = p.getView().getState();
        return state == null || state.getValues() == null
                ? ""
                : state.getValues().keySet().stream().findFirst().orElse("");
    }

    private static Member member(Context context, @Nullable String user) {
        return new Member(text(context.getTeamId()), text(context.getEnterpriseId()), required(user));
    }

    /** @param own whether it is a message of the bot's own; others talk in direct messages as well */
    private static Room room(String channel, String name, boolean own) {
        if (channel.startsWith("D")) {
            return own ? Room.DIRECT : Room.GROUP;
        }
        if (channel.isEmpty()) {
            return Room.HOME;
        }
        return name.startsWith("mpdm-") ? Room.GROUP : Room.CHANNEL;
    }

    private static String required(@Nullable String given) {
        if (given == null || given.isEmpty()) {
            throw new IllegalArgumentException("Something that Slack always sends is missing");
        }
        return given;
    }

    /** What stands in the fields, by action id; several ticks have a line each. */
    private static Map<String, String> fields(@Nullable ViewState state) {
        Map<String, String> fields = new LinkedHashMap<>();
        if (state != null && state.getValues() != null) {
            state.getValues()
                    .values()
                    .forEach(block -> block.forEach((action, value) -> fields.put(action, value(value))));
        }
        return fields;
    }

    private static String value(ViewState.Value v) {
        if (v.getSelectedOptions() != null) {
            return lines(v.getSelectedOptions().stream().map(ViewState.SelectedOption::getValue));
        }
        if (v.getSelectedOption() != null) {
            return text(v.getSelectedOption().getValue());
        }
        return first(v.getValue(), v.getSelectedDate(), v.getSelectedTime(), v.getSelectedUser());
    }

    private static String value(BlockActionPayload.Action a) {
        if (a.getSelectedOptions() != null) {
            return lines(a.getSelectedOptions().stream().map(BlockActionPayload.Action.SelectedOption::getValue));
        }
        if (a.getSelectedOption() != null) {
            return text(a.getSelectedOption().getValue());
        }
        return first(a.getValue(), a.getSelectedDate(), a.getSelectedTime(), a.getSelectedUser());
    }

    private static String lines(Stream<String> values) {
        return values.collect(Collectors.joining("\n"));
    }

    private static String first(@Nullable String... values) {
        for (String value : values) {
            if (value != null) {
                return value;
            }
        }
        return "";
    }
}
