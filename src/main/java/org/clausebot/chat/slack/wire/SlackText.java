package org.clausebot.chat.slack.wire;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns the text of a Slack message back into what the person typed.
 *
 * @see <a href="https://docs.slack.dev/messaging/formatting-message-text">Formatting message text</a>
 */
final class SlackText {
    private static final Pattern MARKED = Pattern.compile("<([^<>]*)>");
    private static final Pattern SCHEME = Pattern.compile("^(https?://|mailto:|tel:)");

    private static final Pattern BARE_AMPERSAND = Pattern.compile("&(?!(amp|lt|gt);)");

    private SlackText() {}

    /** Whether {@code text} mentions {@code user}. */
    static boolean mentions(String text, String user) {
        return !user.isEmpty() && mention(user).matcher(text).find();
    }

    /** {@code text} without the mentions of {@code user}, still in Slack's form. */
    static String without(String text, String user) {
        return user.isEmpty()
                ? text.strip()
                : mention(user).matcher(text).replaceAll(" ").strip();
    }

    private static Pattern mention(String user) {
        return Pattern.compile("[ \\t]*<@" + Pattern.quote(user) + "(\\|[^<>]*)?>[ \\t]*");
    }

    /**
     * @param text in Slack's form
     * @param names the name of a user by id
     */
    static String typed(String text, UnaryOperator<String> names) {
        Matcher marked = MARKED.matcher(text);
        StringBuilder typed = new StringBuilder();
        int from = 0;
        while (marked.find()) {
            typed.append(unescaped(text.substring(from, marked.start())));
            typed.append(unescaped(meant(marked.group(1), names)));
            from = marked.end();
        }
        return typed.append(unescaped(text.substring(from))).toString();
    }

    private static String meant(String marked, UnaryOperator<String> names) {
        int bar = marked.indexOf('|');
        String target = bar < 0 ? marked : marked.substring(0, bar);
        String label = bar < 0 ? "" : marked.substring(bar + 1);
        if (target.startsWith("@")) {
            String name = label.isEmpty() ? names.apply(target.substring(1)) : label;
            return name.startsWith("@") ? name : "@" + name;
        }
        if (target.startsWith("#")) {
            return "#" + (label.isEmpty() ? target.substring(1) : label);
        }
        if (target.startsWith("!")) {
            return special(target.substring(1), label);
        }
        return link(target, label);
    }

    private static String special(String what, String label) {
        if (!label.isEmpty()) {
            return label;
        }
        int end = what.indexOf('^');
        return "@" + (end < 0 ? what : "group");
    }

    /** Slack makes links of addresses that were typed bare; their label is what was typed. */
    private static String link(String target, String label) {
        String bare = SCHEME.matcher(target).replaceFirst("");
        if (label.isEmpty()) {
            return target.startsWith("mailto:") || target.startsWith("tel:") ? bare : target;
        }
        boolean asTyped = target.equals(label) || stripped(bare).equals(stripped(label)) || !target.startsWith("http");
        return asTyped ? label : label + " (" + target + ")";
    }

    private static String stripped(String address) {
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }

    private static String unescaped(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    /** A message's {@code text} in which nothing is a mention or a link; what was escaped already stays as it is. */
    static String safe(String text) {
        return BARE_AMPERSAND
                .matcher(text)
                .replaceAll("&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
