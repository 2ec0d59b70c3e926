package org.clausebot.chat.teams.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.bot.schema.ActionTypes;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.Attachment;
import com.microsoft.bot.schema.CardAction;
import com.microsoft.bot.schema.SuggestedActions;
import com.microsoft.bot.schema.TextFormatTypes;
import java.util.List;
import org.clausebot.chat.teams.card.TeamsMessage;

/** What is said, as activities. */
final class Outgoing {
    private Outgoing() {}

    /** @param user whose own chat it goes to; empty for other places, where nothing is suggested */
    static Activity message(TeamsMessage message, String user) {
        Activity activity = new Activity("message");
        activity.setTextFormat(TextFormatTypes.PLAIN);
        InvokeAnswer.tree(message)
                .ifPresentOrElse(
                        card -> {
                            Attachment attachment = new Attachment();
                            attachment.setContentType(InvokeAnswer.CARD);
                            attachment.setContent(card);
                            activity.setAttachments(List.of(attachment));
                            // Shown in notifications; as its text it would stand above the card, twice.
                            activity.setSummary(message.text());
                        },
                        () -> activity.setText(message.text()));
        if (!user.isEmpty() && !message.suggested().isEmpty()) {
            activity.setSuggestedActions(suggested(message.suggested(), user));
        }
        return activity;
    }

    private static SuggestedActions suggested(List<String> messages, String user) {
        SuggestedActions suggested = new SuggestedActions();
        suggested.setTo(List.of(user));
        suggested.setActions(messages.stream()
                .map(words -> {
                    CardAction action = new CardAction();
                    action.setType(ActionTypes.IM_BACK);
                    action.setTitle(words);
                    action.setValue(words);
                    return action;
                })
                .toList());
        return suggested;
    }

    /** In the place of the one with {@code id}. */
    static Activity instead(TeamsMessage message, String id) {
        Activity activity = message(message, "");
        activity.setId(id);
        return activity;
    }

    /** As {@code channelData} names the organisation. */
    static JsonNode tenant(String tenant) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.putObject("tenant").put("id", tenant);
        return data;
    }

    static Activity typing() {
        return new Activity("typing");
    }
}
