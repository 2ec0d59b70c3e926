package org.clausebot.chat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.clausebot.answer.Answer;
import org.clausebot.answer.Quote;
import org.clausebot.flow.Flow;

/** The reports that can be made, and the words that begin them. */
final class Menu {
    /** Somebody in danger stands first, then what must not wait; the rest by title. */
    private static final List<String> FIRST = List.of("person-at-risk", "indecent-images", "pupil-contact");

    private final Supplier<List<Flow>> flows;
    private final Phrases phrases;

    Menu(Supplier<List<Flow>> flows, Phrases phrases) {
        this.flows = flows;
        this.phrases = phrases;
    }

    Reply.Flows list(String note, boolean sending) {
        List<Reply.Flows.Entry> entries = flows.get().stream()
                .sorted(Comparator.comparingInt(Menu::rank).thenComparing(Flow::title))
                .map(flow -> new Reply.Flows.Entry(flow.id(), flow.title(), flow.summary()))
                .toList();
        return new Reply.Flows(note, sending, entries);
    }

    private static int rank(Flow flow) {
        int at = FIRST.indexOf(flow.id());
        return at < 0 ? FIRST.size() : at;
    }

    /** The flow whose title, or whose name on the button below first steps, {@code message} is. */
    Optional<Flow> titled(String message) {
        String plain = Phrases.Command.plain(message);
        return flows.get().stream()
                .filter(flow -> names(flow).stream()
                        .anyMatch(name -> Phrases.Command.plain(name).equals(plain)))
                .findFirst();
    }

    /** The flow that {@code message} begins. */
    Optional<Flow> begunBy(String message) {
        return titled(message)
                .or(() -> flows.get().stream()
                        .filter(flow -> new Phrases.Command(flow.title(), flow.also()).says(message))
                        .findFirst());
    }

    /**
     * {@code reply} with the report that its question seems to tell of, where it quotes a clause that the flow of that
     * report relies on: neither alone is sure enough to speak of reporting to somebody who only asks.
     */
    Reply offering(Reply reply) {
        if (!(reply instanceof Reply.Answered answered) || answered.answer() instanceof Answer.Urgent) {
            return reply;
        }
        Answer answer = answered.answer();
        return answer.findings().tellsOf().stream()
                .flatMap(id -> flows.get().stream().filter(flow -> flow.id().equals(id)))
                .filter(flow -> answer.answering().stream().anyMatch(quote -> reliesOn(flow, quote)))
                .findFirst()
                .<Reply>map(flow -> new Reply.Answered(answer, Optional.of(flow.title())))
                .orElse(reply);
    }

    private static boolean reliesOn(Flow flow, Quote quote) {
        return flow.policy().equals(quote.policy().id())
                && flow.cites().stream()
                        .anyMatch(cited ->
                                cited.address().equals(quote.clause().ref().address()));
    }

    private List<String> names(Flow flow) {
        List<String> names = new ArrayList<>();
        names.add(flow.title());
        names.add(flow.id());
        Answer.Concern.ofFlow(flow.id())
                .ifPresent(concern -> names.add(phrases.urgent(concern).report()));
        return names;
    }
}
