package org.clausebot.chat.teams;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.clausebot.answer.Answer;
import org.clausebot.answer.Findings;
import org.clausebot.chat.Asking;
import org.clausebot.chat.Reply;
import org.clausebot.chat.ReportPhrase;
import org.clausebot.flow.Turn;
import org.clausebot.incident.Reporter;
import org.clausebot.policy.SchoolId;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Each of the reports is begun in Teams, saved half way, and gone on with on the web page by its code. */
class TeamsToWebTest {
    private static final Pattern CODE = Pattern.compile("[0-9A-Z]{4}(-[0-9A-Z]{4}){2}");
    private static final Reporter BROWSER = new Reporter(SchoolId.DEFAULT, "web", "browser");

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> begun_in_teams_and_finished_on_the_web() throws Exception {
        List<HappyPath> paths = HappyPath.all();
        assertThat(paths).hasSize(10);
        return paths.stream().map(path -> DynamicTest.dynamicTest(path.flow(), () -> play(path)));
    }

    private void play(HappyPath path) throws Exception {
        try (TeamsSite site = new TeamsSite(Files.createDirectories(folder.resolve(path.flow())))) {
            site.at(Instant.parse("2026-11-25T15:10:00Z"));
            // What a flow makes of an answer is looked at here, and not whether it could be a question too.
            site.answerer = question ->
                    new Answer.SmallTalk(new Findings(question.text(), 0, List.of()), Answer.SmallTalk.Kind.UNCLEAR);
            site.type(path.title());
            for (HappyPath.Line line : path.firstHalf()) {
                site.type(line.words());
                assertThat(site.step(TeamsSite.ANNA)).as(line.words()).hasValue(line.then());
                // As after a kill: nothing was closed, and whatever was in memory is gone.
                site.restart();
            }
            site.press(TeamsSite.ANNA, TeamsSite.labelled(site.phrases.say(ReportPhrase.LATER)));

            assertThat(site.web(code(site))).isInstanceOf(Reply.Asked.class);
            assertThat(site.step(TeamsSite.ANNA)).as("nothing waits in Teams any more").isEmpty();
            Reply last = new Reply.Blank();
            for (HappyPath.Line line : path.secondHalf()) {
                last = site.web(line.words());
                if (line.then().equals("check")) {
                    assertShown(last, HappyPath.free(path.lines()));
                }
                if (!line.then().equals("finished")) {
                    assertThat(waiting(site)).as(line.words()).isEqualTo(line.then());
                }
            }
            assertThat(last).isInstanceOf(Reply.Sent.class);
            assertThat(site.openly()).as("said outside the personal chat").isEmpty();
        }
    }

    private static String waiting(TeamsSite site) {
        return site.reporting
                .reporting()
                .unfinished(BROWSER)
                .orElseThrow()
                .conversation()
                .at();
    }

    private static String code(TeamsSite site) {
        String said = RecordingLine.words(site.direct(TeamsSite.ANNA));
        return CODE.matcher(said).results().map(MatchResult::group).toList().getLast();
    }

    /** All that was typed, in Teams and on the web, is there to be checked before it is sent. */
    private static void assertShown(Reply reply, List<String> words) {
        assertThat(words).hasSizeGreaterThan(2);
        assertThat(reply).isInstanceOfSatisfying(Reply.Asked.class, asked -> {
            Asking asking = asked.asking();
            assertThat(asking.summary()).extracting(Turn.Line::shown).containsAll(words);
        });
    }
}
