package org.clausebot.chat.web;

import java.util.Optional;
import java.util.function.BiFunction;
import org.clausebot.answer.Question;
import org.clausebot.chat.awaited.Awaited;
import org.clausebot.chat.awaited.OnReturn;
import org.clausebot.policy.SchoolId;

/**
 * How the page lets people wait for an answer.
 *
 * @param unanswered the last question of a conversation, if no clause answered it
 */
public record Waits(
        Awaited awaited, OnReturn onReturn, BiFunction<SchoolId, String, Optional<Question>> unanswered) {}
