package org.clausebot.acknowledgement;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.clausebot.policy.PolicyId;

/**
 * A question about a clause, kept as addresses only: its words are the policy's own, taken from it whenever it is put. It
 * is for reading closely, not for marking anybody.
 */
public sealed interface Check {
    /** The clause it is about. */
    String address();

    /**
     * Which of some clauses stands under a heading. All of them are the policy's; the others stand elsewhere in it.
     *
     * @param others addresses of clauses under other headings
     */
    record Place(String address, List<String> others) implements Check {
        public Place {
            others = List.copyOf(others);
            if (others.isEmpty() || others.contains(address)) {
                throw new IllegalArgumentException("A choice needs another clause");
            }
        }
    }

    /** Which word was left out of a clause: how strong it is, and whether it says "not". */
    record Strength(String address) implements Check {}

    /** As it is stored and as forms name it; {@link #parse} reads it. */
    default String code() {
        return switch (this) {
            case Place place -> "place|" + place.address + "|" + String.join("|", place.others);
            case Strength strength -> "strength|" + strength.address;
        };
    }

    /** @throws IllegalArgumentException when it is no question's code */
    static Check parse(String code) {
        List<String> parts = Arrays.asList(code.split("\\|", -1));
        if (parts.size() == 2 && parts.getFirst().equals("strength")) {
            return new Strength(parts.get(1));
        }
        if (parts.size() > 2 && parts.getFirst().equals("place")) {
            return new Place(parts.get(1), parts.subList(2, parts.size()));
        }
        throw new IllegalArgumentException("No question has such a code");
    }

    /** One a line. */
    static String codes(List<Check> checks) {
        return checks.stream().map(Check::code).collect(Collectors.joining("\n"));
    }

    static List<Check> parseAll(String codes) {
        return codes.lines().map(Check::parse).toList();
    }

    /** Which clauses of a policy are asked for most; plain addresses, the most asked first. */
    @FunctionalInterface
    interface MostAsked {
        List<String> of(PolicyId policy);
    }
}
