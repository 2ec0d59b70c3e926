package org.clausebot.chat.inbox;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.clausebot.seal.Vault;
import org.jspecify.annotations.Nullable;

/**
 * What is delivered and what is said on account of it, on a real disk, by a program that can end at every moment in
 * between: what it was doing is broken off there, and nothing that runs when a program fails is run.
 */
public final class Mortal<D> {
    private static final String LANE = "one person";
    private static final Duration ALWAYS = Duration.ofDays(1);

    private final Deliveries disk;
    private final Vault vault;
    private final Clock clock;
    private final Doing<D> doing;
    private final List<D> delivered = new ArrayList<>();
    private final List<Runnable> sayings = new ArrayList<>();
    private Moment end = Moment.NEVER;
    private int written;
    private CountDownLatch over = new CountDownLatch(0);
    private boolean dead;
    private Lanes lanes;
    private Inbox<D> inbox;
    private Outbox<Runnable> outbox;

    /** When it ends. */
    public enum Moment {
        NEVER,
        TAKEN,
        WRITTEN_ONCE,
        WRITTEN_TWICE,
        WORKED_ON,
        ANSWER_KEPT,
        SAID
    }

    /** What is done with a delivery. */
    public interface Doing<D> {
        void of(D what);

        /** After the program has ended and was started again. */
        void resumed(D what);

        void added(D what);
    }

    /** Not caught by anything that goes on after a fault. */
    public static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    public Mortal(Deliveries disk, Vault vault, Clock clock, Doing<D> doing) {
        this.disk = disk;
        this.vault = vault;
        this.clock = clock;
        this.doing = doing;
        this.lanes = new Lanes("mortal");
        this.outbox = new Outbox<>(new Numbered(), this::send);
        this.inbox = inbox();
    }

    /** A new process with the same disk, which goes on with what is left there. */
    public void startAgain() throws InterruptedException {
        lanes = new Lanes("mortal");
        outbox = new Outbox<>(new Numbered(), this::send);
        inbox = inbox();
        dead = false;
        over = new CountDownLatch(1);
        inbox.resume();
        await();
    }

    private Inbox<D> inbox() {
        return new Inbox<>(
                "mortal",
                new Inbox.Parts(new Watched(), vault, lanes, new SimpleMeterRegistry(), clock, time -> {}),
                new Codec<>() {
                    @Override
                    public byte[] write(D what) {
                        delivered.add(what);
                        return ByteBuffer.allocate(4).putInt(delivered.size() - 1).array();
                    }

                    @Override
                    public D read(byte[] bytes) {
                        return delivered.get(ByteBuffer.wrap(bytes).getInt());
                    }
                },
                new Inbox.Work<>() {
                    @Override
                    public String lane(D what) {
                        return LANE;
                    }

                    @Override
                    public void of(D what) {
                        end(Moment.TAKEN);
                        doing.of(what);
                    }

                    @Override
                    public void resumed(D what) {
                        doing.resumed(what);
                    }

                    @Override
                    public void added(D what) {
                        doing.added(what);
                    }

                    @Override
                    public void failed(D what) {
                        throw new AssertionError("It could not be worked on");
                    }
                },
                outbox);
    }

    /**
     * Delivers it.
     *
     * @return whether the program ended over it
     */
    public boolean deliver(D what, Moment ending) throws InterruptedException {
        end = ending;
        written = 0;
        over = new CountDownLatch(1);
        inbox.take(new Arrival<>(what, List.of(new Arrival.Name("delivery " + delivered.size(), ALWAYS))));
        await();
        end = Moment.NEVER;
        return dead;
    }

    private void await() throws InterruptedException {
        CountDownLatch waiting = over;
        lanes.run(LANE, waiting::countDown);
        if (!waiting.await(30, TimeUnit.SECONDS)) {
            throw new AssertionError("It was not worked on");
        }
    }

    /** Through which things are said: what gives nothing back is said on account of the delivery that is worked on. */
    public <L> L through(Class<L> port, L said) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (proxy, method, values) -> {
                    if (method.getReturnType() != void.class) {
                        return invoked(() -> method.invoke(said, values));
                    }
                    outbox.say(() -> invoked(() -> method.invoke(said, values)));
                    return null;
                }));
    }

    private interface Call {
        @Nullable Object made() throws ReflectiveOperationException;
    }

    private static @Nullable Object invoked(Call call) {
        try {
            return call.made();
        } catch (InvocationTargetException e) {
            throw new AssertionError(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** To stand around whatever is written of reports. */
    public Runnable writing(Runnable write) {
        return () -> {
            write.run();
            written++;
            if (written == 1) {
                end(Moment.WRITTEN_ONCE);
            } else if (written == 2) {
                end(Moment.WRITTEN_TWICE);
            }
        };
    }

    private void send(Runnable saying, Runnable settled) {
        end(Moment.ANSWER_KEPT);
        saying.run();
        settled.run();
    }

    private void end(Moment here) {
        if (end == here) {
            dead = true;
            over.countDown();
            throw new Killed();
        }
    }

    /** The disk, and the moments before something is written to it. */
    private final class Watched implements Deliveries {
        @Override
        public boolean first(String id, Instant now) {
            return disk.first(id, now);
        }

        @Override
        public boolean take(List<Name> names, Optional<Sealed> sealed, Instant now) {
            return disk.take(names, sealed, now);
        }

        @Override
        public void during(String hash, Runnable work) {
            disk.during(hash, work);
        }

        @Override
        public Before putBack(String hash) {
            return disk.putBack(hash);
        }

        @Override
        public void instead(String hash, Sealed said) {
            end(Moment.WORKED_ON);
            disk.instead(hash, said);
        }

        @Override
        public void done(String hash) {
            end(Moment.WORKED_ON);
            end(Moment.SAID);
            disk.done(hash);
        }

        @Override
        public void again(List<String> hashes) {
            disk.again(hashes);
        }

        @Override
        public List<Undone> undone(int mostTries) {
            return disk.undone(mostTries);
        }

        @Override
        public void forgetBefore(Instant moment) {
            disk.forgetBefore(moment);
        }
    }

    /** What is said, by its number in this test. */
    private final class Numbered implements Codec<List<Runnable>> {
        @Override
        public byte[] write(List<Runnable> what) {
            ByteBuffer bytes = ByteBuffer.allocate(4 * what.size());
            for (Runnable one : what) {
                sayings.add(one);
                bytes.putInt(sayings.size() - 1);
            }
            return bytes.array();
        }

        @Override
        public List<Runnable> read(byte[] bytes) {
            List<Runnable> read = new ArrayList<>();
            for (ByteBuffer rest = ByteBuffer.wrap(bytes); rest.hasRemaining(); ) {
                read.add(sayings.get(rest.getInt()));
            }
            return read;
        }
    }
}
