package org.clausebot.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Looks into the database of a server that was killed without touching it: what is left is for the next start. */
final class KilledFolder {
    private final Path data;
    private final Path copy;

    KilledFolder(Path data, Path folder) throws IOException {
        this.data = data;
        this.copy = Files.createDirectories(folder.resolve("copy"));
    }

    List<String> strings(String sql) throws IOException, SQLException {
        for (String name : List.of("clausebot.db", "clausebot.db-wal")) {
            Files.deleteIfExists(copy.resolve(name));
            if (Files.exists(data.resolve(name))) {
                Files.copy(data.resolve(name), copy.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.deleteIfExists(copy.resolve("clausebot.db-shm"));
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + copy.resolve("clausebot.db"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
