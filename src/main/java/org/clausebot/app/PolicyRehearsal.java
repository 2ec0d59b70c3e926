package org.clausebot.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.clausebot.datafile.DataFileException;
import org.clausebot.insight.MeasuringQuestions;
import org.clausebot.insight.Rehearsal;
import org.clausebot.insight.RehearsalRun;
import org.clausebot.insight.Rehearsed;
import org.clausebot.policy.Policy;
import org.clausebot.policy.SchoolId;

/** Rehearses drafts with what the program has: its answers, its measuring questions and its log. */
final class PolicyRehearsal {
    private final Config config;
    private final Program program;
    private final RehearsalRun run;

    PolicyRehearsal(Config config, Program program, RehearsalRun run) {
        this.config = config;
        this.program = program;
        this.run = run;
    }

    /**
     * Plays a draft against the version in force.
     *
     * @param draft with the id of a policy in force
     * @param more files of questions beside the program's own
     * @param threads how many questions are asked at once
     * @throws RefusedException when there is no such policy, or the draft cannot be indexed
     * @throws java.util.concurrent.CancellationException when {@code progress} ended it
     */
    Rehearsed play(SchoolId school, Policy draft, List<Path> more, int threads, Rehearsal.Progress progress)
            throws RefusedException {
        Policy inForce = program.policies().stream()
                .filter(policy -> policy.id().equals(draft.id()))
                .findFirst()
                .orElseThrow(() -> new RefusedException(
                        "No policy \"" + draft.id() + "\" is in force, so there is nothing to compare with."));
        List<String> measuring = measuring(inForce, more);
        String key = key(draft);
        try (RehearsalStage stage = program.stage(draft)) {
            return run.play(
                    new RehearsalRun.Play(school, new Rehearsal(stage, inForce, draft, threads), inForce, draft, key),
                    measuring,
                    progress);
        }
    }

    private List<String> measuring(Policy inForce, List<Path> more) throws RefusedException {
        try {
            Set<String> questions =
                    new LinkedHashSet<>(MeasuringQuestions.in(config.index().resolve("questions"), inForce));
            for (Path file : more) {
                questions.addAll(MeasuringQuestions.of(file));
            }
            return new ArrayList<>(questions);
        } catch (IOException | DataFileException e) {
            throw new RefusedException(e);
        }
    }

    /** What is in force, what was learnt, and the draft to the letter. */
    private String key(Policy draft) {
        StringBuilder all = new StringBuilder(program.known());
        all.append('\0').append(draft.id()).append('\0').append(draft.details().version());
        draft.clauses()
                .forEach(clause -> all.append('\0')
                        .append(clause.ref().address())
                        .append('\0')
                        .append(String.join("\0", clause.headings()))
                        .append('\0')
                        .append(clause.statement()));
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(all.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
