package org.clausebot.desk.view;

import java.util.List;

/**
 * The search for those who keep the policies.
 *
 * @param query as typed, or as the form wrote it
 * @param where what to search, to choose from
 * @param problem what is wrong with the query; empty for nothing
 * @param before the part of the query before the mistake
 * @param at the character that is wrong; empty where something is missing
 * @param after the rest of it
 * @param column where it is, counted from 1
 * @param asked whether anything was searched
 * @param parts what the helping form holds
 */
public record OwnerSearchView(
        OwnerFrame frame,
        String query,
        List<Choice> where,
        String problem,
        String before,
        String at,
        String after,
        int column,
        boolean asked,
        Parts parts,
        List<OwnerClause> clauses,
        List<Said> questions) {
    public OwnerSearchView {
        where = List.copyOf(where);
        clauses = List.copyOf(clauses);
        questions = List.copyOf(questions);
    }

    /**
     * The form that writes the query.
     *
     * @param in the fields, to choose from
     * @param policies all in force, to choose from
     */
    public record Parts(
            String all,
            String phrase,
            String any,
            String none,
            String number,
            List<Choice> in,
            List<Choice> policies,
            String problem) {
        public Parts {
            in = List.copyOf(in);
            policies = List.copyOf(policies);
        }
    }

    /** What staff asked of a clause in four weeks. */
    public record Said(String clause, String policy, String link, String weeks, List<String> words) {
        public Said {
            words = List.copyOf(words);
        }
    }
}
