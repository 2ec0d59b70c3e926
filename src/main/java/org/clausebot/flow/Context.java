package org.clausebot.flow;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.clausebot.school.School;

/**
 * What the engine must be told of the world at every message.
 *
 * @param now when the message came
 * @param zone in which "yesterday at 4" is meant
 * @param school whom recipients are chosen among; empty where none is set up
 */
public record Context(Instant now, ZoneId zone, Optional<School> school) {}
