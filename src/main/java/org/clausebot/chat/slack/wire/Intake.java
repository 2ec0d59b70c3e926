package org.clausebot.chat.slack.wire;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.clausebot.chat.slack.Delivered;
import org.clausebot.chat.slack.Delivered.Member;
import org.clausebot.chat.slack.Deliveries;
import org.clausebot.chat.slack.SlackChat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what arrives: once, on disk and sealed before Slack hears that it was taken, and then handed over, one after the
 * other for each person.
 */
final class Intake {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
    private static final String PLACE = "slack/delivery";
    private static final int MOST_STARTS = 3;
    private static final List<Duration> PATIENCE =
            List.of(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofMinutes(2));

    private final Ports ports;
    private final SlackChat chat;
    private final BoltWorkspace workspace;
    private final Completion completion;
    private final Lanes lanes;
    private final MeterRegistry meters;
    private final Clock clock;
    private final Tuning tuning;
    private final Map<String, CompletableFuture<Map<String, String>>> windows = new ConcurrentHashMap<>();

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
        this.lanes = parts.lanes();
        this.meters = parts.meters();
        this.clock = parts.clock();
        this.tuning = parts.tuning();
    }

    /** Takes it and returns; the work is done later. What came before is left alone. */
    void take(Arrival arrival) {
        List<Deliveries.Name> names = names(arrival);
        String hash = names.getFirst().hash();
        if (!keep(arrival, names)) {
            return;
        }
        Delivered delivered = arrival.delivered();
        lanes.run(lane(delivered.by()), () -> work(hash, delivered));
    }

    /**
     * Takes a window that was sent off, and waits for what is wrong with it.
     *
     * @param block shows a mistake of ours
     * @return what is wrong, by block id; empty to close it
     */
    Map<String, String> submit(Arrival arrival, String block) {
        List<Deliveries.Name> names = names(arrival);
        String hash = names.getFirst().hash();
        CompletableFuture<Map<String, String>> fresh = new CompletableFuture<>();
        CompletableFuture<Map<String, String>> running = windows.putIfAbsent(hash, fresh);
        if (running != null) {
            return answer(running);
        }
        boolean begun = false;
        try {
            if (!keep(arrival, names)) {
                return Map.of();
            }
            Delivered.Window window = (Delivered.Window) arrival.delivered();
            begun = lanes.run(lane(window.by()), () -> {
                try {
                    submitted(hash, window, block, fresh);
                } finally {
                    windows.remove(hash);
                }
            });
            return begun ? answer(fresh) : Map.of();
        } finally {
            if (!begun) {
                fresh.complete(Map.of());
                windows.remove(hash);
            }
        }
    }

    private Map<String, String> answer(CompletableFuture<Map<String, String>> running) {
        try {
            return running.get(tuning.window().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            if (running.complete(Map.of())) {
                count("late");
            }
            return running.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Map.of();
        } catch (ExecutionException e) {
            throw new IllegalStateException("A window's answer is never completed with a fault", e);
        }
    }

    private void submitted(
            String hash, Delivered.Window window, String block, CompletableFuture<Map<String, String>> waiting) {
        Map<String, String> wrong;
        try {
            wrong = isSchools(window.by()) ? chat.submitted(window) : Map.of();
        } catch (RuntimeException e) {
            fault(e);
            wrong = Map.of(block, ports.failed().getFirst().text());
        }
        if (wrong.isEmpty()) {
            ports.deliveries().done(hash);
        } else {
            // Nothing was taken, so the same may be sent again.
            ports.deliveries().again(List.of(hash));
        }
        boolean late = !waiting.complete(wrong);
        if (late && !wrong.isEmpty()) {
            // The window is closed by now: what is wrong is said in the direct message.
            chat.on(window);
        }
    }

    private boolean keep(Arrival arrival, List<Deliveries.Name> names) {
        String hash = names.getFirst().hash();
        byte[] wrapped = ports.vault().newKey(hash);
        byte[] body = ports.vault().seal(wrapped, hash, PLACE, DeliveredForm.write(arrival.delivered()));
        return ports.deliveries().take(names, Optional.of(new Deliveries.Sealed(wrapped, body)), clock.instant());
    }

    private List<Deliveries.Name> names(Arrival arrival) {
        return arrival.names().stream()
                .map(name -> new Deliveries.Name(
                        HexFormat.of().formatHex(ports.vault().fingerprint("slack.delivery", name.id())),
                        name.forThatLong()))
                .toList();
    }

    /** Works on what was taken and not done when the program last stopped, in the order in which it came. */
    void resume() {
        List<Deliveries.Undone> undone = ports.deliveries().undone(MOST_STARTS);
        for (Deliveries.Undone one : undone) {
            Delivered delivered;
            try {
                delivered = DeliveredForm.read(ports.vault()
                        .open(
                                one.sealed().wrapped(),
                                one.hash(),
                                PLACE,
                                one.sealed().body()));
            } catch (RuntimeException e) {
                fault(e);
                continue;
            }
            lanes.run(lane(delivered.by()), () -> resume(one.hash(), delivered));
        }
    }

    private void resume(String hash, Delivered delivered) {
        if (delivered instanceof Delivered.Window window) {
            // Nobody waits for it any more: what is wrong with it is said in the direct message.
            if (!isSchools(window.by()) || chat.submitted(window).isEmpty()) {
                ports.deliveries().done(hash);
                return;
            }
        }
        work(hash, delivered);
    }

    private void work(String hash, Delivered delivered) {
        if (!isSchools(delivered.by())) {
            refuse(delivered);
            ports.deliveries().done(hash);
            return;
        }
        if (handedOver(delivered)) {
            ports.deliveries().done(hash);
        }
    }

    /** False when it must wait for the next start. */
    private boolean handedOver(Delivered delivered) {
        for (int tried = 0; ; tried++) {
            try {
                chat.on(completion.of(delivered));
                return true;
            } catch (SlackUnavailableException e) {
                if (tried == PATIENCE.size() || !waited(PATIENCE.get(tried))) {
                    count("failed");
                    LOG.error("A delivery waits for the next start: Slack does not answer");
                    return false;
                }
            } catch (RuntimeException e) {
                fault(e);
                workspace.direct(delivered.by(), ports.failed());
                return true;
            }
        }
    }

    private boolean waited(Duration time) {
        try {
            tuning.pause().of(time);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean isSchools(Member member) {
        return ports.schools().apply(member).isPresent();
    }

    private void refuse(Delivered delivered) {
        count("no-school");
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

    private void fault(RuntimeException e) {
        count("failed");
        StackTraceElement[] trace = e.getStackTrace();
        // Its message may hold what a person typed.
        LOG.error(
                "A delivery from Slack could not be worked on: {} at {}",
                e.getClass().getName(),
                trace.length == 0 ? "?" : trace[0]);
    }

    /** What goes well is not counted: less the questions, it would tell how many reports there are. */
    void count(String outcome) {
        Counter.builder("clausebot.slack.deliveries")
                .description("What Slack delivered and went wrong")
                .tag("outcome", outcome)
                .register(meters)
                .increment();
    }

    private static String lane(Member member) {
        return (member.enterprise().isEmpty() ? member.team() : member.enterprise()) + "/" + member.user();
    }
}
