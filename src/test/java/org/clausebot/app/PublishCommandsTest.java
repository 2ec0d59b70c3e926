package org.clausebot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clausebot.app.TestRun.Result;
import org.clausebot.incident.AuditChain;
import org.clausebot.storage.SqliteStorage;
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

    /** As in a folder in which reports are taken. */
    private Config sealed() throws Exception {
        Config config = TestRun.config(data, Map.of());
        try (SqliteStorage storage = SqliteStorage.open(data.resolve("clausebot.db"))) {
            Keyrings.open(config, storage);
        }
        return config;
    }

    private List<String> noted(Config config) throws Exception {
        try (SqliteStorage storage = SqliteStorage.open(data.resolve("clausebot.db"));
                AuditChain chain =
                        AuditChain.open(Keyrings.open(config, storage).vault(), Keyrings.auditHead(config))) {
            return storage.audit(chain).after(0, 100).stream()
                    .map(row -> row.row().actor() + " " + row.row().action())
                    .toList();
        }
    }

    @Test
    void what_is_done_stands_in_the_audit_log_with_who_did_it() throws Exception {
        Config config = sealed();
        String first = brought("Phones\n\n1.1 Phones stay in the locker.\n");
        policy("publish", first, "--by", "r.bell");
        policy("publish", brought("Phones\n\n1.1 Phones stay at home.\n"), "--on", "2099-01-01");
        policy("withdraw", "phones", "2");
        policy("reviewed", "phones", "--next", "2027-11-01", "--note", "nobody is to read this there");
        policy("rollback", "phones", "--note", "refused: there is none before");
        policy("import", Files.writeString(data.resolve("Leave.txt"), "Leave\n\n1.1 Ask first.\n").toString());
        String account = "operator:" + System.getProperty("user.name");

        assertThat(noted(config))
                .containsExactly(
                        account + " policy:draft:brought:phones",
                        "operator:r.bell policy:published:phones",
                        account + " policy:draft:brought:phones",
                        account + " policy:published:phones",
                        account + " policy:withdrawn:phones",
                        account + " policy:reviewed:phones",
                        account + " policy:imported:leave");
        assertThat(TestRun.run(data, "", "audit", "verify").exit()).isZero();
        assertThat(policy("history", "phones").out()).contains("by operator:r.bell", "by " + account);
    }

    @Test
    void where_it_cannot_be_noted_or_nobody_is_named_nothing_is_done() throws Exception {
        Config config = sealed();
        String draft = brought("Phones\n\n1.1 Phones stay in the locker.\n");
        assertThat(policy("publish", draft, "--by", "Ruth\nBell").err()).contains("--by takes");
        Path key = Keyrings.folder(config).resolve("master.key");
        Files.writeString(key, "nonsense");
        assertThat(policy("publish", draft).exit()).isEqualTo(1);
        assertThat(policy("list").out()).doesNotContain("phones");
    }
}
