package org.clausebot.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.slack.api.model.view.View;
import com.slack.api.util.json.GsonFactory;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clausebot.chat.slack.Delivered.Member;
import org.clausebot.chat.slack.Delivered.Place;
import org.clausebot.chat.slack.block.BlockKitLimits;
import org.clausebot.chat.slack.block.SlackMessage;

/** A workspace in memory: what was said, where and to whom, in order. Whatever Slack would refuse fails the test. */
final class RecordingWorkspace implements Workspace {
    private static final Gson JSON = GsonFactory.createSnakeCase();

    final List<Spoken> spoken = new ArrayList<>();
    final List<View> homes = new ArrayList<>();
    final List<View> windows = new ArrayList<>();
    final Map<Member, Kind> kinds = new HashMap<>();
    final Map<Member, String> mails = new HashMap<>();
    final Set<Member> gone = new HashSet<>();
    boolean windowsOpen = true;
    Reached reached = Reached.SAID;
    Optional<URI> link = Optional.of(URI.create("https://oakfield.slack.example/archives/C1/p1700000000000100"));

    enum How {
        DIRECT,
        OPENLY,
        ONLY_TO,
        RESPOND,
        REPLACE
    }

    /**
     * A message.
     *
     * @param at empty for direct messages and answers to a press
     * @param ts its number in this workspace, or that of the one that it takes the place of
     */
    record Spoken(How how, Member to, Place at, String ts, SlackMessage message) {
        /** All that anybody could read in it, and what its buttons carry. */
        String json() {
            return message.text() + "\n" + JSON.toJson(message.blocks());
        }

        /** Whether the person alone sees it, in the direct message. */
        boolean isDirect() {
            return how == How.DIRECT || (how != How.RESPOND && at.room() == Delivered.Room.DIRECT);
        }
    }

    private void speak(How how, Member to, Place at, List<SlackMessage> messages) {
        for (SlackMessage message : messages) {
            assertThat(BlockKitLimits.violations(message)).isEmpty();
            spoken.add(new Spoken(how, to, at, Integer.toString(spoken.size() + 1), message));
        }
    }

    @Override
    public void direct(Member to, List<SlackMessage> messages) {
        speak(How.DIRECT, to, new Place(Delivered.Room.DIRECT, "D-" + to.user(), ""), messages);
    }

    @Override
    public Reached reach(Member to, List<SlackMessage> messages) {
        if (gone.contains(to)) {
            return Reached.REFUSED;
        }
        if (reached == Reached.SAID) {
            direct(to, messages);
        }
        return reached;
    }

    @Override
    public void openly(Member asker, Place at, List<SlackMessage> messages) {
        speak(How.OPENLY, asker, at, messages);
    }

    @Override
    public void onlyTo(Member to, Place at, List<SlackMessage> messages) {
        speak(How.ONLY_TO, to, at, messages);
    }

    @Override
    public void respond(Member to, String respond, List<SlackMessage> messages, boolean instead) {
        speak(How.RESPOND, to, new Place(Delivered.Room.CHANNEL, respond, ""), messages);
    }

    @Override
    public void replace(Member by, Place at, String ts, SlackMessage message) {
        assertThat(BlockKitLimits.violations(message)).isEmpty();
        spoken.add(new Spoken(How.REPLACE, by, at, ts, message));
    }

    @Override
    public void home(Member of, View view) {
        assertThat(BlockKitLimits.violations(view)).isEmpty();
        homes.add(view);
    }

    @Override
    public boolean window(Member of, String trigger, View view) {
        assertThat(BlockKitLimits.violations(view)).isEmpty();
        if (windowsOpen) {
            windows.add(view);
        }
        return windowsOpen;
    }

    @Override
    public Optional<URI> link(Member by, Place at, String ts) {
        return link;
    }

    @Override
    public Kind kind(Member member) {
        return kinds.getOrDefault(member, Kind.STAFF);
    }

    @Override
    public Optional<String> mail(Member member) {
        return Optional.ofNullable(mails.get(member));
    }

    @Override
    public Optional<Member> member(Member place, String mail) {
        return mails.entrySet().stream()
                .filter(known -> known.getValue().equals(mail))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** What was said in direct messages, replacements aside. */
    List<Spoken> direct() {
        return spoken.stream()
                .filter(s -> s.isDirect() && s.how() != How.REPLACE)
                .toList();
    }

    /** What was said anywhere else: openly, or to one person where others are near. */
    List<Spoken> elsewhere() {
        return spoken.stream().filter(s -> !s.isDirect()).toList();
    }

    List<Spoken> how(How how) {
        return spoken.stream().filter(s -> s.how() == how).toList();
    }

    static String words(List<Spoken> messages) {
        StringBuilder words = new StringBuilder();
        messages.forEach(m -> words.append(m.json()).append('\n'));
        return words.toString();
    }
}
