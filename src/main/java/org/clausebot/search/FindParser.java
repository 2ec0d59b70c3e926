package org.clausebot.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.queryparser.classic.MultiFieldQueryParser;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/** Lucene's query language with our fields, and without what can cost too much. */
final class FindParser extends MultiFieldQueryParser {
    private static final String[] DEFAULT = {Fields.TEXT, Fields.HEADING, Fields.LEAD_IN, Fields.NUMBER};

    /** A query that is well formed but not taken. Found again as the cause of what the parser throws. */
    static final class Refused extends ParseException {
        private static final long serialVersionUID = 1L;

        /** The words in the query that it is about. */
        private final String about;

        Refused(String about, String message) {
            super(message);
            this.about = about;
        }

        String about() {
            return about;
        }
    }

    FindParser(Analyzer analyzer) {
        super(DEFAULT, analyzer, Map.of(Fields.HEADING, 1.5f, Fields.NUMBER, 5f));
        setAllowLeadingWildcard(true); // refused below, in our own words
        setFuzzyMinSim(1);
        setFuzzyPrefixLength(1);
        setSplitOnWhitespace(true);
    }

    @Override
    protected Query getFieldQuery(@Nullable String field, String text, boolean quoted) throws ParseException {
        known(field);
        return orNothing(super.getFieldQuery(field, text, quoted));
    }

    @Override
    protected Query getFieldQuery(@Nullable String field, String text, int slop) throws ParseException {
        known(field);
        return orNothing(super.getFieldQuery(field, text, Math.min(slop, 50)));
    }

    @Override
    protected Query getPrefixQuery(@Nullable String field, String term) throws ParseException {
        known(field);
        return orNothing(super.getPrefixQuery(field, term));
    }

    @Override
    protected Query getWildcardQuery(@Nullable String field, String term) throws ParseException {
        known(field);
        if (!term.equals("*") && (term.startsWith("*") || term.startsWith("?"))) {
            throw new Refused(term, "A word cannot begin with * or ?. Put some letters first, for example commun*");
        }
        if (term.chars().filter(c -> c == '*' || c == '?').count() > 4) {
            throw new Refused(term, "A word can hold four * or ? at most");
        }
        return orNothing(super.getWildcardQuery(field, term));
    }

    @Override
    protected Query getFuzzyQuery(@Nullable String field, String term, float edits) throws ParseException {
        known(field);
        return orNothing(super.getFuzzyQuery(field, term, Math.max(0, Math.min(2, (int) edits))));
    }

    @Override
    protected Query getRangeQuery(
            @Nullable String field, @Nullable String from, @Nullable String to, boolean withFrom, boolean withTo)
            throws ParseException {
        known(field);
        return orNothing(super.getRangeQuery(field, from, to, withFrom, withTo));
    }

    @Override
    protected Query getRegexpQuery(@Nullable String field, String pattern) throws ParseException {
        throw new Refused(
                "/", "Patterns between slashes are not searched here. Put the words in \"quotes\", or use commun*");
    }

    private static void known(@Nullable String field) throws ParseException {
        if (field != null && !Fields.FIND.contains(field)) {
            throw new Refused(field + ":", "unknown field");
        }
    }

    /** The parser gives null where only stop words were asked for; nothing then matches by them. */
    private static Query orNothing(@Nullable Query query) {
        return query == null ? new MatchNoDocsQuery("only stop words") : query;
    }

    static List<String> fields() {
        return new ArrayList<>(Fields.FIND);
    }
}
