package org.clausebot.app;

import java.util.ArrayList;
import java.util.List;
import org.clausebot.chat.Contact;
import org.clausebot.school.Receiver;
import org.clausebot.school.Role;
import org.clausebot.school.School;

/** Whom to tell, from a school's settings, the one to ring first before the others. */
final class SchoolContacts {
    /** Outside the school, in this order; the support line and HR are for another day. */
    private static final List<String> OUTSIDE = List.of("lado", "childrens-services", "police");

    private SchoolContacts() {}

    static List<Contact> of(School school) {
        List<Contact> contacts = new ArrayList<>();
        people(school, Role.SAFEGUARDING_LEAD, "Designated safeguarding lead (DSL)", contacts);
        people(school, Role.DEPUTY_SAFEGUARDING_LEAD, "Deputy designated safeguarding lead", contacts);
        people(school, Role.HEADTEACHER, "Headteacher", contacts);
        people(school, Role.CHAIR_OF_GOVERNORS, "Chair of governors, if it is about the headteacher", contacts);
        for (String code : OUTSIDE) {
            school.number(code).ifPresent(number -> contacts.add(new Contact(number.name(), "", number.phone())));
        }
        return List.copyOf(contacts);
    }

    private static void people(School school, Role role, String title, List<Contact> contacts) {
        for (Receiver person : school.holding(role)) {
            contacts.add(new Contact(title, person.name(), person.phone()));
        }
    }
}
