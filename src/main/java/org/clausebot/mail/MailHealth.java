package org.clausebot.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.clausebot.school.Receiver;
import org.clausebot.school.School;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the mail server is, by asking it on a timetable of its own. Nothing here comes from a notice: whoever sees it, even
 * the person a report is about, learns only of the server.
 */
final class MailHealth {
    private static final Logger LOG = LoggerFactory.getLogger(MailHealth.class);
    private static final Duration BETWEEN_PROBES = Duration.ofMinutes(10);
    private static final Duration BETWEEN_ADDRESSES = Duration.ofHours(24);
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMMM 'at' HH:mm", Locale.UK);

    private final Smtp smtp;
    private final MailSettings settings;
    private Instant next = Instant.MIN;
    private Instant nextAddresses = Instant.MIN;
    private Set<String> asked = Set.of();
    private Instant failingSince = Instant.MIN;
    private Optional<String> wrong = Optional.empty();
    private List<String> refused = List.of();

    MailHealth(Smtp smtp, MailSettings settings) {
        this.smtp = smtp;
        this.settings = settings;
    }

    /**
     * What became known.
     *
     * @param recovered it was failing and is well again
     * @param taken addresses that it says it takes; empty when it was not asked
     */
    record News(boolean recovered, Set<String> taken) {
        static final News NONE = new News(false, Set.of());
    }

    /** Asks the server, if it is time to. */
    News probe(Optional<School> school, Instant now) {
        List<String> addresses = addresses(school, now);
        synchronized (this) {
            if (now.isBefore(next) && (addresses.isEmpty() || failing())) {
                return News.NONE;
            }
            next = now.plus(BETWEEN_PROBES);
        }
        Smtp.Probe probe = smtp.probe(addresses);
        return note(probe, addresses, now);
    }

    /** Once a day, and when they have changed, it is asked about everybody's address. */
    private synchronized List<String> addresses(Optional<School> school, Instant now) {
        List<String> all = school.stream()
                .flatMap(s -> s.people().stream().map(Receiver::email))
                .toList();
        return now.isBefore(nextAddresses) && asked.equals(new HashSet<>(all)) ? List.of() : all;
    }

    private synchronized News note(Smtp.Probe probe, List<String> addresses, Instant now) {
        boolean was = failing();
        if (probe.wrong().isPresent() && !was) {
            failingSince = now;
            LOG.warn("The mail server fails: {}", probe.wrong().get());
        }
        wrong = probe.wrong();
        if (was && !failing()) {
            LOG.info("The mail server works again");
        }
        // Not asked again before tomorrow: a server may take many such questions amiss.
        if (!addresses.isEmpty() && !failing()) {
            nextAddresses = now.plus(BETWEEN_ADDRESSES);
            asked = Set.copyOf(addresses);
        }
        if (addresses.isEmpty() || failing()) {
            return new News(was && !failing(), Set.of());
        }
        refused = probe.refused();
        Set<String> taken = new HashSet<>(addresses);
        refused.forEach(taken::remove);
        return new News(was, taken);
    }

    synchronized boolean failing() {
        return wrong.isPresent();
    }

    /** What stops notices, in words for the desk; empty when nothing does. */
    synchronized List<String> lines(Optional<School> school) {
        List<String> lines = new ArrayList<>();
        wrong.ifPresent(why -> lines.add("Mail has not worked since " + since(school) + ": the mail server "
                + settings.host() + ":" + settings.port() + " fails, because " + why
                + ". Nobody is told by mail that there is something to read, so please look here yourself; what is waiting"
                + " is sent once the server works again."));
        List<String> names = school.stream()
                .flatMap(s -> s.people().stream())
                .filter(person -> refused.contains(person.email()))
                .map(Receiver::name)
                .toList();
        if (!names.isEmpty()) {
            lines.add("The mail server refuses the address of " + String.join(", ", names)
                    + ", who therefore gets no notices. Whoever looks after Clausebot can mend it in school.yaml.");
        }
        return List.copyOf(lines);
    }

    private String since(Optional<School> school) {
        ZoneId zone = school.map(s -> s.hours().zone()).orElse(ZoneId.of("Europe/London"));
        return WHEN.format(failingSince.atZone(zone));
    }
}
