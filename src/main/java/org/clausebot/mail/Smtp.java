package org.clausebot.mail;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** Talks to one mail server: hands mails over one at a time, and asks how it is. */
final class Smtp {
    private final MailSettings settings;
    private final Session session;

    Smtp(MailSettings settings) {
        this(settings, Timeouts.USUAL, Optional.empty());
    }

    /** @param trust whom to trust instead of the authorities that the JDK knows */
    Smtp(MailSettings settings, Timeouts timeouts, Optional<SSLSocketFactory> trust) {
        this.settings = settings;
        Properties properties = properties(settings, timeouts);
        trust.ifPresent(factory -> properties.put("mail.smtp.ssl.socketFactory", factory));
        this.session = Session.getInstance(properties);
    }

    /**
     * How long to wait for the server.
     *
     * @param answer for each of its answers
     */
    record Timeouts(Duration connect, Duration answer) {
        static final Timeouts USUAL = new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(30));
    }

    private static Properties properties(MailSettings settings, Timeouts timeouts) {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", settings.host());
        properties.put("mail.smtp.port", Integer.toString(settings.port()));
        properties.put(
                "mail.smtp.connectiontimeout", Long.toString(timeouts.connect().toMillis()));
        properties.put("mail.smtp.timeout", Long.toString(timeouts.answer().toMillis()));
        properties.put("mail.smtp.writetimeout", Long.toString(timeouts.answer().toMillis()));
        properties.put("mail.smtp.from", settings.from());
        // Otherwise the machine's own name is looked up, which can take long and is nobody's business.
        properties.put("mail.smtp.localhost", domain(settings.from()));
        properties.put("mail.smtp.auth", Boolean.toString(!settings.user().isEmpty()));
        properties.put("mail.smtp.auth.mechanisms", "PLAIN LOGIN");
        properties.put("mail.smtp.ssl.enable", Boolean.toString(settings.security() == MailSettings.Security.TLS));
        String starttls = Boolean.toString(settings.security() == MailSettings.Security.STARTTLS);
        properties.put("mail.smtp.starttls.enable", starttls);
        properties.put("mail.smtp.starttls.required", starttls);
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
        // What the server says to our goodbye changes nothing, and waiting for it can only hang.
        properties.put("mail.smtp.quitwait", "false");
        return properties;
    }

    static String domain(String address) {
        return address.substring(address.indexOf('@') + 1);
    }

    /**
     * Hands one mail over.
     *
     * @param id the mail's own, the same whenever the same mail is sent again
     */
    Delivery send(String id, MailWords.Letter letter, String to, Instant at) {
        SMTPTransport transport = new SMTPTransport(session, null);
        try {
            PlainMail mail = new PlainMail(session, id, letter, settings.from(), to).dated(at);
            connect(transport);
            transport.sendMessage(mail, new Address[] {new InternetAddress(to, true)});
            return new Delivery.Accepted();
        } catch (MessagingException e) {
            return Failures.of(e, settings);
        } finally {
            close(transport);
        }
    }

    /**
     * Whether mail could leave now: connects, signs in, and names sender and receivers without sending anything.
     *
     * @param addresses whom to ask about; may be empty
     */
    Probe probe(List<String> addresses) {
        SMTPTransport transport = new SMTPTransport(session, null);
        try {
            connect(transport);
            int code = transport.simpleCommand("MAIL FROM:<" + settings.from() + ">");
            if (code / 100 != 2) {
                return failed(Failures.sender(code));
            }
            Map<String, Integer> codes = new LinkedHashMap<>();
            for (String address : addresses) {
                codes.put(address, transport.simpleCommand("RCPT TO:<" + address + ">"));
            }
            if (transport.simpleCommand("RSET") < 0) {
                return failed(Failures.sender(-1));
            }
            return new Probe(
                    Optional.empty(),
                    codes.entrySet().stream()
                            .filter(entry -> entry.getValue() / 100 == 5)
                            .map(Map.Entry::getKey)
                            .toList());
        } catch (MessagingException e) {
            return failed(Failures.words(e, settings));
        } finally {
            close(transport);
        }
    }

    /**
     * How the server is.
     *
     * @param wrong what is wrong, in words that name no receiver
     * @param refused addresses that it does not take
     */
    record Probe(Optional<String> wrong, List<String> refused) {}

    private static Probe failed(String why) {
        return new Probe(Optional.of(why), List.of());
    }

    private void connect(SMTPTransport transport) throws MessagingException {
        try {
            if (settings.user().isEmpty()) {
                transport.connect();
            } else {
                transport.connect(settings.host(), settings.port(), settings.user(), settings.password());
            }
        } catch (AuthenticationFailedException e) {
            throw e;
        } catch (MessagingException e) {
            throw new NoConnectionException(e);
        }
    }

    private static void close(SMTPTransport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            // What came of the mail is known by now; a broken goodbye must not turn "accepted" into "try again".
            return;
        }
    }
}
