package org.clausebot.querylog;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clausebot.querylog.Hidden.Kind;

/** Hides in a text whatever may say who it is about or who wrote it. It errs towards hiding. */
public final class Redaction {
    private static final Pattern BETWEEN = Pattern.compile("[\\s.\\p{Cf}-]{0,3}");

    private final NameFinder names;
    private final Supplier<Known> known;

    /**
     * What is known of the school.
     *
     * @param people their names, as they are written
     * @param places the school's own name and others, as they are written
     */
    public record Known(Collection<String> people, Collection<String> places) {
        public static final Known NOTHING = new Known(List.of(), List.of());

        public Known {
            people = List.copyOf(people);
            places = List.copyOf(places);
        }
    }

    /** @param known asked for with each text: it changes while the program runs */
    public Redaction(Supplier<Known> known) {
        this.names = new NameFinder(WordLists.bundled());
        this.known = known;
    }

    /** Knows no school. */
    public static Redaction plain() {
        return new Redaction(() -> Known.NOTHING);
    }

    /** The text with a mark such as {@code [name]} in place of each part that is hidden. */
    public String of(String text) {
        StringBuilder redacted = new StringBuilder();
        int at = 0;
        for (Hidden hidden : hidden(text)) {
            redacted.append(text, at, hidden.from()).append(hidden.kind().mark());
            at = hidden.to();
        }
        return redacted.append(text.substring(at)).toString();
    }

    /** What is hidden of {@code text}, in order; no two overlap, and two of a kind have a word between them. */
    public List<Hidden> hidden(String text) {
        String plain = text.replace('\u0001', ' ');
        List<Hidden> found = new ArrayList<>(ofSchool(plain));
        BitSet taken = taken(found);
        for (Hidden hidden : Patterns.in(masked(plain, taken))) {
            found.add(hidden);
            taken.set(hidden.from(), hidden.to());
        }
        found.addAll(names.in(masked(plain, taken), taken));
        found.sort(Comparator.comparingInt(Hidden::from));
        return joined(plain, found);
    }

    /** People are found by each part of their names: staff say "Jane", "Mrs Smith" and "smithy" alike. */
    private List<Hidden> ofSchool(String text) {
        List<Hidden> found = new ArrayList<>();
        Known now = known.get();
        List<String> wholes = new ArrayList<>(now.places());
        wholes.removeIf(String::isBlank);
        for (String place : wholes) {
            find(text, Pattern.quote(place.strip()), Kind.SCHOOL, found);
        }
        for (String person : now.people()) {
            for (String part : person.split("[^\\p{L}'’]+", -1)) {
                if (part.length() > 1
                        && !part.toLowerCase(Locale.ROOT).matches("of|the|and|de|van|al|mrs?|ms|dr|miss")) {
                    find(text, "\\b" + Pattern.quote(part) + "(?:'?s|y|ie)?\\b", Kind.NAME, found);
                }
            }
        }
        found.sort(Comparator.comparingInt(Hidden::from));
        BitSet taken = new BitSet();
        found.removeIf(hidden -> {
            boolean again = taken.nextSetBit(hidden.from()) >= 0 && taken.nextSetBit(hidden.from()) < hidden.to();
            taken.set(hidden.from(), hidden.to());
            return again;
        });
        return found;
    }

    private static void find(String text, String pattern, Kind kind, List<Hidden> into) {
        Matcher matcher = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(text);
        while (matcher.find()) {
            into.add(new Hidden(matcher.start(), matcher.end(), kind));
        }
    }

    private static BitSet taken(List<Hidden> found) {
        BitSet taken = new BitSet();
        found.forEach(hidden -> taken.set(hidden.from(), hidden.to()));
        return taken;
    }

    private static String masked(String text, BitSet taken) {
        StringBuilder masked = new StringBuilder(text);
        taken.stream().forEach(i -> masked.setCharAt(i, '\u0001'));
        return masked.toString();
    }

    private static List<Hidden> joined(String text, List<Hidden> found) {
        List<Hidden> joined = new ArrayList<>();
        for (Hidden next : found) {
            Hidden last = joined.isEmpty() ? null : joined.getLast();
            if (last != null
                    && last.kind() == next.kind()
                    && BETWEEN.matcher(text.substring(last.to(), next.from())).matches()) {
                joined.set(joined.size() - 1, new Hidden(last.from(), next.to(), next.kind()));
            } else {
                joined.add(next);
            }
        }
        return List.copyOf(joined);
    }
}
