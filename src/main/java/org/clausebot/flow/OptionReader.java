package org.clausebot.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.clausebot.datafile.Suggestion;

/** Which of several options a message names. */
final class OptionReader {
    /** Beyond this a message is a story, and no word in it chooses anything. */
    private static final int LONGEST = 80;

    private static final Set<String> NEGATIONS =
            Set.of("not", "no", "never", "neither", "nor", "without", "except", "isn't", "wasn't", "don't", "didn't");

    /**
     * An option and the words that name it, plain.
     *
     * @param id what is kept
     * @param label what is shown
     * @param names of it, with its label and id
     */
    record Named(String id, String label, Set<String> names) {
        Named(String id, String label, List<String> also) {
            this(id, label, names(id, label, also));
        }

        private static Set<String> names(String id, String label, List<String> also) {
            Set<String> names = new LinkedHashSet<>();
            names.add(Plain.of(label));
            names.add(id);
            also.forEach(word -> names.add(Plain.of(word)));
            names.remove("");
            return names;
        }

        Given given() {
            return new Given(id, label);
        }
    }

    private final List<Named> options;

    OptionReader(List<Named> options) {
        this.options = List.copyOf(options);
    }

    static List<Named> named(List<Step.Option> options) {
        return options.stream()
                .map(option -> new Named(option.id(), option.label(), option.also()))
                .toList();
    }

    /** Whether the message is an option's label, id or other word and nothing else. */
    Optional<Named> exact(String message) {
        String plain = Plain.of(message);
        return options.stream().filter(o -> o.names().contains(plain)).findFirst();
    }

    Reading one(String message) {
        Optional<Named> found = exact(message).or(() -> placed(message)).or(() -> within(message));
        if (found.isPresent()) {
            return new Reading.Taken(found.get().given());
        }
        return misspelt(message);
    }

    Reading several(String message) {
        Optional<Named> single = exact(message).or(() -> placed(message));
        if (single.isPresent()) {
            return new Reading.Taken(single.get().given());
        }
        if (Set.of("all", "all of them", "both", "both of them").contains(Plain.of(message))) {
            return new Reading.Taken(joined(options));
        }
        List<Named> chosen = new ArrayList<>();
        for (String part : message.split("[,;&+\n]|(?i)\\band\\b", -1)) {
            if (part.isBlank()) {
                continue;
            }
            Optional<Named> found = exact(part).or(() -> placed(part)).or(() -> within(part));
            if (found.isEmpty()) {
                return misspelt(message);
            }
            if (!chosen.contains(found.get())) {
                chosen.add(found.get());
            }
        }
        return chosen.isEmpty() ? new Reading.Unread("") : new Reading.Taken(joined(inOrder(chosen)));
    }

    private List<Named> inOrder(List<Named> chosen) {
        return options.stream().filter(chosen::contains).toList();
    }

    private static Given joined(List<Named> chosen) {
        return new Given(
                chosen.stream().map(Named::id).collect(Collectors.joining(",")),
                chosen.stream().map(Named::label).collect(Collectors.joining("; ")));
    }

    /** By its place: 2, b, "option 2", "number 2", "b)". */
    private Optional<Named> placed(String message) {
        String place = Plain.of(message).replaceFirst("^(?:option|number|no|answer) (?=\\S+$)", "");
        int at = -1;
        if (place.matches("[1-9][0-9]?")) {
            at = Integer.parseInt(place) - 1;
        } else if (place.matches("[a-z]")) {
            at = place.charAt(0) - 'a';
        }
        return at >= 0 && at < options.size() ? Optional.of(options.get(at)) : Optional.empty();
    }

    /** The only option that is named within the message, or that holds the message within its name. */
    private Optional<Named> within(String message) {
        String plain = Plain.of(message);
        if (plain.length() > LONGEST || plain.length() < 2) {
            return Optional.empty();
        }
        boolean negated = List.of(plain.split(" ")).stream().anyMatch(NEGATIONS::contains);
        List<Named> found = options.stream()
                .filter(o -> o.names().stream()
                        .anyMatch(name -> name.equals(plain)
                                || (plain.length() > 2 && Plain.holds(name, plain))
                                || (!negated && name.length() > 1 && !isCommon(name) && Plain.holds(plain, name))))
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** "Yes" and its like say too little inside a sentence. */
    private static boolean isCommon(String name) {
        return YesNoReader.read(name).isPresent()
                || Set.of("other", "not-sure", "me", "some", "all").contains(name);
    }

    private Reading misspelt(String message) {
        String plain = Plain.of(message);
        Map<String, Named> byName = new HashMap<>();
        options.forEach(o -> o.names().forEach(name -> byName.putIfAbsent(name, o)));
        Optional<String> near = plain.length() < 3
                ? Optional.empty()
                : Suggestion.of(
                        plain,
                        byName.keySet().stream()
                                .sorted()
                                .filter(n -> n.length() > 2)
                                .toList());
        Optional<Named> meant = near.map(byName::get);
        if (meant.isEmpty()) {
            return new Reading.Unread("");
        }
        boolean slip =
                plain.length() > 4 && LevenshteinDistance.getDefaultInstance().apply(plain, near.get()) == 1;
        Given given = meant.get().given();
        return slip ? new Reading.Taken(given) : new Reading.Which(List.of(given));
    }
}
