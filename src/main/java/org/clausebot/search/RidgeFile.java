package org.clausebot.search;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Keeps what was learnt from examples, so that a start learns nothing again. A damaged file is learnt anew. */
final class RidgeFile {
    private static final String PREFIX = "learnt-";
    private static final int HASH = 32;
    private static final int KEPT = 6;

    private final Path folder;
    private final Path file;

    /** @param fingerprint of all that it is learnt from */
    RidgeFile(Path folder, String fingerprint) {
        this.folder = folder;
        this.file = folder.resolve(PREFIX + fingerprint + ".bin");
    }

    KernelRidge kept(Supplier<KernelRidge> learn) throws IOException {
        if (Files.isRegularFile(file)) {
            byte[] bytes = Files.readAllBytes(file);
            if (isWhole(bytes)) {
                // What is used stays, however much is learnt for a while beside it.
                Files.setLastModifiedTime(file, FileTime.fromMillis(System.currentTimeMillis()));
                return KernelRidge.read(
                        new DataInputStream(new ByteArrayInputStream(bytes, HASH, bytes.length - HASH)));
            }
        }
        KernelRidge learnt = learn.get();
        write(learnt);
        return learnt;
    }

    private static boolean isWhole(byte[] bytes) {
        return bytes.length > HASH
                && Arrays.equals(
                        Arrays.copyOf(bytes, HASH), Hashes.digest(Arrays.copyOfRange(bytes, HASH, bytes.length)));
    }

    private void write(KernelRidge learnt) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        learnt.write(new DataOutputStream(body));
        Path part = Files.createTempFile(folder, PREFIX, ".part");
        try {
            try (var out = Files.newOutputStream(part)) {
                out.write(Hashes.digest(body.toByteArray()));
                body.writeTo(out);
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
        prune();
    }

    private void prune() throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.list(folder)) {
            all = files.filter(f -> f.getFileName().toString().startsWith(PREFIX))
                    .sorted(Comparator.comparingLong((Path f) -> f.toFile().lastModified())
                            .reversed())
                    .toList();
        }
        for (Path old : all.subList(Math.min(KEPT, all.size()), all.size())) {
            Files.deleteIfExists(old);
        }
    }
}
