/**
 * Encrypts what must not be read from a disk, and signs receipts. No other package knows the encryption library.
 */
@NullMarked
package org.clausebot.seal;

import org.jspecify.annotations.NullMarked;
