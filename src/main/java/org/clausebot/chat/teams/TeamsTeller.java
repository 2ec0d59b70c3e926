package org.clausebot.chat.teams;

import org.clausebot.answer.Answer;
import org.clausebot.chat.awaited.Address;
import org.clausebot.chat.awaited.Teller;
import org.clausebot.chat.awaited.Waiting;
import org.clausebot.chat.teams.Delivered.Person;
import org.clausebot.chat.teams.card.TeamsCards;

/** Tells people in the personal chat that a question they wait for is answered now. */
public final class TeamsTeller implements Teller {
    /** The channel's name in addresses. */
    public static final String CHANNEL = "teams";

    private final TeamsLine line;
    private final TeamsCards cards;

    public TeamsTeller(TeamsLine line, TeamsCards cards) {
        this.line = line;
        this.cards = cards;
    }

    /** Where {@code person} is told something later. */
    public static Address address(Person person) {
        return new Address(CHANNEL, person.tenant(), "", person.object());
    }

    @Override
    public Told tell(Waiting waiting, Answer.Quoted answer) {
        Person person = new Person(waiting.to().place(), waiting.to().person());
        return switch (line.kind(person, TeamsSpot.personal(person).at())) {
            case STAFF, GUEST -> said(person, waiting, answer);
            case STRANGER -> Told.GONE;
        };
    }

    private Told said(Person person, Waiting waiting, Answer.Quoted answer) {
        return switch (line.reach(person, cards.answeredNow(waiting, answer))) {
            case SAID -> Told.TOLD;
            case REFUSED -> Told.GONE;
            case NOT_NOW -> Told.LATER;
        };
    }
}
