package org.clausebot.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/** What a failure to send means, and says. A server's own words are left out: they repeat addresses. */
final class Failures {
    /** "Sign in first" in its forms, and "I am closing": about us and the server, not about one receiver (RFC 4954, 5321). */
    private static final Set<Integer> NOT_ABOUT_THE_RECEIVER = Set.of(421, 454, 530, 534, 535, 538);

    private Failures() {}

    static Delivery of(MessagingException failure, MailSettings settings) {
        if (!(failure instanceof NoConnectionException)) {
            for (Throwable at = failure; at != null; at = next(at)) {
                switch (at) {
                    case SMTPAddressFailedException receiver -> {
                        return byCode(receiver.getReturnCode());
                    }
                    case SMTPSenderFailedException sender -> {
                        return bySender(sender.getReturnCode());
                    }
                    case SMTPSendFailedException sending
                    when sending.getReturnCode() > 0 && next(sending) == null -> {
                        return sending.getCommand().startsWith("MAIL")
                                ? bySender(sending.getReturnCode())
                                : byCode(sending.getReturnCode());
                    }
                    default -> {}
                }
            }
        }
        return new Delivery.Down(words(failure, settings));
    }

    private static Delivery byCode(int code) {
        if (NOT_ABOUT_THE_RECEIVER.contains(code)) {
            return new Delivery.Down("it takes nothing from us (" + code + ")");
        }
        return switch (code / 100) {
            case 4 -> new Delivery.Later("it has put the mail off (" + code + ")");
            case 5 -> new Delivery.Refused("it has refused the mail (" + code + ")");
            default -> new Delivery.Down("it broke off");
        };
    }

    private static Delivery bySender(int code) {
        return new Delivery.Down(sender(code));
    }

    /**
     * What a server means that does not take the sender.
     *
     * @param code below 0 when it did not answer
     */
    static String sender(int code) {
        return switch (code) {
            case 530, 534, 535, 538 ->
                "it wants to be signed in to first (" + code + "); set mail.user and mail.password";
            case -1 -> "it broke off";
            default ->
                code / 100 == 5
                        ? "it takes no mail from the address mail.from (" + code + ")"
                        : "it takes no mail at the moment (" + code + ")";
        };
    }

    static String words(MessagingException failure, MailSettings settings) {
        for (Throwable at = failure; at != null; at = next(at)) {
            switch (at) {
                case AuthenticationFailedException e -> {
                    return "it does not accept mail.user and mail.password";
                }
                case UnknownHostException e -> {
                    return "no machine has its name; look at mail.host";
                }
                case SocketTimeoutException e -> {
                    return "it does not answer in time";
                }
                case SSLException e -> {
                    return certificate(settings);
                }
                case GeneralSecurityException e -> {
                    return certificate(settings);
                }
                case ConnectException e -> {
                    return "nothing answers there; look at mail.host and mail.port, and at the firewall";
                }
                case NoRouteToHostException e -> {
                    return "there is no way to it through the network";
                }
                case MessagingException e
                when String.valueOf(e.getMessage()).contains("STARTTLS") -> {
                    return "it offers no STARTTLS; set mail.security to tls, or mend the server";
                }
                default -> {}
            }
        }
        return failure instanceof NoConnectionException ? "it turns us away or breaks off" : "it broke off";
    }

    private static String certificate(MailSettings settings) {
        return "its certificate is not trusted, has run out or is not for " + settings.host()
                + ", or it speaks no TLS 1.2 there; nothing was told to it";
    }

    private static @Nullable Throwable next(Throwable at) {
        if (at instanceof MessagingException mail && mail.getNextException() != null) {
            return mail.getNextException();
        }
        return at.getCause();
    }
}
