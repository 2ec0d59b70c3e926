package org.clausebot.flow;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.clausebot.datafile.DataFileException;
import org.clausebot.datafile.Yaml;

/** The flows of a folder. Immutable. */
public final class FlowLibrary {
    private static final String ENDING = ".yaml";

    private final List<Flow> flows;
    private final Map<String, Flow> byName = new HashMap<>();

    private FlowLibrary(List<Flow> flows) throws DataFileException {
        this.flows = List.copyOf(flows);
        for (Flow flow : flows) {
            List<String> names = new ArrayList<>(flow.also());
            names.add(flow.title());
            names.add(flow.id());
            for (String name : names) {
                Flow other = byName.putIfAbsent(plain(name), flow);
                if (other != null && !other.id().equals(flow.id())) {
                    throw new DataFileException(
                            flow.file(),
                            0,
                            "\"" + name + "\" starts the flow " + other.id() + " already; leave it out of one of them");
                }
            }
        }
    }

    /**
     * Reads every {@code *.yaml} of {@code folder}.
     *
     * @throws DataFileException at the first mistake, with file and line
     */
    public static FlowLibrary read(Path folder) throws DataFileException {
        List<Flow> flows = new ArrayList<>();
        for (Path file : files(folder)) {
            flows.add(readFile(file));
        }
        return new FlowLibrary(flows);
    }

    /** The flow files of {@code folder} by name. */
    public static List<Path> files(Path folder) throws DataFileException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, "*" + ENDING)) {
            entries.forEach(files::add);
        } catch (IOException e) {
            throw new DataFileException(folder, 0, "is not a folder of flows that can be read", e);
        }
        Collections.sort(files);
        return files;
    }

    /** Reads one flow; its id is the file's name without its ending. */
    public static Flow readFile(Path file) throws DataFileException {
        String name = file.getFileName().toString();
        String id = name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
        return FlowReader.read(id, file, Yaml.text(file));
    }

    /**
     * A flow from its source, such as the version that a conversation began with.
     *
     * @throws DataFileException when {@code source} is not a flow
     */
    public static Flow parse(String id, String source) throws DataFileException {
        return FlowReader.read(id, Path.of(id + ENDING), source);
    }

    /** All of them by id. */
    public List<Flow> all() {
        return flows;
    }

    public Optional<Flow> flow(String id) {
        return flows.stream().filter(flow -> flow.id().equals(id)).findFirst();
    }

    /** The flow whose title, id or other words these are, whatever their capitals and full stops. */
    public Optional<Flow> named(String words) {
        return Optional.ofNullable(byName.get(plain(words)));
    }

    private static String plain(String words) {
        return words.toLowerCase(Locale.UK)
                .replace('’', '\'')
                .replaceAll("[.!?,“”\"]+", "")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
