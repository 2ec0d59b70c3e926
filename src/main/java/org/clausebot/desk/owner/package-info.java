/**
 * The policy desk in a browser, for those who keep the policies: what staff ask, what the policies fail to say, drafts and
 * their publication. It shows what it is given; who asked what is not among it.
 */
@NullMarked
package org.clausebot.desk.owner;

import org.jspecify.annotations.NullMarked;
