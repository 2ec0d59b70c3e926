package org.clausebot.policy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was corrected by hand of how one document was read. The document stays as issued: an overlay is applied each time it
 * is read, and {@link Policy} proves of what comes out that every clause is still, letter for letter, a span of it.
 *
 * @param source the SHA-256 of the document it belongs to, 64 hexadecimal digits; to any other it cannot be applied
 * @param details what is said of the policy beside its words
 * @param corrections in the order in which they were made
 */
public record Overlay(String source, Details details, List<Correction> corrections) {
    /** More were never needed; a file with more was not made here. */
    static final int MOST = 2_000;

    public Overlay {
        corrections = List.copyOf(corrections);
        if (!source.matches("[0-9a-f]{64}") || corrections.size() > MOST) {
            throw new IllegalArgumentException(
                    "An overlay names its document and has at most " + MOST + " corrections");
        }
    }

    /**
     * What takes the place of what the document, or whoever imported it, says of it; empty where that stays.
     *
     * @param updated when it was last changed, as it should have been printed
     * @param review when it is to be reviewed, as it should have been printed
     */
    public record Details(
            Optional<String> title,
            Optional<String> school,
            Optional<String> owner,
            Optional<String> updated,
            Optional<String> review) {
        public static final Details NONE =
                new Details(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        boolean isEmpty() {
            return equals(NONE);
        }
    }

    /** Nothing corrected yet in the document of these bytes. */
    public static Overlay none(byte[] document) {
        return new Overlay(Sha256.hex(document), Details.NONE, List.of());
    }

    public boolean isEmpty() {
        return details.isEmpty() && corrections.isEmpty();
    }

    /** The same, and one correction more. */
    public Overlay and(Correction correction) {
        List<Correction> more = new ArrayList<>(corrections);
        more.add(correction);
        return new Overlay(source, details, more);
    }

    /** The same without the last correction. */
    public Overlay withoutLast() {
        return corrections.isEmpty()
                ? this
                : new Overlay(source, details, corrections.subList(0, corrections.size() - 1));
    }

    public Overlay with(Details other) {
        return new Overlay(source, other, corrections);
    }

    /** Eight hexadecimal digits that differ whenever the overlay does; empty for one that corrects nothing. */
    public String mark() {
        return isEmpty()
                ? ""
                : Sha256.hex(OverlayYaml.write(this).getBytes(StandardCharsets.UTF_8))
                        .substring(0, 8);
    }

    /**
     * The policy as it reads with the corrections.
     *
     * @param read the policy without them
     * @throws CorrectionException when one of them does not fit it
     */
    public Policy applyTo(Policy read) throws CorrectionException {
        if (isEmpty()) {
            return read;
        }
        Corrected corrected = new Corrected(read);
        for (Correction correction : corrections) {
            corrected.apply(correction);
        }
        return corrected.policy(details(read.details()));
    }

    private PolicyDetails details(PolicyDetails read) {
        Optional<String> updated = details.updated().or(read::updated);
        String hash = source.substring(0, 8) + "+" + mark();
        return new PolicyDetails(
                read.id(),
                details.title().orElse(read.title()),
                updated.map(date -> date + " (" + hash + ")").orElse(hash),
                details.school().or(read::school),
                details.owner().or(read::owner),
                updated,
                details.review().or(read::review));
    }
}
