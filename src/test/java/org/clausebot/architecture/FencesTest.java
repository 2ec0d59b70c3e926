package org.clausebot.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The architecture, held by the build. The table of who may depend on whom is the one in docs/architecture.md. */
class FencesTest {
    private static final String ROOT = "org.clausebot.";
    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.clausebot");

    /** Which packages of the program each package may use. {@code app} wires everything and is used by nobody. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("datafile", Set.of()),
            Map.entry("policy", Set.of("datafile")),
            Map.entry("policy.lint", Set.of("policy", "datafile")),
            Map.entry("search", Set.of("policy", "datafile")),
            Map.entry("answer", Set.of("policy", "policy.lint", "search", "datafile")),
            Map.entry("measure", Set.of("answer", "policy", "search", "datafile")),
            Map.entry("school", Set.of("policy", "datafile")),
            Map.entry("flow", Set.of("policy", "school", "datafile")),
            Map.entry("querylog", Set.of("policy", "school", "datafile")),
            Map.entry("seal", Set.of()),
            Map.entry("backup", Set.of("seal", "storage")),
            Map.entry("incident", Set.of("flow", "policy", "school", "seal")),
            Map.entry("mail", Set.of("incident", "school", "policy", "datafile")),
            Map.entry("desk", Set.of("desk.paper", "desk.view", "incident", "school", "seal", "policy", "http")),
            Map.entry("desk.paper", Set.of()),
            Map.entry("desk.signin", Set.of("desk.view", "school", "seal", "policy", "http")),
            Map.entry(
                    "desk.owner",
                    Set.of(
                            "desk.paper",
                            "desk.view",
                            "desk.signin",
                            "insight",
                            "acknowledgement",
                            "answer",
                            "policy.draft",
                            "policy.lint",
                            "policy",
                            "school",
                            "http")),
            Map.entry("desk.read", Set.of("desk.view", "acknowledgement", "policy", "http")),
            Map.entry("desk.view", Set.of("incident", "insight", "acknowledgement", "policy.draft", "school")),
            Map.entry(
                    "desk.templates",
                    Set.of("desk.view", "incident", "insight", "acknowledgement", "policy.draft", "school")),
            Map.entry("simulate", Set.of("querylog", "policy", "datafile")),
            Map.entry("insight", Set.of("querylog", "answer", "policy", "search", "datafile")),
            Map.entry("acknowledgement", Set.of("policy", "school", "datafile")),
            Map.entry("policy.draft", Set.of("policy", "policy.lint", "datafile")),
            Map.entry("chat", Set.of("answer", "flow", "incident", "querylog", "school", "policy", "datafile")),
            Map.entry("chat.read", Set.of("acknowledgement", "policy", "datafile")),
            Map.entry("chat.awaited", Set.of("answer", "policy", "seal")),
            Map.entry(
                    "chat.web",
                    Set.of(
                            "chat.web.view",
                            "chat.awaited",
                            "chat",
                            "answer",
                            "flow",
                            "incident",
                            "querylog",
                            "policy",
                            "http")),
            Map.entry("chat.web.view", Set.of("chat")),
            Map.entry("chat.web.templates", Set.of("chat.web.view", "chat")),
            Map.entry("chat.terminal", Set.of("chat", "answer", "flow", "incident", "policy")),
            Map.entry("chat.inbox", Set.of("seal")),
            Map.entry("chat.talk", Set.of("chat.awaited", "chat", "answer", "flow", "incident", "policy")),
            Map.entry(
                    "chat.slack.block",
                    Set.of(
                            "chat.talk",
                            "chat.awaited",
                            "chat.read",
                            "chat",
                            "answer",
                            "flow",
                            "incident",
                            "policy",
                            "datafile")),
            Map.entry(
                    "chat.slack",
                    Set.of(
                            "chat.slack.block",
                            "chat.talk",
                            "chat.awaited",
                            "chat.read",
                            "chat",
                            "answer",
                            "flow",
                            "incident",
                            "school",
                            "policy")),
            Map.entry(
                    "chat.slack.wire",
                    Set.of("chat.slack", "chat.slack.block", "chat.inbox", "chat", "seal", "policy", "http")),
            Map.entry(
                    "chat.teams.card",
                    Set.of(
                            "chat.talk",
                            "chat.awaited",
                            "chat.read",
                            "chat",
                            "answer",
                            "flow",
                            "incident",
                            "policy",
                            "datafile")),
            Map.entry(
                    "chat.teams",
                    Set.of(
                            "chat.teams.card",
                            "chat.talk",
                            "chat.awaited",
                            "chat.read",
                            "chat",
                            "answer",
                            "flow",
                            "incident",
                            "school",
                            "policy")),
            Map.entry(
                    "chat.teams.wire",
                    Set.of("chat.teams", "chat.teams.card", "chat.inbox", "chat", "seal", "policy", "http")),
            Map.entry(
                    "storage",
                    Set.of(
                            "chat.awaited",
                            "chat.inbox",
                            "chat.slack.wire",
                            "chat.teams.wire",
                            "chat",
                            "incident",
                            "desk.signin",
                            "insight",
                            "acknowledgement",
                            "policy.draft",
                            "querylog",
                            "seal",
                            "policy")),
            Map.entry("http", Set.of()));

    @TestFactory
    Stream<DynamicTest> each_package_uses_only_the_packages_below_it() {
        return MAY_USE.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    String here = ROOT + entry.getKey();
                    List<String> allowed = Stream.concat(
                                    Stream.of(here), entry.getValue().stream().map(ROOT::concat))
                            .toList();
                    classes()
                            .that()
                            .resideInAPackage(here)
                            .should()
                            .onlyDependOnClassesThat(new DescribedPredicate<>("are outside or in " + allowed) {
                                @Override
                                public boolean test(JavaClass used) {
                                    return !inProgram(used) || allowed.contains(used.getPackageName());
                                }
                            })
                            .allowEmptyShould(true)
                            .check(PROGRAM);
                }));
    }

    @Test
    void every_package_of_the_program_stands_in_the_table() {
        Set<String> packages = new TreeSet<>();
        PROGRAM.forEach(c -> packages.add(c.getPackageName().replace(ROOT, "")));
        packages.remove("app");
        Assertions.assertThat(MAY_USE.keySet()).containsAll(packages);
    }

    @Test
    void packages_form_no_cycle() {
        slices().matching("org.clausebot.(**)").should().beFreeOfCycles().check(PROGRAM);
    }

    @Test
    void lucene_and_the_sentence_model_stay_in_search() {
        only("search", "org.apache.lucene..", "ai.onnxruntime..");
    }

    @Test
    void sql_stays_in_storage() {
        only("storage", "java.sql..", "javax.sql..", "org.sqlite..");
    }

    @Test
    void jetty_and_servlets_stay_at_the_web() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.clausebot.http..", "org.clausebot.chat..", "org.clausebot.desk..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.eclipse.jetty..", "jakarta.servlet..")
                .check(PROGRAM);
        noClasses()
                .that()
                .resideInAPackage("org.clausebot.chat")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.eclipse.jetty..", "jakarta.servlet..")
                .check(PROGRAM);
    }

    @Test
    void document_libraries_stay_in_policy() {
        only("policy", "org.apache.poi..", "org.commonmark..", "org.jsoup..");
        // Evidence is made clean by writing a PDF anew, which only the library that reads it can do.
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + "policy..", ROOT + "incident")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.pdfbox..")
                .check(PROGRAM);
    }

    /** Who has read what, by name, and what was asked, by nobody, must never be in one pair of hands. */
    @Test
    void acknowledgements_and_questions_never_meet() {
        String counts = ROOT + "querylog.Slices";
        noClasses()
                .that(new DescribedPredicate<JavaClass>("know who has read what") {
                    @Override
                    public boolean test(JavaClass type) {
                        // It hands out every store there is, and reads none.
                        return !type.getFullName().equals(ROOT + "storage.SqliteStorage")
                                && type.getDirectDependenciesFromSelf().stream()
                                        .map(d -> d.getTargetClass().getPackageName())
                                        .anyMatch(Set.of(ROOT + "acknowledgement", ROOT + "chat.read")::contains);
                    }
                })
                .should()
                .dependOnClassesThat(
                        new DescribedPredicate<>("know what was asked, but for what the desk shows of it") {
                            @Override
                            public boolean test(JavaClass used) {
                                String name = used.getFullName();
                                return used.getPackageName().equals(ROOT + "insight")
                                        || (used.getPackageName().equals(ROOT + "querylog")
                                                && !(name.equals(counts) || name.startsWith(counts + "$")));
                            }
                        })
                .check(PROGRAM);
    }

