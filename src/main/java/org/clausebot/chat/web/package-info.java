/**
 * The chat page and the policy pages, rendered on the server. It translates and decides nothing.
 */
@NullMarked
package org.clausebot.chat.web;

import org.jspecify.annotations.NullMarked;
