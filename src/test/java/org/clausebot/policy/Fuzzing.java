package org.clausebot.policy;

import java.util.Optional;

/** What the fuzz tests of the readers share. */
final class Fuzzing {
    /** How long each target is fuzzed in {@code ./verify}. */
    static final String TIME = "10s";

    private Fuzzing() {}

    /** Reads as far as a policy, so that the structurer and the check of every quotation are fuzzed too. */
    static void readOrRefuse(DocumentReader reader, byte[] bytes) {
        try {
            PolicyId id = new PolicyId("fuzzed");
            Structure structure = Structurer.structure(id, reader.read(bytes));
            new Policy(
                    new PolicyDetails(
                            id, "Fuzzed", "1", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                    structure.document(),
                    structure.sections(),
                    structure.clauses(),
                    structure.setAside());
        } catch (UnreadableDocumentException refused) {
            String message = refused.getMessage();
            if (message == null || message.isBlank()) {
                throw new IllegalStateException("A refusal says why", refused);
            }
        }
    }
}
