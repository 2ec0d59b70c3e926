package org.clausebot.chat.teams.card;

import java.net.URI;
import java.util.List;
import org.clausebot.chat.talk.Press;

/** What a receiver is told: that there is something to read, and where. It is the same for every kind of report. */
public final class DeskNotice {
    private DeskNotice() {}

    /** @param desk the address at which receivers open the case desk */
    public static List<TeamsMessage> of(URI desk, TeamsWords words) {
        return saying(words.say(TeamsPhrase.DESK_NOTICE, "desk", desk.toString()), desk, words);
    }

    /** What somebody who keeps the policies is told when one is to be reviewed; of no report. */
    public static List<TeamsMessage> review(URI desk, TeamsWords words) {
        return saying(words.say(TeamsPhrase.DESK_REVIEW, "desk", desk.toString()), desk, words);
    }

    private static List<TeamsMessage> saying(String said, URI desk, TeamsWords words) {
        Sheet sheet = new Sheet(words);
        sheet.add(Kit.says(said));
        sheet.add(sheet.presses(List.of(Press.opening(words.say(TeamsPhrase.ON_THE_WEB), desk.toString()))));
        return sheet.messages(said);
    }
}
