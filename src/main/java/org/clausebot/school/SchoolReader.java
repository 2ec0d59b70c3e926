package org.clausebot.school;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clausebot.datafile.DataFileException;
import org.clausebot.datafile.Suggestion;
import org.clausebot.datafile.YamlNode;
import org.clausebot.policy.SchoolId;

/** Reads editions of a school's settings, and refuses what could send a report to the wrong person. */
final class SchoolReader {
    /** The codes of numbers outside the school that flows may name. */
    static final List<String> NUMBERS =
            List.of("lado", "police", "childrens-services", "human-resources", "support-line");

    private static final List<String> ROLES =
            Arrays.stream(Role.values()).map(Role::code).toList();

    /** What schools call the roles, and its code here. */
    private static final Map<String, Role> ALSO = Map.ofEntries(
            Map.entry("head", Role.HEADTEACHER),
            Map.entry("principal", Role.HEADTEACHER),
            Map.entry("dsl", Role.SAFEGUARDING_LEAD),
            Map.entry("designated-safeguarding-lead", Role.SAFEGUARDING_LEAD),
            Map.entry("ddsl", Role.DEPUTY_SAFEGUARDING_LEAD),
            Map.entry("deputy-dsl", Role.DEPUTY_SAFEGUARDING_LEAD),
            Map.entry("deputy-designated-safeguarding-lead", Role.DEPUTY_SAFEGUARDING_LEAD),
            Map.entry("chair", Role.CHAIR_OF_GOVERNORS),
            Map.entry("chair-of-trustees", Role.CHAIR_OF_GOVERNORS),
            Map.entry("online-safety-coordinator", Role.ONLINE_SAFETY_LEAD),
            Map.entry("slt", Role.SENIOR_LEADER),
            Map.entry("senior-leadership-team", Role.SENIOR_LEADER),
            Map.entry("hr", Role.HUMAN_RESOURCES),
            Map.entry("deputy-owner", Role.DEPUTY_POLICY_OWNER));

    private static final int LONGEST = 120;

    private SchoolReader() {}

    static List<School> editions(YamlNode root) throws DataFileException {
        root.only("editions");
        List<School> editions = new ArrayList<>();
        for (YamlNode node : root.get("editions").list()) {
            School edition = edition(node);
            if (!editions.isEmpty() && !editions.getLast().from().isBefore(edition.from())) {
                throw node.get("from")
                        .error("this edition begins on " + edition.from() + ", not after the one above it ("
                                + editions.getLast().from() + "); put the oldest first, each on a day of its own");
            }
            editions.add(edition);
        }
        if (editions.isEmpty()) {
            throw root.get("editions").error("there is no edition here; `./clausebot school example` prints one");
        }
        return editions;
    }

    private static School edition(YamlNode node) throws DataFileException {
        node.only("from", "name", "schools", "people", "numbers", "guidance", "hours");
        Map<Boolean, List<Receiver>> people =
                people(node.get("people")).stream().collect(Collectors.partitioningBy(School::receives));
        return new School(
                SchoolId.DEFAULT,
                words(node, "name"),
                day(node.get("from")),
                people.getOrDefault(true, List.of()),
                people.getOrDefault(false, List.of()),
                numbers(node),
                guidance(node.optional("guidance")),
                HoursReader.hours(node.get("hours")),
                TrustReader.trust(
                        node,
                        words(node, "name"),
                        people.values().stream().flatMap(List::stream).toList()));
    }

