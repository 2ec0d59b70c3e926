/**
 * What the templates are given: plain records, public because the generated templates stand in a package of their own.
 * Nothing here decides anything.
 */
@NullMarked
package org.clausebot.chat.web.view;

import org.jspecify.annotations.NullMarked;
