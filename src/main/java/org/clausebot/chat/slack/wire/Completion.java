package org.clausebot.chat.slack.wire;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.clausebot.chat.slack.Delivered;
import org.clausebot.chat.slack.Delivered.Member;
import org.clausebot.chat.slack.Delivered.Place;
import org.clausebot.chat.slack.Delivered.Room;

/** Finds out what only Slack knows before something delivered is handed over; may wait for Slack. */
final class Completion {
    private final People people;
    private final BoltWorkspace workspace;

    Completion(People people, BoltWorkspace workspace) {
        this.people = people;
        this.workspace = workspace;
    }

    /** @throws SlackUnavailableException when Slack does not say */
    Delivered of(Delivered delivered) {
        // Asked first, so that nothing has been done when Slack cannot say who somebody is, and all can be tried again.
        people.of(delivered.by());
        UnaryOperator<String> names = user -> name(delivered.by(), user);
        return switch (delivered) {
            case Delivered.Said said ->
                new Delivered.Said(said.by(), said.at(), said.ts(), SlackText.typed(said.words(), names), said.files());
            case Delivered.Command command ->
                new Delivered.Command(
                        command.by(),
                        place(command.by(), command.at()),
                        command.command(),
                        SlackText.typed(command.words(), names),
                        command.respond(),
                        command.trigger());
            case Delivered.Shortcut shortcut ->
                new Delivered.Shortcut(
                        shortcut.by(),
                        shortcut.callback(),
                        shortcut.trigger(),
                        shortcut.about()
                                .map(about -> new Delivered.About(
                                        place(shortcut.by(), about.at()),
                                        about.ts(),
                                        SlackText.typed(about.words(), names))));
            case Delivered.Pressed pressed -> pressed;
            case Delivered.Window window -> window;
            case Delivered.HomeOpened home -> home;
        };
    }

    /** A name that was mentioned may be that of the person a report is about: it must not be lost. */
    private String name(Member by, String user) {
        String name = people.of(new Member(by.team(), by.enterprise(), user)).name();
        return name.isEmpty() ? user : name;
    }

    /** A direct message is the bot's own, or one of two other people. */
    private Place place(Member by, Place at) {
        if (!at.channel().startsWith("D")) {
            return at;
        }
        Optional<String> own = workspace.directChannel(by);
        return own.filter(at.channel()::equals).isPresent()
                ? new Place(Room.DIRECT, at.channel(), at.thread())
                : new Place(Room.GROUP, at.channel(), at.thread());
    }
}