    private static List<Receiver> people(YamlNode node) throws DataFileException {
        List<Receiver> people = new ArrayList<>();
        Map<String, String> names = new HashMap<>();
        Map<String, String> addresses = new HashMap<>();
        Map<String, String> members = new HashMap<>();
        for (Map.Entry<String, YamlNode> entry : node.map().entrySet()) {
            YamlNode at = entry.getValue();
            Receiver person = person(entry.getKey(), at);
            String namesake = names.put(plain(person.name()), person.id());
            if (namesake != null) {
                throw at.error("\"" + namesake + "\" and \"" + person.id() + "\" have the same name. Name one person"
                        + " once, with all their roles, so that what is about them cannot reach them in another role;"
                        + " tell two people of one name apart by an initial");
            }
            String sharer = addresses.put(person.email().toLowerCase(Locale.ROOT), person.id());
            if (sharer != null) {
                throw at.get("email")
                        .error("\"" + sharer + "\" and \"" + person.id() + "\" share an e-mail address. Give each an"
                                + " address that nobody else reads: one of them may be what the other is told about");
            }
            unshared(at, person, "slack", "member id in Slack", person.slack(), members);
            unshared(at, person, "teams", "object id", person.teams(), members);
            people.add(person);
        }
        if (people.stream().noneMatch(School::receives)) {
            throw node.error("nobody is named here; name at least the headteacher");
        }
        return people;
    }

    /** Two people must not be told as one. */
    private static void unshared(
            YamlNode at, Receiver person, String key, String what, String value, Map<String, String> before)
            throws DataFileException {
        String other = value.isEmpty() ? null : before.put(value, person.id());
        if (other != null) {
            throw at.get(key)
                    .error("\"" + other + "\" and \"" + person.id() + "\" have the same " + what + ". Give each their"
                            + " own: one of them may be what the other is told about");
        }
    }

    private static Receiver person(String id, YamlNode node) throws DataFileException {
        if (!id.matches("[a-z0-9][a-z0-9-]{0,39}")) {
            throw node.error("\"" + id + "\" cannot be an id; write small letters, digits and hyphens, 40 at most, such"
                    + " as jane-smith");
        }
        // What stands under schools is read with those of the edition.
        node.only("name", "email", "phone", "roles", "schools", "slack", "teams");
        String email = node.get("email").text().strip();
        if (!Contactable.email(email)) {
            throw node.get("email")
                    .error("\"" + email + "\" is no e-mail address; write one such as head@school.example");
        }
        Optional<YamlNode> phone = node.optional("phone");
        String number = phone.isPresent() ? phone.get().text().strip() : "";
        if (!number.isEmpty() && !Contactable.telephone(number)) {
            throw phone.get().error(noNumber(number) + ", or \"\" for none");
        }
        return new Receiver(id, words(node, "name"), email, number, roles(node.get("roles")), slack(node), teams(node));
    }

    private static String slack(YamlNode person) throws DataFileException {
        Optional<YamlNode> node = person.optional("slack");
        String member = node.isPresent() ? node.get().text().strip() : "";
        if (!member.isEmpty() && !Receiver.isMember(member)) {
            throw node.get()
                    .error("\"" + member + "\" is no member id of Slack; in Slack open the person's profile, press the"
                            + " three dots and \"Copy member ID\": it looks like U024BE7LH. Or write \"\" for none");
        }
        return member;
    }

    private static String teams(YamlNode person) throws DataFileException {
        Optional<YamlNode> node = person.optional("teams");
        String object = node.isPresent() ? node.get().text().strip().toLowerCase(Locale.ROOT) : "";
        if (!object.isEmpty() && !Receiver.isObject(object)) {
            throw node.get()
                    .error("\"" + object + "\" is no object id of Entra; in Entra open Users and the person, and copy"
                            + " \"Object ID\": it looks like 0a1b2c3d-0a1b-2c3d-4e5f-0a1b2c3d4e5f. Or write \"\" for"
                            + " none");
        }
        return object;
    }

    private static Set<Role> roles(YamlNode node) throws DataFileException {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (YamlNode item : node.list()) {
            String code = item.text().strip();
            Optional<Role> role = Role.of(code);
            if (role.isEmpty()) {
                String hint = meant(code)
                        .map(near -> "; did you mean \"" + near + "\"?")
                        .orElse("; known here: " + String.join(", ", ROLES));
                throw item.error("unknown role \"" + code + "\"" + hint);
            }
            if (!roles.add(role.get())) {
                throw item.error("\"" + code + "\" stands twice; keep one of them");
            }
        }
        if (roles.isEmpty()) {
            throw node.error("a person here needs a role: " + String.join(", ", ROLES));
        }
        return roles;
    }

