package org.clausebot.app;

import java.util.ArrayList;
import java.util.List;

/** What reporters say, from the first words to the last. */
final class Talks {
    /** About the headteacher and the safeguarding lead; only the last word is missing. */
    static final List<String> ABOUT_BOTH = List.of(
            "Report a concern about an adult",
            "headteacher, safeguarding-lead",
            "no",
            "Zebedee Quillfeather",
            "I saw or heard it myself",
            "no",
            "He rang a child at home in the evening",
            "yesterday about 4",
            "The school gate",
            "Lily May, Year 4",
            "skip",
            "skip",
            "skip",
            "+telephone-bill.txt The number of the child, three times",
            "done",
            "Sam Jones",
            "yes");

    static final List<String> PUPIL = pupil("no", "+message.txt hi miss", "done");
    static final List<String> PUPIL_WITHOUT_FILE = pupil("no", "skip");
    static final List<String> PUPIL_TO_BOTH = pupil("no", "+hello.txt hello again", "done");
    static final List<String> PUPIL_TO_HEAD = pupil("safeguarding-lead", "+hello.txt hello again", "done");

    static final List<String> DECLARATION = List.of(
            "Declare a link with a pupil outside school",
            "no",
            "It is new",
            "Sam Jones",
            "Lily May, Year 4",
            "We are related",
            "I am her aunt",
            "1 September",
            "In person, By phone or text",
            "no",
            "skip",
            "yes",
            "yes");

    private Talks() {}

    private static List<String> pupil(String about, String... files) {
        List<String> said = new ArrayList<>(List.of(
                "Report contact from a pupil",
                "No, I am not worried",
                about,
                "Ben Carter, Year 5",
                "On social media",
                "yesterday about 4",
                "hi miss its ben, why dont you answer the telephone",
                "no",
                "skip"));
        said.addAll(List.of(files));
        said.addAll(List.of("Sam Jones", "yes", "yes"));
        return said;
    }
}
