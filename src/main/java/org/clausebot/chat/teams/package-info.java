/** The conversation in Microsoft Teams: what is said where. Knows nothing of HTTP or of the SDK. */
@NullMarked
package org.clausebot.chat.teams;

import org.jspecify.annotations.NullMarked;
