package org.clausebot.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Holds that an accessibility check by axe finds nothing on a page. */
public final class Axe {
    private static final String SCRIPT = script();

    private Axe() {}

    /** Checks what the page shows now, after whatever still moves has come to rest: half faded in, words look pale. */
    public static void assertAccessible(Page page, String state) {
        page.evaluate("Promise.allSettled(document.getAnimations().map(a => a.finished)).then(() => true)");
        page.evaluate(SCRIPT);
        List<?> rulesThenViolations = (List<?>)
                page.evaluate("async () => { const r = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa',"
                        + " 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });"
                        + " return [r.passes.length, ...r.violations.map(v => v.id + ': '"
                        + " + v.nodes.map(n => n.html + ' ' + n.failureSummary).join(' | '))]; }");
        assertThat((Integer) rulesThenViolations.getFirst())
                .as("rules that were tried")
                .isGreaterThan(15);
        assertThat(rulesThenViolations.subList(1, rulesThenViolations.size()))
                .as(state)
                .isEmpty();
    }

    private static String script() {
        try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
            if (in == null) {
                throw new AssertionError("axe.min.js is not among the test resources");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
