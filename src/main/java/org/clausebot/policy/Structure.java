package org.clausebot.policy;

import java.util.List;
import java.util.Optional;

/**
 * What a document is made of.
 *
 * @param document its text, with what is passed over
 * @param title its title, if it has one
 * @param sections its headings
 * @param clauses its clauses
 * @param setAside what is in no clause
 * @param controlLines the words in which it speaks of its own dates
 */
record Structure(
        DocumentText document,
        Optional<String> title,
        List<Section> sections,
        List<Clause> clauses,
        List<SetAside> setAside,
        List<String> controlLines) {
    Structure {
        sections = List.copyOf(sections);
        clauses = List.copyOf(clauses);
        setAside = List.copyOf(setAside);
        controlLines = List.copyOf(controlLines);
    }
}
