package org.clausebot.search;

import java.util.regex.Pattern;

/**
 * Takes names of accounts and hashtags apart, for their words count: {@code @Miss_Jones_Y4Teacher} is a Miss Jones who says
 * that she is a teacher. Words that are merely written so ({@code TikTok}, {@code iPad}) stay whole.
 */
final class Handles {
    private static final Pattern HANDLE =
            Pattern.compile("(?<![\\p{L}\\p{N}.])[@#][\\p{L}\\p{N}_]+|[\\p{L}\\p{N}]+(?:_[\\p{L}\\p{N}]+)+");
    private static final Pattern SEAM =
            Pattern.compile("_+|(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{N})(?=\\p{Lu}\\p{Ll})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");

    private Handles() {}

    static String split(String text) {
        return text.indexOf('@') < 0 && text.indexOf('#') < 0 && text.indexOf('_') < 0
                ? text
                : HANDLE.matcher(text).replaceAll(found -> {
                    String handle = found.group();
                    String bare = handle.startsWith("@") || handle.startsWith("#") ? handle.substring(1) : handle;
                    return SEAM.matcher(bare).replaceAll(" ").strip();
                });
    }
}
