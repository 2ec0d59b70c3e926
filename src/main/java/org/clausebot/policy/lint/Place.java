package org.clausebot.policy.lint;

import java.util.List;
import org.clausebot.policy.ClauseRef;

/** Where in a policy a finding belongs. */
public sealed interface Place {
    /** The place as a person would name it: {@code clause 2.4.6}. */
    String name();

    /** A clause, a bullet or a paragraph. */
    record AtClause(ClauseRef ref) implements Place {
        @Override
        public String name() {
            return Names.of(ref);
        }
    }

    /**
     * A heading.
     *
     * @param headings the path down to it, outermost first
     */
    record AtHeading(List<String> headings) implements Place {
        public AtHeading {
            headings = List.copyOf(headings);
            if (headings.isEmpty()) {
                throw new IllegalArgumentException("A heading has a path");
            }
        }

        @Override
        public String name() {
            return "the heading “" + headings.getLast() + "”";
        }
    }

    /** The document as a whole, such as the line with its dates. */
    record WholeDocument() implements Place {
        @Override
        public String name() {
            return "the document";
        }
    }
}
