/**
 * Reads YAML and TSV files; every error names the file and the line.
 */
@NullMarked
package org.clausebot.datafile;

import org.jspecify.annotations.NullMarked;
