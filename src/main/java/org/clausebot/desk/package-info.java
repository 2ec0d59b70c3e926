/**
 * The case desk in a browser, for those who receive reports. It shows what it is given and decides nothing about access.
 */
@NullMarked
package org.clausebot.desk;

import org.jspecify.annotations.NullMarked;
