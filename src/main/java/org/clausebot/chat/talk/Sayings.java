package org.clausebot.chat.talk;

/**
 * What is said in every such channel, in the words that each has for it.
 *
 * @param nothingPicked something was to be picked first
 * @param literalGone the words that may have been the answer are forgotten
 * @param fileRefused no file is taken here
 * @param loggedAsked not words to say but ways to ask what is kept, with commas between
 * @param logged what is kept
 * @param nothingWritten a window was sent off with nothing in it
 */
public record Sayings(
        String nothingPicked,
        String literalGone,
        String fileRefused,
        String loggedAsked,
        String logged,
        String nothingWritten) {}
