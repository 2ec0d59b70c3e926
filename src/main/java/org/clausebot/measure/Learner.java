package org.clausebot.measure;

import java.io.IOException;
import java.util.function.Predicate;
import org.clausebot.datafile.DataFileException;

/** Makes what is measured from the example messages it may learn from. */
@FunctionalInterface
public interface Learner {
    /**
     * @param from whether an example may be learnt, by its text
     * @throws DataFileException when an example file is missing or wrong; the message names file and line
     */
    Subject learn(Predicate<String> from) throws IOException, DataFileException;
}
