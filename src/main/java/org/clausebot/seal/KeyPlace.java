package org.clausebot.seal;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/** Where the master key is kept. */
sealed interface KeyPlace permits KeyPlace.InFile, KeyPlace.AtService {
    /** The file whose change tells that the key was changed; it is there when there is a key. */
    Path file();

    /** Whether a key is made where there is none: not in a place that somebody chose, where one is surely expected. */
    boolean makesFirst();

    MasterKey load() throws IOException, KeyException;

    /** Puts {@code key} in place of what is there, or leaves that as it is when it fails. */
    void store(MasterKey key) throws IOException, KeyException;

    /** @param keys the folder of keys in the data folder */
    static KeyPlace of(KeySettings settings, Path keys) throws KeyException {
        if (settings.masterKey().isEmpty()) {
            return new InFile(keys.resolve("master.key"), true);
        }
        if (settings.isService()) {
            return new AtService(keys.resolve("master.sealed"), KeyService.at(settings));
        }
        try {
            return new InFile(
                    PrivateFiles.folderOf(keys).resolve(settings.masterKey()).normalize(), false);
        } catch (IllegalArgumentException e) {
            throw new KeyException("reporting.master-key is neither a path nor an address: " + settings.masterKey(), e);
        }
    }

    /** In a file for its owner only: a Tink keyset as JSON. */
    record InFile(Path file, boolean makesFirst) implements KeyPlace {
        @Override
        public MasterKey load() throws IOException, KeyException {
            return KeyFiles.readMaster(file);
        }

        @Override
        public void store(MasterKey key) throws IOException {
            KeyFiles.writeMaster(file, key);
        }

        @Override
        public String toString() {
            return file.toString();
        }
    }

    /** In the data folder, wrapped by a key service that alone can open it. */
    record AtService(Path file, KeyService service) implements KeyPlace {
        @Override
        public boolean makesFirst() {
            return true;
        }

        @Override
        public MasterKey load() throws IOException, KeyException {
            return service.unwrap(SealedFile.read(file, KeyFiles.HOLDS_MASTER));
        }

        @Override
        public void store(MasterKey key) throws IOException, KeyException {
            byte[] wrapped = service.wrap(key);
            SealedFile.write(file, wrapped);
        }

        @Override
        public String toString() {
            return file + ", which the key service at " + address() + " opens";
        }

        private URI address() {
            return service.address();
        }
    }
}
