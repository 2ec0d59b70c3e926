package org.clausebot.chat.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoggedPageTest {
    @TempDir
    private Path folder;

    private TestSite site;
    private TestSite.Visitor visitor;

    @BeforeEach
    void start() throws Exception {
        site = new TestSite(folder);
        visitor = site.visitor();
    }

    @AfterEach
    void stop() {
        site.close();
    }

    private Document page(TestSite.Visitor who) throws Exception {
        return Jsoup.parse(who.get("/logged").body());
    }

    @Test
    void the_page_says_what_is_kept_and_whether_it_is_and_whoever_reads_it_can_change_that_for_themselves_alone()
            throws Exception {
        assertThat(Jsoup.parse(visitor.get("/").body()).select("a[href=/logged]"))
                .hasSize(1);
        Document on = page(visitor);
        assertThat(on.select("main .lede").text())
                .isEqualTo(site.phrases.logging().page().isOn());
        assertThat(on.select("main li")).hasSize(8);
        assertThat(on.select("main").text()).contains("never evidence against anybody");

        visitor.post("/logged", Map.of("log", "off"));

        assertThat(page(visitor).select("main .lede").text())
                .isEqualTo(site.phrases.logging().page().isOff());
        assertThat(page(site.visitor()).select("main .lede").text())
                .isEqualTo(site.phrases.logging().page().isOn());

        visitor.post("/logged", Map.of("log", "on"));
        visitor.post("/logged", Map.of("log", "nonsense"));
        assertThat(page(visitor).select("main .lede").text())
                .isEqualTo(site.phrases.logging().page().isOn());
    }
}
