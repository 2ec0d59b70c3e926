package org.clausebot.seal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/** The keys of a backup that is about to be restored, still in a folder beside the data folder's own. */
public final class StagedKeys {
    private final KeySettings settings;
    private final Path staged;
    private final KeyPlace home;

    private StagedKeys(KeySettings settings, Path staged, KeyPlace home) {
        this.settings = settings;
        this.staged = staged;
        this.home = home;
    }

    /**
     * @param settings those that will be in force after the restore
     * @param keys the folder of keys in the data folder
     * @param staged the folder of keys of the backup
     */
    public static StagedKeys in(KeySettings settings, Path keys, Path staged) throws KeyException {
        return new StagedKeys(
                settings, staged, settings.isService() ? KeyPlace.of(settings, staged) : KeyPlace.of(settings, keys));
    }

    /** Where the master key will be looked for. */
    public String place() {
        return home.toString();
    }

    public boolean hasMaster() {
        return Files.exists(now().file());
    }

    /**
     * Opens the master key that a backup holds and puts it beside the other staged keys.
     *
     * @param locked as {@link KeyRing#export} gave it
     * @throws KeyException when the passphrase is wrong, or another key stands where this one belongs
     */
    public void unlock(byte[] locked, String passphrase) throws IOException, KeyException {
        MasterKey master = master(PassphraseBox.open(locked, passphrase));
        if (home instanceof KeyPlace.AtService service) {
            service.store(master);
            return;
        }
        if (isElsewhere() && Files.exists(home.file()) && !home.load().names().containsAll(master.names())) {
            throw new KeyException(
                    home + " holds another master key than the backup. Move it away first; nothing was" + " changed");
        }
        KeyFiles.writeMaster(stagedMaster(), master);
    }

    /** As {@link Vault#fingerprint}, with the staged keys; refuses a master key that is not the backup's. */
    public byte[] fingerprint(String purpose, String secret) throws IOException, KeyException {
        LiveMaster master = new LiveMaster(now());
        return new TinkVault(master, KeyCheck.open(staged, master.newest())).fingerprint(purpose, secret);
    }

    /** A staged master key that belongs outside the data folder goes there. */
    public void settle() throws IOException, KeyException {
        if (isElsewhere() && Files.exists(stagedMaster())) {
            if (!Files.exists(home.file())) {
                PrivateFiles.makeFolderIfMissing(PrivateFiles.folderOf(home.file()));
                home.store(KeyFiles.readMaster(stagedMaster()));
            }
            Files.delete(stagedMaster());
        }
    }

    private KeyPlace now() {
        return Files.exists(stagedMaster()) ? new KeyPlace.InFile(stagedMaster(), false) : home;
    }

    private boolean isElsewhere() {
        return !settings.isService() && !settings.masterKey().isEmpty();
    }

    private Path stagedMaster() {
        return staged.resolve("master.key");
    }

    private static MasterKey master(byte[] bytes) throws KeyException {
        try {
            return MasterKey.parse(bytes);
        } catch (GeneralSecurityException | RuntimeException e) {
            // No cause: the parser's message may hold a piece of the key.
            throw new KeyException("The key in the backup is damaged; take another backup");
        }
    }
}
