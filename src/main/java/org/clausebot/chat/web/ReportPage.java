package org.clausebot.chat.web;

import java.util.List;
import org.clausebot.chat.Contact;
import org.clausebot.chat.Phrases;
import org.clausebot.chat.Reply;
import org.clausebot.chat.ReportPhrase;
import org.clausebot.chat.web.view.Frame;
import org.clausebot.chat.web.view.Part;
import org.clausebot.chat.web.view.ReportView;

/** The page on which reports begin. */
final class ReportPage {
    private ReportPage() {}

    static ReportView view(Frame frame, Phrases phrases, String about, Reply.Flows flows, List<Contact> contacts) {
        boolean some = !flows.entries().isEmpty();
        String first = some && flows.sending()
                ? phrases.say(ReportPhrase.OPENING)
                : phrases.report().nothingSent();
        Part.Box box = new Part.Box(
                new Part.Form(frame.csrf(), ""),
                "code",
                phrases.say(ReportPhrase.SENT_CODE),
                Part.Box.Kind.CODE,
                "",
                "",
                phrases.say(ReportPhrase.COME_BACK_BUTTON),
                true);
        return new ReportView(
                frame,
                phrases.report(),
                about,
                first,
                contacts,
                phrases.say(ReportPhrase.CHOOSE),
                some ? List.of(Cards.menu(flows, frame.csrf())) : List.of(),
                phrases.say(ReportPhrase.COME_BACK),
                phrases.say(ReportPhrase.COME_BACK_HELP),
                flows.sending() ? List.of(box) : List.of());
    }
}
