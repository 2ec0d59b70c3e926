/**
 * Who is who in a school: the people who receive reports, the numbers to ring and the editions of outside guidance, as
 * dated settings. It keeps no password and decides nothing about who may see what.
 */
@NullMarked
package org.clausebot.school;

import org.jspecify.annotations.NullMarked;
