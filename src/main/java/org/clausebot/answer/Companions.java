package org.clausebot.answer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.clausebot.answer.Context.Elsewhere;
import org.clausebot.answer.Context.Link;
import org.clausebot.answer.Context.Relation;
import org.clausebot.datafile.DataFileException;
import org.clausebot.datafile.Tsv;
import org.clausebot.policy.Clause;
import org.clausebot.policy.ClauseRef;
import org.clausebot.policy.Policy;
import org.clausebot.policy.PolicyId;
import org.clausebot.policy.lint.Relations;
import org.clausebot.policy.lint.Scope;

/**
 * Which clauses must be read together: what the policies' own words show, and what their owners wrote down in
 * {@code index/relations/<policy id>.tsv}.
 */
final class Companions {
    private static final int MOST_BROUGHT = 3;
    private static final int MOST_ELSEWHERE = 2;
    private static final Pattern ELSEWHERE = Pattern.compile("([a-z][a-z0-9-]*)/(.+)");

    /** A link that holds when the question has one of the words; always when there are none. */
    private record Bond(Link link, Set<String> when) {
        boolean holds(Set<String> asked) {
            return when.isEmpty() || when.stream().anyMatch(asked::contains);
        }
    }

    private final Map<PolicyId, Policy> policies = new HashMap<>();
    private final Map<PolicyId, Relations> relations = new HashMap<>();
    private final Map<ClauseRef, List<Bond>> bonds = new HashMap<>();

    private final List<String> problems = new ArrayList<>();

    private Companions() {}

    /**
     * @param policies those in force
     * @param folder with a file for each policy that has one
     * @throws DataFileException when a file is wrong; the message names file and line
     */
    static Companions of(List<Policy> policies, Path folder) throws DataFileException {
        Companions companions = new Companions();
        policies.forEach(policy -> companions.policies.put(policy.id(), policy));
        for (Policy policy : policies) {
            Relations found = Relations.of(policy, policies);
            companions.relations.put(policy.id(), found);
            Path file = folder.resolve(policy.id() + ".tsv");
            if (Files.exists(file)) {
                companions.readOwners(file, policy, folder);
            }
            found.exceptions()
                    .forEach(e -> companions.addBoth(
                            Relation.EXCEPTION, Relation.RULE, e.rule(), e.exception(), "", Set.of()));
            found.citations()
                    .forEach(c -> companions.add(new Link(Relation.CITED, c.citing(), c.cited(), ""), Set.of()));
        }
        return companions;
    }

    private void readOwners(Path file, Policy policy, Path folder) throws DataFileException {
        for (Tsv.Row row : Tsv.read(file, "clause", "relation", "other", "when", "say")) {
            Optional<ClauseRef> clause = known(row, "clause", policy, folder);
            Optional<ClauseRef> other = other(row, policy, folder);
            Relation there = relation(row);
            if (clause.isPresent() && other.isPresent()) {
                addBoth(there, back(there), clause.get(), other.get(), row.get("say"), words(row.get("when")));
            }
        }
    }

    private static Relation relation(Tsv.Row row) throws DataFileException {
        return switch (row.required("relation")) {
            case "exception" -> Relation.EXCEPTION;
            case "gives-way" -> Relation.GIVES_WAY;
            case "conflict" -> Relation.CONFLICT;
            case String unknown ->
                throw row.error("relation is exception, gives-way or conflict, not \"" + unknown + "\"");
        };
    }

    private static Relation back(Relation there) {
        return there == Relation.EXCEPTION
                ? Relation.RULE
                : there == Relation.GIVES_WAY ? Relation.COMES_FIRST : Relation.CONFLICT;
    }

    /** Another policy's clause where one is named before the address; nothing while that policy is not in force. */
    private Optional<ClauseRef> other(Tsv.Row row, Policy policy, Path folder) throws DataFileException {
        Matcher named = ELSEWHERE.matcher(row.required("other"));
        if (!named.matches()) {
            return known(row, "other", policy, folder);
        }
        Policy there = policies.get(new PolicyId(named.group(1)));
        return there == null ? Optional.empty() : here(there, named.group(2), folder);
    }

