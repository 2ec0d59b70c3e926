package org.clausebot.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A policy in the hands of somebody who corrects how it was read, one correction after the other. */
final class Corrected {
    private static final Pattern BULLET = Pattern.compile("(.+)#([1-9]\\d{0,3})", Pattern.DOTALL);
    private static final int LONGEST_ADDRESS = 200;

    private final Policy read;
    private final DocumentText document;
    private final List<Clause> clauses;

    Corrected(Policy read) {
        this.read = read;
        this.document = read.document();
        this.clauses = new ArrayList<>(read.clauses());
    }

    void apply(Correction correction) throws CorrectionException {
        Clause clause = at(correction.clause());
        switch (correction) {
            case Correction.Bounds bounds -> replace(clause, moved(clause, bounds.to()));
            case Correction.Split split -> split(clause, split);
            case Correction.Join join -> join(clause, at(join.next()));
            case Correction.Numbered number -> replace(clause, numbered(clause, number.address()));
            case Correction.Introduced introduced -> replace(clause, introduced(clause, introduced.by()));
        }
    }

    /** @throws CorrectionException when what has come out is no policy */
    Policy policy(PolicyDetails details) throws CorrectionException {
        clauses.sort(Comparator.comparing(Clause::source));
        try {
            return new Policy(details, document, read.sections(), clauses, setAside());
        } catch (IllegalArgumentException e) {
            throw new CorrectionException("The corrections do not fit the document: " + e.getMessage() + ".", e);
        }
    }

    private Clause at(Span span) throws CorrectionException {
        return clauses.stream()
                .filter(c -> c.source().equals(span))
                .findFirst()
                .orElseThrow(() -> new CorrectionException("The clause that this was about no longer stands there,"
                        + " because it was corrected meanwhile. Look at it again and correct what is there now."));
    }

    private void replace(Clause old, Clause other) {
        clauses.set(clauses.indexOf(old), other);
    }

    private Clause moved(Clause clause, Span to) throws CorrectionException {
        requireFree(to, List.of(clause));
        return new Clause(clause.ref(), clause.headings(), clause.leadIn(), words(to), to);
    }

    private void split(Clause clause, Correction.Split split) throws CorrectionException {
        boolean inside = clause.source().contains(split.first())
                && clause.source().contains(split.second())
                && split.first().end() <= split.second().start();
        if (!inside) {
            throw new CorrectionException(
                    "Both parts must lie within the clause, one after the other. Choose the words again.");
        }
        ClauseRef ref = ref(split.address(), Optional.empty());
        Clause first =
                new Clause(clause.ref(), clause.headings(), clause.leadIn(), words(split.first()), split.first());
        Clause second = new Clause(ref, clause.headings(), clause.leadIn(), words(split.second()), split.second());
        int place = clauses.indexOf(clause);
        clauses.set(place, first);
        clauses.add(place + 1, second);
    }

    private void join(Clause clause, Clause next) throws CorrectionException {
        if (clause.source().end() > next.source().start()) {
            throw new CorrectionException("Only a clause that stands after this one can be joined to it.");
        }
        Span both = clause.source().to(next.source());
        requireFree(both, List.of(clause, next));
        replace(clause, new Clause(clause.ref(), clause.headings(), clause.leadIn(), words(both), both));
        clauses.remove(next);
    }

    private Clause numbered(Clause clause, String address) throws CorrectionException {
        return new Clause(
                ref(address, Optional.of(clause)), clause.headings(), clause.leadIn(), clause.text(), clause.source());
    }

    private Clause introduced(Clause clause, List<Span> by) throws CorrectionException {
        for (Span part : by) {
            if (part.overlaps(clause.source())) {
                throw new CorrectionException("A clause cannot introduce itself: choose words that stand before it.");
            }
        }
        Optional<LeadIn> leadIn = Optional.empty();
        if (!by.isEmpty()) {
            List<String> words = new ArrayList<>();
            for (Span part : by) {
                words.add(words(part));
            }
            leadIn = Optional.of(new LeadIn(String.join(" ", words), by));
        }
        return new Clause(clause.ref(), clause.headings(), leadIn, clause.text(), clause.source());
    }

    /** @param own the clause that may have this address already */
    private ClauseRef ref(String address, Optional<Clause> own) throws CorrectionException {
        String given = DocumentText.fold(address);
        if (given.isEmpty()
                || given.length() > LONGEST_ADDRESS
                || given.codePoints().anyMatch(Character::isISOControl)) {
            throw new CorrectionException("Give the clause its number as printed, such as 2.4.6; a bullet is counted"
                    + " under its number, such as 1.1.1#3.");
        }
        boolean taken = clauses.stream()
                .anyMatch(other -> other.ref().address().equals(given)
                        && own.filter(other::equals).isEmpty());
        if (taken) {
            throw new CorrectionException("There is a clause " + given + " already. Give that one its right number"
                    + " first, or write “" + given + " (2nd)” if the document prints the number twice.");
        }
        Matcher bullet = BULLET.matcher(given);
        return bullet.matches()
                ? new ClauseRef(read.id(), bullet.group(1), Integer.parseInt(bullet.group(2)))
                : new ClauseRef(read.id(), given);
    }

    private String words(Span span) throws CorrectionException {
        String words = span.end() <= document.text().length() ? document.read(span) : "";
        if (words.isBlank()) {
            throw new CorrectionException("There are no words at that place of the document. Choose the words again.");
        }
        return words;
    }

    private void requireFree(Span span, List<Clause> own) throws CorrectionException {
        for (Clause other : clauses) {
            if (!own.contains(other) && other.source().overlaps(span)) {
                throw new CorrectionException("That would run into clause "
                        + other.ref().address() + ". Move where that one begins or ends first, or join the two.");
            }
        }
        for (Section section : read.sections()) {
            boolean ours = own.stream().anyMatch(c -> c.source().overlaps(section.source()));
            if (!ours && section.source().overlaps(span)) {
                throw new CorrectionException("That would run into the heading “" + section.title() + "”.");
            }
        }
    }

    /** What was in no clause before, less what is in one now, and what was taken out of one. */
    private List<SetAside> setAside() {
        List<SetAside> aside = new ArrayList<>();
        for (SetAside part : read.setAside()) {
            if (clauses.stream().noneMatch(c -> c.source().contains(part.source()))) {
                aside.add(part);
            }
        }
        for (Clause before : read.clauses()) {
            int at = before.source().start();
            for (Clause now : clauses) {
                if (now.source().overlaps(before.source())) {
                    addGap(aside, new Span(at, Math.max(at, now.source().start())), now);
                    at = Math.max(at, now.source().end());
                }
            }
            addGap(aside, new Span(at, Math.max(at, before.source().end())), before);
        }
        aside.sort(Comparator.comparing(SetAside::source));
        return aside;
    }

    /** A number before its clause is in no clause anywhere, and nothing is lost with it. */
    private void addGap(List<SetAside> aside, Span gap, Clause next) {
        String words = document.read(gap);
        boolean number = words.replaceAll("[\\s.()]+$", "").equals(next.ref().number());
        if (!words.isBlank() && !number) {
            aside.add(new SetAside(gap, SetAside.Reason.TAKEN_OUT));
        }
    }
}
