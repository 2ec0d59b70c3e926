/**
 * The front door that all channels share: what a person sent goes in, what to show comes out.
 *
 * <p>It knows nothing of HTML, terminals, Slack or Teams; the packages under it translate and decide nothing.
 */
@NullMarked
package org.clausebot.chat;

import org.jspecify.annotations.NullMarked;