    /** A new version of a policy may have other numbers: its answers must not wait for this file to be mended. */
    private Optional<ClauseRef> known(Tsv.Row row, String column, Policy policy, Path folder) throws DataFileException {
        String address = row.required(column);
        Optional<ClauseRef> found = here(policy, address, folder);
        if (found.isEmpty() && !Files.exists(folder.resolve("written-for").resolve(policy.id() + ".tsv"))) {
            problems.add(String.valueOf(row.error("the policy " + policy.id() + " has no clause " + address
                            + ", so this row does nothing; write an address as `policy show " + policy.id()
                            + "` prints it")
                    .getMessage()));
        }
        return found;
    }

    /** The clause that had the address when the file was written, told by its words where they are known. */
    private static Optional<ClauseRef> here(Policy policy, String address, Path folder) throws DataFileException {
        return WrittenFor.of(folder, policy)
                .now(address)
                .flatMap(policy::clause)
                .map(Clause::ref);
    }

    /** What in the owners' files does nothing, with file and line. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    private void addBoth(
            Relation relation, Relation back, ClauseRef clause, ClauseRef other, String say, Set<String> when) {
        add(new Link(relation, clause, other, say), when);
        add(new Link(back, other, clause, say), when);
    }

    private void add(Link link, Set<String> when) {
        List<Bond> before = bonds.computeIfAbsent(link.clause(), ref -> new ArrayList<>());
        if (before.stream().noneMatch(bond -> bond.link().other().equals(link.other()))) {
            before.add(new Bond(link, when));
        }
    }

    /** What must be known beside {@code shown}, which answer {@code question}. */
    Context beside(List<Quote> shown, String question) {
        Set<String> asked = words(question);
        Map<ClauseRef, Quote> known = new LinkedHashMap<>();
        shown.forEach(quote -> known.put(quote.clause().ref(), quote));
        List<Quote> brought = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        for (Link link : links(shown, question, asked)) {
            boolean mirrored = links.stream()
                    .anyMatch(l -> l.clause().equals(link.other()) && l.other().equals(link.clause()));
            if (mirrored || (!known.containsKey(link.other()) && brought.size() == MOST_BROUGHT)) {
                continue;
            }
            if (!known.containsKey(link.other())) {
                Quote quote = whole(link.other());
                known.put(link.other(), quote);
                brought.add(quote);
            }
            links.add(link);
        }
        return new Context(links, brought, elsewhere(shown));
    }

    private List<Link> links(List<Quote> shown, String question, Set<String> asked) {
        List<Link> links = new ArrayList<>();
        for (Quote quote : shown) {
            bonds.getOrDefault(quote.clause().ref(), List.of()).stream()
                    .filter(bond -> bond.holds(asked))
                    .forEach(bond -> links.add(bond.link()));
        }
        Quote first = shown.getFirst();
        for (Scope scope : scopes(first.policy().id())) {
            if (scope.decides(question) && !scope.clause().equals(first.clause().ref())) {
                Relation relation = scope.aboutPeople() ? Relation.WHOM : Relation.NOT_FOR;
                links.add(new Link(relation, first.clause().ref(), scope.clause(), ""));
            }
        }
        return links;
    }

    private List<Scope> scopes(PolicyId policy) {
        Relations found = relations.get(policy);
        return found == null ? List.of() : found.scopes();
    }

    private Quote whole(ClauseRef ref) {
        Policy policy = policies.get(ref.policy());
        if (policy == null) {
            throw new IllegalStateException(ref + " is of no policy in force");
        }
        return new Quote(policy, policy.clause(ref.address()).orElseThrow(), List.of(), 0);
    }

    private List<Elsewhere> elsewhere(List<Quote> shown) {
        List<Elsewhere> found = new ArrayList<>();
        for (Quote quote : shown) {
            Relations own = relations.get(quote.policy().id());
            if (own == null) {
                continue;
            }
            for (Relations.Elsewhere named : own.elsewhere()) {
                if (named.citing().equals(quote.clause().ref()) && found.size() < MOST_ELSEWHERE) {
                    found.add(new Elsewhere(quote, named.words(), named.here()));
                }
            }
        }
        return found;
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.UK).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
