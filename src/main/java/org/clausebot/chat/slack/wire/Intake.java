package org.clausebot.chat.slack.wire;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Map;
import org.clausebot.chat.inbox.Answers;
import org.clausebot.chat.inbox.Arrival;
import org.clausebot.chat.inbox.Inbox;
import org.clausebot.chat.inbox.Lanes;
import org.clausebot.chat.inbox.NotKeptException;
import org.clausebot.chat.slack.Delivered;
import org.clausebot.chat.slack.Delivered.Member;
import org.clausebot.chat.slack.SlackChat;

/** Takes what Slack delivers, and hands it over when it is its turn and all is known that only Slack knows. */
final class Intake {
    private final Ports ports;
    private final SlackChat chat;
    private final BoltWorkspace workspace;
    private final Completion completion;
    private final Inbox<Delivered> inbox;
    private final Answers<Delivered, Map<String, String>> windows;

    /** What it works with. */
    record Parts(
            Ports ports,
            SlackChat chat,
            BoltWorkspace workspace,
            Completion completion,
            Lanes lanes,
            MeterRegistry meters,
            Clock clock,
            Tuning tuning) {}

    Intake(Parts parts) {
        this.ports = parts.ports();
        this.chat = parts.chat();
        this.workspace = parts.workspace();
        this.completion = parts.completion();
        this.inbox = new Inbox<>(
                "slack",
                new Inbox.Parts(
                        ports.deliveries(),
                        ports.vault(),
                        parts.lanes(),
                        parts.meters(),
                        parts.clock(),
                        parts.tuning().pause()),
                new DeliveredForm(),
                new Work(),
                workspace.outbox());
        this.windows = new Answers<>(inbox, parts.tuning().window());
    }

    /** Takes it and returns; the work is done later. What came before is left alone. */
    void take(Arrival<Delivered> arrival) {
        inbox.take(arrival);
    }

    /**
     * Takes a window that was sent off, and waits for what is wrong with it.
     *
     * @param block shows a mistake of ours
     * @return what is wrong, by block id; empty to close it
     */
    Map<String, String> submit(Arrival<Delivered> arrival, String block) {
        return windows.ask(arrival, new WindowWork(block));
    }

    /** Works on what was taken and not done when the program last stopped, in the order in which it came. */
    void resume() {
        inbox.resume();
    }

    /** It could not be kept, and must not be acknowledged. */
    NotKeptException notKept(RuntimeException e) {
        inbox.notKept(e);
        return new NotKeptException("slack");
    }

    private final class Work implements Inbox.Work<Delivered> {
        @Override
        public String lane(Delivered delivered) {
            Member member = delivered.by();
            return (member.enterprise().isEmpty() ? member.team() : member.enterprise()) + "/" + member.user();
        }

        @Override
        public void of(Delivered delivered) {
            if (isSchools(delivered.by())) {
                chat.on(completion.of(delivered));
            } else {
                refuse(delivered);
            }
        }

        @Override
        public void resumed(Delivered delivered) {
            // Nobody waits for a window any more: what is wrong with it is said in the direct message. Of a workspace
            // that belongs to no school, a window is not spoken of.
            boolean closed = delivered instanceof Delivered.Window window && !isSchools(window.by());
            if (!closed) {
                of(delivered);
            }
        }

        @Override
        public void added(Delivered delivered) {
            chat.added(delivered);
        }

        @Override
        public void failed(Delivered delivered) {
            workspace.direct(delivered.by(), ports.failed());
        }
    }

    private final class WindowWork implements Answers.Work<Delivered, Map<String, String>> {
        private final String block;

        WindowWork(String block) {
            this.block = block;
        }

        @Override
        public Map<String, String> of(Delivered delivered) {
            return isSchools(delivered.by()) ? chat.submitted((Delivered.Window) delivered) : Map.of();
        }

        @Override
        public Map<String, String> meanwhile() {
            return Map.of();
        }

        @Override
        public Map<String, String> failed() {
            return Map.of(block, ports.failed().getFirst().text());
        }

        @Override
        public boolean isTaken(Map<String, String> wrong) {
            return wrong.isEmpty();
        }

        @Override
        public void late(Delivered delivered, Map<String, String> wrong) {
            if (!wrong.isEmpty()) {
                // The window is closed by now: what is wrong is said in the direct message.
                chat.on(delivered);
            }
        }
    }

    private boolean isSchools(Member member) {
        return ports.schools().apply(member).isPresent();
    }

    private void refuse(Delivered delivered) {
        inbox.count("no-school");
        switch (delivered) {
            case Delivered.Command command ->
                workspace.respond(command.by(), command.respond(), ports.noSchool(), false);
            case Delivered.Pressed pressed ->
                workspace.respond(pressed.by(), pressed.respond(), ports.noSchool(), false);
            case Delivered.Said said -> workspace.onlyTo(said.by(), said.at(), ports.noSchool());
            case Delivered.Shortcut shortcut -> workspace.direct(shortcut.by(), ports.noSchool());
            case Delivered.Window window -> workspace.direct(window.by(), ports.noSchool());
            // Opening a page asks for nothing.
            case Delivered.HomeOpened home -> {}
        }
    }
}
