package org.clausebot.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.clausebot.policy.Policy;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** One mistake a file, and for each the exact words that help to put it right: {@code messages.txt} beside them. */
class BrokenFlowsTest {
    private static final Path FOLDER = Path.of("src/test/resources/broken-flows");
    private static final List<Policy> POLICIES = FlowsCheckTest.bundled();

    @TestFactory
    List<DynamicTest> each_mistake_is_found_and_told_with_file_line_and_what_to_do() throws Exception {
        List<String> expected = Files.readAllLines(FOLDER.resolve("messages.txt"), StandardCharsets.UTF_8);
        List<DynamicTest> tests = new ArrayList<>();
        for (Path file : FlowLibrary.files(FOLDER)) {
            String name = file.getFileName().toString();
            tests.add(DynamicTest.dynamicTest(
                    name,
                    () -> assertThat(messages(file))
                            .isNotEmpty()
                            .isEqualTo(expected.stream()
                                    .filter(l -> l.startsWith(name + ":"))
                                    .toList())));
        }
        return tests;
    }

    @Test
    void every_message_expected_has_its_file() throws Exception {
        try (Stream<String> lines = Files.lines(FOLDER.resolve("messages.txt"))) {
            assertThat(lines.map(line -> FOLDER.resolve(line.substring(0, line.indexOf(':')))))
                    .allMatch(Files::exists);
        }
    }

    @Test
    void a_report_that_no_person_of_the_school_may_receive_is_found() throws Exception {
        var school = TestSchool.with(List.of(TestSchool.person(
                "jane-smith",
                "Jane Smith",
                org.clausebot.school.Role.HEADTEACHER,
                org.clausebot.school.Role.CHAIR_OF_GOVERNORS)));
        Path file = Path.of("src/test/resources/flows/lost-key.yaml");
        assertThat(new FlowCheck(BrokenFlowsTest::policy, Optional.of(school)).file(file))
                .singleElement()
                .asString()
                .isEqualTo(file + ":13: nobody is left to receive it when about is headteacher;"
                        + " add an entry above for it, with somebody else");
        assertThat(new FlowCheck(BrokenFlowsTest::policy, Optional.of(TestSchool.SCHOOL)).file(file))
                .isEmpty();
    }

    private static List<String> messages(Path file) {
        return new FlowCheck(BrokenFlowsTest::policy, Optional.empty())
                .file(file).stream().map(line -> line.replace(FOLDER + "/", "")).toList();
    }

    private static Optional<Policy> policy(org.clausebot.policy.PolicyId id) {
        return POLICIES.stream().filter(p -> p.id().equals(id)).findFirst();
    }
}
