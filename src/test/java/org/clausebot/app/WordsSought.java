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
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Looks for words in files, however they may be written there. */
final class WordsSought {
    private record Sign(String word, String how, String bytes, boolean anyCapitals) {}

    private final List<Sign> signs = new ArrayList<>();

    WordsSought(Collection<String> words) {
        for (String word : words) {
            for (Charset charset : List.of(UTF_8, UTF_16LE, UTF_16BE)) {
                String bytes = new String(word.getBytes(charset), ISO_8859_1);
                signs.add(new Sign(word, charset.name(), bytes.toLowerCase(Locale.ROOT), true));
                signs.add(new Sign(
                        word, "hexadecimal " + charset.name(), HexFormat.of().formatHex(word.getBytes(charset)), true));
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
        signs.add(new Sign(word, "base64 " + charset.name(), same, false));
        signs.add(new Sign(
                word, "base64url " + charset.name(), same.replace('+', '-').replace('/', '_'), false));
    }

    /** What the program unpacks and builds before anybody reports: large, and never written to afterwards. */
    private static final Set<String> OF_THE_PROGRAM = Set.of("model", "index");

    /**
     * Everywhere that a word stands, in the files below {@code folder} and in what is zipped in them.
     *
     * @param except names of files that are not looked into
     */
    List<String> in(Path folder, Collection<String> except) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !OF_THE_PROGRAM.contains(
                            folder.relativize(file).getName(0).toString()))
                    .toList()) {
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
        String exact = place + "\n" + new String(bytes, ISO_8859_1);
        String small = exact.toLowerCase(Locale.ROOT);
        for (Sign sign : signs) {
            if ((sign.anyCapitals() ? small : exact).contains(sign.bytes())) {
                found.add(sign.word() + " as " + sign.how() + " in " + place);
            }
        }
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!except.contains(entry.getName())) {
                    look(place + "!" + entry.getName(), zip.readAllBytes(), except, found);
                }
            }
        }
    }
}
