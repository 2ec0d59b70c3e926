package org.clausebot.app;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clausebot.insight.Publications;
import org.clausebot.insight.RehearsedDrafts;
import org.clausebot.policy.LibraryException;
import org.clausebot.policy.Policy;
import org.clausebot.policy.PolicyId;
import org.clausebot.policy.PolicyLibrary;
import org.clausebot.policy.draft.Draft;
import org.clausebot.policy.draft.Drafts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Drafts and versions, for what is rehearsed and reported of them. */
final class DraftShelf implements RehearsedDrafts, Publications {
    private static final Logger LOG = LoggerFactory.getLogger(DraftShelf.class);

    private final Drafts drafts;
    private final PolicyLibrary library;

    DraftShelf(Drafts drafts, PolicyLibrary library) {
        this.drafts = drafts;
        this.library = library;
    }

    @Override
    public List<Kept> drafts() {
        return drafts.all(new ArrayList<>()).stream()
                .filter(draft -> draft.about().state() == Draft.State.OPEN)
                .map(draft -> new Kept(
                        draft.id(),
                        draft.policy().details().title() + ", "
                                + draft.policy().details().version()))
                .toList();
    }

    @Override
    public Optional<Policy> draft(String key) {
        try {
            return drafts.find(key).map(Draft::policy);
        } catch (LibraryException e) {
            LOG.warn("A draft cannot be read: {}", e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public List<Publication> between(LocalDate from, LocalDate to) {
        List<Publication> all = new ArrayList<>();
        for (PolicyId id : library.ids()) {
            try {
                List<org.clausebot.policy.Publication> rows =
                        library.history(id).rows();
                Set<Integer> withdrawn = rows.stream()
                        .filter(row -> row.kind() == org.clausebot.policy.Publication.Kind.WITHDRAWN)
                        .map(org.clausebot.policy.Publication::about)
                        .collect(Collectors.toSet());
                for (org.clausebot.policy.Publication row : rows) {
                    boolean came = row.kind().isForce()
                            && !withdrawn.contains(row.number())
                            && !row.from().isAfter(library.today());
                    if (came && !row.from().isBefore(from) && !row.from().isAfter(to)) {
                        all.add(new Publication(row.from(), id, title(id, row.version()), row.name(), row.note()));
                    }
                }
            } catch (LibraryException e) {
                LOG.warn("The history of a policy cannot be read: {}", e.getMessage());
            }
        }
        all.sort(Comparator.comparing(Publication::on));
        return List.copyOf(all);
    }

    private String title(PolicyId id, String version) throws LibraryException {
        return library.read(id, version).details().title();
    }
}
