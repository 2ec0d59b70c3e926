package org.clausebot.desk.owner;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.clausebot.policy.Clause;
import org.clausebot.policy.ClauseRef;
import org.clausebot.policy.Publication;
import org.clausebot.policy.SetAside;
import org.clausebot.policy.Span;
import org.clausebot.policy.draft.Citation;
import org.clausebot.policy.draft.Draft;
import org.clausebot.policy.draft.PastVersions;
import org.clausebot.policy.draft.Touched;
import org.clausebot.policy.lint.ReviewDate;

/** How drafts and versions are put into words. */
final class DraftWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.UK);
    private static final int SOON = 60;

    private DraftWords() {}

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    static String day(Instant at, ZoneId zone) {
        return DAY.format(at.atZone(zone));
    }

    static String minute(Instant at, ZoneId zone) {
        return MINUTE.format(at.atZone(zone));
    }

    static String name(ClauseRef ref) {
        return ref.bullet() == 0 ? ref.number() : ref.number() + ", bullet " + ref.bullet();
    }

    /** Where a clause stands, as addresses and forms have it. */
    static String at(Clause clause) {
        return at(clause.source());
    }

    static String at(Span place) {
        return place.start() + "-" + place.end();
    }

    /** Why words are in no clause. */
    static String reason(SetAside.Reason reason) {
        return switch (reason) {
            case TITLE -> "Title";
            case CONTENTS -> "List of contents";
            case PAGE_FURNITURE -> "Header, footer or page number";
            case DOCUMENT_CONTROL -> "Versions, authors and dates";
            case NAVIGATION -> "Menus of a web page";
            case FORM -> "A place to sign";
            case TAKEN_OUT -> "Taken out by hand";
            case UNPLACED -> "Not understood";
        };
    }

    /** The place that {@code at} names; empty where it names none. */
    static Optional<Span> span(String at) {
        if (!at.matches("\\d{1,9}-\\d{1,9}")) {
            return Optional.empty();
        }
        int hyphen = at.indexOf('-');
        int start = Integer.parseInt(at.substring(0, hyphen));
        int end = Integer.parseInt(at.substring(hyphen + 1));
        return start <= end ? Optional.of(new Span(start, end)) : Optional.empty();
    }

    static String state(Draft.State state) {
        return switch (state) {
            case OPEN -> "";
            case PUBLISHED -> "Published";
            case PUT_AWAY -> "Put away";
        };
    }

    static String kind(Publication row) {
        return switch (row.kind()) {
            case PUBLISHED -> "Published";
            case ROLLED_BACK -> "Rolled back";
            case REVIEWED -> "Reviewed, not changed";
            case WITHDRAWN -> "Withdrew row " + row.about();
        };
    }

    static String review(ReviewDate date) {
        return switch (date) {
            case ReviewDate.On on -> day(on.day());
            case ReviewDate.Misprinted misprinted -> "printed as “" + misprinted.printed() + "”";
            case ReviewDate.Unknown unknown -> "no date that can be read";
        };
    }

    /** What is to be done about a review; empty for nothing. */
    static String mark(ReviewDate date, LocalDate today) {
        return switch (date) {
            case ReviewDate.On on -> {
                long left = ChronoUnit.DAYS.between(today, on.day());
                yield left < 0 ? "Review overdue" : left <= SOON ? "Review soon" : "";
            }
            case ReviewDate.Misprinted misprinted -> "Is that date right?";
            case ReviewDate.Unknown unknown -> "When is it to be reviewed?";
        };
    }

    static String when(PastVersions.Past past) {
        String from = past.from().map(day -> "from " + day(day)).orElse("from a day that is not known");
        return past.until().map(day -> from + " to " + day(day)).orElse(from);
    }

    static String named(Citation citation) {
        return switch (citation.kind()) {
            case FLOW -> "The report “" + citation.name() + "”";
            case EXAMPLES ->
                citation.times() == 1
                        ? "1 example question" + from(citation)
                        : citation.times() + " example questions" + from(citation);
        };
    }

    private static String from(Citation citation) {
        return citation.name().isEmpty() ? "" : " (" + citation.name() + ")";
    }

    static String fate(Touched touched) {
        return switch (touched.fate()) {
            case GONE -> "is gone";
            case RENUMBERED -> "is now " + touched.now().orElse("");
            case REWORDED -> "keeps its number and reads differently";
            case UNKNOWN -> "was not there before either";
        };
    }
}
