/**
 * What the case desk's templates are given: plain records, public because the generated templates stand in a package of
 * their own. Nothing here decides anything.
 */
@NullMarked
package org.clausebot.desk.view;

import org.jspecify.annotations.NullMarked;
