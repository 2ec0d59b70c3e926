package org.clausebot.chat.web.view;

import java.util.List;
import org.clausebot.chat.Contact;
import org.clausebot.chat.Phrases;

/** Whom to tell. */
public record ReportView(Frame frame, Phrases.Report words, List<Contact> contacts) {}
