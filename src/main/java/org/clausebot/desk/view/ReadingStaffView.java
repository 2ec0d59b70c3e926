package org.clausebot.desk.view;

import java.util.List;
import org.clausebot.acknowledgement.Person;

/**
 * The list of staff.
 *
 * @param problems what is wrong with the list that was sent
 * @param typed that list, to be mended
 */
public record ReadingStaffView(
        OwnerFrame frame, List<Person> people, List<String> problems, String typed, String said) {
    public ReadingStaffView {
        people = List.copyOf(people);
        problems = List.copyOf(problems);
    }
}
