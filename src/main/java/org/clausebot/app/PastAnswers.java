package org.clausebot.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clausebot.answer.Answer;
import org.clausebot.answer.Answerer;
import org.clausebot.answer.Question;
import org.clausebot.chat.PastPolicies;
import org.clausebot.datafile.DataFileException;
import org.clausebot.policy.LibraryException;
import org.clausebot.policy.Policy;
import org.clausebot.policy.PolicyDetails;
import org.clausebot.policy.PolicyId;
import org.clausebot.policy.PolicyLibrary;
import org.clausebot.policy.draft.PastVersions;
import org.clausebot.search.ClauseIndex;
import org.clausebot.search.SentenceModel;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers from earlier versions. They are indexed when somebody asks; the index of the last such time is kept. */
final class PastAnswers implements PastPolicies, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PastAnswers.class);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private final PolicyLibrary library;
    private final Config config;
    private final SentenceModel model;
    private @Nullable Then then;

    private record Then(List<Policy> policies, ClauseIndex index, Answerer answerer) {}

    PastAnswers(PolicyLibrary library, Config config, SentenceModel model) {
        this.library = library;
        this.config = config;
        this.model = model;
    }

    @Override
    public synchronized Optional<Answer> answer(LocalDate first, LocalDate last, Question question) {
        List<Policy> policies = new ArrayList<>();
        for (PolicyId id : library.ids()) {
            was(id, first, last).ifPresent(policies::add);
        }
        if (policies.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(opened(policies).answerer().answer(question));
        } catch (IOException | DataFileException e) {
            LOG.error("An earlier version cannot be searched: {}", e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    @Override
    public Optional<Policy> on(PolicyId id, LocalDate day) {
        return was(id, day, day);
    }

    /** The last version of that time, with its days in its title. */
    private Optional<Policy> was(PolicyId id, LocalDate first, LocalDate last) {
        try {
            return new PastVersions(library)
                    .of(id).stream()
                            .filter(past -> past.meets(first, last))
                            .reduce((before, after) -> after)
                            .map(PastAnswers::marked);
        } catch (LibraryException e) {
            LOG.warn("An earlier version cannot be read: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private static Policy marked(PastVersions.Past past) {
        Policy policy = past.policy();
        PolicyDetails details = policy.details();
        String from = past.from().map(DAY::format).orElse("");
        String days = past.until()
                .map(until -> "as it was from " + from + " to " + DAY.format(until) + ", no longer in force")
                .orElse("in force since " + from + ", and still");
        return new Policy(
                new PolicyDetails(
                        details.id(),
                        details.title() + " (" + days + ")",
                        details.version(),
                        details.school(),
                        details.owner(),
                        details.updated(),
                        details.review()),
                policy.document(),
                policy.sections(),
                policy.clauses(),
                policy.setAside());
    }

    private Then opened(List<Policy> policies) throws IOException, DataFileException {
        Then before = then;
        if (before != null && before.policies().equals(policies)) {
            return before;
        }
        close();
        Path index = config.index();
        ClauseIndex opened =
                ClauseIndex.open(config.data().resolve("index-then"), index.resolve("synonyms.txt"), policies, model);
        try {
            Answerer answerer = Answerer.open(
                    opened,
                    model,
                    index.resolve("phrasings"),
                    index.resolve("relations"),
                    config.data().resolve("index"));
            Then now = new Then(List.copyOf(policies), opened, answerer);
            then = now;
            return now;
        } catch (IOException | DataFileException | RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    @Override
    public synchronized void close() {
        Then before = then;
        then = null;
        if (before != null) {
            before.index().close();
        }
    }
}
