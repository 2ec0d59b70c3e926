package org.clausebot.chat.teams.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.bot.schema.ActionTypes;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.Attachment;
import com.microsoft.bot.schema.CardAction;
import com.microsoft.bot.schema.ChannelAccount;
import com.microsoft.bot.schema.ConversationAccount;
import com.microsoft.bot.schema.SuggestedActions;
import com.microsoft.bot.schema.TextFormatTypes;
import java.util.List;
import org.clausebot.chat.teams.card.TeamsMessage;

/** What is said, as activities. */
final class Outgoing {
    private Outgoing() {}

    /** Whose words they are, and where they go. */
    record Address(String appId, String service, String conversation) {
        Activity activity(String type) {
            Activity activity = new Activity(type);
            activity.setChannelId(Incoming.CHANNEL);
            activity.setServiceUrl(service);
            activity.setFrom(bot(appId));
            activity.setConversation(new ConversationAccount(conversation));
            return activity;
        }
    }

    static ChannelAccount bot(String appId) {
        return new ChannelAccount("28:" + appId);
    }

    /** @param user whose own chat it goes to; empty for other places, where nothing is suggested */
    static Activity message(Address to, TeamsMessage message, String user) {
        Activity activity = to.activity("message");
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
    static Activity instead(Address to, TeamsMessage message, String id) {
        Activity activity = message(to, message, "");
        activity.setId(id);
        return activity;
    }

    /** As {@code channelData} names the organisation. */
    static JsonNode tenant(String tenant) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.putObject("tenant").put("id", tenant);
        return data;
    }

    static Activity typing(Address to) {
        return to.activity("typing");
    }
}
