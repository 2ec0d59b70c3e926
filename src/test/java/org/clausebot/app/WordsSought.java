package org.clausebot.app;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Looks for words in files, however they may be written there. */
final class WordsSought {
    /** So many bytes of a sign are looked up at each place of a file; each sign has more. */
    private static final int BEGINNING = 4;

    private record Sign(String word, String how, String bytes) {
        boolean standsIn(byte[] file, int at, boolean anyCapitals) {
            for (int i = 0; i < bytes.length(); i++) {
                if (at + i >= file.length || bytes.charAt(i) != read(file[at + i], anyCapitals)) {
                    return false;
                }
            }
            return true;
        }
    }

    private final Map<Integer, List<Sign>> exact = new HashMap<>();
    private final Map<Integer, List<Sign>> inAnyCapitals = new HashMap<>();

    WordsSought(Collection<String> words) {
        for (String word : words) {
            for (Charset charset : List.of(UTF_8, UTF_16LE, UTF_16BE)) {
                String bytes = new String(word.getBytes(charset), ISO_8859_1);
                String hex = HexFormat.of().formatHex(word.getBytes(charset));
                add(inAnyCapitals, new Sign(word, charset.name(), bytes.toLowerCase(Locale.ROOT)));
                add(inAnyCapitals, new Sign(word, "hexadecimal " + charset.name(), hex));
                for (int offset = 0; offset < 3; offset++) {
                    inBase64(word, charset, offset);
                }
            }
        }
    }

    /** The part of the base64 text that is the same whatever stands around the word, at one of three places. */
    private void inBase64(String word, Charset charset, int offset) {
        byte[] bytes = word.getBytes(charset);
        byte[] shifted = new byte[offset + bytes.length];
        System.arraycopy(bytes, 0, shifted, offset, bytes.length);
        String text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        int from = (offset * 8 + 5) / 6;
        int to = shifted.length * 8 / 6;
        String same = text.substring(from, to);
        add(exact, new Sign(word, "base64 " + charset.name(), same));
        add(
                exact,
                new Sign(
                        word,
                        "base64url " + charset.name(),
                        same.replace('+', '-').replace('/', '_')));
    }

    private static void add(Map<Integer, List<Sign>> signs, Sign sign) {
        int beginning = 0;
        for (int i = 0; i < BEGINNING; i++) {
            beginning = beginning << 8 | sign.bytes().charAt(i);
        }
        signs.computeIfAbsent(beginning, b -> new ArrayList<>()).add(sign);
    }

    private static int read(byte b, boolean anyCapitals) {
        return anyCapitals && b >= 'A' && b <= 'Z' ? b + ('a' - 'A') : b & 0xFF;
    }

    /**
     * Everywhere that a word stands, in the files below {@code folder} and in what is zipped in them.
     *
     * @param except names of files that are not looked into
     */
    List<String> in(Path folder, Collection<String> except) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!except.contains(String.valueOf(file.getFileName()))) {
                    look(folder.relativize(file).toString(), Files.readAllBytes(file), except, found);
                }
            }
        }
        return found;
    }

    List<String> in(String place, String text) throws IOException {
        List<String> found = new ArrayList<>();
        look(place, text.getBytes(UTF_8), List.of(), found);
        return found;
    }

    private void look(String place, byte[] bytes, Collection<String> except, List<String> found) throws IOException {
        Set<String> here = new TreeSet<>();
        scan(bytes, exact, false, here);
        scan(bytes, inAnyCapitals, true, here);
        // A file's name tells as much.
        scan(place.getBytes(UTF_8), inAnyCapitals, true, here);
        here.forEach(what -> found.add(what + " in " + place));
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!except.contains(entry.getName())) {
                    look(place + "!" + entry.getName(), zip.readAllBytes(), except, found);
                }
            }
        }
    }

    private static void scan(byte[] bytes, Map<Integer, List<Sign>> signs, boolean anyCapitals, Set<String> found) {
        BitSet beginnings = new BitSet(1 << 16);
        signs.keySet().forEach(beginning -> beginnings.set(beginning >>> 16));
        int window = 0;
        for (int i = 0; i < bytes.length; i++) {
            window = window << 8 | read(bytes[i], anyCapitals);
            int at = i - BEGINNING + 1;
            if (at >= 0 && beginnings.get(window >>> 16)) {
                for (Sign sign : signs.getOrDefault(window, List.of())) {
                    if (sign.standsIn(bytes, at, anyCapitals)) {
                        found.add(sign.word() + " as " + sign.how());
                    }
                }
            }
        }
    }
}
