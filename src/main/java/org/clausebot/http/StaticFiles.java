package org.clausebot.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Styles, scripts and pictures from the class path, served under names that hold a hash of their content. */
public final class StaticFiles {
    private final Map<String, Response> byName = new ConcurrentHashMap<>();
    private final Class<?> owner;
    private final String folder;

    /**
     * @param owner finds the resources, as {@link Class#getResourceAsStream} does
     * @param folder the address before the file's name, such as {@code /assets/}
     */
    public StaticFiles(Class<?> owner, String folder) {
        this.owner = owner;
        this.folder = folder;
    }

    /**
     * Serves a resource from now on.
     *
     * @param resource an absolute path on the class path
     * @param name what its address begins with
     * @param ending of the address, without a dot
     * @param type its content type
     * @return its address
     */
    public String add(String resource, String name, String ending, String type) {
        byte[] bytes = read(resource);
        String hash = hash(bytes);
        String file = name + "." + hash + "." + ending;
        byName.put(file, Response.forever(type, hash, bytes));
        return folder + file;
    }

    /**
     * As {@link #add}, under an address that stays: for pages that cannot be told a hash.
     *
     * @param file the last part of its address
     */
    public StaticFiles addFixed(String resource, String file, String type) {
        byte[] bytes = read(resource);
        byName.put(file, Response.revalidated(type, hash(bytes), bytes));
        return this;
    }

    /** The file that an address names after the folder. */
    public Optional<Response> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    private byte[] read(String resource) {
        try (InputStream in = owner.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The program lacks its file " + resource);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, 10);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
