package org.clausebot.chat;

import java.util.Arrays;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.clausebot.incident.Reporter;

/** A lock for each person, shared by few: as many as there may be people at once, and no more. */
final class Locks {
    private static final int SIZE = 256;

    private final Lock[] locks = new Lock[SIZE];

    Locks() {
        Arrays.setAll(locks, i -> new ReentrantLock());
    }

    Lock of(Reporter who) {
        return locks[Math.floorMod(who.hashCode(), SIZE)];
    }
}
