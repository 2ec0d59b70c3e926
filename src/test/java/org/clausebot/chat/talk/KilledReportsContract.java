package org.clausebot.chat.talk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.clausebot.chat.Reply;
import org.clausebot.chat.TestReporting;
import org.clausebot.chat.inbox.Mortal.Killed;
import org.clausebot.chat.inbox.Mortal.Moment;
import org.clausebot.chat.teams.HappyPath;
import org.clausebot.flow.Conversation;
import org.clausebot.incident.Reporter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Wherever the program is killed while it works on a message, what is kept and what is said is in the end what it would
 * have been: nothing is answered twice, nothing is lost.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class KilledReportsContract {
    private static final Pattern SEEN =
            Pattern.compile("\"(text|title|label|placeholder)\":\"(\\\\.|[^\"\\\\])*\"");
    /** What is on disk besides the unfinished report itself. */
    private static final String LEFT = """
            SELECT 'drafts ' || count(*) FROM draft
            UNION ALL SELECT 'reports ' || count(*) FROM incident
            UNION ALL SELECT 'added ' || count(*) FROM entry
            UNION ALL SELECT 'files ' || count(*) FROM evidence
            UNION ALL SELECT 'notices ' || count(*) FROM notice
            UNION ALL SELECT 'receipts ' || count(*) FROM handed_out
            UNION ALL SELECT 'put by ' || count(*) FROM draft_before
            UNION ALL SELECT 'undone ' || count(*) FROM delivery WHERE body IS NOT NULL OR once IS NOT NULL
            UNION ALL SELECT action FROM audit""";
    private static final String UNFINISHED = "Report unsuitable material";

    private static Thread.@Nullable UncaughtExceptionHandler before;

    @TempDir
    private Path folder;

    /** How it is where nothing is killed, by the name of what is done. */
    private final Map<String, List<After>> unhurt = new HashMap<>();

    /** Somebody in a chat program, behind a program that can be killed. */
    public interface Chat extends AutoCloseable {
        TestReporting reporting();

        Reporter reporter();

        /** A message. @return whether the program was killed over it */
        boolean type(String words, Moment killed) throws Exception;

        /** A file, with nothing typed. */
        boolean file(Moment killed) throws Exception;

        /** Presses the newest button that says {@code message}. */
        boolean press(String message, Moment killed) throws Exception;

        /** Sends off a window of the step that is asked. */
        boolean window(String words, Moment killed) throws Exception;

        /** A window in which something is added to the report with this code. */
        boolean adding(String code, String words, Moment killed) throws Exception;

        /** What the web page replies to somebody there. */
        Reply web(String words);

        static boolean says(ButtonValue value, String message) {
            return value instanceof ButtonValue.Say say && say.message().equalsIgnoreCase(message);
        }

        /** A new process with the same disk. */
        void startAgain() throws Exception;

        /** What the person was written, in order: all that anybody could read in it. */
        List<String> told();
    }

    /** At the day of the scripted conversations. */
    protected abstract Chat chat(Path disk) throws Exception;

    @BeforeAll
    static void let_the_killed_end_in_silence() {
        before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, fault) -> {
            if (!(fault instanceof Killed)) {
                fault.printStackTrace();
            }
        });
    }

    @AfterAll
    static void put_the_handler_back() {
        Thread.setDefaultUncaughtExceptionHandler(before);
    }

    /** What somebody does, one thing after the other. */
    private interface Deed {
        boolean in(Chat chat, Moment killed) throws Exception;
    }

    private static Deed type(String words) {
        return (chat, killed) -> chat.type(words, killed);
    }

    private static Deed press(String message) {
        return (chat, killed) -> chat.press(message, killed);
    }

    private static Deed window(String words) {
        return (chat, killed) -> chat.window(words, killed);
    }

    @ParameterizedTest
    @EnumSource(names = "WORKED_ON")
    void all_ten_reports_typed_and_killed_over_every_word(Moment killed) throws Exception {
        for (HappyPath path : HappyPath.all()) {
            List<Deed> deeds = new ArrayList<>();
            deeds.add(type(path.title()));
            path.lines().forEach(line -> deeds.add(type(line.words())));
            same(path.flow(), deeds, killed);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NEVER")
    void everything_else_that_moves_a_report(Moment killed) throws Exception {
        same(
                "pressed",
                List.of(
                        type("report something"),
                        press(UNFINISHED),
                        press("No"),
                        press("back"),
                        press("No"),
                        type("why"),
                        type("the colour of the sky"),
                        type("help"),
                        type("no"),
                        (chat, at) -> chat.file(at),
                        press("skip"),
                        type("who will see this"),
                        press("A school computer or tablet"),
                        type("save for later"),
                        type("can I be friends with a parent"),
                        type("go on"),
                        type("in the computer room"),
                        type("back"),
                        type("in the hall"),
                        press("skip"),
                        type("cancel"),
                        type("no"),
                        window("a violent film"),
                        type("cancel"),
                        type("yes"),
                        type(UNFINISHED),
                        press("Yes")),
                killed);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NEVER")
    void a_report_that_is_thrown_away_or_ends_with_its_first_steps(Moment killed) throws Exception {
        same(
                "ended",
                List.of(type("Report an indecent image"), type("cancel"), type("yes"), type("something bad xyz")),
                killed);
        same("steps", List.of(type(UNFINISHED), type("yes")), killed);
    }

    /** What there is after one thing was done. */
    private record After(String state, Set<String> news) {}

    /** Does all of it with the program killed over each, and compares after each with how it is where nothing is killed. */
    private void same(String name, List<Deed> deeds, Moment killed) throws Exception {
        if (!unhurt.containsKey(name)) {
            unhurt.put(name, done(name, deeds, Moment.NEVER));
        }
        List<After> expected = Objects.requireNonNull(unhurt.get(name));
        List<After> done = done(name, deeds, killed);
        for (int i = 0; i < deeds.size(); i++) {
            assertThat(done.get(i)).as(name + ", number " + (i + 1)).isEqualTo(expected.get(i));
        }
    }

    private List<After> done(String name, List<Deed> deeds, Moment killed) throws Exception {
        Path disk = disk(name + "-" + killed);
        List<After> done = new ArrayList<>();
        try (Chat chat = chat(disk)) {
            for (Deed deed : deeds) {
                int told = chat.told().size();
                if (deed.in(chat, killed)) {
                    chat.startAgain();
                }
                done.add(new After(state(chat, disk), news(chat, told)));
            }
        }
        return done;
    }

    private Path disk(String name) throws Exception {
        return Files.createDirectories(folder.resolve(name));
    }

    /** What was said since, said twice or not; codes and names that are made by chance are all the same. */
    private static Set<String> news(Chat chat, int since) {
        Set<String> news = new LinkedHashSet<>();
        for (String one : chat.told().subList(since, chat.told().size())) {
            String seen = SEEN.matcher(one).results().map(MatchResult::group).collect(Collectors.joining("\n"));
            news.add(seen.replaceAll("[0-9A-Z]{4}(-[0-9A-Z]{4}){2}", "CODE")
                    .replaceAll("[\\w+/-]{60,}=*", "SIGNATURE"));
        }
        return news;
    }

    private static String state(Chat chat, Path disk) throws SQLException {
        StringBuilder state = new StringBuilder();
        chat.reporting().reporting().unfinished(chat.reporter()).ifPresent(kept -> {
            Conversation c = kept.conversation();
            state.append(kept.flow().id())
                    .append(" at ")
                    .append(c.at())
                    .append(kept.paused() ? " (paused) " : " ")
                    .append(c.answers())
                    .append(c.trail())
                    .append(c.returnTo())
                    .append(c.misreads())
                    .append(kept.expires());
        });
        return state.append(strings(disk, LEFT)).toString();
    }

    private static List<String> strings(Path disk, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + disk.resolve("clausebot.db"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NEVER")
    void words_added_to_a_report_are_added_once(Moment killed) throws Exception {
        try (Chat chat = chat(disk("adding"))) {
            String code = sent(chat);
            chat.type(code, Moment.NEVER);
            if (chat.type("add: it was the hall", killed)) {
                chat.startAgain();
            }
            boolean forgotten = killed == Moment.TAKEN;
            assertThat(strings(folder.resolve("adding"), "SELECT count(*) FROM entry"))
                    .containsExactly(forgotten ? "0" : "1");
            assertThat(chat.told().getLast())
                    .contains(forgotten ? "Nothing was added" : "Added. They will see it.");
            int told = chat.told().size();
            if (chat.adding(code, "and there was another", killed)) {
                chat.startAgain();
            }
            assertThat(chat.reporting().reporting().sent(code).orElseThrow().entries().stream()
                            .map(entry -> entry.words())
                            .toList())
                    .endsWith("and there was another")
                    .hasSize(forgotten ? 1 : 2);
            assertThat(String.join("\n", chat.told().subList(told, chat.told().size())))
                    .contains("Added. They will see it.");
        }
    }

    private static String sent(Chat chat) throws Exception {
        HappyPath path = path("unsuitable-material");
        chat.type(path.title(), Moment.NEVER);
        for (HappyPath.Line line : path.lines()) {
            chat.type(line.words(), Moment.NEVER);
        }
        return chat.reporting().reporting().justSent(chat.reporter()).orElseThrow().code();
    }

    @Test
    void a_report_begun_on_the_web_and_gone_on_with_here_keeps_its_place_and_files_when_the_program_is_killed()
            throws Exception {
        for (Moment killed : Moment.values()) {
            try (Chat chat = chat(disk("moved-" + killed))) {
                Reporter web = new Reporter(chat.reporter().school(), "web", "browser");
                String code = begun(chat, web);
                if (chat.type(code, killed)) {
                    chat.startAgain();
                }
                assertThat(chat.reporting().reporting().unfinished(web)).isEmpty();
                assertThat(chat.reporting().reporting().attached(chat.reporter()))
                        .as(killed.name())
                        .hasSize(1);
                if (chat.type("cancel", Moment.NEVER) || chat.type("yes", killed)) {
                    chat.startAgain();
                }
                assertThat(chat.reporting().reporting().unfinished(chat.reporter())).isEmpty();
                assertThat(strings(folder.resolve("moved-" + killed), "SELECT count(*) FROM evidence"))
                        .containsExactly("0");
            }
        }
    }

    /** @return the code to go on with what somebody began on the web, with a file */
    private static String begun(Chat chat, Reporter web) throws Exception {
        HappyPath path = path("pupil-contact");
        chat.web(path.title());
        chat.web("No, I am not worried");
        byte[] file = "what he wrote".getBytes(StandardCharsets.UTF_8);
        chat.reporting().reporting().attach(web, "files", "note.txt", file);
        return ((Reply.Paused) chat.web("save for later")).code();
    }

    private static HappyPath path(String flow) throws Exception {
        return HappyPath.all().stream()
                .filter(one -> one.flow().equals(flow))
                .findFirst()
                .orElseThrow();
    }
}
