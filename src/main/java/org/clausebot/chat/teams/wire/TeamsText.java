package org.clausebot.chat.teams.wire;

import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.Attachment;
import com.microsoft.bot.schema.Entity;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** Words as Teams writes them, and as they were typed. */
final class TeamsText {
    private static final Pattern TAG = Pattern.compile("<[^<>]{1,2000}>");
    private static final Pattern BREAK = Pattern.compile("(?i)<(br ?/?|/p|/div|/li)>");
    private static final Pattern BLANKS = Pattern.compile("[ \\u00a0]+");
    private static final String HTML = "text/html";

    private TeamsText() {}

    /** What was typed; the bot's name is taken out where it was mentioned, others' stay as their names. */
    static String typed(Activity activity) {
        String words = Incoming.text(activity.getText());
        String bot = activity.getRecipient() == null
                ? ""
                : Incoming.text(activity.getRecipient().getId());
        for (Entity entity : Objects.requireNonNullElse(activity.getEntities(), List.<Entity>of())) {
            if ("mention".equals(entity.getType())) {
                words = unmentioned(words, entity, bot);
            }
        }
        return plain(words, isHtml(activity));
    }

    private static String unmentioned(String words, Entity mention, String bot) {
        String tag = mention.getProperties().containsKey("text")
                ? mention.getProperties().get("text").asText("")
                : "";
        if (tag.isEmpty()) {
            return words;
        }
        boolean isBot = mention.getProperties().containsKey("mentioned")
                && mention.getProperties()
                        .get("mentioned")
                        .path("id")
                        .asText("")
                        .equals(bot);
        String name = isBot ? " " : TAG.matcher(tag).replaceAll("");
        int at = words.indexOf(tag);
        return at < 0 ? words : words.substring(0, at) + name + words.substring(at + tag.length());
    }

    private static boolean isHtml(Activity activity) {
        return Objects.requireNonNullElse(activity.getAttachments(), List.<Attachment>of()).stream()
                .anyMatch(attachment -> HTML.equals(attachment.getContentType()));
    }

    /** Whether anything was attached besides the message's own words in another form. */
    static boolean hasFiles(Activity activity) {
        return Objects.requireNonNullElse(activity.getAttachments(), List.<Attachment>of()).stream()
                .anyMatch(attachment -> !HTML.equals(attachment.getContentType()));
    }

    /** The words of a message that Teams hands over as HTML. */
    static String ofHtml(String html) {
        return plain(TAG.matcher(BREAK.matcher(html).replaceAll("\n")).replaceAll(""), true);
    }

    private static String plain(String words, boolean coded) {
        String decoded = words.replace("&nbsp;", " ");
        if (coded) {
            decoded = decoded.replace("&lt;", "<")
                    .replace("&gt;", ">")
                    .replace("&quot;", "\"")
                    .replace("&#39;", "'")
                    .replace("&amp;", "&");
        }
        return BLANKS.matcher(decoded).replaceAll(" ").strip();
    }
}