    @Test
    void the_encryption_library_stays_in_seal() {
        only("seal", "com.google.crypto.tink..");
    }

    @Test
    void the_mail_library_stays_in_mail() {
        only("mail", "jakarta.mail..", "org.eclipse.angus..");
    }

    @Test
    void the_library_of_slack_stays_in_its_channel() {
        only("chat.slack", "com.slack..");
    }

    @Test
    void the_http_client_of_both_libraries_stays_where_they_are() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + "chat.slack..", ROOT + "chat.teams.wire")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("okhttp3..", "retrofit2..")
                .check(PROGRAM);
    }

    @Test
    void the_library_of_teams_stays_in_its_connection() {
        only("chat.teams.wire", "com.microsoft.bot..", "com.microsoft.aad..", "com.auth0..");
    }

    @Test
    void only_the_terminal_and_the_commands_print() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.clausebot.app..", "org.clausebot.chat.terminal..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(PROGRAM);
    }

    @Test
    void the_time_comes_from_an_injected_clock() {
        DescribedPredicate<JavaCall<?>> asksTheTime = new DescribedPredicate<>("ask the machine for the time") {
            @Override
            public boolean test(JavaCall<?> call) {
                var target = call.getTarget();
                boolean now = target.getName().equals("now")
                        && target.getRawParameterTypes().isEmpty()
                        && Stream.of(Instant.class, LocalDate.class, LocalDateTime.class, ZonedDateTime.class)
                                .anyMatch(type -> target.getOwner().isEquivalentTo(type));
                boolean system = target.getOwner().isEquivalentTo(Clock.class)
                        && target.getName().startsWith("system");
                return now || system;
            }
        };
        noClasses()
                .that()
                .resideOutsideOfPackage("org.clausebot.app..")
                .should()
                .callCodeUnitWhere(asksTheTime)
                .check(PROGRAM);
    }

    @Test
    void every_package_is_null_marked() {
        classes()
                .that()
                .resideOutsideOfPackages("org.clausebot.chat.web.templates..", "org.clausebot.desk.templates..")
                .should(new ArchCondition<>("be in a package marked @NullMarked") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                        events.add(new SimpleConditionEvent(
                                type, marked, type.getPackageName() + " lacks @NullMarked in package-info.java"));
                    }
                })
                .check(PROGRAM);
    }

    @Test
    void nobody_prints_a_stack_trace() {
        noClasses().should().callMethod(Throwable.class, "printStackTrace").check(PROGRAM);
    }

    private static void only(String where, String... packages) {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + where + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages)
                .check(PROGRAM);
    }

    private static boolean inProgram(JavaClass type) {
        return type.getPackageName().startsWith("org.clausebot");
    }
}
