package org.clausebot.chat.teams;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.clausebot.answer.Answer;
import org.clausebot.answer.Question;
import org.clausebot.answer.Quote;
import org.clausebot.chat.ClauseFinder;
import org.clausebot.chat.teams.card.SearchCard;
import org.clausebot.chat.teams.card.TeamsCards;
import org.clausebot.chat.teams.card.TeamsPhrase;
import org.clausebot.chat.teams.card.TeamsWords;

/**
 * Finds clauses that can be put into a message while it is being written. It asks nothing: nothing is counted, remembered,
 * begun or gone on with, for Teams sends half a sentence with every pause in typing.
 */
final class Search {
    private static final int MOST = 10;
    private static final int LONGEST = 300;

    private final Function<Question, Answer> answerer;
    private final ClauseFinder finder;
    private final TeamsCards cards;
    private final TeamsWords words;
    private final Optional<URI> pages;

    Search(
            Function<Question, Answer> answerer,
            ClauseFinder finder,
            TeamsCards cards,
            TeamsWords words,
            Optional<URI> pages) {
        this.answerer = answerer;
        this.finder = finder;
        this.cards = cards;
        this.words = words;
        this.pages = pages;
    }

    Response on(Delivered.Searched searched) {
        String typed = searched.words().strip();
        if (typed.isEmpty() || typed.length() > LONGEST) {
            return new Response.Results(List.of());
        }
        Answer answer = answerer.apply(new Question(typed, List.of(), false));
        List<Response.Result> results = switch (answer) {
            // What may have happened is nothing to look up and paste; nor may a clause hide that it is urgent.
            case Answer.Urgent urgent -> only(TeamsPhrase.SEARCH_URGENT_TITLE, TeamsPhrase.SEARCH_URGENT);
            case Answer.Quoted quoted -> found(quoted.answering(), typed);
            case Answer.Nearest nearest -> found(nearest.answering(), typed);
            case Answer.NotCovered none -> found(List.of(), typed);
            case Answer.SmallTalk talk -> found(List.of(), typed);
        };
        return new Response.Results(
                results.isEmpty() ? only(TeamsPhrase.SEARCH_NONE_TITLE, TeamsPhrase.SEARCH_NONE) : results);
    }

    private List<Response.Result> found(List<Quote> answering, String typed) {
        List<Quote> quotes = new ArrayList<>(answering);
        if (finder.find(typed, MOST) instanceof ClauseFinder.Found.Hits hits) {
            hits.quotes().stream()
                    .filter(hit -> quotes.stream()
                            .noneMatch(q -> q.clause().ref().equals(hit.clause().ref())))
                    .forEach(quotes::add);
        }
        return quotes.stream().limit(MOST).map(this::result).toList();
    }

    private Response.Result result(Quote quote) {
        return new Response.Result(
                SearchCard.title(quote), SearchCard.preview(quote), SearchCard.of(quote, pages, words));
    }

    /** One result that is no clause; what it puts into a message is its title. */
    private List<Response.Result> only(TeamsPhrase title, TeamsPhrase preview) {
        String said = words.say(title);
        return List.of(
                new Response.Result(said, words.say(preview), cards.words(said).getFirst()));
    }
}
