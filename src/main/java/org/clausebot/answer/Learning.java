package org.clausebot.answer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.clausebot.policy.PolicyId;
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
 * @param without the policies whose phrasings are not learnt, as if nobody had written any
 */
public record Learning(boolean phrasings, Predicate<String> from, Set<PolicyId> without) {
    /** From all there is. */
    public static final Learning EVERYTHING = new Learning(true, text -> true);

    public Learning {
        without = Set.copyOf(without);
    }

    /** Of all policies that have phrasings. */
    public Learning(boolean phrasings, Predicate<String> from) {
        this(phrasings, from, Set.of());
    }

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
