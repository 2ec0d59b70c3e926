package org.clausebot.app;

import java.nio.file.Path;
import org.clausebot.chat.web.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The whole program for each journey, and one browser for all of them. */
abstract class Journeys {
    private static Browser browser;

    @TempDir
    Path data;

    JourneySite site;

    @BeforeAll
    static void openBrowser() {
        browser = new Browser();
    }

    @AfterAll
    static void closeBrowser() {
        browser.close();
    }

    @BeforeEach
    void serve() throws Exception {
        site = new JourneySite(data, browser);
    }

    @AfterEach
    void stop() {
        site.close();
    }
}
