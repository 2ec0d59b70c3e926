package org.clausebot.chat.web.view;

import java.util.List;
import org.clausebot.chat.Contact;
import org.clausebot.chat.Phrases;

/**
 * Whom to tell.
 *
 * @param about names what is to be reported; empty when nothing was chosen
 */
public record ReportView(Frame frame, Phrases.Report words, String about, List<Contact> contacts) {}