    private static Optional<String> meant(String code) {
        String small = code.toLowerCase(Locale.ROOT).replaceAll("[\\s_]+", "-");
        Role called = ALSO.get(small);
        return called != null ? Optional.of(called.code()) : Suggestion.of(small, ROLES);
    }

    private static Map<String, School.Telephone> numbers(YamlNode edition) throws DataFileException {
        Map<String, School.Telephone> numbers = new LinkedHashMap<>();
        Optional<YamlNode> node = edition.optional("numbers");
        if (node.isPresent()) {
            node.get().only(NUMBERS.toArray(String[]::new));
            for (Map.Entry<String, YamlNode> entry : node.get().map().entrySet()) {
                numbers.put(entry.getKey(), number(entry.getKey(), entry.getValue()));
            }
        }
        if (!numbers.containsKey("lado")) {
            throw node.orElse(edition).error(NO_LADO);
        }
        return numbers;
    }

    private static final String NO_LADO = "the number of the local authority designated officer (LADO) is missing;"
            + " write it under numbers as lado: {name: …, phone: …, checked: 2026-09-01}. Your council's safeguarding"
            + " pages have it";

    private static School.Telephone number(String code, YamlNode node) throws DataFileException {
        node.only("name", "phone", "checked");
        String phone = node.get("phone").text().strip();
        boolean lado = code.equals("lado");
        if (lado && phone.isEmpty()) {
            throw node.get("phone").error(NO_LADO);
        }
        if (!Contactable.telephone(phone) && (lado || !Contactable.service(phone))) {
            throw node.get("phone").error(noNumber(phone));
        }
        return new School.Telephone(words(node, "name"), phone, day(node.get("checked")));
    }

    private static String noNumber(String phone) {
        return "\"" + phone + "\" cannot be rung in the UK; write the number with its area code, such as 01632 960010";
    }

    private static Map<String, School.Guidance> guidance(Optional<YamlNode> node) throws DataFileException {
        Map<String, School.Guidance> guidance = new LinkedHashMap<>();
        if (node.isEmpty()) {
            return guidance;
        }
        for (Map.Entry<String, YamlNode> entry : node.get().map().entrySet()) {
            YamlNode at = entry.getValue();
            if (!entry.getKey().matches("[a-z0-9][a-z0-9-]{0,39}")) {
                throw at.error(
                        "\"" + entry.getKey() + "\" cannot name guidance; write small letters, digits and hyphens");
            }
            at.only("title", "edition", "checked");
            guidance.put(
                    entry.getKey(),
                    new School.Guidance(words(at, "title"), words(at, "edition"), day(at.get("checked"))));
        }
        return guidance;
    }

    /** One line of words: nothing that could break a mail's head or a page's row. */
    private static String words(YamlNode parent, String key) throws DataFileException {
        return words(parent.get(key), "\"" + key + "\"", LONGEST);
    }

    /** @param what is to be written there, as an error names it */
    static String words(YamlNode node, String what, int longest) throws DataFileException {
        String words = node.text().strip();
        if (words.isEmpty()) {
            throw node.error(what + " is empty; write it out");
        }
        if (words.length() > longest || words.codePoints().anyMatch(Character::isISOControl)) {
            throw node.error(what + " must be one line of " + longest + " characters at most");
        }
        return words;
    }

    static LocalDate day(YamlNode node) throws DataFileException {
        return day(node, node.text());
    }

    static LocalDate day(YamlNode node, String words) throws DataFileException {
        try {
            return LocalDate.parse(words.strip());
        } catch (DateTimeException e) {
            throw node.error("\"" + words + "\" is no day; write it as 2026-09-01", e);
        }
    }

    static boolean sameName(String one, String other) {
        return plain(one).equals(plain(other));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.UK).replaceAll("[^\\p{L}]+", " ").strip();
    }
}
