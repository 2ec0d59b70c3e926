package org.clausebot.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.QueryTimeoutImpl;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreDoc;
import org.clausebot.datafile.Suggestion;

/** The advanced find: parses, searches and says what is wrong with a query. */
final class Finder {
    static final int LONGEST = 500;
    private static final int MOST_CLAUSES = 64;
    private static final long MOST_MILLIS = 500;
    private static final Pattern COLUMN = Pattern.compile("column (\\d+)");

    private final Analyzer analyzer = Analyzers.indexing();

    /** A query that was understood. */
    record Parsed(Query query) {}

    Parsed parse(String typed) throws FindSyntaxException {
        if (typed.isBlank()) {
            throw new FindSyntaxException(typed, 1, "Write what to find, for example heading:communication AND pupil*");
        }
        if (typed.length() > LONGEST) {
            throw new FindSyntaxException(
                    typed, LONGEST + 1, "A query has " + LONGEST + " characters at most; this one is longer");
        }
        FindMistakes.check(typed);
        FindText text = new FindText(typed);
        try {
            Query query = new FindParser(analyzer).parse(text.escaped());
            if (clauses(query) > MOST_CLAUSES * FindParser.fields().size()) {
                throw new FindSyntaxException(typed, 1, "A query has " + MOST_CLAUSES + " words at most");
            }
            return new Parsed(query);
        } catch (ParseException e) {
            throw explained(typed, text, e);
        } catch (IndexSearcher.TooManyClauses e) {
            throw new FindSyntaxException(typed, 1, "A query has " + MOST_CLAUSES + " words at most");
        } catch (RuntimeException e) {
            throw new FindSyntaxException(
                    typed,
                    1,
                    "This cannot be understood as a query. Put the words in \"quotes\" to find them as they are");
        }
    }

    private static FindSyntaxException explained(String typed, FindText text, ParseException e) {
        if (e.getCause() instanceof FindParser.Refused refused) {
            int at = typed.toLowerCase(Locale.ROOT).indexOf(refused.about().toLowerCase(Locale.ROOT));
            String message = String.valueOf(refused.getMessage());
            return new FindSyntaxException(
                    typed, at + 1, message.equals("unknown field") ? unknownField(refused.about()) : message);
        }
        Throwable cause = e.getCause() == null ? e : e.getCause();
        int column = typed.length() + 1;
        if (cause instanceof ParseException parse && parse.currentToken != null && parse.currentToken.next != null) {
            // The parser counts columns from 0. Kind 0 is the end of the query.
            column = parse.currentToken.next.kind == 0
                    ? typed.length() + 1
                    : text.origin(parse.currentToken.next.beginColumn) + 1;
        } else {
            Matcher place = COLUMN.matcher(String.valueOf(cause.getMessage()));
            if (place.find()) {
                column = text.origin(Integer.parseInt(place.group(1))) + 1;
            }
        }
        return new FindSyntaxException(typed, column, FindMistakes.plain(typed, column));
    }

    private static String unknownField(String about) {
        String field = about.substring(0, about.length() - 1);
        String hint = Suggestion.of(field, FindParser.fields())
                .map(known -> "Did you mean " + known + ":? ")
                .orElse("");
        return "There is no field \"" + field + "\". " + hint + "Fields are " + String.join(", ", FindParser.fields())
                + "; to find a colon, put the words in \"quotes\"";
    }

    private static int clauses(Query query) {
        int[] count = {0};
        query.visit(new QueryVisitor() {
            @Override
            public void visitLeaf(Query leaf) {
                count[0]++;
            }

            @Override
            public void consumeTerms(Query leaf, org.apache.lucene.index.Term... terms) {
                count[0] += terms.length;
            }
        });
        return count[0];
    }

    List<Hit> find(Snapshot index, Parsed parsed, int limit) throws IOException {
        IndexSearcher searcher = new IndexSearcher(index.searcher().getIndexReader());
        searcher.setTimeout(new QueryTimeoutImpl(MOST_MILLIS));
        MatchedTerms terms = MatchedTerms.of(parsed.query(), Fields.TEXT);
        List<Hit> hits = new ArrayList<>();
        for (ScoreDoc found : searcher.search(parsed.query(), Math.max(1, limit)).scoreDocs) {
            Snapshot.Place place = index.place(found.doc);
            hits.add(new Hit(
                    place.policy(),
                    place.clause(),
                    found.score,
                    found.score / (found.score + 8.0),
                    0,
                    0,
                    terms.in(place.clause().text(), analyzer)));
        }
        return List.copyOf(hits);
    }
}
