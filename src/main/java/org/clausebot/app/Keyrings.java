package org.clausebot.app;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.clausebot.backup.BackupException;
import org.clausebot.seal.KeyException;
import org.clausebot.seal.KeyRing;
import org.clausebot.seal.KeySettings;
import org.clausebot.seal.PrivateFiles;
import org.clausebot.storage.SqliteStorage;
import org.clausebot.storage.StorageException;

/** The keys of a data folder, for the commands and the server. */
final class Keyrings {
    private Keyrings() {}

    /** Work with keys, backups and databases. */
    @FunctionalInterface
    interface Work<T> {
        T done() throws IOException, KeyException, BackupException, SettingsException, RefusedException;
    }

    static KeySettings settings(Config config) {
        return new KeySettings(
                config.keys().masterKey(), config.keys().serviceToken().value());
    }

    static Path folder(Config config) {
        return config.data().resolve("keys");
    }

    /** Where the number and hash of the audit log's last row stand, outside the database. */
    static Path auditHead(Config config) {
        return folder(config).resolve("audit.head");
    }

    /** Whether anything was ever sealed with keys of this folder. */
    static boolean hasKeys(Config config) {
        return Files.exists(folder(config).resolve("fingerprint.key"));
    }

    /** Opens the keys, made on first use; never made anew where {@code storage} holds what others sealed. */
    static KeyRing open(Config config, SqliteStorage storage) throws IOException, KeyException {
        return KeyRing.open(
                settings(config),
                folder(config),
                () -> !storage.wrappedKeys().after("", 1).isEmpty());
    }

    /** What went wrong, in words for the person who typed the command. */
    static <T> T refusing(Work<T> work) throws RefusedException {
        try {
            return work.done();
        } catch (KeyException | BackupException | SettingsException | StorageException e) {
            throw new RefusedException(e);
        } catch (IOException e) {
            throw new RefusedException("A file could not be read or written: " + e.getMessage() + " ("
                    + e.getClass().getSimpleName() + "). Check the disk and the rights of the folder.");
        }
    }

    /** The first line of a file that only its owner can read. */
    static String passphrase(Path file) throws IOException, KeyException, RefusedException {
        if (!Files.isRegularFile(file)) {
            throw new RefusedException("There is no file " + file
                    + ". Write the passphrase into it as its only line; the file must be readable by you alone.");
        }
        PrivateFiles.requirePrivate(file, "a passphrase");
        try (var lines = Files.newBufferedReader(file)) {
            String first = lines.readLine();
            return first == null ? "" : first.strip();
        } catch (MalformedInputException e) {
            throw new RefusedException(file + " is no text; its first line should be the passphrase.");
        }
    }
}
