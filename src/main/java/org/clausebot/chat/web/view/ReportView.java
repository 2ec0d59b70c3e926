package org.clausebot.chat.web.view;

import java.util.List;
import org.clausebot.chat.Contact;
import org.clausebot.chat.Phrases;

/**
 * Reports to make, whom to tell, and the way back to a report.
 *
 * @param about names what is to be reported; empty when nothing was chosen
 * @param nothingSent said first
 * @param menu the reports; none or one
 * @param comeBack the box for a code; none or one
 */
public record ReportView(
        Frame frame,
        Phrases.Report words,
        String about,
        String nothingSent,
        List<Contact> contacts,
        String menuTitle,
        List<Part> menu,
        String comeBackTitle,
        String comeBackHelp,
        List<Part> comeBack) {}
