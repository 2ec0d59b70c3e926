/**
 * Guided flows: loads them from YAML, checks them against the policy and the school's people, and moves a conversation
 * through one. The engine is a pure function; it stores nothing, sends nothing and shows nothing.
 */
@NullMarked
package org.clausebot.flow;

import org.jspecify.annotations.NullMarked;
