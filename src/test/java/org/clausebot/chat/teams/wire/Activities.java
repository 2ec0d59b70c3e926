package org.clausebot.chat.teams.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Activities in the form in which Teams sends them. */
public final class Activities {
    public static final String TEACHER = "aad-teacher";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final StandInTeams teams;

    public Activities(StandInTeams teams) {
        this.teams = teams;
    }

    private ObjectNode base(String type, String id, String object, String kind, String conversation) {
        return tree("""
                {"type":"%s","id":"%s","timestamp":"2026-11-23T09:00:00.123Z",
                 "localTimestamp":"2026-11-23T09:00:00.123+00:00","serviceUrl":"%s","channelId":"msteams",
                 "from":{"id":"29:%s","name":"Rosa Hart","aadObjectId":"%s"},
                 "conversation":{"conversationType":"%s","tenantId":"%s","id":"%s"},
                 "recipient":{"id":"28:%s","name":"Clausebot"},
                 "channelData":{"tenant":{"id":"%s"},"somethingNew":{"deep":[true,null,1.5]}},
                 "locale":"en-GB","localTimezone":"Europe/London","unheardOf":{"a":[]}}
                """.formatted(
                        type,
                        id,
                        teams.service(),
                        object,
                        object,
                        kind,
                        StandInTeams.TENANT,
                        conversation,
                        StandInTeams.APP,
                        StandInTeams.TENANT));
    }

    static ObjectNode tree(String json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Words in the person's own chat with the bot. */
    public ObjectNode said(String id, String object, String words) {
        return base("message", id, object, "personal", "a:own-" + object)
                .put("text", words)
                .put("textFormat", "plain");
    }

    /** Words in a thread of a channel, with the bot's name before them. */
    public ObjectNode mentioned(String id, String object, String words) {
        ObjectNode activity = base("message", id, object, "channel", "19:staff@thread.tacv2;messageid=1700000000001")
                .put("text", "<at>Clausebot</at> " + words + "\n")
                .put("textFormat", "plain");
        activity.set("entities", tree("""
                {"all":[{"type":"mention","text":"<at>Clausebot</at>","mentioned":{"id":"28:%s","name":"Clausebot"}},
                        {"type":"clientInfo","locale":"en-GB","country":"GB","platform":"Web"}]}
                """.formatted(StandInTeams.APP)).get("all"));
        activity.set("attachments", tree("""
                {"all":[{"contentType":"text/html","content":"<div><div><span itemscope>Clausebot</span></div></div>"}]}
                """).get("all"));
        return activity;
    }

    /** Anything else in the person's own chat. */
    public ObjectNode other(String type, String id, String object) {
        return base(type, id, object, "personal", "a:own-" + object);
    }

    ObjectNode inGroup(String type, String id, String object) {
        return base(type, id, object, "groupChat", "19:group@thread.v2");
    }

    ObjectNode inTeam(String type, String id, String object) {
        return base(type, id, object, "channel", "19:staff@thread.tacv2");
    }

    public ObjectNode invoke(String name, String id, String object, String value) {
        ObjectNode activity =
                base("invoke", id, object, "personal", "a:own-" + object).put("name", name);
        activity.set("value", tree(value));
        return activity;
    }

    /** A button of a card. */
    public ObjectNode pressed(String id, String object, String card, String verb, String data) {
        return invoke("adaptiveCard/action", id, object, """
                {"action":{"type":"Action.Execute","id":"b1","verb":"%s","data":%s},"trigger":"manual"}
                """.formatted(verb, data))
                .put("replyToId", card);
    }
}
