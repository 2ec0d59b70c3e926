package org.clausebot.seal;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;

/**
 * Another master key in place of the one of today. In this order, so that an interruption at any point leaves everything
 * readable: the new key is kept beside the old, then the other keys and each record's key are wrapped anew, and only
 * when nothing is wrapped by the old one may it be dropped.
 */
public final class Rotation {
    private static final int BATCH = 500;

    private final KeyPlace place;
    private final Path keys;
    private final WrappedKeys wrapped;

    Rotation(KeyPlace place, Path keys, WrappedKeys wrapped) {
        this.place = place;
        this.keys = keys;
        this.wrapped = wrapped;
    }

    /**
     * What was done.
     *
     * @param finished true when a rotation that had been interrupted was finished and no new key was made
     * @param rewrapped how many records' keys were wrapped anew
     * @param unreadable how many could not be, because they are damaged or their master key is not here
     * @param former how many former master keys are still kept
     */
    public record Outcome(boolean finished, long rewrapped, long unreadable, int former) {}

    Outcome rotate() throws IOException, KeyException {
        MasterKey master = place.load();
        boolean behind = !filesAreWhole(master);
        Counts finishing = rewrapAll(master);
        if (behind || finishing.rewrapped > 0) {
            return new Outcome(true, finishing.rewrapped, finishing.unreadable, master.size() - 1);
        }
        MasterKey renewed = master.withNew();
        place.store(renewed);
        ReceiptKeys.renew(keys, renewed);
        Counts counts = rewrapAll(renewed);
        return new Outcome(false, counts.rewrapped, counts.unreadable, renewed.size() - 1);
    }

    Outcome retire() throws IOException, KeyException {
        MasterKey master = place.load();
        Counts counts = rewrapAll(master);
        if (counts.damaged > 0) {
            throw new KeyException(
                    counts.damaged + " records' keys are damaged and cannot be wrapped anew, so no master key"
                            + " was dropped. Restore the database from a backup, or keep the former keys");
        }
        if (!isWhole(master)) {
            throw new KeyException(
                    "Something was sealed with a former key meanwhile, so no master key was dropped. Stop"
                            + " every server that uses this data folder and run it again");
        }
        int dropped = master.size() - 1;
        if (dropped > 0) {
            place.store(master.withoutFormer());
        }
        return new Outcome(false, counts.rewrapped, counts.unreadable, 0);
    }

    private static final class Counts {
        private long rewrapped;
        private long unreadable;
        private long damaged;
    }

    /** Whether nothing is wrapped by a former key that is still here. */
    private boolean isWhole(MasterKey master) throws IOException, KeyException {
        if (!filesAreWhole(master)) {
            return false;
        }
        String after = "";
        for (List<WrappedKeys.Held> batch = wrapped.after(after, BATCH);
                !batch.isEmpty();
                batch = wrapped.after(after, BATCH)) {
            for (WrappedKeys.Held held : batch) {
                if (master.knows(held.wrappedKey()) && !master.isPrimary(held.wrappedKey())) {
                    return false;
                }
            }
            after = batch.getLast().record();
        }
        return true;
    }

    private boolean filesAreWhole(MasterKey master) throws IOException, KeyException {
        return KeyCheck.isPrimary(KeyCheck.file(keys), master)
                && KeyCheck.isPrimary(ReceiptKeys.privateFile(keys), master);
    }

    private Counts rewrapAll(MasterKey master) throws IOException, KeyException {
        KeyCheck.rewrap(keys, master);
        ReceiptKeys.rewrap(keys, master);
        Counts counts = new Counts();
        String after = "";
        for (List<WrappedKeys.Held> batch = wrapped.after(after, BATCH);
                !batch.isEmpty();
                batch = wrapped.after(after, BATCH)) {
            List<WrappedKeys.Change> changes = new ArrayList<>();
            for (WrappedKeys.Held held : batch) {
                rewrap(held, master, changes, counts);
            }
            if (!changes.isEmpty()) {
                wrapped.replace(changes);
                counts.rewrapped += changes.size();
            }
            after = batch.getLast().record();
        }
        return counts;
    }

    private static void rewrap(
            WrappedKeys.Held held, MasterKey master, List<WrappedKeys.Change> changes, Counts counts) {
        if (master.isPrimary(held.wrappedKey())) {
            return;
        }
        byte[] boundTo = TinkVault.boundTo(held.record());
        try {
            byte[] now = master.wrap(master.unwrap(held.wrappedKey(), boundTo), boundTo);
            changes.add(new WrappedKeys.Change(held.record(), held.wrappedKey(), now));
        } catch (GeneralSecurityException e) {
            counts.unreadable++;
            if (master.knows(held.wrappedKey())) {
                counts.damaged++;
            }
        }
    }
}
