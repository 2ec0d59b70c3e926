package org.clausebot.desk.signin;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clausebot.school.Receiver;

/** What a password must be, its argon2id hash (19 MiB, 2 passes, as the staff's passphrase has), and its check. */
final class Passwords {
    static final int LEAST = 12;
    static final int MOST = 256;
    private static final String LIST = "/desk/common-passwords.txt";
    private static final Argon2Function ARGON2 = Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);

    private final Set<String> common = readList();
    /** Each check takes the hash's memory; a crowd of guesses must not take it many times over. */
    private final Semaphore checks = new Semaphore(2);

    /** Why {@code password} will not do, in words for its owner; empty when it will. */
    Optional<String> problem(String password, Receiver owner) {
        String plain = normal(password).toLowerCase(Locale.ROOT);
        int length = password.codePointCount(0, password.length());
        if (length < LEAST || length > MOST) {
            return Optional.of("Use " + LEAST + " characters or more. Three or four words that do not belong together"
                    + " are easy to remember.");
        }
        if (namesOf(owner).anyMatch(plain::contains)) {
            return Optional.of(
                    "Leave your name and your e-mail address out of it: they are the first that people try.");
        }
        String stem = plain.replaceAll("[\\p{Punct}\\d\\s]+$", "");
        if (common.contains(plain)
                || common.contains(stem)
                || plain.chars().distinct().count() < 5) {
            return Optional.of("That is one of the passwords that people try first. Choose words of your own.");
        }
        return Optional.empty();
    }

    String hash(String password) {
        return guarded(() ->
                Password.hash(normal(password)).addRandomSalt(16).with(ARGON2).getResult());
    }

    /** Takes as long whether it is right or not. */
    boolean isRight(String password, String hash) {
        String tried = password.length() > MOST * 4 ? "" : normal(password);
        return guarded(() -> Password.check(tried.isEmpty() ? " " : tried, hash).with(ARGON2));
    }

    private <T> T guarded(Supplier<T> work) {
        checks.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            checks.release();
        }
    }

    /** The same password, whatever keyboard it was typed on. */
    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    private static Stream<String> namesOf(Receiver owner) {
        String mailbox = owner.email().substring(0, owner.email().indexOf('@'));
        return Stream.concat(Stream.of(mailbox), Stream.of(owner.name().split("[^\\p{L}]+", -1)))
                .map(part -> part.toLowerCase(Locale.ROOT))
                .filter(part -> part.length() >= 3);
    }

    private static Set<String> readList() {
        try (InputStream in = Passwords.class.getResourceAsStream(LIST)) {
            if (in == null) {
                throw new IllegalStateException("The program lacks its file " + LIST);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
