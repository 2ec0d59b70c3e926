package org.clausebot.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;

/** A plain mail to one person, with nothing in it that tells who read it, when or where. */
final class PlainMail extends MimeMessage {
    private final String id;

    PlainMail(Session session, String id, MailWords.Letter letter, String from, String to) throws MessagingException {
        super(session);
        this.id = "<" + id + "@" + Smtp.domain(from) + ">";
        setFrom(new InternetAddress(from, true));
        setRecipient(Message.RecipientType.TO, new InternetAddress(to, true));
        setSubject(letter.subject(), StandardCharsets.UTF_8.name());
        setText(letter.body(), StandardCharsets.UTF_8.name());
        // RFC 3834: no holiday notices in answer, please; Exchange has a header of its own for it.
        setHeader("Auto-Submitted", "auto-generated");
        setHeader("X-Auto-Response-Suppress", "All");
    }

    /** The same, written at {@code at}. */
    PlainMail dated(Instant at) throws MessagingException {
        setSentDate(Date.from(at));
        return this;
    }

    /** The library would make a new one each time, from this machine's name. */
    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }
}
