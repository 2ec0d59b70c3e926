package org.clausebot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clausebot.app.TestRun.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drafts and versions from a terminal; nothing here needs the search. */
class PublishCommandsTest {
    @TempDir
    private Path data;

    private Result policy(String... words) {
        String[] all = new String[words.length + 1];
        all[0] = "policy";
        System.arraycopy(words, 0, all, 1, words.length);
        return TestRun.run(data, "", all);
    }

    private String brought(String text) throws Exception {
        Path file = Files.writeString(data.resolve("Phones.txt"), text);
        Result result = policy("draft", file.toString());
        assertThat(result.exit()).isZero();
        Matcher id = Pattern.compile("phones\\.[0-9a-f]{16}").matcher(result.out());
        assertThat(id.find()).isTrue();
        return id.group();
    }

    @Test
    void a_draft_is_published_taken_back_and_found_good() throws Exception {
        assertThat(policy("publish", brought("Phones\n\n1.1 Phones stay in the locker.\n"))
                        .exit())
                .isZero();
        String second = brought("Phones\n\n1.1 Phones stay at home.\n");
        assertThat(policy("drafts").out()).contains(second).contains("open").contains("published");
        assertThat(policy("publish", second, "--note", "Agreed").out())
                .contains("2. published")
                .contains("Agreed");
        assertThat(policy("show", "phones").out()).contains("at home");

        assertThat(policy("rollback", "phones").out()).contains("3. rolled back");
        assertThat(policy("show", "phones").out()).contains("in the locker");
        assertThat(policy("reviewed", "phones", "--next", "2027-11-01").exit()).isZero();
        assertThat(policy("history", "phones").out()).contains("4. reviewed").contains("next review 2027-11-01");
    }

    @Test
    void what_is_planned_is_withdrawn() throws Exception {
        policy("publish", brought("Phones\n\n1.1 Phones stay in the locker.\n"), "--on", "2099-01-01");
        assertThat(policy("list").out()).doesNotContain("phones");
        assertThat(policy("withdraw", "phones", "1").out()).contains("2. withdrawn");
        assertThat(policy("withdraw", "phones", "1").exit()).isNotZero();
    }

    @Test
    void a_refusal_says_what_to_do_and_changes_nothing() throws Exception {
        String draft = brought("Phones\n\n1.1 Phones stay in the locker.\n");
        assertThat(policy("publish", draft, "--on", "2020-01-01").err()).contains("cannot come into force in the past");
        assertThat(policy("publish", draft, "--on", "soon").err()).contains("2027-01-04");
        assertThat(policy("publish", "phones.0000000000000000").err()).contains("policy drafts");
        assertThat(policy("history", "phones").exit()).isNotZero();
        assertThat(policy("reviewed", "social-media", "--next", "2001-01-01").err())
                .contains("a day to come");
        assertThat(policy("rollback", "social-media").err()).contains("no earlier version");
        assertThat(policy("draft", data.resolve("none.txt").toString()).exit()).isNotZero();
    }
}
