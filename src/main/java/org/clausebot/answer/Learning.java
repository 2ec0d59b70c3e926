package org.clausebot.answer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.clausebot.search.Example;
import org.clausebot.search.Examples;
import org.clausebot.search.SentenceModel;
import org.jspecify.annotations.Nullable;

/**
 * What may be learnt from. An answerer that serves people learns from everything; one that is measured by examples may
 * not have learnt from those.
 *
 * @param phrasings whether policies' phrasings are learnt at all; without them a policy is answered by search alone
 * @param from whether an example may be learnt, by its text, in whichever file it stands; clauses' own words are asked
 *     about too
 */
public record Learning(boolean phrasings, Predicate<String> from) {
    /** From all there is. */
    public static final Learning EVERYTHING = new Learning(true, text -> true);

    /**
     * What is learnt from everything is kept, and what is learnt for one measurement is not.
     *
     * @param before what was learnt before; given again where nothing has changed
     */
    Examples learn(Path folder, SentenceModel model, List<Example> examples, @Nullable Examples before)
            throws IOException {
        if (equals(EVERYTHING)) {
            return Examples.learn(folder, model, examples, before);
        }
        return Examples.learnOnce(
                folder,
                model,
                examples.stream().filter(example -> from.test(example.text())).toList());
    }
}
