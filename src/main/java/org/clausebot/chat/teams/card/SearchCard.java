package org.clausebot.chat.teams.card;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clausebot.answer.Quote;
import org.clausebot.chat.Wording;
import org.clausebot.chat.talk.Notice;
import org.clausebot.policy.Clause;

/** One clause, quoted, to be put into a message. It says nothing of whoever looked for it or of what they typed. */
public final class SearchCard {
    private static final int LONGEST_PREVIEW = 300;

    private SearchCard() {}

    /** @param pages the address of the web pages; empty for none */
    public static TeamsMessage of(Quote quote, Optional<URI> pages, TeamsWords words) {
        QuoteParts quotes = new QuoteParts(words, pages);
        Sheet sheet = new Sheet(words);
        List<Part> whole = new ArrayList<>(quotes.of(new Quote(quote.policy(), quote.clause(), List.of(), 0), ""));
        whole.addAll(sheet.presses(quotes.context(quote)));
        sheet.together(whole);
        String notice = words.say(
                        TeamsPhrase.NOTICE_QUOTED, "clauses", Notice.number(quote).orElse(""))
                .strip();
        List<TeamsMessage> messages = sheet.messages(notice);
        return messages.size() == 1 ? messages.getFirst() : tooLong(quote, quotes, words, notice);
    }

    /** Of half a clause nobody can tell that it is half, so none of it is shown. */
    private static TeamsMessage tooLong(Quote quote, QuoteParts quotes, TeamsWords words, String notice) {
        Sheet sheet = new Sheet(words);
        List<Part> parts = new ArrayList<>(Kit.title(Notice.number(quote).orElse("")));
        parts.addAll(Kit.says(words.say(TeamsPhrase.SEARCH_LONG)));
        parts.addAll(sheet.presses(quotes.context(quote)));
        return sheet.message(notice, parts);
    }

    /** What names the clause in a list, such as {@code 2.1.5 Social contact with pupils}; plain words. */
    public static String title(Quote quote) {
        Clause clause = quote.clause();
        List<String> parts = new ArrayList<>(Notice.number(quote).stream().toList());
        clause.headings().reversed().stream().findFirst().ifPresent(parts::add);
        return parts.isEmpty() ? Wording.name(clause.ref()) : String.join(" ", parts);
    }

    /**
     * The clause with its lead-in, in plain words, or the policy's title where there is no room for all of it: a clause cut
     * short can say the opposite.
     */
    public static String preview(Quote quote) {
        String all = quote.clause().leadIn().map(l -> l.text() + " ").orElse("")
                + quote.clause().text();
        return all.length() <= LONGEST_PREVIEW
                ? all.replaceAll("\\s+", " ")
                : quote.policy().details().title();
    }
}
