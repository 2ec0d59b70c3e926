package org.clausebot.app;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.clausebot.chat.teams.HappyPath;
import org.clausebot.datafile.DataFileException;

/** What tests say to a server that they kill. */
final class Killed {
    private static final LocalDate SCRIPTED = LocalDate.of(2026, 11, 25);
    private static final Set<String> FLOWS = Set.of("pupil-contact", "unsuitable-material", "online-bullying");

    private Killed() {}

    /** Three reports of different kinds; that every one of the ten bears it is held where no process is needed for it. */
    static List<HappyPath> paths() throws IOException, DataFileException {
        return HappyPath.all().stream()
                .filter(path -> FLOWS.contains(path.flow()))
                .toList();
    }

    /** Days of the script are moved to where the clock is; what was before stays before. */
    static String typed(HappyPath.Line line, Clock clock) {
        if (!line.kept().matches("\\d{4}-\\d{2}-\\d{2}(T.*)?")) {
            return line.words();
        }
        LocalDate day = LocalDate.parse(line.kept().substring(0, 10));
        if (!day.isAfter(SCRIPTED)) {
            return line.kept().length() > 10 ? "yesterday about 4" : "yesterday";
        }
        return LocalDate.now(clock)
                .plusDays(day.toEpochDay() - SCRIPTED.toEpochDay())
                .format(DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK));
    }

    /** A port that stays the same over a restart, and that no system gives away by itself. */
    static int freePort() throws IOException {
        int first = 29_100 + (int) (ProcessHandle.current().pid() * 7 % 2_500);
        for (int port = first; port < 32_700; port++) {
            try (ServerSocket socket = new ServerSocket(port)) {
                return socket.getLocalPort();
            } catch (IOException e) {
                // Taken: the next may be free.
            }
        }
        throw new IOException("No port is free");
    }
}
