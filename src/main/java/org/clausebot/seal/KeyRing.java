package org.clausebot.seal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * All keys of a data folder: the way to a {@link Vault} and a {@link Signer}. In the folder of keys are
 *
 * <ul>
 *   <li>{@code master.key}: the master key, unless settings put it elsewhere; {@code master.sealed} when a key service
 *       wraps it
 *   <li>{@code fingerprint.key}: the key of fingerprints, wrapped; it also tells the right master key from a wrong one
 *   <li>{@code receipts.key}, {@code receipts.pub}: the key that signs receipts, wrapped; all public keys
 * </ul>
 */
public final class KeyRing {
    private final KeyPlace place;
    private final Path keys;
    private final LiveMaster master;
    private final Vault vault;
    private final Signer signer;

    private KeyRing(KeyPlace place, Path keys, LiveMaster master, Vault vault, Signer signer) {
        this.place = place;
        this.keys = keys;
        this.master = master;
        this.vault = vault;
        this.signer = signer;
    }

    /**
     * Opens the keys, and makes those that are missing as long as nothing was sealed with them.
     *
     * @param keys the folder {@code keys} in the data folder, made if there is none
     * @param somethingSealed whether the database holds anything sealed; asked only when a key is missing
     * @throws KeyException when a key is missing, damaged, open to others or not the right one
     * @throws IOException when a file cannot be read or made
     */
    @SuppressWarnings("try") // held, not used
    public static KeyRing open(KeySettings settings, Path keys, BooleanSupplier somethingSealed)
            throws IOException, KeyException {
        KeyPlace place = KeyPlace.of(settings, keys);
        try (KeysLock held = KeysLock.hold(keys)) {
            makeMissing(place, keys, somethingSealed);
            LiveMaster master = new LiveMaster(place);
            MasterKey key = master.newest();
            Vault vault = new TinkVault(master, KeyCheck.open(keys, key));
            return new KeyRing(place, keys, master, vault, ReceiptKeys.openOrMake(keys, key));
        }
    }

    private static void makeMissing(KeyPlace place, Path keys, BooleanSupplier somethingSealed)
            throws IOException, KeyException {
        boolean check = Files.exists(KeyCheck.file(keys));
        if (check && Files.exists(place.file())) {
            return;
        }
        if (!Files.exists(place.file())) {
            if (check || somethingSealed.getAsBoolean()) {
                throw new KeyException("The master key is missing: it should be at " + place
                        + ". Put it back from where you keep a copy; what is sealed opens with it alone");
            }
            if (!place.makesFirst()) {
                // Its own message says how to make one.
                place.load();
            }
            place.store(MasterKey.make());
        } else if (somethingSealed.getAsBoolean()) {
            throw new KeyException(KeyCheck.file(keys) + " is missing, and the database holds what was sealed with it."
                    + " Put it back from a backup");
        }
        KeyCheck.make(keys, place.load());
    }

    /**
     * Makes a new master key in {@code file}, for its owner only.
     *
     * @throws KeyException when there is something at {@code file} already
     */
    public static void make(Path file) throws IOException, KeyException {
        Path folder = PrivateFiles.folderOf(file);
        PrivateFiles.makeFolderIfMissing(folder);
        try {
            // Takes the name, so that of two at the same time one is refused.
            Files.createFile(file, PrivateFiles.ownerOnly(folder));
        } catch (java.nio.file.FileAlreadyExistsException e) {
            throw new KeyException(file + " is there already and was left as it is; name another file", e);
        }
        KeyFiles.writeMaster(file, MasterKey.make());
    }

    public Vault vault() {
        return vault;
    }

    public Signer signer() {
        return signer;
    }

    /** The names of the master keys, that which wraps now first; a name tells nothing of the key. */
    public Set<String> names() {
        return master.newest().names();
    }

    /** Where the master key is, in words. */
    public String place() {
        return place.toString();
    }

    /**
     * Gives the data folder a new master key and a new key for receipts and wraps everything anew; the former master key
     * is kept until {@link #retire}. One that was interrupted is finished instead. The server may run meanwhile.
     */
    @SuppressWarnings("try") // held, not used
    public Rotation.Outcome rotate(WrappedKeys wrapped) throws IOException, KeyException {
        try (KeysLock held = KeysLock.hold(keys)) {
            return new Rotation(place, keys, wrapped).rotate();
        }
    }

    /**
     * Drops former master keys once nothing is wrapped by them. No server may use the data folder meanwhile: the caller
     * sees to that.
     *
     * @throws KeyException when something is still wrapped by one and cannot be wrapped anew; nothing is dropped then
     */
    @SuppressWarnings("try") // held, not used
    public Rotation.Outcome retire(WrappedKeys wrapped) throws IOException, KeyException {
        try (KeysLock held = KeysLock.hold(keys)) {
            return new Rotation(place, keys, wrapped).retire();
        }
    }

    /** The master key for a backup, opened by the passphrase alone; 12 characters or more. */
    public byte[] export(String passphrase) throws KeyException {
        return PassphraseBox.close(master.newest().bytes(), passphrase);
    }
}
