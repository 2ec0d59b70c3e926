package org.clausebot.chat.slack;

import java.net.URI;
import java.util.Optional;
import org.clausebot.answer.Answer;
import org.clausebot.chat.slack.Delivered.About;
import org.clausebot.chat.slack.Delivered.Shortcut;
import org.clausebot.chat.slack.block.SlackPhrase;
import org.clausebot.chat.talk.Memory;
import org.clausebot.chat.talk.Talk;

/** What comes of shortcuts, whose names stand in the app's manifest. Everything is answered in the direct message. */
public final class Shortcuts {
    /** On a message: its words are asked. */
    public static final String ASK_POLICY = "ask_policy";

    /** On a message: its address is offered to a report, and never its words. */
    public static final String REPORT_MESSAGE = "report_message";

    /** Global: opens a window in which a question is asked; what is answered stands in the direct message. */
    public static final String ASK = "ask";

    /** Global: shows the reports that can be made, or the one that waits. */
    public static final String REPORT = "report";

    private final SlackChannel.Parts parts;
    private final SlackVoice voice;
    private final Memory memory;
    private final Talk<Spot> talk;
    private final Windows windows;

    Shortcuts(SlackChannel.Parts parts, SlackVoice voice, Memory memory, Talk<Spot> talk, Windows windows) {
        this.parts = parts;
        this.voice = voice;
        this.memory = memory;
        this.talk = talk;
        this.windows = windows;
    }

    /** Nothing is done for a name that is not in the manifest. */
    void on(Shortcut shortcut) {
        Spot spot = Spot.direct(shortcut.by());
        switch (shortcut.callback()) {
            case ASK_POLICY -> shortcut.about().ifPresentOrElse(about -> ask(spot, about), () -> greet(spot));
            case ASK -> {
                if (!windows.ask(shortcut.by(), shortcut.trigger())) {
                    greet(spot);
                }
            }
            case REPORT_MESSAGE -> {
                shortcut.about().ifPresent(about -> link(spot, about));
                talk.reports().begin(spot);
            }
            case REPORT -> talk.reports().begin(spot);
            default -> {}
        }
    }

    private void ask(Spot spot, About about) {
        talk.questions().ask(spot, spot.conversation(), about.words());
    }

    private void greet(Spot spot) {
        voice.directly(spot, parts.phrases().smallTalk(Answer.SmallTalk.Kind.GREETING));
    }

    private void link(Spot spot, About about) {
        Optional<URI> link = parts.workspace().link(spot.by(), about.at(), about.ts());
        if (link.isPresent()) {
            memory.link(spot.person(), link.get());
            voice.link(spot);
        } else {
            memory.forgetLink(spot.person());
            voice.directly(spot, SlackPhrase.LINK_NONE);
        }
    }
}
