package org.clausebot.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.clausebot.policy.SchoolId;
import org.clausebot.seal.KeyException;
import org.clausebot.seal.ReceiptText;
import org.clausebot.seal.ReceiptVerifier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "receipt", mixinStandardHelpOptions = true, description = "Verifies receipts of reports.")
final class ReceiptCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run
    private CommandSpec spec;

    static CommandLine with(Surroundings surroundings) {
        return new CommandLine(new ReceiptCommand()).addSubcommand("verify", new Verify(surroundings));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: verify.");
    }

    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description = "Says whether a receipt is genuine, even after the report is gone. Needs no database and no"
                    + " secret key.",
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {"0:genuine", "1:not genuine", "2:not understood, or nothing to verify it with"})
    static final class Verify implements Callable<Integer> {
        private static final int GENUINE = 0;
        private static final int NOT_GENUINE = 1;
        private static final int NOT_UNDERSTOOD = 2;
        private static final int MOST_BYTES = 100_000;

        private final Surroundings surroundings;

        @Mixin
        private final DataOption data = new DataOption();

        @Option(names = "--keys", paramLabel = "FILE", description = "receipts.pub (default: the data folder's)")
        private @Nullable Path keys;

        @Option(names = "--school", paramLabel = "ID", description = "the school's id (default: ${DEFAULT-VALUE})")
        private String school = SchoolId.DEFAULT.value();

        @Parameters(
                arity = "0..*",
                paramLabel = "CODE TIME SIGNATURE",
                description = "the three from the receipt, or its whole text; without any, read from standard input")
        private List<String> words = List.of();

        Verify(Surroundings surroundings) {
            this.surroundings = surroundings;
        }

        @Override
        public Integer call() {
            try {
                Path file = keys == null
                        ? ReceiptVerifier.file(data.folder(surroundings).resolve("keys"))
                        : keys;
                return judge(ReceiptVerifier.of(file), text());
            } catch (KeyException e) {
                return notUnderstood(String.valueOf(e.getMessage()));
            } catch (IOException e) {
                return notUnderstood("The receipt or the public keys cannot be read: " + e.getMessage());
            }
        }

        private String text() throws IOException {
            if (words.isEmpty()) {
                return new String(surroundings.in().readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
            }
            String joined = String.join(" ", words);
            return joined.substring(0, Math.min(MOST_BYTES, joined.length()));
        }

        private int judge(ReceiptVerifier verifier, String text) {
            PastedReceipt receipt =
                    PastedReceipt.read(text, surroundings.clock().getZone());
            if (!receipt.isWhole() || school.isBlank() || school.contains("\n")) {
                return notUnderstood("This is no whole receipt; it lacks " + receipt.lacks()
                        + ". Paste all of it, or give code, time and signature:"
                        + " 7K4Q-MXPD-29TF 2026-11-22T09:00:00Z A signature of 92 characters");
            }
            for (String code : receipt.codes()) {
                for (Instant at : receipt.times()) {
                    for (String signature : receipt.signatures()) {
                        if (verifier.verify(ReceiptText.of(code, at, school), signature)) {
                            surroundings
                                    .out()
                                    .println("Genuine: this installation gave the receipt " + code + " at " + at + ".");
                            return GENUINE;
                        }
                    }
                }
            }
            surroundings
                    .out()
                    .println("Not genuine: no key of this installation signed this code, time and school."
                            + " Check that all three were copied exactly.");
            return NOT_GENUINE;
        }

        private int notUnderstood(String why) {
            surroundings.err().println(why);
            return NOT_UNDERSTOOD;
        }
    }
}
