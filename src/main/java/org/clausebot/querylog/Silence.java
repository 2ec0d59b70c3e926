package org.clausebot.querylog;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** Those who want nothing taken down. Of those who are known for longer than a session a keyed hash is kept, by itself. */
final class Silence {
    private static final int SESSIONS = 100_000;

    private final LogRows rows;
    private final UnaryOperator<String> keyed;
    private final Set<String> silent = ConcurrentHashMap.newKeySet();
    private final Cache<String, Boolean> passing =
            Caffeine.newBuilder().maximumSize(SESSIONS).build();
    private final Map<String, Boolean> unsaved = new HashMap<>();

    Silence(LogRows rows, UnaryOperator<String> keyed) {
        this.rows = rows;
        this.keyed = keyed;
        silent.addAll(rows.silent());
    }

    boolean holds(Asker who) {
        String hash = hash(who);
        return who.passing() ? passing.getIfPresent(hash) != null : silent.contains(hash);
    }

    /** It counts at once, also where the disk is full: then it is saved later. */
    void turn(Asker who, boolean off) {
        String hash = hash(who);
        if (who.passing()) {
            if (off) {
                passing.put(hash, true);
            } else {
                passing.invalidate(hash);
            }
            return;
        }
        if (off) {
            silent.add(hash);
        } else {
            silent.remove(hash);
        }
        synchronized (unsaved) {
            unsaved.put(hash, off);
        }
        try {
            save();
        } catch (RuntimeException e) {
            // Saved with the next entries.
        }
    }

    void save() {
        synchronized (unsaved) {
            if (!unsaved.isEmpty()) {
                rows.silent(Map.copyOf(unsaved));
                unsaved.clear();
            }
        }
    }

    private String hash(Asker who) {
        return keyed.apply("log off\0" + who.school().value() + "\0" + who.channel() + "\0" + who.person());
    }
}
