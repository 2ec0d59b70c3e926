package org.clausebot.app;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Optional;

/** Pictures of the pages for people to look at, where {@code -Djourney.shots=FOLDER} asks for them. */
final class JourneyShots {
    private static final Optional<Path> FOLDER =
            Optional.ofNullable(System.getProperty("journey.shots")).map(Path::of);

    private JourneyShots() {}

    /** As on a desk and on a phone. */
    static void take(Page page, String name) {
        FOLDER.ifPresent(folder -> {
            save(page, folder.resolve(name + "-desk.png"));
            page.setViewportSize(390, 844);
            save(page, folder.resolve(name + "-phone.png"));
            page.setViewportSize(1280, 900);
        });
    }

    private static void save(Page page, Path file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    }
}
