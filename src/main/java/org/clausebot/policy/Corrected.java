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
    private DocumentText document;
    private final List<Clause> clauses;

    Corrected(Policy read) {
        this.read = read;
        this.document = read.document();
        this.clauses = new ArrayList<>(read.clauses());
    }

    void apply(Correction correction) throws CorrectionException {
        switch (correction) {
            case Correction.Bounds bounds -> replace(at(bounds.clause()), moved(at(bounds.clause()), bounds.to()));
            case Correction.Split split -> split(at(split.clause()), split);
            case Correction.Join join -> join(at(join.clause()), at(join.next()));
            case Correction.Numbered number ->
                replace(at(number.clause()), numbered(at(number.clause()), number.address()));
            case Correction.Introduced introduced ->
                replace(at(introduced.clause()), introduced(at(introduced.clause()), introduced.by()));
            case Correction.Restored restored -> restore(aside(restored.clause()), restored.address());
            case Correction.Regained regained -> regain(at(regained.clause()), aside(regained.aside()));
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

    private Span aside(Span span) throws CorrectionException {
        if (setAside().stream().noneMatch(part -> part.source().equals(span))) {
            throw new CorrectionException("Those words are no longer set aside, because something was corrected"
                    + " meanwhile. Look at the draft again and choose from what is there now.");
        }
        return span;
    }

    private void restore(Span place, String address) throws CorrectionException {
        requireFree(place, List.of());
        document = document.showing(place);
        ClauseRef ref = ref(address, Optional.empty());
        clauses.add(new Clause(ref, headings(ref, place), Optional.empty(), words(place), place));
        clauses.sort(Comparator.comparing(Clause::source));
    }

    /** Those of its neighbour by number, since what was set aside may stand at the end of the text; else by its place. */
    private List<String> headings(ClauseRef ref, Span place) {
        String number = ref.number();
        String parent = number.substring(0, number.lastIndexOf('.') + 1);
        return clauses.stream()
                .filter(c -> ref.bullet() > 0
                        ? c.ref().number().equals(number)
                        : !parent.isEmpty() && c.ref().number().startsWith(parent))
                .map(Clause::headings)
                .findFirst()
                .orElseGet(() -> read.sections().stream()
                        .filter(section -> section.source().end() <= place.start())
                        .reduce((earlier, later) -> later)
                        .map(Section::headings)
                        .orElse(List.of()));
    }

    private void regain(Clause clause, Span aside) throws CorrectionException {
        DocumentText shown = document.showing(aside);
        if (!clause.source().contains(aside)) {
            if (clause.source().end() > aside.start()) {
                throw new CorrectionException("Only words that stand behind a clause can become the end of it.");
            }
            Span between = new Span(/* start= */ clause.source().end(), /* end= */ aside.start());
            if (!shown.read(between).isEmpty()) {
                throw new CorrectionException(
                        "Other words stand between clause " + clause.ref().address()
                                + " and these. Bring those back first, or make these a clause of their own.");
            }
        }
        Span both = clause.source().to(aside);
        requireFree(both, List.of(clause));
        document = shown;
        replace(clause, new Clause(clause.ref(), clause.headings(), clause.leadIn(), words(both), both));
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
            // What is passed over within a clause is not of its words.
            boolean passedOver = document.read(part.source()).isEmpty();
            if (passedOver || clauses.stream().noneMatch(c -> c.source().overlaps(part.source()))) {
                aside.add(part);
            } else {
                addRest(aside, part);
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

    /** What of it is in no clause. */
    private void addRest(List<SetAside> aside, SetAside part) {
        int at = part.source().start();
        for (Clause clause : clauses) {
            if (clause.source().overlaps(part.source())) {
                addRest(aside, new Span(at, Math.max(at, clause.source().start())), part.reason());
                at = Math.max(at, clause.source().end());
            }
        }
        addRest(aside, new Span(at, Math.max(at, part.source().end())), part.reason());
    }

    private void addRest(List<SetAside> aside, Span rest, SetAside.Reason reason) {
        if (!document.read(rest).isEmpty()) {
            aside.add(new SetAside(rest, reason));
        }
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
