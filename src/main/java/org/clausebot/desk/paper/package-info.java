/** Words set on paper: PDF documents that are tagged for screen readers and carry their font. It knows nothing of what they say. */
@NullMarked
package org.clausebot.desk.paper;

import org.jspecify.annotations.NullMarked;
