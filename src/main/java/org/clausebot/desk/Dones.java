package org.clausebot.desk;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.clausebot.http.Session;
import org.clausebot.incident.Cases.Viewer;

/**
 * Remembers for an hour which forms have been done, so that a button pressed twice does its work once. Keeps a hash of
 * what was sent, never the words.
 */
final class Dones {
    private static final Duration LIFE = Duration.ofHours(1);
    private static final int MOST = 10_000;

    private final SecureRandom random = new SecureRandom();
    private final Cache<Key, Slot> done;
    private final Cache<Told, String> words;

    Dones(Clock clock) {
        this.done = cache(clock);
        this.words = cache(clock);
    }

    private record Key(Viewer viewer, String address, String hash) {}

    private record Told(Viewer viewer, String once) {}

    /** What one form did. The second of two presses waits here for the first. */
    private static final class Slot {
        private final ReentrantLock lock = new ReentrantLock();
        private Optional<String> filled = Optional.empty();

        Optional<String> fill(Supplier<Optional<String>> work) {
            lock.lock();
            try {
                if (filled.isEmpty()) {
                    filled = work.get();
                }
                return filled;
            } finally {
                lock.unlock();
            }
        }
    }

    private static <K, V> Cache<K, V> cache(Clock clock) {
        return Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(LIFE)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    /** Names one showing of a form. */
    String next() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * Does {@code work} unless the very same form was done before.
     *
     * @param address which form of which case
     * @param work gives the words that confirm it; empty when nothing was done, and it may then be tried again
     * @return whether it is done, now or before
     */
    boolean once(Visit visit, String address, Supplier<Optional<String>> work) {
        Key key = new Key(visit.viewer(), address, hash(visit.request().form()));
        Optional<String> confirmed = done.get(key, k -> new Slot()).fill(work);
        confirmed.ifPresent(c -> words.put(new Told(visit.viewer(), visit.field("once")), c));
        return confirmed.isPresent();
    }

    /** What was done by the form shown as {@code once}; empty when nothing was. */
    String words(Viewer viewer, String once) {
        return Optional.ofNullable(words.getIfPresent(new Told(viewer, once))).orElse("");
    }

    private static String hash(Map<String, String> form) {
        Map<String, String> sent = new TreeMap<>(form);
        sent.remove(Session.CSRF_FIELD);
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            sent.forEach((name, value) -> {
                add(digest, name);
                add(digest, value);
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** With its length, so that no two forms run into the same bytes. */
    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }
}
