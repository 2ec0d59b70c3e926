package org.clausebot.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clausebot.flow.Context;
import org.clausebot.flow.Conversation;
import org.clausebot.flow.Flow;
import org.clausebot.flow.FlowEngine;
import org.clausebot.flow.Given;
import org.clausebot.flow.Routing;
import org.clausebot.flow.Turn;
import org.clausebot.policy.Policy;
import org.clausebot.school.Receiver;
import org.clausebot.school.Role;
import org.clausebot.school.School;

/** A flow played in the terminal. It lives in memory only. */
final class Rehearsal {
    private final Surroundings surroundings;
    private final PrintWriter out;
    private final Flow flow;
    private final Optional<Policy> policy;
    private final Optional<School> school;

    Rehearsal(Surroundings surroundings, Flow flow, Optional<Policy> policy, Optional<School> school) {
        this.surroundings = surroundings;
        this.out = surroundings.out();
        this.flow = flow;
        this.policy = policy;
        this.school = school;
    }

    int play() throws RefusedException {
        out.println("A rehearsal of “" + flow.title() + "”. Nothing is stored and nothing is sent. “cancel” ends it.");
        if (school.isEmpty()) {
            out.println("No school is set up here, so roles stand for people and no numbers are known.");
        }
        try {
            converse();
            return 0;
        } catch (IOException e) {
            throw new RefusedException("The terminal cannot be read: " + e.getMessage());
        }
    }

    private void converse() throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(surroundings.in(), StandardCharsets.UTF_8));
        Turn turn = FlowEngine.begin(flow, "rehearsal", context());
        while (show(turn)) {
            out.print("\n> ");
            out.flush();
            String line = in.readLine();
            if (line == null) {
                out.println();
                return;
            }
            turn = FlowEngine.advance(flow, turn.conversation(), line, context());
        }
    }

    private Context context() {
        return new Context(surroundings.clock().instant(), surroundings.clock().getZone(), school);
    }

    /** Whether it goes on. */
    private boolean show(Turn turn) {
        return switch (turn) {
            case Turn.Prompt prompt -> show(prompt);
            case Turn.Misread misread -> {
                out.println("\n" + misread.words());
                yield show(misread.again());
            }
            case Turn.Aside aside -> {
                out.println("\n"
                        + (aside.kind() == Turn.Aside.Kind.WHO_SEES ? whoSees(aside.conversation()) : aside.words()));
                yield show(aside.again());
            }
            case Turn.Paused paused ->
                ended("Here the answers would be kept for later. They are gone now: this was a rehearsal.");
            case Turn.Cancelled cancelled -> ended("Cancelled. Nothing was kept.");
            case Turn.Finished finished -> {
                said(finished.said());
                if (finished.send()) {
                    out.println("\nHere it would be sent. " + whoSees(finished.conversation()));
                    out.println(finished.after());
                    finished.ring().forEach(line -> out.println("  Ring: " + line));
                }
                yield ended("The end. Nothing was stored and nothing was sent.");
            }
        };
    }

    private boolean ended(String words) {
        out.println("\n" + words);
        return false;
    }

    private boolean show(Turn.Prompt prompt) {
        said(prompt.said());
        prompt.summary().ifPresent(summary -> {
            out.println();
            summary.lines().forEach(l -> out.println(l.number() + ". " + l.question() + " " + l.shown()));
        });
        if (prompt.showAddressees()) {
            out.println(whoSees(prompt.conversation()));
        }
        out.println();
        if (!prompt.note().isEmpty()) {
            out.println(prompt.note());
        }
        out.println(prompt.question() + (prompt.optional() ? " (“skip” to leave it out)" : ""));
        prompt.ring().forEach(line -> out.println("  Ring: " + line));
        for (int i = 0; i < prompt.choices().size(); i++) {
            out.println("  " + (i + 1) + "  " + prompt.choices().get(i).label());
        }
        clauses(prompt.asked().common().cites());
        return true;
    }

    private void said(List<Turn.Said> said) {
        for (Turn.Said s : said) {
            out.println("\n" + s.step().words());
            s.ring().forEach(line -> out.println("  Ring: " + line));
            clauses(s.step().common().cites());
        }
    }

    private void clauses(List<String> cites) {
        for (String address : cites) {
            out.println("  | " + address + "  "
                    + policy.flatMap(p -> p.clause(address))
                            .map(clause -> clause.statement())
                            .orElse("(not in the policy)"));
        }
    }

    /** By the flow's own routing; names that the reporter typed are compared when a report is really sent. */
    private String whoSees(Conversation conversation) {
        Map<String, Given> answers = conversation.answers();
        Optional<Routing> routing = flow.route(answers);
        if (routing.isEmpty()) {
            return "Nobody would receive it.";
        }
        Set<Role> about = flow.subjects(answers);
        Set<String> receivers = new LinkedHashSet<>();
        for (String code : routing.get().send()) {
            Given chosen = code.startsWith("$") ? answers.get(code.substring(1)) : null;
            if (chosen != null && !chosen.value().isEmpty()) {
                receivers.add(chosen.shown());
            }
            Role.of(code)
                    .filter(role -> !about.contains(role))
                    .ifPresent(role -> receivers.addAll(holders(role, about)));
        }
        if (receivers.isEmpty() && !about.contains(Role.CHAIR_OF_GOVERNORS)) {
            receivers.addAll(holders(Role.CHAIR_OF_GOVERNORS, about));
        }
        String ring = routing.get().ring().isEmpty()
                ? ""
                : " To ring: " + String.join(", ", routing.get().ring()) + ".";
        return (receivers.isEmpty()
                        ? "Nobody is left to receive it: the reporter is told to ring the LADO."
                        : "It would go to " + receivers.stream().collect(Collectors.joining("; ")) + ".")
                + ring;
    }

    private List<String> holders(Role role, Set<Role> about) {
        if (school.isEmpty()) {
            return List.of(role.title());
        }
        List<String> names = new ArrayList<>();
        for (Receiver person : school.get().holding(role)) {
            if (person.roles().stream().noneMatch(about::contains)) {
                names.add(person.name() + ", " + role.title());
            }
        }
        return names;
    }
}
