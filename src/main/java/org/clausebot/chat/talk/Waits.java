package org.clausebot.chat.talk;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.clausebot.answer.Question;
import org.clausebot.chat.awaited.Address;
import org.clausebot.chat.awaited.Awaited;
import org.clausebot.policy.SchoolId;

/**
 * How a channel lets people wait for an answer.
 *
 * @param unanswered the last question of a conversation, if no clause answered it
 * @param address where somebody can be told later
 */
public record Waits<S extends Spot>(
        Awaited awaited, BiFunction<SchoolId, String, Optional<Question>> unanswered, Function<S, Address> address) {}
