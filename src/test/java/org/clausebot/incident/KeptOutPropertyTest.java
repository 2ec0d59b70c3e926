package org.clausebot.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.clausebot.incident.Cases.Outcome;
import org.clausebot.school.Receiver;
import org.clausebot.school.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever is done in whatever order, whoever is kept out of a report sees nothing of it, and cannot tell it from one
 * that was never there.
 */
class KeptOutPropertyTest extends WorldTest {
    private static final List<String> SUBJECTS = List.of(
            "no",
            "headteacher",
            "safeguarding-lead",
            "chair-of-governors",
            "headteacher,safeguarding-lead",
            "line-manager");
    private static final List<String> NAMES = List.of("", "Mrs Smith", "Amina", "T Reed", "Nowack", "Mr Brown");
    private static final String NO_SUCH = "2222";

    private final Map<String, Set<Receiver>> keptOut = new HashMap<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void whoever_is_kept_out_sees_nothing(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 40; i++) {
            act(random, i);
            world.pass(Duration.ofMinutes(random.nextInt(200)));
        }
        world.housekeeping();
        assertThat(keptOut).isNotEmpty();
        for (Receiver person : World.PEOPLE) {
            look(person);
        }
    }

    private void act(Random random, int step) {
        List<String> references = new ArrayList<>(keptOut.keySet());
        if (references.size() < 3 || random.nextInt(8) == 0) {
            send(random, "c" + step);
            return;
        }
        String reference = references.get(random.nextInt(references.size()));
        Receiver who = World.PEOPLE.get(random.nextInt(World.PEOPLE.size()));
        Receiver whom = World.PEOPLE.get(random.nextInt(World.PEOPLE.size()));
        Set<Receiver> out = keptOut.computeIfAbsent(reference, r -> new HashSet<>());
        boolean wasOut = out.contains(who);
        Outcome outcome = switch (random.nextInt(7)) {
            case 0 -> world.cases().addRecipient(World.as(who), reference, whom.id(), "because");
            case 1 -> world.cases().handOver(World.as(who), reference, whom.id(), "because");
            case 2 -> {
                Outcome recused = world.cases().recuse(World.as(who), reference, "a conflict");
                if (recused == Outcome.DONE) {
                    out.add(who);
                }
                yield recused;
            }
            case 3 -> world.cases().note(World.as(who), reference, "a note");
            case 4 -> world.cases().status(World.as(who), reference, Status.SEEN, Status.CLOSED, "done", true);
            case 5 -> {
                world.housekeeping();
                yield Outcome.NOT_POSSIBLE;
            }
            default -> {
                boolean opened = world.cases().open(World.as(who), reference).isPresent();
                yield opened ? Outcome.DONE : Outcome.NO_SUCH_CASE;
            }
        };
        if (wasOut) {
            assertThat(outcome).isNotEqualTo(Outcome.DONE);
        }
    }

    private void send(Random random, String id) {
        String about = SUBJECTS.get(random.nextInt(SUBJECTS.size()));
        String name = NAMES.get(random.nextInt(NAMES.size()));
        Set<Receiver> out = new HashSet<>();
        for (Receiver person : World.PEOPLE) {
            boolean role = List.of(about.split(",", -1)).stream()
                    .anyMatch(code ->
                            Role.of(code).filter(person.roles()::contains).isPresent());
            boolean named = switch (name) {
                case "Mrs Smith" -> person.equals(World.HEAD);
                case "Amina" -> person.equals(World.DSL);
                case "T Reed" -> person.equals(World.CHAIR);
                case "Nowack" -> person.equals(World.DEPUTY);
                default -> false;
            };
            if (role || named) {
                out.add(person);
            }
        }
        var conversation = world.conversation(
                id, World.concern(), "about", about, "who", name, "whom", "jane-smith", "what", "secret");
        try {
            keptOut.put(
                    world.reporting()
                            .send(World.REPORTER, World.concern(), conversation)
                            .reference(),
                    out);
        } catch (NobodyToReceiveException e) {
            assertThat(out).contains(World.CHAIR);
        }
    }

    /** Everything that {@code person} can ask is the same as for a report that is not there. */
    private void look(Receiver person) {
        Cases.Viewer who = World.as(person);
        Cases cases = world.cases();
        LocalDate late = LocalDate.of(2100, 1, 1);
        keptOut.forEach((reference, out) -> {
            if (!out.contains(person)) {
                return;
            }
            assertThat(cases.list(who, Optional.empty(), ""))
                    .noneMatch(line -> line.reference().equals(reference));
            assertThat(cases.list(who, Optional.empty(), "secret"))
                    .noneMatch(line -> line.reference().equals(reference));
            for (Status status : Status.values()) {
                assertThat(cases.list(who, Optional.of(status), ""))
                        .noneMatch(line -> line.reference().equals(reference));
            }
            assertThat(cases.expiring(who, late))
                    .noneMatch(expiring -> expiring.reference().equals(reference));
            assertThat(answers(who, reference)).isEqualTo(answers(who, NO_SUCH));
        });
    }

    private List<Object> answers(Cases.Viewer who, String reference) {
        Cases cases = world.cases();
        return List.of(
                cases.open(who, reference),
                cases.export(who, reference, "pdf"),
                cases.candidates(who, reference),
                cases.evidence(who, reference, "x", true),
                cases.status(who, reference, Status.NEW, Status.CLOSED, "why", true),
                cases.status(who, reference, Status.NEW, Status.CLOSED, "", true),
                cases.note(who, reference, "words"),
                cases.note(who, reference, ""),
                cases.message(who, reference, "words"),
                cases.addRecipient(who, reference, who.receiverId(), "why"),
                cases.addRecipient(who, reference, "amina-khan", "why"),
                cases.handOver(who, reference, "amina-khan", "why"),
                cases.recuse(who, reference, "why"),
                cases.hold(who, reference, true, "why"));
    }
}
