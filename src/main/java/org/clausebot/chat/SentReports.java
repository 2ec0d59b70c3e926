package org.clausebot.chat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clausebot.incident.Reporter;
import org.clausebot.incident.Reporting;
import org.clausebot.incident.Reporting.Sent;
import org.clausebot.incident.Status;

/**
 * What a reporter sees with the code of a receipt. Which code somebody looked at last is kept in memory for a short
 * while, so that they can add to it in a channel without forms; never on disk.
 */
final class SentReports {
    private static final Pattern CODE = Pattern.compile("[0-9A-Z]{4}(?:[- ]?[0-9A-Z]{4}){2}");
    private static final Pattern ADD = Pattern.compile("(?is)\\s*add\\s*:(.*)");
    private static final Duration LOOKED_AT = Duration.ofMinutes(15);
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int WRONG_ALLOWED = 8;
    private static final int REMEMBERED = 10_000;
    private static final String TOKEN = "add/";

    private final Reporting reporting;
    private final Phrases phrases;
    private final Supplier<ZoneId> zone;
    private final Cache<Reporter, String> lookedAt;
    private final Cache<Reporter, Integer> wrong;

    SentReports(Reporting reporting, Phrases phrases, Supplier<ZoneId> zone, Clock clock) {
        this.reporting = reporting;
        this.phrases = phrases;
        this.zone = zone;
        this.lookedAt = forgetting(LOOKED_AT, clock).build();
        this.wrong = forgetting(WINDOW, clock).build();
    }

    private static Caffeine<Object, Object> forgetting(Duration after, Clock clock) {
        return Caffeine.newBuilder()
                .expireAfterWrite(after)
                .maximumSize(REMEMBERED)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()));
    }

    /** The code in a message that is nothing else, as receipts write it. */
    static Optional<String> codeIn(String message) {
        String plain = message.strip().toUpperCase(Locale.ROOT);
        if (!CODE.matcher(plain).matches()
                || (!plain.contains("-") && plain.chars().noneMatch(Character::isDigit))) {
            return Optional.empty();
        }
        String bare = plain.replaceAll("[- ]", "");
        return Optional.of(bare.substring(0, 4) + "-" + bare.substring(4, 8) + "-" + bare.substring(8));
    }

    /** Too many wrong codes from this person; nothing is looked up then. */
    Optional<Reply> tooMany(Reporter who) {
        Integer count = wrong.getIfPresent(who);
        return count != null && count >= WRONG_ALLOWED
                ? Optional.of(new Reply.TooManyCodes(WINDOW.toMinutes()))
                : Optional.empty();
    }

    Reply wrong(Reporter who) {
        wrong.asMap().merge(who, 1, Integer::sum);
        return new Reply.NoSuchCode();
    }

    Optional<Reply> open(Reporter who, String code) {
        Optional<Sent> sent = reporting.sent(code);
        sent.ifPresent(found -> lookedAt.put(who, code));
        return sent.map(found -> status(code, found, ""));
    }

    /** What the form below a report sends back. */
    static String token(String code) {
        return TOKEN + code;
    }

    static boolean isToken(String token) {
        return token.startsWith(TOKEN);
    }

    /**
     * The words of a message that adds to the report looked at last; empty when it is no such message. Where none was looked
     * at, or that is forgotten, it is no question to the policy either, for it may tell of a report.
     */
    Optional<Reply> addTyped(Reporter who, String message) {
        Matcher typed = ADD.matcher(message);
        if (!typed.matches()) {
            return Optional.empty();
        }
        String code = lookedAt.getIfPresent(who);
        return Optional.of(
                code == null
                        ? new Reply.Flows(phrases.say(ReportPhrase.ADD_TO_WHICH), true, List.of())
                        : add(who, code, typed.group(1)));
    }

    Reply addPressed(Reporter who, String token, String words) {
        return tooMany(who)
                .orElseGet(() -> codeIn(token.substring(TOKEN.length()))
                        .map(code -> add(who, code, words))
                        .orElseGet(() -> wrong(who)));
    }

    private Reply add(Reporter who, String code, String typed) {
        String words = typed.strip();
        if (words.isEmpty() || words.length() > Reporting.MOST_WORDS) {
            return noting(who, code, words.isEmpty() ? ReportPhrase.ADD_NOTHING : ReportPhrase.ADD_TOO_LONG);
        }
        return noting(who, code, reporting.add(code, words) ? ReportPhrase.ADDED : ReportPhrase.ADD_CLOSED);
    }

    private Reply noting(Reporter who, String code, ReportPhrase note) {
        return reporting
                .sent(code)
                .<Reply>map(sent -> status(code, sent, phrases.say(note)))
                .orElseGet(() -> wrong(who));
    }

    private Reply status(String code, Sent sent, String note) {
        return new Reply.Status(code, sent, note, sent.status() != Status.CLOSED, zone.get());
    }
}
