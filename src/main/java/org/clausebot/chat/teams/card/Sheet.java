package org.clausebot.chat.teams.card;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clausebot.chat.talk.Press;

/** What is to be shown, in order; divided into messages at the end. */
final class Sheet {
    /**
     * The most bytes of a message's elements. Teams takes 28 KB in all; what is left is for the card around them, and for
     * the line that says what was pressed.
     */
    static final int MESSAGE = 24 * 1024;

    /** The most bytes of what must stand together, so that there is room for it in any message. */
    static final int GROUP = 10 * 1024;

    /** The most characters on a button: phones cut what is longer. */
    static final int LABEL = 30;

    /** A longer text is no help to those to whom it is read aloud for a button. */
    private static final int TOOLTIP = 200;

    private final TeamsWords words;
    private final List<List<Part>> groups = new ArrayList<>();

    Sheet(TeamsWords words) {
        this.words = words;
    }

    /** Elements that may be parted from each other. */
    void add(List<? extends Part> parts) {
        parts.forEach(part -> groups.add(List.of(part)));
    }

    /** Elements that stand in one message as far as there is room. */
    void together(List<? extends Part> parts) {
        if (!parts.isEmpty()) {
            groups.add(List.copyOf(parts));
        }
    }

    /** Rows of buttons. Where a label is too long for a button, each stands in full above a button of its own. */
    List<Part> presses(List<Press> presses) {
        List<Press> working = presses.stream().filter(Press::works).toList();
        List<Part> parts = new ArrayList<>();
        if (working.stream().anyMatch(p -> p.label().length() > LABEL)) {
            working.forEach(
                    press -> parts.addAll(below(Kit.says(press.label()), press, words.say(TeamsPhrase.CHOOSE_THIS))));
            return parts;
        }
        List<Act> row = new ArrayList<>();
        for (Press press : working) {
            row.add(Act.of(press, press.label(), ""));
            if (row.size() > 1 && CardJson.weight(new Part.ActionSet(row)) > GROUP) {
                Act last = row.removeLast();
                parts.add(new Part.ActionSet(row));
                row.clear();
                row.add(last);
            }
            if (row.size() == Part.ActionSet.MOST) {
                parts.add(new Part.ActionSet(row));
                row.clear();
            }
        }
        if (!row.isEmpty()) {
            parts.add(new Part.ActionSet(row));
        }
        return parts;
    }

    /** Words with a button below them that does what they say. Read aloud alone, it says which it is. */
    static List<Part> below(List<Part> said, Press press, String label) {
        List<Part> parts = new ArrayList<>(said);
        String whole = press.label().length() <= TOOLTIP ? press.label() : "";
        parts.add(new Part.ActionSet(List.of(Act.of(press, label, whole))));
        return parts;
    }

    /** All elements, for dialogs, which are one card. */
    List<Part> parts() {
        return groups.stream().flatMap(List::stream).toList();
    }

    /** As many messages as are needed; {@code notice} is what notifications say. */
    List<TeamsMessage> messages(String notice) {
        List<List<Part>> pages = pages();
        List<TeamsMessage> messages = new ArrayList<>();
        for (List<Part> page : pages) {
            String said = pages.size() == 1
                    ? notice
                    : words.say(TeamsPhrase.NOTICE_PART, "part", Integer.toString(messages.size() + 1))
                            .replace("{parts}", Integer.toString(pages.size()))
                            .replace("{notice}", notice);
            messages.add(message(said, page));
        }
        return List.copyOf(messages);
    }

    TeamsMessage message(String notice, List<Part> page) {
        String instead = notice + " " + words.say(TeamsPhrase.TOO_OLD);
        return new TeamsMessage(notice, Optional.of(CardJson.card(instead, notice, page)));
    }

    private List<List<Part>> pages() {
        Pages pages = new Pages();
        for (List<Part> group : groups) {
            if (!pages.takes(group)) {
                pages.turn();
            }
            for (Part part : group) {
                if (!pages.takes(List.of(part))) {
                    pages.turn();
                }
                pages.put(part);
            }
        }
        pages.turn();
        return pages.done;
    }

    private static final class Pages {
        private final List<List<Part>> done = new ArrayList<>();
        private final List<Part> page = new ArrayList<>();
        private int weight;

        boolean takes(List<Part> parts) {
            return weight + parts.stream().mapToInt(CardJson::weight).sum() <= MESSAGE;
        }

        void put(Part part) {
            page.add(part);
            weight += CardJson.weight(part);
        }

        void turn() {
            if (!page.isEmpty()) {
                done.add(List.copyOf(page));
                page.clear();
                weight = 0;
            }
        }
    }
}
